// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include "app/lab_page.h"
#include "widgets/note_field.h"
#include "widgets/timeline_canvas.h"
#include "widgets/timeline_view.h"
#include "window_driver.h"

using namespace neurarium;

/// What the window knows of a save: its picture, its note, and the proof that it can be repeated.
class WindowSlotsTest : public QObject {
    Q_OBJECT
private slots:
    void savesHaveAPictureThatStays_data();
    void savesHaveAPictureThatStays();
    void aNoteStays();
    void aSaveIsProved();
    void anotherRunBeginsWithoutPictures();

private:
    static bool save(WindowDriver& driver);
    static QPushButton* button(WindowDriver& driver, const QString& text);
};

bool WindowSlotsTest::save(WindowDriver& driver) {
    const std::size_t before = driver.checkpoints.size();
    driver.press(Qt::Key_F5);
    return driver.waitFor(
        [&] { return driver.checkpoints.size() > before && !driver.checkpoints.back().letter.empty(); });
}

QPushButton* WindowSlotsTest::button(WindowDriver& driver, const QString& text) {
    for (auto* each : driver.page().timeline().findChildren<QPushButton*>())
        if (each->text() == text)
            return each;
    return nullptr;
}

void WindowSlotsTest::savesHaveAPictureThatStays_data() {
    QTest::addColumn<QString>("experiment");
    QTest::newRow("points") << "spiral";
    QTest::newRow("pictures") << "cat-sketches";
}

/// Also of saves whose views are hidden; and in another window they are the same to the pixel.
void WindowSlotsTest::savesHaveAPictureThatStays() {
    QFETCH(QString, experiment);
    QString folder;
    CheckpointInfo saved;
    QImage picture;
    {
        WindowDriver driver;
        QVERIFY(driver.show());
        QVERIFY(driver.openReady(experiment.toStdString()));
        driver.press(Qt::Key_Period);
        QVERIFY(driver.waitForSteps(1));
        QVERIFY(save(driver));
        saved = driver.newestSlot();
        TimelineView& timeline = driver.page().timeline();
        QVERIFY(driver.waitFor([&] { return !timeline.thumbnail(saved.id).isNull(); }));
        picture = timeline.thumbnail(saved.id);
        QTest::qWait(100);
        folder = driver.lab().runFolder();
        QVERIFY(driver.problems.empty());
        driver.close();
    }
    WindowDriver driver;
    QVERIFY(driver.show());
    driver.window().openPath(folder);
    QVERIFY(driver.waitForPhase(LabPhase::Paused));
    TimelineView& timeline = driver.page().timeline();
    QVERIFY(driver.waitFor([&] { return !timeline.thumbnail(saved.id).isNull(); }));
    const auto pixels = [](const QImage& image) { return image.convertToFormat(QImage::Format_ARGB32); };
    QCOMPARE(pixels(timeline.thumbnail(saved.id)), pixels(picture));
}

void WindowSlotsTest::aNoteStays() {
    QString folder;
    CheckpointId slot;
    {
        WindowDriver driver;
        QVERIFY(driver.show());
        QVERIFY(driver.openReady(moonExperiment("noted")));
        driver.press(Qt::Key_Period);
        QVERIFY(driver.waitForSteps(1));
        QVERIFY(save(driver));
        slot = driver.newestSlot().id;
        TimelineView& timeline = driver.page().timeline();
        QVERIFY(driver.waitFor([&] { return !driver.lab().timeline().checkpoints.empty(); }));
        timeline.setChosen(slot);
        auto* note = timeline.findChild<NoteField*>();
        QTest::mouseClick(note, Qt::LeftButton);
        auto* editor = note->findChild<QPlainTextEdit*>();
        QVERIFY(driver.waitFor([&] { return editor->isVisible(); }));
        QTest::keyClicks(editor, "first line");
        QTest::keyClick(editor, Qt::Key_Return);
        QTest::keyClicks(editor, "second");
        QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(driver.waitFor([&] {
            const auto& saves = driver.lab().timeline().checkpoints;
            return std::any_of(saves.begin(), saves.end(),
                               [](const CheckpointInfo& each) { return each.note == "first line\nsecond"; });
        }));
        folder = driver.lab().runFolder();
        driver.close();
    }
    WindowDriver driver;
    QVERIFY(driver.show());
    driver.window().openPath(folder);
    QVERIFY(driver.waitForPhase(LabPhase::Paused));
    QVERIFY(driver.waitFor([&] { return !driver.page().timeline().canvas()->timeline().branches.empty(); }));
    driver.page().timeline().setChosen(slot);
    QCOMPARE(driver.page().timeline().findChild<NoteField*>()->note(), QString("first line\nsecond"));
}

void WindowSlotsTest::aSaveIsProved() {
    WindowDriver driver;
    QVERIFY(driver.show());
    QVERIFY(driver.openReady(moonExperiment("proved")));
    for (int i = 0; i < 10; ++i)
        driver.press(Qt::Key_Period);
    QVERIFY(driver.waitForSteps(10));
    QVERIFY(save(driver));
    const CheckpointInfo first = driver.newestSlot();
    for (int i = 0; i < 12; ++i)
        driver.press(Qt::Key_Period);
    QVERIFY(driver.waitForSteps(22));
    QVERIFY(save(driver));
    TimelineView& timeline = driver.page().timeline();
    timeline.setChosen(first.id);
    button(driver, "Prove it")->click();
    QVERIFY(driver.waitFor([&] { return timeline.notice().startsWith("identical to the bit"); }));
    QCOMPARE(driver.lab().place().here().step, 22); // what is stood on stayed
    const Timeline& tree = driver.lab().timeline();
    const auto next = std::find_if(tree.checkpoints.begin(), tree.checkpoints.end(),
                                   [&](const CheckpointInfo& each) { return each.step > first.step; });
    QVERIFY(timeline.notice().contains(QString::fromStdString(next->shortCode())));
    QVERIFY(timeline.notice().contains(QString::number(next->step - first.step)));
    QVERIFY(driver.problems.empty());
}

void WindowSlotsTest::anotherRunBeginsWithoutPictures() {
    WindowDriver driver;
    QVERIFY(driver.show());
    QVERIFY(driver.openReady("spiral"));
    driver.press(Qt::Key_Period);
    QVERIFY(driver.waitForSteps(1));
    QVERIFY(save(driver));
    const CheckpointId slot = driver.newestSlot().id;
    TimelineView& timeline = driver.page().timeline();
    QVERIFY(driver.waitFor([&] { return !timeline.thumbnail(slot).isNull(); }));
    QVERIFY(driver.openReady(moonExperiment("another")));
    QVERIFY(timeline.thumbnail(slot).isNull());
    QVERIFY(timeline.canvas()->timeline().branches.empty());
}

int main(int argc, char* argv[]) {
    WindowSlotsTest test;
    return runWindowTest(test, argc, argv);
}
#include "window_slots_test.moc"
