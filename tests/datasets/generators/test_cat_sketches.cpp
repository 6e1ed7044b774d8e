// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <cmath>
#include <set>

#include "data/data_split.h"
#include "datasets/cat_sketches.h"
#include "datasets/sketch_canvas.h"
#include "datasets/sketch_picture.h"
#include "report/error.h"

using namespace neurarium;

namespace {

Experiment sketches(std::int64_t samples, double side, const std::string& bias = "none") {
    Experiment experiment;
    experiment.data = {"cat-sketches",
                       {{"samples", samples},
                        {"image_size", std::vector<double>{side, side}},
                        {"classes", std::int64_t{4}},
                        {"bias", bias}}};
    return experiment;
}

std::vector<std::uint8_t> drawn(const SketchStyle& style, std::int64_t number, SketchSpecies species) {
    std::vector<std::uint8_t> planes(static_cast<std::size_t>(3 * style.width * style.height));
    drawSketch(style, number, species, planes);
    return planes;
}

std::vector<std::uint8_t> bytes(const SketchCanvas& canvas) {
    std::vector<std::uint8_t> planes(static_cast<std::size_t>(3 * canvas.width() * canvas.height()));
    canvas.planes({1, 1, 1}, planes);
    return planes;
}

/// The white area in pixels of an outline filled on a black canvas of 20×20.
double area(const SketchPath& path) {
    SketchCanvas canvas(20, 20);
    canvas.fill(path, SketchPaint::flat({1, 1, 1}));
    double sum = 0;
    for (const std::uint8_t byte : bytes(canvas))
        sum += byte / 255.0 / 3;
    return sum;
}

/// Pixels of the bias's blue, however lit.
int cushionPixels(const std::vector<std::uint8_t>& planes) {
    const std::size_t plane = planes.size() / 3;
    int count = 0;
    for (std::size_t i = 0; i < plane; ++i)
        count += planes[2 * plane + i] > 110 && planes[2 * plane + i] > 3 * planes[i] ? 1 : 0;
    return count;
}

} // namespace

class TestCatSketches : public QObject {
    Q_OBJECT

private slots:
    void canvasCoversExactly();
    void outlinesMayLeaveTheCanvas();
    void clipsInside();
    void placementsNest();
    void sameNumberSamePicture();
    void differentNumbersDiffer();
    void classesTakeTurns();
    void threadsChangeNothing();
    void fewerClasses();
    void oblongPictures();
    void cushionBias();
    void tooManyPictures();
    void cancels();
};

void TestCatSketches::canvasCoversExactly() {
    const auto near = [](double one, double other) { return std::abs(one - other) < 0.05; };
    QVERIFY(near(area(SketchPath::rectangle({2.25, 3.5}, {7.75, 9})), 5.5 * 5.5));
    QVERIFY(near(area({{{2, 2}, {14, 5}, {4, 15}}}), 0.5 * (12 * 13 - 2 * 3)));
    QVERIFY(std::abs(area(SketchPath::circle({10, 10}, 6)) - 36 * 3.14159) < 0.8);
    QVERIFY(near(area({{{2, 2}, {4, 15}, {14, 5}}}), 0.5 * (12 * 13 - 2 * 3)));
    QVERIFY(std::abs(area(SketchPath::stroke({{4, 10}, {14, 10}}, 1, 1)) - (20 + 3.1)) < 0.5);
}

void TestCatSketches::outlinesMayLeaveTheCanvas() {
    QCOMPARE(area(SketchPath::rectangle({-50, -50}, {50, 50})), 400.0);
    QCOMPARE(area(SketchPath::rectangle({-50, 5}, {10, 100})), 150.0);
    QCOMPARE(area(SketchPath::rectangle({30, 30}, {50, 50})), 0.0);
    QCOMPARE(area(SketchPath::circle({-30, 10}, 20)), 0.0);
}

void TestCatSketches::clipsInside() {
    SketchCanvas canvas(10, 10);
    canvas.fillInside(SketchPath::rectangle({0, 0}, {5, 10}), SketchPath::rectangle({3, 0}, {10, 4}),
                      SketchPaint::flat({1, 1, 1}));
    const std::vector<std::uint8_t> planes = bytes(canvas);
    QCOMPARE(std::count(planes.begin(), planes.end(), 255), 3 * 2 * 4);
    QCOMPARE(std::count(planes.begin(), planes.end(), 0), 3 * (100 - 2 * 4));
}

void TestCatSketches::placementsNest() {
    const SketchPlacement outer{3, 4, 2, 0.7, true}, inner{-1, 2, 0.5, -0.3, true};
    const SketchPoint point{0.4, -1.1};
    const SketchPoint twice = outer.map(inner.map(point)), once = outer.with(inner).map(point);
    QVERIFY(std::abs(twice.x - once.x) < 1e-12 && std::abs(twice.y - once.y) < 1e-12);
}

void TestCatSketches::sameNumberSamePicture() {
    const SketchStyle style{48, 48, 5, false};
    QVERIFY(drawn(style, 11, SketchSpecies::Dog) == drawn(style, 11, SketchSpecies::Dog));
    SketchStyle otherSeed = style;
    otherSeed.seed = 6;
    QVERIFY(drawn(style, 11, SketchSpecies::Dog) != drawn(otherSeed, 11, SketchSpecies::Dog));
    QVERIFY(drawn(style, 11, SketchSpecies::Dog) != drawn(style, 11, SketchSpecies::Bear));
}

void TestCatSketches::differentNumbersDiffer() {
    const SketchStyle style{32, 32, 5, false};
    std::set<std::vector<std::uint8_t>> pictures;
    for (std::int64_t number = 0; number < 200; ++number)
        pictures.insert(drawn(style, number, SketchSpecies::Cat));
    QCOMPARE(pictures.size(), std::size_t{200});
}

void TestCatSketches::classesTakeTurns() {
    const auto dataset = readCatSketches(sketches(42, 16), {}).training;
    QCOMPARE(dataset->size(), 42);
    QVERIFY(dataset->description().pictures);
    QVERIFY(dataset->description().classNames == (std::vector<std::string>{"cat", "dog", "rabbit", "bear"}));
    std::vector<float> input(3 * 16 * 16);
    for (std::int64_t i = 0; i < dataset->size(); ++i) {
        float target = -1;
        dataset->sample(i, input, {&target, 1});
        QCOMPARE(target, static_cast<float>(i % 4));
        QVERIFY(std::all_of(input.begin(), input.end(), [](float value) { return std::abs(value) <= 1; }));
    }
}

void TestCatSketches::threadsChangeNothing() {
    ReadContext one, three;
    one.threads = 1;
    three.threads = 3;
    const Experiment experiment = sketches(60, 24);
    QCOMPARE(datasetHash(*readCatSketches(experiment, one).training, nullptr),
             datasetHash(*readCatSketches(experiment, three).training, nullptr));
}

void TestCatSketches::fewerClasses() {
    Experiment experiment = sketches(12, 16);
    experiment.data.options["classes"] = std::int64_t{2};
    const auto dataset = readCatSketches(experiment, {}).training;
    QVERIFY(dataset->description().classNames == (std::vector<std::string>{"cat", "dog"}));
    QCOMPARE(dataset->description().classes, 2);
}

void TestCatSketches::oblongPictures() {
    Experiment experiment = sketches(8, 16);
    experiment.data.options["image_size"] = std::vector<double>{20, 48};
    const auto dataset = readCatSketches(experiment, {}).training;
    QVERIFY(dataset->description().inputShape == Shape({3, 20, 48}));
}

void TestCatSketches::cushionBias() {
    const SketchStyle plain{64, 64, 42, false}, biased{64, 64, 42, true};
    int onCushion = 0;
    for (std::int64_t number = 0; number < 100; ++number) {
        onCushion += cushionPixels(drawn(biased, number, SketchSpecies::Cat)) > 30 ? 1 : 0;
        QVERIFY(drawn(plain, number, SketchSpecies::Dog) == drawn(biased, number, SketchSpecies::Dog));
    }
    QVERIFY2(onCushion >= 90, qPrintable(QString::number(onCushion)));
}

void TestCatSketches::tooManyPictures() {
    QVERIFY_EXCEPTION_THROWN(readCatSketches(sketches(1000000, 256), {}), Error);
}

void TestCatSketches::cancels() {
    ReadContext context;
    context.progress = [](const ImportProgress& progress) { return progress.done == 0; };
    QVERIFY_EXCEPTION_THROWN(readCatSketches(sketches(2000, 16), context), Error);
}

QTEST_GUILESS_MAIN(TestCatSketches)
#include "test_cat_sketches.moc"
