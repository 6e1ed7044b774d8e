// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <bit>
#include <cmath>
#include <limits>

#include "report/error.h"
#include "tensor/tensor.h"

using namespace neurarium;

class TensorTest : public QObject {
    Q_OBJECT
private slots:
    void identicalMeansTheSameBits();
    void refusesNumbersThatDoNotFill();
    void copiesAreTheirOwn();
    void memoryIsAlignedAndPadded();
    void countsElements_data();
    void countsElements();
    void shapesHaveNoNegativeLength();
};

void TensorTest::identicalMeansTheSameBits() {
    const float nan = std::numeric_limits<float>::quiet_NaN();
    const auto otherNan = std::bit_cast<float>(std::bit_cast<std::uint32_t>(nan) ^ 1U);
    const auto of = [](std::vector<float> values) {
        return Tensor(Shape{1, static_cast<std::int64_t>(values.size())}, values);
    };
    QVERIFY(of({1, 2}).identical(of({1, 2})));
    QVERIFY(!of({1, 2}).identical(of({1, 3})));
    QVERIFY(of({1, nan}).identical(of({1, nan})));
    QVERIFY(!of({1, nan}).identical(of({1, otherNan})));
    QVERIFY(!of({0.0F}).identical(of({-0.0F})));
    QVERIFY(!of({1, 2}).identical(Tensor(Shape{2, 1}, std::vector<float>{1, 2})));
    QVERIFY(Tensor().identical(Tensor()));
    QVERIFY(Tensor(Shape{0, 3}).identical(Tensor(Shape{0, 3})));
}

void TensorTest::refusesNumbersThatDoNotFill() {
    const std::vector<float> five(5);
    QVERIFY_EXCEPTION_THROWN(Tensor(Shape{2, 3}, five), Error);
    QVERIFY_EXCEPTION_THROWN(Tensor(Shape{2, 2}, five), Error);
}

void TensorTest::copiesAreTheirOwn() {
    Tensor first(Shape{3});
    QCOMPARE(first[2], 0.0F);
    Tensor second = first;
    second[1] = 4;
    QCOMPARE(first[1], 0.0F);
    first = second;
    QVERIFY(first.identical(second));
    const Tensor& same = first;
    first = same;
    QCOMPARE(first[1], 4.0F);
}

void TensorTest::memoryIsAlignedAndPadded() {
    for (const std::int64_t count : {0, 1, 15, 16, 17, 1000}) {
        const FloatBuffer buffer(count);
        QCOMPARE(std::bit_cast<std::uintptr_t>(buffer.data()) % 64, std::uintptr_t{0});
        for (std::int64_t i = 0; i < count + 64; ++i)
            QCOMPARE(buffer.data()[i], 0.0F);
    }
}

void TensorTest::countsElements_data() {
    QTest::addColumn<QList<qint64>>("lengths");
    QTest::addColumn<qint64>("elements"); // -1: too many
    const qint64 most = std::numeric_limits<qint64>::max();
    QTest::newRow("scalar") << QList<qint64>{} << qint64(1);
    QTest::newRow("picture") << QList<qint64>{3, 64, 64} << qint64(12288);
    QTest::newRow("empty") << QList<qint64>{0, 64} << qint64(0);
    QTest::newRow("the most") << QList<qint64>{most, 1} << most;
    QTest::newRow("one more") << QList<qint64>{most, 2} << qint64(-1);
    QTest::newRow("2^63") << QList<qint64>{qint64(1) << 32, qint64(1) << 31} << qint64(-1);
    QTest::newRow("2^64 wraps to zero") << QList<qint64>{qint64(1) << 32, qint64(1) << 32} << qint64(-1);
}

void TensorTest::countsElements() {
    QFETCH(QList<qint64>, lengths);
    QFETCH(qint64, elements);
    const Shape shape(std::vector<std::int64_t>(lengths.begin(), lengths.end()));
    if (elements < 0)
        QVERIFY_EXCEPTION_THROWN(static_cast<void>(shape.elements()), Error);
    else
        QCOMPARE(static_cast<qint64>(shape.elements()), elements);
}

void TensorTest::shapesHaveNoNegativeLength() {
    QVERIFY_EXCEPTION_THROWN(Shape({2, -1}), Error);
    const Shape shape{2, 5};
    QCOMPARE(shape.withBatch(7), (Shape{7, 2, 5}));
    QCOMPARE(shape.withBatch(7).sample(), shape);
    QCOMPARE(shape.text(), std::string("2×5"));
    QCOMPARE(Shape().text(), std::string("scalar"));
}

QTEST_GUILESS_MAIN(TensorTest)
#include "tensor_test.moc"
