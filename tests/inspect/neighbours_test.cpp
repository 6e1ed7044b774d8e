// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <algorithm>
#include <cmath>

#include "inspect/neighbours.h"
#include "sample_points.h"

using namespace neurarium;

namespace {

/// hnswlib locks two points after one another as they are linked; only one thread ever adds points.
#ifdef __SANITIZE_THREAD__
constexpr bool kThreadSanitizer = true;
#else
constexpr bool kThreadSanitizer = false;
#endif

/// As plainly as it can be said.
Neighbours expectedNeighbours(const Tensor& points, std::int64_t each) {
    const std::int64_t count = points.shape()[0], width = points.shape()[1];
    Neighbours found{.each = each};
    for (std::int64_t i = 0; i < count; ++i) {
        std::vector<std::pair<double, std::int32_t>> others;
        for (std::int64_t j = 0; j < count; ++j) {
            double squared = 0;
            for (std::int64_t k = 0; k < width; ++k)
                squared += std::pow(double{points[i * width + k]} - points[j * width + k], 2);
            if (i != j)
                others.emplace_back(std::sqrt(squared), static_cast<std::int32_t>(j));
        }
        std::sort(others.begin(), others.end());
        for (std::int64_t k = 0; k < each; ++k) {
            found.points.push_back(others[static_cast<std::size_t>(k)].second);
            found.distances.push_back(static_cast<float>(others[static_cast<std::size_t>(k)].first));
        }
    }
    return found;
}

double shareFound(const Neighbours& found, const Neighbours& expected) {
    double hits = 0;
    for (std::int64_t i = 0; i < expected.size(); ++i) {
        const auto from = expected.points.begin() + i * expected.each;
        for (std::int64_t k = 0; k < found.each; ++k)
            hits +=
                std::find(from, from + expected.each,
                          found.points[static_cast<std::size_t>(i * found.each + k)]) != from + expected.each
                    ? 1
                    : 0;
    }
    return hits / static_cast<double>(expected.points.size());
}

} // namespace

class NeighboursTest : public QObject {
    Q_OBJECT
private slots:
    void pairsFindAll_data();
    void pairsFindAll();
    void indexFindsNearlyAll();
    void equalPointsAreNeighbours();
    void fewPoints();
    void threadsDoNotMatter();
    void cancels();

private:
    ThreadPool m_pool{2};
    const BackgroundWork m_work{.pool = m_pool};
};

void NeighboursTest::pairsFindAll_data() {
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("width");
    QTest::newRow("few numbers") << 300 << 3;
    QTest::newRow("more than a chunk") << 1100 << 40;
    QTest::newRow("one chunk") << 512 << 7;
}

void NeighboursTest::pairsFindAll() {
    QFETCH(int, count);
    QFETCH(int, width);
    const Tensor points = test::tensorOf(test::clouds(count, width));
    const Neighbours expected = expectedNeighbours(points, 20);
    const auto found = neighboursByPairs(points, 20, m_work);
    QVERIFY(found);
    QCOMPARE(found->size(), count);
    QCOMPARE(found->points, expected.points);
    for (std::size_t i = 0; i < expected.distances.size(); ++i)
        QVERIFY(std::abs(found->distances[i] - expected.distances[i]) < 1e-4F);
}

void NeighboursTest::indexFindsNearlyAll() {
    if (kThreadSanitizer)
        QSKIP("the order of hnswlib's locks would be reported");
    const Tensor points = test::tensorOf(test::clouds(1500, 16));
    const auto found = neighboursByIndex(points, 30, m_work);
    QVERIFY(found);
    QVERIFY(shareFound(*found, expectedNeighbours(points, 30)) > 0.98);
    QVERIFY(std::is_sorted(found->distances.begin(), found->distances.begin() + 30));
    QCOMPARE(*neighboursByIndex(points, 30, m_work), *found);
}

void NeighboursTest::equalPointsAreNeighbours() {
    if (kThreadSanitizer)
        QSKIP("the order of hnswlib's locks would be reported");
    Tensor points(Shape{40, 3});
    for (std::int64_t i = 0; i < points.size(); ++i)
        points[i] = i < 60 ? 0.25F : -1; // two places, twenty points each
    for (const auto& found : {neighboursByPairs(points, 19, m_work), neighboursByIndex(points, 19, m_work)}) {
        QVERIFY(found);
        for (std::size_t i = 0; i < found->points.size(); ++i) {
            QCOMPARE(found->distances[i], 0.0F);
            QCOMPARE(found->points[i] < 20, i / 19 < 20);
            QVERIFY(found->points[i] != static_cast<std::int32_t>(i / 19));
        }
    }
}

void NeighboursTest::fewPoints() {
    if (kThreadSanitizer)
        QSKIP("the order of hnswlib's locks would be reported");
    const Tensor points = test::tensorOf(test::clouds(4, 2));
    for (const auto& found : {neighboursByPairs(points, 30, m_work), neighboursByIndex(points, 30, m_work)}) {
        QVERIFY(found);
        QCOMPARE(found->each, 3);
        QCOMPARE(found->points, expectedNeighbours(points, 3).points);
    }
    for (const std::int64_t count : {0, 1}) {
        const Tensor none = test::tensorOf(test::clouds(count, 2));
        QCOMPARE(findNeighbours(none, 5, m_work)->size(), 0);
        QCOMPARE(neighboursByIndex(none, 5, m_work)->size(), 0);
    }
}

void NeighboursTest::threadsDoNotMatter() {
    if (kThreadSanitizer)
        QSKIP("the order of hnswlib's locks would be reported");
    const Tensor points = test::tensorOf(test::clouds(700, 9));
    ThreadPool one(1), three(3);
    for (const auto find : {neighboursByPairs, neighboursByIndex})
        QCOMPARE(*find(points, 15, {.pool = one}), *find(points, 15, {.pool = three}));
}

void NeighboursTest::cancels() {
    if (kThreadSanitizer)
        QSKIP("the order of hnswlib's locks would be reported");
    const Tensor points = test::tensorOf(test::clouds(600, 4));
    const BackgroundWork work{.pool = m_pool, .cancelled = [] { return true; }};
    QVERIFY(!neighboursByPairs(points, 5, work));
    QVERIFY(!neighboursByIndex(points, 5, work));
}

QTEST_GUILESS_MAIN(NeighboursTest)
#include "neighbours_test.moc"
