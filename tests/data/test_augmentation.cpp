// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <cmath>
#include <set>

#include "data/augmentation.h"
#include "data/resampling.h"
#include "tests/measuring.h"

using namespace neurarium;

namespace {

using Picture = std::vector<float>;

const Shape kSmall{1, 4, 5};
const Shape kUsual{3, 64, 64};

/// 0, 1, 2 ... in rows of a small picture.
Picture counted(const Shape& shape) {
    Picture picture(static_cast<std::size_t>(shape.elements()));
    for (std::size_t i = 0; i < picture.size(); ++i)
        picture[i] = static_cast<float>(i);
    return picture;
}

Picture waves(const Shape& shape) {
    Picture picture(static_cast<std::size_t>(shape.elements()));
    for (std::size_t i = 0; i < picture.size(); ++i)
        picture[i] = 0.9F * std::sin(0.01F * static_cast<float>(i * i % 977));
    return picture;
}

Picture moved(const Placement& placement, const Shape& shape, const Picture& picture) {
    Picture result(picture.size());
    resample(placement, shape, picture, result);
    return result;
}

Picture varied(const AugmentationOptions& options, std::int64_t epoch, std::int64_t sample,
               std::uint64_t seed = 42) {
    Picture picture = waves(kUsual);
    Augmentation(options, seed).apply(epoch, sample, kUsual, picture);
    return picture;
}

AugmentationOptions everything() {
    AugmentationOptions options;
    options.flip = true;
    options.shift = 0.1;
    options.rotate = 15;
    options.zoom = 0.2;
    options.brightness = 0.3;
    options.holeCount = 2;
    return options;
}

double largestDifference(const Picture& one, const Picture& other) {
    double largest = 0;
    for (std::size_t i = 0; i < one.size(); ++i)
        largest = std::max(largest, static_cast<double>(std::abs(one[i] - other[i])));
    return largest;
}

} // namespace

class TestAugmentation : public QObject {
    Q_OBJECT

private slots:
    void nothingChangesNothing();
    void flipMirrorsRows();
    void shiftMovesAndReflects();
    void halfPixelIsTheMean();
    void farShiftsStayInside();
    void quarterTurnIsExact();
    void turnsGoBack();
    void zoomEnlargesAboutTheMiddle();
    void orderIsFlipThenShift();
    void singlePixels();
    void drawsDependOnPlaceOnly();
    void optionsDoNotDisturbEachOther();
    void flipsHalfOfThem();
    void brightnessKeepsBlack();
    void holesHaveTheirArea();
    void extremeOptions();
    void speed();
};

void TestAugmentation::nothingChangesNothing() {
    QCOMPARE(varied({}, 1, 0), waves(kUsual));
    QCOMPARE(moved({}, kSmall, counted(kSmall)), counted(kSmall));
}

void TestAugmentation::flipMirrorsRows() {
    const Picture flipped = moved({true, 0, 0, 0, 1}, {1, 2, 3}, {0, 1, 2, 3, 4, 5});
    QCOMPARE(flipped, (Picture{2, 1, 0, 5, 4, 3}));
}

void TestAugmentation::shiftMovesAndReflects() {
    const Picture row{0, 1, 2, 3, 4};
    QCOMPARE(moved({false, 2, 0, 0, 1}, {1, 1, 5}, row), (Picture{2, 1, 0, 1, 2}));
    QCOMPARE(moved({false, -2, 0, 0, 1}, {1, 1, 5}, row), (Picture{2, 3, 4, 3, 2}));
    QCOMPARE(moved({false, 0, 1, 0, 1}, {1, 5, 1}, row), (Picture{1, 0, 1, 2, 3}));
}

void TestAugmentation::halfPixelIsTheMean() {
    QCOMPARE(moved({false, 0.5, 0, 0, 1}, {1, 1, 3}, {0, 4, 8}), (Picture{2, 2, 6}));
    QCOMPARE(moved({false, 0.5, 0.5, 0, 1}, {1, 2, 2}, {0, 4, 8, 12})[3], 6.0F);
}

void TestAugmentation::farShiftsStayInside() {
    const Picture row{0, 1, 2, 3, 4};
    QCOMPARE(moved({false, 8, 0, 0, 1}, {1, 1, 5}, row), row);
    QCOMPARE(moved({false, -800, 0, 0, 1}, {1, 1, 5}, row), row);
    QCOMPARE(moved({false, 9, 0, 0, 1}, {1, 1, 5}, row), (Picture{1, 0, 1, 2, 3}));
}

void TestAugmentation::quarterTurnIsExact() {
    const Picture turned = moved({false, 0, 0, 90, 1}, {1, 3, 3}, {0, 1, 2, 3, 4, 5, 6, 7, 8});
    const Picture clockwise{6, 3, 0, 7, 4, 1, 8, 5, 2};
    QVERIFY(largestDifference(turned, clockwise) < 1e-4);
}

void TestAugmentation::turnsGoBack() {
    const Shape shape{1, 33, 33};
    Picture disc(33 * 33);
    for (int y = 0; y < 33; ++y)
        for (int x = 0; x < 33; ++x)
            disc[static_cast<std::size_t>(33 * y + x)] =
                std::exp(-0.05F * static_cast<float>((x - 12) * (x - 12) + (y - 18) * (y - 18)));
    const Picture there = moved({false, 0, 0, 30, 1}, shape, disc);
    QVERIFY(largestDifference(there, disc) > 0.2);
    QVERIFY(largestDifference(moved({false, 0, 0, -30, 1}, shape, there), disc) < 0.05);
}

void TestAugmentation::zoomEnlargesAboutTheMiddle() {
    QCOMPARE(moved({false, 0, 0, 0, 2}, {1, 1, 5}, {0, 1, 2, 3, 4}), (Picture{1, 1.5, 2, 2.5, 3}));
    QCOMPARE(moved({false, 0, 0, 0, 0.5}, {1, 1, 5}, {0, 1, 2, 3, 4}), (Picture{2, 0, 2, 4, 2}));
}

void TestAugmentation::orderIsFlipThenShift() {
    QCOMPARE(moved({true, 1, 0, 0, 1}, {1, 1, 4}, {0, 1, 2, 3}), (Picture{2, 3, 2, 1}));
}

void TestAugmentation::singlePixels() {
    QCOMPARE(moved({true, 3.3, -2, 45, 1.7}, {3, 1, 1}, {1, 2, 3}), (Picture{1, 2, 3}));
}

void TestAugmentation::drawsDependOnPlaceOnly() {
    const Picture one = varied(everything(), 3, 17);
    QCOMPARE(varied(everything(), 3, 17), one);
    QVERIFY(varied(everything(), 4, 17) != one);
    QVERIFY(varied(everything(), 3, 18) != one);
    QVERIFY(varied(everything(), 3, 17, 43) != one);
}

void TestAugmentation::optionsDoNotDisturbEachOther() {
    AugmentationOptions dark;
    dark.brightness = 0.5;
    AugmentationOptions both = dark;
    both.holeCount = 1;
    const Picture withHole = varied(both, 2, 5), without = varied(dark, 2, 5);
    std::size_t changed = 0;
    for (std::size_t i = 0; i < withHole.size(); ++i)
        changed += withHole[i] != without[i] ? 1 : 0;
    QVERIFY(changed > 0);
    QVERIFY(changed <= 3 * 16 * 16);
}

void TestAugmentation::flipsHalfOfThem() {
    AugmentationOptions options;
    options.flip = true;
    int flipped = 0;
    for (int sample = 0; sample < 400; ++sample)
        flipped += varied(options, 1, sample) != waves(kUsual) ? 1 : 0;
    QVERIFY2(flipped > 150 && flipped < 250, qPrintable(QString::number(flipped)));
}

void TestAugmentation::brightnessKeepsBlack() {
    AugmentationOptions options;
    options.brightness = 0.5;
    const Augmentation augmentation(options, 1);
    bool darker = false, brighter = false;
    for (int sample = 0; sample < 50; ++sample) {
        Picture picture{-1, 0, 1, -1, 0, 1};
        augmentation.apply(1, sample, {1, 2, 3}, picture);
        const double factor = (static_cast<double>(picture[1]) + 1) / 2 / 0.5;
        QCOMPARE(picture[0], -1.0F);
        QVERIFY(factor >= 0.5 && factor <= 1.5);
        QVERIFY(std::abs(static_cast<double>(picture[2]) - (std::min(1.0, factor) * 2 - 1)) < 1e-5);
        darker = darker || factor < 0.8;
        brighter = brighter || factor > 1.2;
    }
    QVERIFY(darker && brighter);
}

void TestAugmentation::holesHaveTheirArea() {
    AugmentationOptions options;
    options.holeCount = 1;
    options.holeSize = 0.25;
    std::set<std::size_t> corners;
    for (int sample = 0; sample < 30; ++sample) {
        Picture picture(static_cast<std::size_t>(kUsual.elements()), 0.5F);
        Augmentation(options, 9).apply(1, sample, kUsual, picture);
        QCOMPARE(std::count(picture.begin(), picture.end(), 0.0F), 3 * 16 * 16);
        corners.insert(
            static_cast<std::size_t>(std::find(picture.begin(), picture.end(), 0.0F) - picture.begin()));
    }
    QVERIFY(corners.size() > 20);
}

void TestAugmentation::extremeOptions() {
    AugmentationOptions options;
    options.zoom = 1;
    options.rotate = 180;
    options.shift = 1;
    options.holeCount = 100000;
    options.holeSize = 1;
    options.brightness = 1;
    for (const Shape& shape : {Shape{3, 1, 1}, Shape{3, 2, 9}, Shape{3, 9, 2}}) {
        Picture picture = counted(shape);
        Augmentation(options, 1).apply(1, 0, shape, picture);
        QVERIFY(
            std::all_of(picture.begin(), picture.end(), [](float value) { return std::isfinite(value); }));
    }
}

void TestAugmentation::speed() {
    const Augmentation augmentation(everything(), 1);
    Picture picture = waves(kUsual);
    const double begin = processorMilliseconds();
    for (int sample = 0; sample < 300; ++sample)
        augmentation.apply(1, sample, kUsual, picture);
    const double each = (processorMilliseconds() - begin) / 300;
    qInfo("%.3f ms for a picture of 64x64", each);
    QVERIFY(each < (kSanitized ? 20 : 5));
}

QTEST_GUILESS_MAIN(TestAugmentation)
#include "test_augmentation.moc"
