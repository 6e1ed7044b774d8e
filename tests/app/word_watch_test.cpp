// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include "app/lesson_watch.h"
#include "app/word_watch.h"
#include "tests/widgets/attention_example.h"
#include "tests/widgets/tokens_example.h"
#include "tests/widgets/word_map_example.h"
#include "widgets/attention_map.h"
#include "widgets/attention_page.h"
#include "widgets/attention_panel.h"
#include "widgets/cut_row.h"
#include "widgets/cuts_page.h"
#include "widgets/merge_page.h"
#include "widgets/search_field.h"
#include "widgets/token_strip.h"
#include "widgets/tokens_panel.h"
#include "widgets/vocabulary_page.h"
#include "widgets/word_map_panel.h"

using namespace neurarium;

class WordWatchTest : public QObject {
    Q_OBJECT
private slots:
    void hearsWhatIsDoneWithTokens();
    void hearsWhatIsDoneWithAttention();
    void hearsWhatIsDoneWithTheMap();
};

void WordWatchTest::hearsWhatIsDoneWithTokens() {
    Lab lab;
    LessonWatch watch(lab);
    QWidget window;
    TokensPanel panel(&window);
    watchWordPanels(window, watch);
    watchWordPanels(window, watch); // again and again, as the guide does
    const WordFacts& words = watch.facts().words;
    panel.setCuts(exampleCuts());
    QVERIFY(!words.ownText);
    emit panel.textAsked(QStringLiteral("the cat"));
    QVERIFY(words.ownText && words.englishText && !words.koreanText);
    emit panel.textAsked(QStringLiteral("고양이가"));
    QVERIFY(words.koreanText);
    QTest::keyClick(&panel.cutsPage().rows()[1]->strip(), Qt::Key_Right);
    QCOMPARE(words.piecesChosen, 1);
    panel.cutsPage().joinButton().click();
    panel.cutsPage().joinButton().click();
    QCOMPARE(words.joinedAgain, 1);
    panel.setMergeState(exampleMerges(0));
    panel.mergePage().mergeButton().click();
    panel.setMergeState(exampleMerges(1));
    panel.setMergeState(exampleMerges(8));
    QCOMPARE(words.mergesByHand, 1);
    QCOMPARE(words.merges, std::int64_t{8});
    panel.vocabularyPage().search().setText(QStringLiteral("고"));
    QCOMPARE(words.vocabularySearches, 1);
}

void WordWatchTest::hearsWhatIsDoneWithAttention() {
    Lab lab;
    LessonWatch watch(lab);
    QWidget window;
    AttentionPanel panel(&window);
    watchWordPanels(window, watch);
    const WordFacts& words = watch.facts().words;
    const auto maps = AttentionExample().maps();
    panel.setMaps(maps);
    emit panel.sentenceAsked(QStringLiteral("one"));
    QCOMPARE(words.ownSentences, 1);
    for (int i = 0; i < 8; ++i)
        QTest::keyClick(&panel.mapPage().map(), Qt::Key_PageDown);
    QCOMPARE(words.headsChosen, 8);
    panel.mapPage().map().resize(340, 300);
    const auto click = [&panel](int row, int column) {
        const QPointF place = panel.mapPage().map().places().placeOf({row, column}).center();
        QTest::mouseClick(&panel.mapPage().map(), Qt::LeftButton, {}, place.toPoint());
    };
    click(6, 2);
    QCOMPARE(words.brightest, static_cast<double>(maps->heads[8].weights[6 * 11 + 2]));
    click(6, 4);
    click(2, 6); // not read yet
    QCOMPARE(words.brightest, static_cast<double>(maps->heads[8].weights[6 * 11 + 2]));
    panel.setPage(AttentionPanel::Page::Sentences);
    QVERIFY(!words.sentencesSeen); // all heads are on
    panel.setPage(AttentionPanel::Page::Heads);
    QVERIFY(words.headsCompared);
    panel.mapPage().switchButton().click();
    QCOMPARE(words.headsOff, 1);
    panel.setPage(AttentionPanel::Page::Sentences);
    QVERIFY(words.sentencesSeen);
    panel.mapPage().note().setText(QStringLiteral("ours"));
    QTest::keyClick(&panel.mapPage().note(), Qt::Key_Return);
    QCOMPARE(words.headNotes, 1);
}

void WordWatchTest::hearsWhatIsDoneWithTheMap() {
    Lab lab;
    LessonWatch watch(lab);
    QWidget window;
    WordMapPanel panel(&window);
    watchWordPanels(window, watch);
    const WordFacts& words = watch.facts().words;
    panel.setEmbeddings(wordExample(5));
    panel.search()->setText(QStringLiteral("zzz"));
    QVERIFY(!words.wordFound);
    panel.search()->setText(QStringLiteral("축"));
    QVERIFY(words.wordFound);
    panel.choose(0);
    panel.choose(-1);
    QCOMPARE(words.wordsChosen, 1);
    const auto nearest = nearestNeighbours(*wordExample(5), 0, Nearness::Cosine, 2);
    panel.toggleMeasured(0);
    QCOMPARE(words.measured, 0);
    panel.toggleMeasured(nearest[0].index);
    QVERIFY(words.measured == 1 && !words.firstNearer);
    panel.toggleMeasured(nearest[1].index);
    QVERIFY(words.measured == 2 && words.firstNearer);
    panel.toggleMeasured(nearest[0].index); // taken away, and measured after the other one
    panel.toggleMeasured(nearest[0].index);
    QVERIFY(words.measured == 2 && !words.firstNearer);
    QVERIFY(!words.otherMap && !words.solidMap);
    emit panel.projectionWanted(ProjectionMethod::Pca, 3);
    QVERIFY(!words.otherMap && words.solidMap);
    emit panel.projectionWanted(ProjectionMethod::TSne, 2);
    QVERIFY(words.otherMap && words.solidMap);
}

QTEST_MAIN(WordWatchTest)
#include "word_watch_test.moc"
