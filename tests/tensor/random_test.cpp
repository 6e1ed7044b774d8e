// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <cmath>

#include "tensor/random.h"

using namespace neurarium;

class RandomTest : public QObject {
    Q_OBJECT
private slots:
    void isPhilox_data();
    void isPhilox();
    void everyPartOfThePlaceCounts();
    void uniformFillsItsRange();
    void belowFillsItsRange_data();
    void belowFillsItsRange();
    void normalHasItsMoments();
};

void RandomTest::isPhilox_data() {
    QTest::addColumn<quint64>("seed");
    QTest::addColumn<quint64>("step");
    QTest::addColumn<quint64>("index");
    QTest::addColumn<quint32>("lane");
    QTest::addColumn<QList<quint32>>("expected");
    // The known answers of Random123 for philox4x32-10. Counter: index, step and index, step, lane.
    QTest::newRow("zeros") << quint64(0) << quint64(0) << quint64(0) << quint32(0)
                           << QList<quint32>{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8};
    QTest::newRow("ones") << ~quint64(0) << quint64(0xffffffffffff) << quint64(0xffffffffffff) << ~quint32(0)
                          << QList<quint32>{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd};
    QTest::newRow("pi") << quint64(0x299f31d0a4093822) << quint64(0x85a313198a2e) << quint64(0x08d3243f6a88)
                        << quint32(0x03707344)
                        << QList<quint32>{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1};
}

void RandomTest::isPhilox() {
    QFETCH(quint64, seed);
    QFETCH(quint64, step);
    QFETCH(quint64, index);
    QFETCH(quint32, lane);
    QFETCH(QList<quint32>, expected);
    const RandomStream random(seed, RandomPurpose::Initialization, lane ^ 0x01000000U);
    const auto words = random.words(step, index);
    for (int i = 0; i < 4; ++i)
        QCOMPARE(words[static_cast<std::size_t>(i)], expected[i]);
}

void RandomTest::everyPartOfThePlaceCounts() {
    const auto first = RandomStream(1, RandomPurpose::Dropout, 2).words(3, 4);
    QVERIFY(first == RandomStream(1, RandomPurpose::Dropout, 2).words(3, 4));
    QVERIFY(first != RandomStream(2, RandomPurpose::Dropout, 2).words(3, 4));
    QVERIFY(first != RandomStream(1, RandomPurpose::Shuffle, 2).words(3, 4));
    QVERIFY(first != RandomStream(1, RandomPurpose::Dropout, 3).words(3, 4));
    QVERIFY(first != RandomStream(1, RandomPurpose::Dropout, 2).words(4, 3));
    QVERIFY(first != RandomStream(1, RandomPurpose::Dropout, 2).words(3, 4 + (std::uint64_t{1} << 32)));
    QVERIFY(first != RandomStream(1, RandomPurpose::Dropout, 2).words(3 + (std::uint64_t{1} << 32), 4));
    QVERIFY(first != RandomStream(1 + (std::uint64_t{1} << 32), RandomPurpose::Dropout, 2).words(3, 4));
}

void RandomTest::uniformFillsItsRange() {
    constexpr std::uint64_t kDraws = 100'000;
    const RandomStream random(5, RandomPurpose::Generator);
    double sum = 0, squares = 0, smallest = 1, largest = 0;
    for (std::uint64_t i = 0; i < kDraws; ++i) {
        const double value = random.uniform(1, i);
        sum += value;
        squares += value * value;
        smallest = std::min(smallest, value);
        largest = std::max(largest, value);
        const float scaled = random.uniform(1, i, -3, 5);
        QVERIFY(scaled >= -3 && scaled < 5);
    }
    QVERIFY(smallest >= 0 && smallest < 1e-3);
    QVERIFY(largest < 1 && largest > 1 - 1e-3);
    QVERIFY(std::abs(sum / kDraws - 0.5) < 0.005);
    QVERIFY(std::abs(squares / kDraws - 1.0 / 3) < 0.005);
    QCOMPARE(toUnit(0), 0.0F);
    QVERIFY(toUnit(~0U) < 1.0F);
}

void RandomTest::belowFillsItsRange_data() {
    QTest::addColumn<quint64>("bound");
    for (const quint64 bound : {quint64(1), quint64(2), quint64(7), quint64(1000)})
        QTest::addRow("%llu", bound) << bound;
}

void RandomTest::belowFillsItsRange() {
    QFETCH(quint64, bound);
    const RandomStream random(6, RandomPurpose::Shuffle);
    const std::uint64_t draws = bound * 400;
    std::vector<int> counts(bound);
    for (std::uint64_t i = 0; i < draws; ++i) {
        const std::uint64_t drawn = random.below(2, i, bound);
        QVERIFY(drawn < bound);
        ++counts[drawn];
    }
    for (const int count : counts)
        QVERIFY2(bound == 1 || std::abs(count - 400) < 120, qPrintable(QString::number(count)));
    QVERIFY(random.below(2, 1, ~std::uint64_t{0}) < ~std::uint64_t{0});
}

void RandomTest::normalHasItsMoments() {
    constexpr std::uint64_t kDraws = 100'000;
    const RandomStream random(7, RandomPurpose::Initialization);
    double sum = 0, squares = 0, fourths = 0;
    for (std::uint64_t i = 0; i < kDraws; ++i) {
        const double value = random.normal(0, i);
        QVERIFY(std::isfinite(value));
        sum += value;
        squares += value * value;
        fourths += value * value * value * value;
    }
    QVERIFY(std::abs(sum / kDraws) < 0.015);
    QVERIFY(std::abs(squares / kDraws - 1) < 0.02);
    QVERIFY(std::abs(fourths / kDraws - 3) < 0.15);
}

QTEST_GUILESS_MAIN(RandomTest)
#include "random_test.moc"
