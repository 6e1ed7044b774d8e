// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <cmath>
#include <numbers>

#include "inspect/projecting.h"
#include "report/error.h"
#include "sample_points.h"

using namespace neurarium;

namespace {

const ProjectionMethod kMethods[] = {ProjectionMethod::Pca, ProjectionMethod::TSne, ProjectionMethod::Umap};

/// A sheet of 600 points that is rolled up in space, turned into twenty dimensions: a shadow of it lays
/// different turns of the roll upon each other.
Embeddings roll() {
    const RandomStream random(11, RandomPurpose::Generator);
    Embeddings embeddings{.dimensions = 20};
    for (std::uint64_t i = 0; i < 600; ++i) {
        const double angle = 1.5 * std::numbers::pi * (1 + 2 * random.uniform(0, i));
        const double place[] = {angle * std::cos(angle), 21 * random.uniform(1, i), angle * std::sin(angle)};
        embeddings.labels.emplace_back();
        for (std::uint64_t axis = 0; axis < 20; ++axis) {
            double number = 0.1 * random.normal(2, 20 * i + axis);
            for (std::uint64_t k = 0; k < 3; ++k)
                number += place[k] * random.normal(3, 3 * axis + k) / 4;
            embeddings.vectors.push_back(static_cast<float>(number));
        }
    }
    return embeddings;
}

ProjectionOptions optionsFor(ProjectionMethod method, std::int32_t dimensions = 2) {
    return {.method = method, .dimensions = dimensions, .start = {}};
}

/// The root of the mean square by which points moved.
double moved(const Projection& before, const Projection& after) {
    double sum = 0;
    for (std::size_t i = 0; i < before.places.size(); ++i)
        sum += std::pow(before.places[i] - after.places[i], 2);
    return std::sqrt(sum * before.dimensions / static_cast<double>(before.places.size()));
}

} // namespace

class ProjectingTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void mapsMayBeTrusted();
    void mapsLieWithinTheUnit_data();
    void mapsLieWithinTheUnit();
    void threadsDoNotMatter();
    void seedsMatter();
    void picturesComeOnTheWay();
    void nextMapIsTurnedLikeTheLast_data();
    void nextMapIsTurnedLikeTheLast();
    void otherMethodStartsFromTheMap();
    void oddPointsHaveMaps_data();
    void oddPointsHaveMaps();
    void impossibleWishesAreRefused();
    void cancels();

private:
    Projection mapOf(const Embeddings& embeddings, const ProjectionOptions& options) {
        return *project(embeddings, options, m_work);
    }

    ThreadPool m_pool{1};
    const BackgroundWork m_work{.pool = m_pool};
    Embeddings m_roll;
};

void ProjectingTest::initTestCase() {
    m_roll = roll();
    if (qEnvironmentVariableIsSet("NEURARIUM_ROLL")) { // for other programs to look at
        QFile file(qEnvironmentVariable("NEURARIUM_ROLL"));
        QVERIFY(file.open(QFile::WriteOnly));
        for (std::size_t i = 0; i < m_roll.vectors.size(); ++i)
            file.write(QByteArray::number(m_roll.vectors[i], 'g', 9) + (i % 20 == 19 ? '\n' : ','));
    }
}

void ProjectingTest::mapsMayBeTrusted() {
    double trust[3] = {};
    for (std::size_t i = 0; i < 3; ++i)
        trust[i] = *mapOf(m_roll, optionsFor(kMethods[i])).trustworthiness;
    qInfo("trustworthiness: PCA %.4f, t-SNE %.4f, UMAP %.4f", trust[0], trust[1], trust[2]);
    ProjectionOptions unjudged = optionsFor(ProjectionMethod::Pca);
    unjudged.judged = false;
    QVERIFY(!mapOf(m_roll, unjudged).trustworthiness);
    QVERIFY(trust[0] < 0.95);
    QVERIFY(trust[1] > 0.98);
    QVERIFY(trust[2] > 0.97);
}

void ProjectingTest::mapsLieWithinTheUnit_data() {
    QTest::addColumn<int>("dimensions");
    QTest::newRow("flat") << 2;
    QTest::newRow("space") << 3;
}

void ProjectingTest::mapsLieWithinTheUnit() {
    QFETCH(int, dimensions);
    const Embeddings clouds = test::clouds(120, 10);
    for (const ProjectionMethod method : kMethods) {
        const Projection map = mapOf(clouds, optionsFor(method, dimensions));
        QCOMPARE(map.method, method);
        QCOMPARE(map.dimensions, dimensions);
        QCOMPARE(map.epoch, 2);
        QCOMPARE(map.step, 40);
        QCOMPARE(map.progress, 1.0);
        QCOMPARE(map.variance.has_value(), method == ProjectionMethod::Pca);
        QVERIFY(map.trustworthiness && map.scale > 0);
        QCOMPARE(std::ssize(map.places), 120 * dimensions);
        float largest = 0;
        for (const float place : map.places)
            largest = std::max(largest, std::abs(place));
        QCOMPARE(largest, 1.0F);
        float depth = 0; // the last axis is used
        for (std::size_t i = 0; i < map.places.size(); i += static_cast<std::size_t>(dimensions))
            depth = std::max(depth, std::abs(map.places[i + static_cast<std::size_t>(dimensions) - 1]));
        QVERIFY(depth > 0.1F);
    }
}

void ProjectingTest::threadsDoNotMatter() {
    ThreadPool one(1), three(3);
    const Embeddings few = test::clouds(150, 8), many = test::clouds(2300, 6); // so many that a tree is used
    ProjectionOptions continued = optionsFor(ProjectionMethod::TSne);
    continued.start = std::make_shared<const Projection>(mapOf(many, optionsFor(ProjectionMethod::Pca)));
    auto start = *continued.start;
    start.method = ProjectionMethod::TSne; // gone on with: fewer steps
    continued.start = std::make_shared<const Projection>(start);
    const auto same = [&](const Embeddings& points, const ProjectionOptions& options) {
        return *project(points, options, {.pool = one}) == *project(points, options, {.pool = three});
    };
    QVERIFY(same(few, optionsFor(ProjectionMethod::TSne)));
    QVERIFY(same(few, optionsFor(ProjectionMethod::Umap)));
    QVERIFY(same(many, continued));
}

void ProjectingTest::seedsMatter() {
    const Embeddings points = test::clouds(100, 8);
    for (const ProjectionMethod method : {ProjectionMethod::TSne, ProjectionMethod::Umap}) {
        ProjectionOptions options = optionsFor(method);
        const Projection first = mapOf(points, options);
        options.seed = 1;
        QVERIFY(mapOf(points, options).places != first.places);
    }
}

void ProjectingTest::picturesComeOnTheWay() {
    std::vector<Projection> pictures;
    const auto map = project(m_roll, optionsFor(ProjectionMethod::TSne), m_work,
                             [&](const Projection& picture) { pictures.push_back(picture); });
    QVERIFY(pictures.size() > 1);
    QCOMPARE(pictures.front().progress, 0.0);
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        QCOMPARE(pictures[i].places.size(), map->places.size());
        QVERIFY(pictures[i].progress < 1 && !pictures[i].trustworthiness);
        QVERIFY(i == 0 || pictures[i].progress > pictures[i - 1].progress);
    }
}

void ProjectingTest::nextMapIsTurnedLikeTheLast_data() {
    QTest::addColumn<ProjectionMethod>("method");
    QTest::addColumn<int>("dimensions");
    for (const auto& [name, method] :
         {std::pair("PCA", ProjectionMethod::Pca), std::pair("t-SNE", ProjectionMethod::TSne),
          std::pair("UMAP", ProjectionMethod::Umap)})
        for (const int dimensions : {2, 3})
            QTest::addRow("%s, %d dimensions", name, dimensions) << method << dimensions;
}

/// Training moves the vectors a little; the map must not turn over.
void ProjectingTest::nextMapIsTurnedLikeTheLast() {
    QFETCH(ProjectionMethod, method);
    QFETCH(int, dimensions);
    const Embeddings before = test::clouds(150, 10);
    Embeddings after = before;
    const RandomStream random(9, RandomPurpose::Generator);
    for (std::size_t i = 0; i < after.vectors.size(); ++i)
        after.vectors[i] += 0.05F * random.normal(0, i);
    ProjectionOptions options = optionsFor(method, dimensions);
    Projection first = mapOf(before, options);
    for (std::size_t i = 0; i < first.places.size(); i += static_cast<std::size_t>(dimensions))
        std::swap(first.places[i], first.places[i + 1]); // mirrored: no method would come to it by itself
    options.start = std::make_shared<const Projection>(first);
    const Projection second = mapOf(after, options);
    QVERIFY2(moved(first, second) < 0.2, qPrintable(QString::number(moved(first, second))));
    QVERIFY(second.places != first.places);
    QVERIFY(std::abs(std::log(second.scale / first.scale)) < 0.3);
}

void ProjectingTest::otherMethodStartsFromTheMap() {
    ProjectionOptions options = optionsFor(ProjectionMethod::TSne);
    options.start = std::make_shared<const Projection>(mapOf(m_roll, optionsFor(ProjectionMethod::Umap)));
    std::optional<Projection> first;
    const auto map =
        project(m_roll, options, m_work, [&](const Projection& picture) { first = first.value_or(picture); });
    QCOMPARE(first->method, ProjectionMethod::TSne);
    QVERIFY(moved(*first, *options.start) < 1e-5);
    QVERIFY(*map->trustworthiness > 0.98);
}

void ProjectingTest::oddPointsHaveMaps_data() {
    QTest::addColumn<int>("count");
    QTest::addColumn<bool>("equal");
    QTest::addColumn<int>("width");
    QTest::newRow("none") << 0 << false << 3;
    QTest::newRow("one") << 1 << false << 3;
    QTest::newRow("two") << 2 << false << 3;
    QTest::newRow("three") << 3 << false << 1;
    QTest::newRow("fewer than neighbours") << 9 << false << 4;
    QTest::newRow("all equal") << 40 << true << 4;
}

void ProjectingTest::oddPointsHaveMaps() {
    QFETCH(int, count);
    QFETCH(bool, equal);
    QFETCH(int, width);
    Embeddings points = test::clouds(count, width);
    if (equal)
        std::fill(points.vectors.begin(), points.vectors.end(), 0.3F);
    for (const ProjectionMethod method : kMethods)
        for (const int dimensions : {2, 3}) {
            const Projection map = mapOf(points, optionsFor(method, dimensions));
            QCOMPARE(std::ssize(map.places), count * dimensions);
            for (const float place : map.places) {
                QVERIFY(std::isfinite(place) && std::abs(place) <= 1);
                QVERIFY(!equal || place == 0);
            }
            QVERIFY(!map.variance || !equal);
        }
    Embeddings doubled = test::clouds(60, 5); // each point twice
    doubled.vectors.insert(doubled.vectors.end(), doubled.vectors.begin(), doubled.vectors.end());
    doubled.labels.insert(doubled.labels.end(), doubled.labels.begin(), doubled.labels.end());
    for (const ProjectionMethod method : kMethods)
        for (const float place : mapOf(doubled, optionsFor(method)).places)
            QVERIFY(std::isfinite(place));
}

void ProjectingTest::impossibleWishesAreRefused() {
    const Embeddings points = test::clouds(20, 4);
    std::vector<ProjectionOptions> wishes(5, optionsFor(ProjectionMethod::TSne));
    wishes[0].dimensions = 4;
    wishes[1].perplexity = 0.5;
    wishes[2].neighbours = 0;
    wishes[3].start =
        std::make_shared<const Projection>(mapOf(test::clouds(19, 4), optionsFor(ProjectionMethod::Pca)));
    wishes[4].start = std::make_shared<const Projection>(mapOf(points, optionsFor(ProjectionMethod::Pca, 3)));
    for (const ProjectionOptions& options : wishes)
        QVERIFY_EXCEPTION_THROWN(mapOf(points, options), Error);
    Embeddings bad = points;
    bad.vectors[7] = std::nanf("");
    for (const ProjectionMethod method : kMethods)
        QVERIFY_EXCEPTION_THROWN(mapOf(bad, optionsFor(method)), Error);
}

void ProjectingTest::cancels() {
    const Embeddings points = test::clouds(100, 8);
    for (const ProjectionMethod method : kMethods)
        for (int after = 0; after < 40; after += 7) {
            int asked = 0;
            const auto map = project(m_roll, optionsFor(method),
                                     {.pool = m_pool, .cancelled = [&] { return asked++ >= after; }});
            QVERIFY(!map || (method == ProjectionMethod::Pca && asked <= after));
        }
}

QTEST_GUILESS_MAIN(ProjectingTest)
#include "projecting_test.moc"
