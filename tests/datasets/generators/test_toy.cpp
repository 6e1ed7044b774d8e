// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <cmath>

#include "datasets/toy.h"
#include "report/error.h"

using namespace neurarium;

namespace {

struct Point {
    float x, y, target;
};

Experiment toy(const std::string& shape, double noise = 0, double wrongLabels = 0) {
    Experiment experiment;
    experiment.data = {
        "toy",
        {{"shape", shape}, {"samples", std::int64_t{400}}, {"noise", noise}, {"wrong_labels", wrongLabels}}};
    experiment.loss.type = shape == "line" || shape == "sine" ? "mse" : "cross_entropy";
    return experiment;
}

/// For one number a sample, y is its target.
std::vector<Point> points(const Experiment& experiment) {
    const auto dataset = readToy(experiment, {}).training;
    std::vector<Point> all;
    std::vector<float> input(static_cast<std::size_t>(dataset->description().inputShape.elements()));
    for (std::int64_t i = 0; i < dataset->size(); ++i) {
        float target = 0;
        dataset->sample(i, input, {&target, 1});
        all.push_back({input[0], input.size() > 1 ? input[1] : target, target});
    }
    return all;
}

/// Root mean square of the distance between two sets' points along y.
double spread(const std::vector<Point>& one, const std::vector<Point>& other) {
    double sum = 0;
    for (std::size_t i = 0; i < one.size(); ++i)
        sum += std::pow(static_cast<double>(one[i].y - other[i].y), 2);
    return std::sqrt(sum / static_cast<double>(one.size()));
}

int differentTargets(const std::vector<Point>& one, const std::vector<Point>& other) {
    int count = 0;
    for (std::size_t i = 0; i < one.size(); ++i)
        count += one[i].target != other[i].target ? 1 : 0;
    return count;
}

/// How many points have the class of their nearest neighbour.
int neighbourAccuracy(const std::vector<Point>& all) {
    int right = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        float nearest = 100, said = -1;
        for (std::size_t k = 0; k < all.size(); ++k) {
            const float distance = std::hypot(all[i].x - all[k].x, all[i].y - all[k].y);
            if (k != i && distance < nearest) {
                nearest = distance;
                said = all[k].target;
            }
        }
        right += said == all[i].target ? 1 : 0;
    }
    return right;
}

} // namespace

class TestToy : public QObject {
    Q_OBJECT

private slots:
    void shapes_data();
    void shapes();
    void geometry();
    void noiseHasItsSize();
    void wrongLabelsAreCounted();
    void targetsFollowTheLoss();
    void valuesNeedAValueLoss();
    void seedDecides();
};

void TestToy::shapes_data() {
    QTest::addColumn<QString>("shape");
    for (const char* shape : {"spiral", "circles", "xor", "moons", "gaussians", "line", "sine"})
        QTest::newRow(shape) << shape;
}

void TestToy::shapes() {
    QFETCH(QString, shape);
    const Experiment experiment = toy(shape.toStdString(), 0.05);
    const DatasetDescription description = readToy(experiment, {}).training->description();
    const std::vector<Point> all = points(experiment);
    QCOMPARE(all.size(), std::size_t{400});
    QVERIFY(readToy(experiment, {}).validation == nullptr);
    for (const Point& point : all)
        QVERIFY(std::abs(point.x) <= 1 && std::abs(point.y) <= 1);
    if (experiment.loss.type == "mse") {
        QVERIFY(description.inputShape == Shape{1});
        QVERIFY(description.targetKind == TargetKind::Values);
        return;
    }
    QVERIFY(description.inputShape == Shape{2});
    QCOMPARE(description.classes, 2);
    QCOMPARE(std::count_if(all.begin(), all.end(), [](const Point& point) { return point.target == 1; }),
             200);
    QVERIFY2(neighbourAccuracy(all) >= 392, qPrintable(QString::number(neighbourAccuracy(all))));
}

void TestToy::geometry() {
    for (const Point& point : points(toy("circles")))
        QCOMPARE(std::hypot(point.x, point.y) > 0.5F, point.target == 1);
    for (const Point& point : points(toy("xor")))
        QCOMPARE(point.x * point.y < 0, point.target == 1);
    for (const Point& point : points(toy("line")))
        QVERIFY(std::abs(point.target - (0.7F * point.x - 0.1F)) < 1e-6F);
    const std::vector<Point> spiral = points(toy("spiral"));
    for (const Point& point : spiral)
        QVERIFY(std::hypot(point.x, point.y) < 0.94F);
}

void TestToy::noiseHasItsSize() {
    for (const char* shape : {"spiral", "sine"}) {
        const double measured = spread(points(toy(shape, 0.05)), points(toy(shape)));
        QVERIFY2(measured > 0.043 && measured < 0.057, qPrintable(QString::number(measured)));
    }
}

void TestToy::wrongLabelsAreCounted() {
    const std::vector<Point> right = points(toy("moons", 0.1));
    QCOMPARE(differentTargets(points(toy("moons", 0.1, 0.25)), right), 100);
    QCOMPARE(differentTargets(points(toy("moons", 0.1, 1)), right), 400);
    QCOMPARE(spread(points(toy("moons", 0.1, 0.25)), right), 0.0);
    QCOMPARE(differentTargets(points(toy("line", 0, 0.1)), points(toy("line"))), 40);
}

void TestToy::targetsFollowTheLoss() {
    Experiment experiment = toy("moons");
    const std::vector<Point> classes = points(experiment);
    experiment.loss.type = "binary_cross_entropy";
    QCOMPARE(differentTargets(points(experiment), classes), 0);
    experiment.loss.type = "mae";
    QVERIFY(readToy(experiment, {}).training->description().targetKind == TargetKind::Values);
    const std::vector<Point> values = points(experiment);
    for (std::size_t i = 0; i < values.size(); ++i)
        QCOMPARE(values[i].target, 2 * classes[i].target - 1);
}

void TestToy::valuesNeedAValueLoss() {
    Experiment experiment = toy("sine");
    experiment.loss.type = "cross_entropy";
    QVERIFY_EXCEPTION_THROWN(readToy(experiment, {}), Error);
}

void TestToy::seedDecides() {
    Experiment experiment = toy("spiral", 0.05, 0.1);
    const std::vector<Point> one = points(experiment);
    QCOMPARE(spread(points(experiment), one), 0.0);
    QCOMPARE(differentTargets(points(experiment), one), 0);
    experiment.seed = 43;
    QVERIFY(spread(points(experiment), one) > 0.01);
}

QTEST_GUILESS_MAIN(TestToy)
#include "test_toy.moc"
