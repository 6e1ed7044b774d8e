// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include "widgets/augmentation_knob.h"
#include "widgets/knob.h"
#include "widgets/knob_slider.h"
#include "widgets/knob_value.h"
#include "widgets/switch.h"

#include <QPushButton>

using namespace neurarium;

namespace {

KnobParts dropoutParts() {
    KnobParts parts;
    parts.hasSwitch = true;
    parts.scale.maximum = 0.95;
    parts.scale.percent = true;
    return parts;
}

} // namespace

class TestKnob : public QObject {
    Q_OBJECT
private slots:
    void scalesGoThereAndBack();
    void aDragIsOneChange();
    void aRestIsOneChange();
    void keysMoveOneAndTen();
    void theBoxRefusesWordsAndCutsToTheRange();
    void theSwitchKeepsTheValue();
    void undoNamesTheMark();
    void aLockedKnobCannotBeMoved();
    void aHandOnTheSliderIsNotDisturbed();
    void augmentationKeepsAmounts();
};

void TestKnob::scalesGoThereAndBack() {
    KnobScale rate;
    rate.minimum = 1e-5;
    rate.maximum = 1;
    rate.logarithmic = true;
    rate.decimals = 4;
    QCOMPARE(rate.lastPosition(), 100);
    QCOMPARE(rate.ticks().size(), std::size_t{6});
    for (int position = 0; position <= rate.lastPosition(); ++position) {
        QCOMPARE(rate.positionOf(rate.valueAt(position)), position);
        QCOMPARE(rate.value(rate.text(rate.valueAt(position))).value_or(-1), rate.valueAt(position));
    }
    QCOMPARE(rate.text(0.001), QStringLiteral("0.0010"));
    QCOMPARE(rate.text(0.00003), QStringLiteral("0.000030"));
    QCOMPARE(rate.text(0.00125), QStringLiteral("0.00125"));
    const KnobScale percent = dropoutParts().scale;
    QCOMPARE(percent.text(0.25), QStringLiteral("25 %"));
    QCOMPARE(percent.text(0.125), QStringLiteral("12.5 %"));
    QCOMPARE(percent.valueAt(3), 0.15);
}

void TestKnob::aDragIsOneChange() {
    Knob knob(dropoutParts());
    knob.resize(240, 100);
    knob.show();
    QSignalSpy changes(&knob, &Knob::valueChanged);
    KnobSlider* slider = knob.knobValue()->slider();
    QTest::mousePress(slider, Qt::LeftButton, {}, QPoint(20, 13));
    for (int x = 20; x < 150; x += 10)
        QTest::mouseMove(slider, QPoint(x, 13));
    QCOMPARE(changes.count(), 0);
    QTest::mouseRelease(slider, Qt::LeftButton, {}, QPoint(150, 13));
    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes[0][0].toDouble(), knob.value());
    QTest::qWait(KnobValue::kRestMilliseconds + 100);
    QCOMPARE(changes.count(), 1);
}

void TestKnob::aRestIsOneChange() {
    Knob knob(dropoutParts());
    QSignalSpy changes(&knob, &Knob::valueChanged);
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(knob.knobValue()->slider(), Qt::Key_Right);
    QCOMPARE(changes.count(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(changes.count(), 1, 3000);
    QCOMPARE(changes[0][0].toDouble(), 0.25);
}

void TestKnob::keysMoveOneAndTen() {
    Knob knob(dropoutParts());
    KnobSlider* slider = knob.knobValue()->slider();
    QTest::keyClick(slider, Qt::Key_Right);
    QCOMPARE(slider->value(), 1);
    QTest::keyClick(slider, Qt::Key_PageUp);
    QCOMPARE(slider->value(), 11);
    QTest::keyClick(slider, Qt::Key_Left);
    QCOMPARE(slider->value(), 10);
    QTest::keyClick(slider, Qt::Key_PageDown);
    QCOMPARE(slider->value(), 0);
}

void TestKnob::theBoxRefusesWordsAndCutsToTheRange() {
    Knob knob(dropoutParts());
    knob.setValue(0.25);
    QSignalSpy changes(&knob, &Knob::valueChanged);
    QLineEdit* box = knob.knobValue()->box();
    box->setText(QStringLiteral("much"));
    QTest::keyClick(box, Qt::Key_Return);
    QCOMPARE(box->text(), QStringLiteral("25 %"));
    QCOMPARE(changes.count(), 0);
    box->setText(QStringLiteral("300"));
    QTest::keyClick(box, Qt::Key_Return);
    QCOMPARE(knob.value(), 0.95);
    QCOMPARE(changes.count(), 1);
}

void TestKnob::theSwitchKeepsTheValue() {
    Knob knob(dropoutParts());
    knob.setValue(0.4);
    QSignalSpy switches(&knob, &Knob::switched);
    QSignalSpy changes(&knob, &Knob::valueChanged);
    knob.switchButton()->click();
    QVERIFY(!knob.isOn());
    QCOMPARE(knob.value(), 0.4);
    knob.switchButton()->click();
    QVERIFY(knob.isOn());
    QCOMPARE(knob.value(), 0.4);
    QCOMPARE(switches.count(), 2);
    QCOMPARE(changes.count(), 0);
}

void TestKnob::undoNamesTheMark() {
    Knob knob(dropoutParts());
    QSignalSpy undos(&knob, &Knob::undoRequested);
    knob.setChange(KnobChange{3, QStringLiteral("on since epoch 12")});
    knob.show();
    const auto buttons = knob.findChildren<QPushButton*>();
    QCOMPARE(buttons.size(), 1);
    QVERIFY(buttons[0]->isVisible());
    buttons[0]->click();
    QCOMPARE(undos[0][0].toInt(), 3);
    knob.setChange(std::nullopt);
    QVERIFY(!buttons[0]->isVisible());
}

void TestKnob::aLockedKnobCannotBeMoved() {
    Knob knob(dropoutParts());
    knob.setState(KnobState::Locked);
    QVERIFY(!knob.switchButton()->isEnabled());
    QVERIFY(!knob.knobValue()->box()->isEnabled());
    QVERIFY(knob.knobValue()->slider()->isHidden());
    knob.setState(KnobState::Live);
    QVERIFY(knob.switchButton()->isEnabled());
    QVERIFY(!knob.knobValue()->slider()->isHidden());
}

void TestKnob::aHandOnTheSliderIsNotDisturbed() {
    Knob knob(dropoutParts());
    knob.knobValue()->slider()->setSliderDown(true);
    knob.knobValue()->slider()->setSliderPosition(10);
    knob.setValue(0.1);
    QCOMPARE(knob.value(), 0.5);
}

void TestKnob::augmentationKeepsAmounts() {
    AugmentationKnob knob;
    AugmentationOptions options;
    options.flip = true;
    options.rotate = 25;
    options.holeCount = 2;
    knob.setAugmentation(options);
    QCOMPARE(knob.augmentation(), options);
    QSignalSpy changes(&knob, &AugmentationKnob::augmentationChanged);
    knob.switchButton()->click();
    QVERIFY(!knob.augmentation().any());
    knob.setAugmentation(knob.augmentation()); // what the engine answers
    knob.switchButton()->click();
    QCOMPARE(knob.augmentation(), options);
    knob.chip(AugmentationKnob::Turn)->click();
    QCOMPARE(knob.augmentation().rotate, 0.0);
    knob.chip(AugmentationKnob::Turn)->click();
    QCOMPARE(knob.augmentation().rotate, 25.0);
    for (int way = 0; way < AugmentationKnob::kWays; ++way)
        if (!knob.isWayOn(static_cast<AugmentationKnob::Way>(way)))
            knob.chip(static_cast<AugmentationKnob::Way>(way))->click();
    const AugmentationOptions all = knob.augmentation();
    QVERIFY(all.flip && all.rotate > 0 && all.shift > 0 && all.zoom > 0 && all.brightness > 0 &&
            all.holeCount == 2);
    QCOMPARE(changes.count(), 7);
}

QTEST_MAIN(TestKnob)
#include "test_knob.moc"
