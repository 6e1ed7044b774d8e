// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include <QAbstractButton>
#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

#include "app/lab_page.h"
#include "app/panel_menu.h"
#include "app/stage.h"
#include "widgets/attention_page.h"
#include "widgets/attention_panel.h"
#include "widgets/broken_sentences.h"
#include "widgets/chart_canvas.h"
#include "widgets/guide_view.h"
#include "widgets/loss_chart.h"
#include "widgets/map_canvas.h"
#include "widgets/measure_bar.h"
#include "widgets/search_field.h"
#include "widgets/segmented_control.h"
#include "widgets/slot_details.h"
#include "widgets/timeline_view.h"
#include "widgets/word_map_panel.h"
#include "widgets/writing_panel.h"
#include "window_driver.h"

using namespace neurarium;

/// What a class sees of words, pictures and sentences while a network trains.
class WindowMapsTest : public QObject {
    Q_OBJECT
private slots:
    void theLessonOnTheWordMapTicksItself_data();
    void theLessonOnTheWordMapTicksItself();
    void picturesStandOnAMapOfTheirOwn();
    void viewsAreThoseOfTheExperiment();
    void aViewMadeLargeKeepsTheFocus();
    void sentencesBreakWithoutAHead();
    void theBarsMoveWithinAnEpoch();
    void aSaveSaysWhatTheNetworkWrote();

private:
    static bool areTicked(WindowDriver& driver, std::size_t tasks);
    /// Searches for a word, takes it, and lays the ruler to it.
    static void measure(WordMapPanel& panel, const QString& word);
    static QAction* viewNamed(WindowDriver& driver, const QString& name);
};

bool WindowMapsTest::areTicked(WindowDriver& driver, std::size_t tasks) {
    return driver.waitFor(
        [&] {
            const auto& boxes = driver.page().guide().taskBoxes();
            std::size_t ticked = 0;
            for (const QCheckBox* box : boxes)
                ticked += box->isVisible() && box->isChecked() ? 1 : 0;
            return ticked >= tasks;
        },
        120'000);
}

void WindowMapsTest::measure(WordMapPanel& panel, const QString& word) {
    panel.search()->setFocus();
    panel.search()->setText(word);
    QTest::keyClick(panel.search(), Qt::Key_Return);
    panel.measureBar()->addButton()->click();
}

void WindowMapsTest::theLessonOnTheWordMapTicksItself_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("English") << "en" << QStringList{"soccer", "school", "today"};
    QTest::newRow("Korean") << "ko" << QStringList{"축구", "학교", "오늘"};
}

/// Every task of it, in order, as a class does them.
void WindowMapsTest::theLessonOnTheWordMapTicksItself() {
    QFETCH(QString, language);
    QFETCH(QStringList, words);
    WindowDriver driver;
    QVERIFY(driver.show());
    driver.window().appearance().setLanguage(language);
    driver.window().openLesson("word-map");
    QVERIFY(driver.waitForPhase(LabPhase::Ready));
    Recipe shorter = driver.lab().experiment();
    shorter.data.options["samples"] = std::int64_t{1600};
    driver.lab().edit(shorter);
    QVERIFY(driver.waitForPhase(LabPhase::Ready));
    driver.lab().setPace(0);
    GuideView& guide = driver.page().guide();
    driver.page().setGuideOpen(true);
    auto* panel = qobject_cast<WordMapPanel*>(driver.page().stage().view("word-map"));
    QVERIFY(panel != nullptr);
    driver.press(Qt::Key_Space);
    QVERIFY(driver.waitFor([&] { return panel->canvas()->scene().isComplete(); }));
    panel->search()->setText(words[0]);
    QVERIFY(areTicked(driver, 2));
    guide.nextButton()->click();
    for (const QString& word : words)
        measure(*panel, word);
    QCOMPARE(panel->measureBar()->measured(), words);
    QVERIFY(areTicked(driver, 2));
    guide.nextButton()->click();
    QVERIFY(areTicked(driver, 2)); // once it has trained so far
    QVERIFY(driver.epochs.size() >= 2);
    guide.nextButton()->click();
    for (const qint64 word : {3, 5, 7, 9, 11})
        panel->choose(word);
    QVERIFY(areTicked(driver, 1));
    guide.nextButton()->click();
    for (const SegmentedControl* choice : {panel->methodChoice(), panel->dimensionChoice()})
        choice->findChildren<QAbstractButton*>()[1]->click();
    QVERIFY(areTicked(driver, 2));
    QVERIFY(!panel->canvas()->scene().things->groups.empty());
    QVERIFY(driver.problems.empty());
    driver.window().appearance().setLanguage("en");
}

QAction* WindowMapsTest::viewNamed(WindowDriver& driver, const QString& name) {
    auto* menu = driver.window().findChild<PanelMenu*>();
    menu->fill();
    for (QAction* action : menu->actions())
        if (action->text() == name)
            return action;
    return nullptr;
}

void WindowMapsTest::picturesStandOnAMapOfTheirOwn() {
    WindowDriver driver;
    QVERIFY(driver.show());
    QVERIFY(driver.train("few-sketches", 3));
    QAction* view = viewNamed(driver, "Picture map");
    QVERIFY(view != nullptr && !view->isChecked());
    view->trigger();
    QVERIFY(viewNamed(driver, "Picture map")->isChecked());
    auto* panel = qobject_cast<WordMapPanel*>(driver.page().stage().view("picture-map"));
    QVERIFY(panel != nullptr);
    QCOMPARE(panel->title(), QString("Picture map"));
    QVERIFY(driver.waitFor([&] { return panel->canvas()->scene().isComplete(); }));
    const std::shared_ptr<const Embeddings> things = panel->canvas()->scene().things;
    QCOMPARE(std::ssize(things->pictures), things->size());
    QCOMPARE(std::ssize(things->groups), things->size());
    QVERIFY(driver.waitFor([&] { return panel->canvas()->scene().things->epoch > things->epoch; }));
    emit panel->closeRequested();
    QVERIFY(driver.page().stage().view("picture-map") == nullptr);
    QVERIFY(!driver.page().stage().wanted().projection);
    QVERIFY(driver.problems.empty());
}

void WindowMapsTest::viewsAreThoseOfTheExperiment() {
    WindowDriver driver;
    QVERIFY(driver.show());
    QVERIFY(driver.openReady("spiral"));
    QVERIFY(viewNamed(driver, "Picture map") == nullptr && viewNamed(driver, "Tokens") == nullptr);
    QVERIFY(viewNamed(driver, "Network")->isChecked());
    QVERIFY(driver.openReady("stories"));
    QVERIFY(viewNamed(driver, "Picture map") == nullptr);
    QVERIFY(viewNamed(driver, "Word map")->isChecked());
    viewNamed(driver, "Tokens")->trigger();
    QVERIFY(driver.page().stage().view("tokens") != nullptr);
    QVERIFY(!viewNamed(driver, "Word map")->isChecked()); // made room for it
    viewNamed(driver, "Word map")->trigger();
    QVERIFY(driver.page().stage().view("tokens") == nullptr);
    driver.window().appearance().setLanguage("ko");
    QVERIFY(viewNamed(driver, QString::fromUtf8("단어 지도")) != nullptr);
    driver.window().appearance().setLanguage("en");
}

void WindowMapsTest::aViewMadeLargeKeepsTheFocus() {
    WindowDriver driver;
    QVERIFY(driver.show());
    QVERIFY(driver.openReady("spiral"));
    LossChart& chart = driver.page().stage().lossChart();
    auto* const inside = chart.findChild<ChartCanvas*>();
    inside->setFocus();
    for (const bool large : {true, false}) {
        emit chart.maximiseRequested(large);
        QCOMPARE(chart.isMaximised(), large);
        QCOMPARE(driver.window().focusWidget(), static_cast<QWidget*>(inside));
    }
}

void WindowMapsTest::sentencesBreakWithoutAHead() {
    WindowDriver driver;
    QVERIFY(driver.show());
    driver.window().openLesson("who-looks-at-whom");
    QVERIFY(driver.waitForPhase(LabPhase::Ready));
    driver.lab().setPace(0);
    driver.press(Qt::Key_Space);
    QVERIFY(driver.waitForSteps(20));
    QVERIFY(driver.pause());
    auto* panel = qobject_cast<AttentionPanel*>(driver.page().stage().view("attention"));
    QVERIFY(panel != nullptr);
    QVERIFY(!driver.page().stage().wanted().headEffect);
    panel->mapPage().setChosen({0, 0});
    panel->mapPage().switchButton().click();
    QVERIFY(!driver.page().stage().wanted().headEffect); // nobody looks at it yet
    QVERIFY(driver.waitFor([&] { return panel->mapPage().sentencesButton().isVisible(); }));
    panel->mapPage().sentencesButton().click();
    QCOMPARE(panel->page(), AttentionPanel::Page::Sentences);
    SentenceTable& table = panel->sentences().table();
    QVERIFY(driver.waitFor([&] { return table.rowCount() > 20; }));
    QVERIFY(table.sentence(0).endsWith('.'));
    QVERIFY(panel->sentences().summary().contains("of " + QString::number(table.rowCount())));
    const QString worst = table.sentence(0);
    emit panel->sentences().sentenceChosen(worst);
    QCOMPARE(panel->page(), AttentionPanel::Page::Map);
    QVERIFY(!driver.page().stage().wanted().headEffect);
    QVERIFY(driver.waitFor([&] { return panel->mapPage().content().maps->text == worst.toStdString(); }));
    panel->mapPage().setChosen({0, 0});
    panel->mapPage().switchButton().click();
    QCOMPARE(table.rowCount(), 0);
    QVERIFY(driver.problems.empty());
}

void WindowMapsTest::theBarsMoveWithinAnEpoch() {
    WindowDriver driver;
    QVERIFY(driver.show());
    driver.window().resize(1600, 1000); // room for all views
    QVERIFY(driver.openReady("stories"));
    auto* panel = qobject_cast<WritingPanel*>(driver.page().stage().view("writing"));
    QVERIFY(panel != nullptr);
    std::set<std::int64_t> steps; // that the bars were of
    connect(&driver.lab(), &Lab::writingReady, this, [&](const std::shared_ptr<const Writing>& writing) {
        if (!writing->checkpoint && !writing->next.empty() && driver.epochs.empty())
            steps.insert(writing->step);
    });
    driver.press(Qt::Key_Space);
    QVERIFY(driver.waitFor([&] { return steps.size() > 3 || !driver.epochs.empty(); }));
    QVERIFY(driver.epochs.empty());
    QVERIFY(driver.problems.empty());
}

void WindowMapsTest::aSaveSaysWhatTheNetworkWrote() {
    WindowDriver driver;
    QVERIFY(driver.show());
    driver.window().resize(1600, 1000);
    QVERIFY(driver.train("stories", 5));
    driver.press(Qt::Key_B, Qt::ControlModifier);
    QVERIFY(driver.waitFor([&] { return driver.newestSlot().letter == "A"; }));
    QVERIFY(driver.pause());
    const CheckpointInfo saved = driver.newestSlot();
    QVERIFY(saved.sample.size() > 20);
    driver.page().timeline().setChosen(saved.id);
    const auto* details = driver.page().timeline().findChild<SlotDetails*>();
    bool shown = false;
    for (const QLabel* label : details->findChildren<QLabel*>())
        shown = shown || label->text().contains(QString::fromStdString(saved.sample).simplified());
    QVERIFY(shown);
}

int main(int argc, char* argv[]) {
    WindowMapsTest test;
    return runWindowTest(test, argc, argv);
}
#include "window_maps_test.moc"
