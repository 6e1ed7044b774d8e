// SPDX-License-Identifier: GPL-3.0-or-later
// The kernels that maps of points need agree with the references, and levels that promise the same arithmetic
// give the same bits.
#include <QtTest>

#include <functional>
#include <map>
#include <string>

#include "kernels/reference.h"
#include "random_numbers.h"

using namespace neurarium;

using Numbers = std::vector<float>;

class PointsTest : public QObject {
    Q_OBJECT
private slots:
    void distancesAgree();
    void repulsionAgrees();
    void onePlaceDoesNotPush();

private:
    void compare(const std::function<Numbers(const Kernels&)>& compute);

    std::mt19937 m_random{5};
};

void PointsTest::compare(const std::function<Numbers(const Kernels&)>& compute) {
    const Numbers expected = compute(referenceKernels());
    std::map<std::string, Numbers> byArithmetic;
    for (const Kernels* kernels : test::availableLevels()) {
        const Numbers got = compute(*kernels);
        const double error = test::relativeError(got, expected);
        QVERIFY2(error < 2e-6, qPrintable(QString("%1: %2").arg(kernels->level).arg(error)));
        const auto [first, isNew] = byArithmetic.emplace(kernels->arithmetic, got);
        if (!isNew)
            QVERIFY(std::memcmp(first->second.data(), got.data(), got.size() * sizeof(float)) == 0);
    }
}

void PointsTest::distancesAgree() {
    for (std::int64_t n = 1; n < 70; n += n < 20 ? 1 : 7) {
        const Numbers a = test::randomNumbers(n, m_random), b = test::randomNumbers(n, m_random);
        compare(
            [&](const Kernels& kernels) { return Numbers{kernels.squaredDistance(n, a.data(), b.data())}; });
    }
}

void PointsTest::repulsionAgrees() {
    for (int i = 0; i < 40; ++i) {
        const std::int64_t sources = test::randomSize(0, 60, m_random),
                           targets = test::randomSize(1, 40, m_random);
        const std::int64_t stride = targets + i % 5;
        Numbers source = test::randomNumbers(4 * sources, m_random),
                target = test::randomNumbers(3 * stride, m_random);
        for (float& number : source)
            number *= 5;
        compare([&](const Kernels& kernels) {
            Numbers push(static_cast<std::size_t>(4 * stride), 7.0F); // the gaps stay as they are
            kernels.repel({.sources = sources,
                           .source = source.data(),
                           .targets = targets,
                           .target = target.data(),
                           .push = push.data(),
                           .stride = stride});
            return push;
        });
    }
}

void PointsTest::onePlaceDoesNotPush() {
    const Numbers source{0.5F, -2, 1, 3}, target{0.5F, -2, 1};
    Numbers push(4);
    kernels().repel({.sources = 1,
                     .source = source.data(),
                     .targets = 1,
                     .target = target.data(),
                     .push = push.data(),
                     .stride = 1});
    QCOMPARE(push, (Numbers{0, 0, 0, 3}));
}

QTEST_GUILESS_MAIN(PointsTest)
#include "points_test.moc"
