// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

#include "app/head_notes.h"
#include "app/lab_page.h"
#include "app/stage.h"
#include "widgets/attention_map.h"
#include "widgets/attention_page.h"
#include "widgets/attention_panel.h"
#include "widgets/cut_row.h"
#include "widgets/cuts_page.h"
#include "widgets/guide_view.h"
#include "widgets/merge_page.h"
#include "widgets/token_strip.h"
#include "widgets/tokens_panel.h"
#include "widgets/vocabulary_page.h"
#include "window_driver.h"

using namespace neurarium;

/// The lessons about tokens and attention as a class takes them; for the first nothing is trained.
class WindowWordsTest : public QObject {
    Q_OBJECT
private slots:
    void aTextIsCutBeforeAnyTraining();
    void pairsAreMergedByHandAndByTheMachine();
    void theVocabularyOfTheStoriesIsThere();
    void headsLookAtTheSentenceWhileItTrains();

private:
    static TokensPanel* openPanel(WindowDriver& driver, const QString& language);
};

/// The panel, once it has learnt from the stories.
TokensPanel* WindowWordsTest::openPanel(WindowDriver& driver, const QString& language) {
    if (!driver.show())
        return nullptr;
    driver.window().appearance().setLanguage(language);
    driver.window().openLesson("cut-the-words");
    if (!driver.waitForPhase(LabPhase::Ready))
        return nullptr;
    auto* panel = qobject_cast<TokensPanel*>(driver.page().stage().view("tokens"));
    const auto learnt = [panel] { return panel->cutsPage().rows().size() == 5; };
    return panel != nullptr && driver.waitFor(learnt) ? panel : nullptr;
}

void WindowWordsTest::aTextIsCutBeforeAnyTraining() {
    WindowDriver driver;
    TokensPanel* panel = openPanel(driver, "ko");
    QVERIFY(panel != nullptr);
    QVERIFY(!driver.lab().hasRun());
    panel->field().setFocus();
    panel->field().selectAll();
    for (const Qt::Key key : {Qt::Key_C, Qt::Key_A, Qt::Key_T})
        driver.press(key);
    const auto shown = [panel] { return panel->cutsPage().cuts()->text; };
    QVERIFY(driver.waitFor([&] { return shown() == panel->field().text().toStdString(); }));
    QCOMPARE(panel->cutsPage().rows()[2]->strip().pieces().size(), shown().size());
    panel->cutsPage().joinButton().click();
    for (const CutRow* row : panel->cutsPage().rows())
        QVERIFY(row->isExact());
    QVERIFY(driver.problems.empty());
    driver.window().appearance().setLanguage("en");
}

void WindowWordsTest::pairsAreMergedByHandAndByTheMachine() {
    WindowDriver driver;
    TokensPanel* panel = openPanel(driver, "en");
    QVERIFY(panel != nullptr);
    panel->setPage(TokensPanel::Page::Merges);
    MergePage& page = panel->mergePage();
    page.commonView().setFocus();
    for (int i = 1; i <= MergePage::kByHand; ++i) {
        driver.press(Qt::Key_Return);
        QVERIFY(driver.waitFor([&] { return page.byHand() == i; }));
    }
    page.goal().setValue(300);
    page.machineButton().click();
    QVERIFY(driver.waitFor([&] { return page.state()->merged.size() == 300; }));
    QVERIFY(page.summary().contains("10"));
    QVERIFY(page.state()->corpusTokens > 0);
}

void WindowWordsTest::theVocabularyOfTheStoriesIsThere() {
    WindowDriver driver;
    TokensPanel* panel = openPanel(driver, "en");
    QVERIFY(panel != nullptr);
    panel->setPage(TokensPanel::Page::Vocabulary);
    VocabularyPage& page = panel->vocabularyPage();
    QVERIFY(driver.waitFor([&] { return page.table().size() > 256; }));
    page.search().setText("<EC>");
    QCOMPARE(page.table().rowCount(), 1);
}

void WindowWordsTest::headsLookAtTheSentenceWhileItTrains() {
    WindowDriver driver;
    QVERIFY(driver.show());
    driver.window().openLesson("who-looks-at-whom");
    QVERIFY(driver.waitForPhase(LabPhase::Ready));
    auto* panel = qobject_cast<AttentionPanel*>(driver.page().stage().view("attention"));
    QVERIFY(panel != nullptr);
    driver.press(Qt::Key_Space);
    const auto head = [panel] { return panel->mapPage().map().head(); };
    QVERIFY(driver.waitFor([&] { return head() != nullptr; }));
    QVERIFY(!panel->field().text().isEmpty());
    QVERIFY(driver.waitForSteps(3));
    const std::int64_t shown = panel->mapPage().content().maps->step;
    QVERIFY(driver.waitFor([&] { return panel->mapPage().content().maps->step > shown; }));
    QVERIFY(driver.pause());

    panel->field().setFocus();
    panel->field().selectAll();
    for (const Qt::Key key : {Qt::Key_C, Qt::Key_A, Qt::Key_T, Qt::Key_Return})
        driver.press(key);
    QVERIFY(driver.waitFor([&] { return panel->mapPage().content().maps->text == "cat"; }));
    panel->mapPage().setChosen({1, 2});
    panel->mapPage().switchButton().click();
    QVERIFY(driver.waitFor([&] { return head()->off; }));
    QCOMPARE(head()->place, (HeadPlace{1, 2}));
    panel->mapPage().switchButton().click();
    QVERIFY(driver.waitFor([&] { return !head()->off; }));

    panel->mapPage().note().setText("ours");
    QTest::keyClick(&panel->mapPage().note(), Qt::Key_Return);
    QCOMPARE(readHeadNotes(driver.lab().runFolder()).at({1, 2}), QStringLiteral("ours"));
    QVERIFY(driver.problems.empty());
}

int main(int argc, char* argv[]) {
    WindowWordsTest test;
    return runWindowTest(test, argc, argv);
}
#include "window_words_test.moc"
