// SPDX-License-Identifier: GPL-3.0-or-later
// What maps are made of: principal components, affinities, repulsion, alignment and trustworthiness.
#include <QtTest>

#include <cmath>
#include <numeric>

#include "inspect/affinities.h"
#include "inspect/alignment.h"
#include "inspect/centred_points.h"
#include "inspect/principal_components.h"
#include "inspect/repulsion_field.h"
#include "inspect/trustworthiness.h"
#include "report/error.h"
#include "sample_points.h"

using namespace neurarium;

class MapPartsTest : public QObject {
    Q_OBJECT
private slots:
    void pointsAreCentred();
    void badNumbersAreRefused();
    void componentsKeepTheVariance();
    void componentsAgreeAcrossSizes_data();
    void componentsAgreeAcrossSizes();
    void affinitiesHaveThePerplexity();
    void fuzzyGraphHasTheSums();
    void graphJoinsBothWays();
    void treePushesAsPairsDo_data();
    void treePushesAsPairsDo();
    void equalPlacesDoNotPush();
    void mapsAreAligned();
    void mapsFitIntoTheUnit();
    void trustAgreesWithItsDefinition();
    void trustOfSamplesIsNear();

private:
    ThreadPool m_pool{2};
    const BackgroundWork m_work{.pool = m_pool};
};

namespace {

/// A map with random places.
MapPlaces randomPlaces(std::int64_t count, std::size_t dimensions, float width) {
    const RandomStream random(5, RandomPurpose::Generator);
    MapPlaces places(count, static_cast<std::int32_t>(dimensions));
    for (std::size_t axis = 0; axis < dimensions; ++axis)
        for (std::size_t i = 0; i < places.axes[axis].size(); ++i)
            places.axes[axis][i] = width * random.normal(axis, i);
    return places;
}

float weightOf(const NeighbourGraph& graph, std::int32_t from, std::int32_t to) {
    for (auto edge = graph.begin[static_cast<std::size_t>(from)];
         edge < graph.begin[static_cast<std::size_t>(from) + 1]; ++edge)
        if (graph.points[static_cast<std::size_t>(edge)] == to)
            return graph.weights[static_cast<std::size_t>(edge)];
    return 0;
}

double squared(const float* a, const float* b, std::int64_t width) {
    double sum = 0;
    for (std::int64_t i = 0; i < width; ++i)
        sum += std::pow(double{a[i]} - b[i], 2);
    return sum;
}

/// Trustworthiness as its formula reads.
double expectedTrust(const Tensor& points, const std::vector<float>& places, std::int64_t k) {
    const std::int64_t n = points.shape()[0], width = points.shape()[1], dimensions = std::ssize(places) / n;
    double sum = 0;
    for (std::int64_t i = 0; i < n; ++i) {
        const auto order = [&](const float* data, std::int64_t length) {
            std::vector<std::pair<double, std::int64_t>> others;
            for (std::int64_t j = 0; j < n; ++j)
                if (j != i)
                    others.emplace_back(squared(data + i * length, data + j * length, length), j);
            std::sort(others.begin(), others.end());
            return others;
        };
        const auto there = order(points.data(), width), onMap = order(places.data(), dimensions);
        for (std::int64_t at = 0; at < k; ++at)
            for (std::int64_t rank = 0; rank < n - 1; ++rank)
                if (there[static_cast<std::size_t>(rank)].second ==
                    onMap[static_cast<std::size_t>(at)].second)
                    sum += static_cast<double>(std::max<std::int64_t>(0, rank + 1 - k));
    }
    return 1 - 2.0 / static_cast<double>(n * k * (2 * n - 3 * k - 1)) * sum;
}

} // namespace

void MapPartsTest::pointsAreCentred() {
    Embeddings embeddings = test::clouds(50, 4);
    for (float& number : embeddings.vectors)
        number = 1e30F * number + 3e30F; // squares overflow
    const Tensor points = centredPoints(embeddings);
    float largest = 0;
    double sum = 0;
    for (const float number : points.values()) {
        largest = std::max(largest, std::abs(number));
        sum += number;
    }
    QCOMPARE(largest, 1.0F);
    QVERIFY(std::abs(sum) < 1e-5);
    std::fill(embeddings.vectors.begin(), embeddings.vectors.end(), 0.1F);
    QCOMPARE(std::ranges::count(centredPoints(embeddings).values(), 0.0F), 200);
}

void MapPartsTest::badNumbersAreRefused() {
    for (const float bad : {std::nanf(""), -HUGE_VALF}) {
        Embeddings embeddings = test::clouds(50, 4);
        embeddings.vectors[4 * 17 + 2] = bad;
        try {
            centredPoints(embeddings);
            QFAIL("took it");
        } catch (const Error& error) {
            QCOMPARE(error.kind(), ProblemKind::Refused);
            QVERIFY(error.problem().english().find("point 17") != std::string::npos);
        }
    }
    Embeddings embeddings = test::clouds(50, 4);
    embeddings.vectors.pop_back();
    QVERIFY_EXCEPTION_THROWN(centredPoints(embeddings), Error);
    QVERIFY_EXCEPTION_THROWN(centredPoints(Embeddings{.labels = {"a"}}), Error);
}

void MapPartsTest::componentsKeepTheVariance() {
    // A flat ellipse in space: lengths 3 and 1 along two axes that are turned.
    Tensor points(Shape{400, 3});
    for (std::int64_t i = 0; i < 400; ++i) {
        const double angle = 2 * 3.14159265358979 * static_cast<double>(i) / 400;
        const double x = 3 * std::cos(angle), y = std::sin(angle);
        points[3 * i] = static_cast<float>(0.6 * x);
        points[3 * i + 1] = static_cast<float>(y);
        points[3 * i + 2] = static_cast<float>(-0.8 * x);
    }
    const PrincipalComponents flat = principalComponents(points, 2);
    QVERIFY(std::abs(*flat.variance - 1) < 1e-6);
    for (std::int64_t i = 0; i < 400; ++i) {
        const auto at = static_cast<std::size_t>(2 * i);
        QVERIFY(std::abs(std::abs(flat.places[at]) - std::hypot(points[3 * i], points[3 * i + 2])) < 1e-5);
        QVERIFY(std::abs(std::abs(flat.places[at + 1]) - std::abs(points[3 * i + 1])) < 1e-5);
    }
    QVERIFY(*std::ranges::max_element(flat.places) > 2.99F); // the farthest along an axis is positive
    const PrincipalComponents line = principalComponents(Tensor(Shape{2, 1}, std::vector<float>{-1, 1}), 3);
    QCOMPARE(line.places, (std::vector<float>{1, 0, 0, -1, 0, 0}));
    const PrincipalComponents none = principalComponents(Tensor(Shape{5, 4}), 2);
    QCOMPARE(none.places, std::vector<float>(10));
    QVERIFY(!none.variance);
}

void MapPartsTest::componentsAgreeAcrossSizes_data() {
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("width");
    QTest::newRow("more vectors than numbers") << 900 << 30;
    QTest::newRow("more numbers than vectors") << 60 << 700;
    QTest::newRow("many of both") << 900 << 800;
}

/// The directions of the largest variance: what they keep is what power iteration in double precision finds.
void MapPartsTest::componentsAgreeAcrossSizes() {
    QFETCH(int, count);
    QFETCH(int, width);
    const Tensor points = centredPoints(test::clouds(count, width));
    std::vector<double> direction(static_cast<std::size_t>(width), 1.0),
        image(static_cast<std::size_t>(count));
    double kept = 0, whole = 0;
    for (int round = 0; round < 200; ++round) {
        for (std::int64_t i = 0; i < count; ++i) {
            image[static_cast<std::size_t>(i)] = 0;
            for (std::int64_t j = 0; j < width; ++j)
                image[static_cast<std::size_t>(i)] +=
                    points[i * width + j] * direction[static_cast<std::size_t>(j)];
        }
        std::fill(direction.begin(), direction.end(), 0.0);
        for (std::int64_t i = 0; i < count; ++i)
            for (std::int64_t j = 0; j < width; ++j)
                direction[static_cast<std::size_t>(j)] +=
                    points[i * width + j] * image[static_cast<std::size_t>(i)];
        const double length =
            std::sqrt(std::inner_product(direction.begin(), direction.end(), direction.begin(), 0.0));
        for (double& each : direction)
            each /= length;
        kept = std::inner_product(image.begin(), image.end(), image.begin(), 0.0);
    }
    for (const float each : points.values())
        whole += double{each} * each;
    const PrincipalComponents found = principalComponents(points, 3);
    double first = 0;
    for (std::int64_t i = 0; i < count; ++i)
        first += std::pow(found.places[static_cast<std::size_t>(3 * i)], 2);
    QVERIFY2(std::abs(first / kept - 1) < 1e-4, qPrintable(QString::number(first / kept)));
    QVERIFY(*found.variance > kept / whole && *found.variance < 1);
}

void MapPartsTest::affinitiesHaveThePerplexity() {
    const Tensor points = test::tensorOf(test::clouds(300, 6));
    const Neighbours neighbours = *neighboursByPairs(points, 60, m_work);
    const NeighbourGraph graph = affinities(neighbours, 20, m_pool);
    QCOMPARE(graph.size(), 300);
    QVERIFY(std::abs(std::accumulate(graph.weights.begin(), graph.weights.end(), 0.0) - 1) < 1e-5);
    // Both directions are joined: a graph in which all are neighbours of all shows one direction's entropy.
    Neighbours ring{.each = 4};
    for (std::int32_t i = 0; i < 5; ++i)
        for (std::int32_t other = 0; other < 5; ++other)
            if (other != i) {
                ring.points.push_back(other);
                ring.distances.push_back(
                    static_cast<float>(std::min((i - other + 5) % 5, (other - i + 5) % 5)));
            }
    for (std::size_t i = 0; i < 5; ++i)
        std::sort(ring.distances.begin() + static_cast<std::ptrdiff_t>(4 * i),
                  ring.distances.begin() + static_cast<std::ptrdiff_t>(4 * i + 4));
    const NeighbourGraph equal = affinities(ring, 1e9, m_pool);
    double entropy = 0;
    for (std::size_t edge = 0; edge < 4; ++edge)
        entropy -= 5 * equal.weights[edge] * std::log2(5 * equal.weights[edge]);
    QVERIFY(entropy > 0.9 * std::log2(4.0 / 3) && entropy <= 2);
    // Equal distances share evenly, whatever they are.
    Neighbours same = ring;
    std::fill(same.distances.begin(), same.distances.end(), 0.0F);
    for (const float weight : affinities(same, 2, m_pool).weights)
        QVERIFY(std::abs(weight - 0.05F) < 1e-6F);
}

void MapPartsTest::fuzzyGraphHasTheSums() {
    Neighbours pairs{.each = 2, .points = {1, 2, 0, 2, 0, 1}, .distances = {1, 2, 1, 2.5F, 2, 2.5F}};
    const NeighbourGraph graph = fuzzyGraph(pairs, m_pool);
    // The nearest has weight 1; with two neighbours the sum is log2(2) = 1, so the other has next to none.
    QVERIFY(std::abs(weightOf(graph, 0, 1) - 1) < 1e-4F);
    QVERIFY(std::abs(weightOf(graph, 2, 0) - 1) < 1e-4F);
    QVERIFY(weightOf(graph, 1, 2) < 1e-4F);
    const Tensor points = test::tensorOf(test::clouds(200, 6));
    const NeighbourGraph larger = fuzzyGraph(*neighboursByPairs(points, 15, m_work), m_pool);
    for (const float weight : larger.weights)
        QVERIFY(weight >= 0 && weight <= 1.000001F);
}

void MapPartsTest::graphJoinsBothWays() {
    const Neighbours neighbours{.each = 1, .points = {2, 2, 0}, .distances = {1, 1, 1}};
    const std::vector<float> weights{1, 2, 4};
    const NeighbourGraph graph =
        joinBothWays(neighbours, weights, [](float there, float back) { return there + back; });
    QCOMPARE(graph.begin, (std::vector<std::int64_t>{0, 1, 2, 4}));
    QCOMPARE(graph.points, (std::vector<std::int32_t>{2, 2, 0, 1}));
    QCOMPARE(graph.weights, (std::vector<float>{5, 2, 5, 2}));
}

void MapPartsTest::treePushesAsPairsDo_data() {
    QTest::addColumn<int>("dimensions");
    QTest::addColumn<float>("width");
    QTest::newRow("flat and small") << 2 << 1e-4F;
    QTest::newRow("flat") << 2 << 20.0F;
    QTest::newRow("space") << 3 << 8.0F;
}

void MapPartsTest::treePushesAsPairsDo() {
    QFETCH(int, dimensions);
    QFETCH(float, width);
    constexpr std::int64_t kCount = 1500;
    const MapPlaces places = randomPlaces(kCount, static_cast<std::size_t>(dimensions), width);
    RepulsionField pairs(kCount, 2, RepulsionField::Way::AllPairs),
        tree(kCount, 2, RepulsionField::Way::Tree);
    ThreadPool alone(1);
    pairs.compute(places, m_pool);
    tree.compute(places, m_pool);
    QVERIFY(std::abs(tree.total() / pairs.total() - 1) < 0.015);
    double error = 0, size = 0;
    for (std::size_t i = 0; i < kCount; ++i)
        for (std::size_t axis = 0; axis < 3; ++axis) {
            error += std::pow(tree.push(axis, i) - pairs.push(axis, i), 2);
            size += std::pow(pairs.push(axis, i), 2);
        }
    QVERIFY2(std::sqrt(error / size) < 0.02, qPrintable(QString::number(std::sqrt(error / size))));
    RepulsionField again(kCount, 2, RepulsionField::Way::Tree);
    again.compute(places, alone);
    QCOMPARE(again.total(), tree.total());
    for (std::size_t i = 0; i < kCount; ++i)
        QCOMPARE(again.push(0, i), tree.push(0, i));
}

void MapPartsTest::equalPlacesDoNotPush() {
    MapPlaces places(70, 2);
    for (const auto way : {RepulsionField::Way::AllPairs, RepulsionField::Way::Tree}) {
        RepulsionField field(70, 2, way);
        field.compute(places, m_pool);
        QCOMPARE(field.total(), 70.0 * 69);
        QCOMPARE(field.push(1, 69), 0.0F);
    }
    std::fill(places.axes[0].begin() + 30, places.axes[0].end(), 3.0F); // two heaps
    RepulsionField field(70, 2, RepulsionField::Way::Tree);
    field.compute(places, m_pool);
    QCOMPARE(field.closeness(0), 29 + 40 * 0.1F);
    QCOMPARE(field.push(0, 0), -40 * 3 * 0.01F);
}

void MapPartsTest::mapsAreAligned() {
    const std::vector<float> reference = randomPlaces(60, 3, 1).rows();
    // Turned about two axes, mirrored, and moved.
    std::vector<float> places;
    for (std::size_t i = 0; i < reference.size(); i += 3) {
        const float x = 0.6F * reference[i] - 0.8F * reference[i + 1];
        const float y = 0.8F * reference[i] + 0.6F * reference[i + 1];
        places.insert(places.end(), {-y + 7, reference[i + 2] - 2, x});
    }
    alignTo(reference, 3, places);
    fitIntoUnit(places, 3);
    std::vector<float> expected = reference;
    fitIntoUnit(expected, 3);
    for (std::size_t i = 0; i < places.size(); ++i)
        QVERIFY(std::abs(places[i] - expected[i]) < 1e-5F);
}

void MapPartsTest::mapsFitIntoTheUnit() {
    std::vector<float> places{10, 1, 14, 1, 12, 4};
    QCOMPARE(fitIntoUnit(places, 2), 2.0F);
    QCOMPARE(places, (std::vector<float>{-1, -0.5F, 1, -0.5F, 0, 1}));
    std::vector<float> same{3, 3, 3, 3};
    QCOMPARE(fitIntoUnit(same, 2), 0.0F);
    QCOMPARE(same, std::vector<float>(4));
}

void MapPartsTest::trustAgreesWithItsDefinition() {
    const Tensor points = test::tensorOf(test::clouds(150, 5));
    const std::vector<float> places = principalComponents(points, 2).places;
    for (const std::int64_t neighbours : {1, 12, 40}) {
        const double got = trustworthiness(points, places, {.neighbours = neighbours}, m_work);
        QVERIFY(std::abs(got - expectedTrust(points, places, neighbours)) < 1e-12);
        QVERIFY(got < 1);
    }
    QCOMPARE(trustworthiness(points, points.values(), {}, m_work), 1.0);
    const double chance = trustworthiness(points, randomPlaces(150, 2, 1).rows(), {}, m_work);
    QVERIFY2(std::abs(chance - 0.5) < 0.08, qPrintable(QString::number(chance)));
    QCOMPARE(trustworthiness(Tensor(Shape{2, 5}), std::vector<float>(4), {}, m_work), 1.0);
    QCOMPARE(trustworthiness(Tensor(Shape{30, 5}), randomPlaces(30, 2, 1).rows(), {}, m_work), 1.0);
}

void MapPartsTest::trustOfSamplesIsNear() {
    const Tensor points = test::tensorOf(test::clouds(900, 8));
    const std::vector<float> places = principalComponents(points, 2).places;
    const double all = trustworthiness(points, places, {.mostAsked = 0}, m_work);
    const double some = trustworthiness(points, places, {.mostAsked = 300}, m_work);
    QVERIFY(all < 0.98 && std::abs(all - some) < 0.01 && all != some);
}

QTEST_GUILESS_MAIN(MapPartsTest)
#include "map_parts_test.moc"
