// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include "attention_example.h"
#include "widgets/attention_map.h"
#include "widgets/attention_page.h"
#include "widgets/attention_panel.h"
#include "widgets/broken_sentences.h"
#include "widgets/figure_export.h"
#include "widgets/head_comparison.h"
#include "widgets/head_grid.h"
#include "widgets/sparkline.h"
#include "widgets/theme.h"

using namespace neurarium;

class TestAttentionPanel : public QObject {
    Q_OBJECT

private slots:
    void init() {
        qApp->setPalette(Theme::light().palette());
        qApp->setFont(Theme::font(TextRole::Body));
    }

    void theClassTypesItsOwnSentence() {
        AttentionPanel panel;
        QSignalSpy asked(&panel, &AttentionPanel::sentenceAsked);
        panel.setSentence(QStringLiteral("고양이가 잔다."));
        QVERIFY(asked.isEmpty());
        QCOMPARE(panel.field().cursorPosition(), 0); // the beginning of a long one is seen
        QTest::keyClick(&panel.field(), Qt::Key_End);
        QTest::keyClicks(&panel.field(), QStringLiteral(" Yes "));
        QTest::keyClick(&panel.field(), Qt::Key_Return);
        QCOMPARE(asked.last().at(0).toString(), QStringLiteral("고양이가 잔다. Yes"));
        panel.field().setText(QStringLiteral("   "));
        QTest::keyClick(&panel.field(), Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
    }

    void nobodyWritesOverWhatIsBeingTyped() {
        AttentionPanel panel;
        panel.show();
        panel.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        panel.setSentence(QStringLiteral("one"));
        panel.field().setFocus();
        panel.field().setText(QStringLiteral("half a sen"));
        panel.setSentence(QStringLiteral("two"));
        QCOMPARE(panel.field().text(), QStringLiteral("half a sen"));
    }

    void withoutHeadsItSaysSo() {
        AttentionPanel panel;
        panel.resize(600, 400);
        panel.show();
        QVERIFY(!panel.mapPage().isVisible());
        QVERIFY(panel.field().isVisible());
        panel.setMaps(AttentionExample().maps());
        QVERIFY(panel.mapPage().isVisible());
        QVERIFY(panel.note().contains(QStringLiteral("34")));
        panel.setMaps(std::make_shared<AttentionMaps>());
        QVERIFY(!panel.mapPage().isVisible());
        panel.setMaps(nullptr);
        QVERIFY(!panel.mapPage().isVisible());
    }

    void aHeadIsSwitchedOffAndOnAgain() {
        AttentionPanel panel;
        auto maps = AttentionExample().maps();
        panel.setMaps(maps);
        panel.mapPage().setChosen({2, 0});
        QSignalSpy switched(&panel, &AttentionPanel::headSwitched);
        const QString before = panel.mapPage().switchButton().text();
        panel.mapPage().switchButton().click();
        QCOMPARE(switched.last().at(0).value<HeadPlace>(), (HeadPlace{2, 0}));
        QCOMPARE(switched.last().at(1).toBool(), true);
        auto off = std::make_shared<AttentionMaps>(*maps);
        off->heads[8].off = true;
        panel.setMaps(off);
        QVERIFY(panel.mapPage().switchButton().text() != before);
        panel.mapPage().switchButton().click();
        QCOMPARE(switched.last().at(1).toBool(), false);
    }

    void pageKeysGoThroughTheHeads() {
        AttentionPanel panel;
        panel.setMaps(AttentionExample().maps());
        QSignalSpy chosen(&panel, &AttentionPanel::headChosen);
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(&panel.mapPage().map(), Qt::Key_PageDown);
        QCOMPARE(panel.mapPage().chosen(), (HeadPlace{1, 1}));
        QCOMPARE(panel.mapPage().map().head()->place, (HeadPlace{1, 1}));
        for (int i = 0; i < 9; ++i)
            QTest::keyClick(&panel.mapPage().map(), Qt::Key_PageUp);
        QCOMPARE(panel.mapPage().chosen(), (HeadPlace{0, 0}));
        QCOMPARE(chosen.size(), 10);
    }

    void aNoteBelongsToItsHead() {
        AttentionPanel panel;
        panel.setMaps(AttentionExample().maps());
        panel.setNotes({{{2, 0}, QStringLiteral("finds the owner")}});
        QCOMPARE(panel.mapPage().note().text(), QString());
        panel.mapPage().setChosen({2, 0});
        QCOMPARE(panel.mapPage().note().text(), QStringLiteral("finds the owner"));
        QSignalSpy edited(&panel, &AttentionPanel::noteEdited);
        panel.mapPage().note().setText(QStringLiteral("“그것”의 주인"));
        QTest::keyClick(&panel.mapPage().note(), Qt::Key_Return);
        QCOMPARE(edited.size(), 1);
        QCOMPARE(edited.last().at(0).value<HeadPlace>(), (HeadPlace{2, 0}));
        QCOMPARE(edited.last().at(1).toString(), QStringLiteral("“그것”의 주인"));
        panel.mapPage().setChosen({0, 0});
        QCOMPARE(panel.mapPage().note().text(), QString());
    }

    void headsAreComparedNowAndOverTime() {
        AttentionPanel panel;
        for (const std::int64_t step : {100, 300, 200, 300, 500}) {
            AttentionExample example;
            example.step = step;
            panel.setMaps(example.maps());
        }
        panel.setPage(AttentionPanel::Page::Heads);
        HeadTable& table = panel.comparison().table();
        QCOMPARE(table.rowCount(), 16);
        AttentionExample last;
        last.step = 500;
        const auto maps = last.maps();
        QCOMPARE(table.index(5, HeadTable::Entropy).data().toString(),
                 QString::number(maps->heads[5].entropy, 'f', 2));
        QCOMPARE(table.index(5, HeadTable::Distance).data().toString(),
                 QString::number(maps->heads[5].distance, 'f', 2));
        const auto line = [&table](int row, int column) {
            return table.index(row, column).data(Qt::UserRole).value<Sparkline>();
        };
        QCOMPARE(line(5, HeadTable::Entropy).points.size(), 4); // steps 100, 200, 300 and 500
        QCOMPARE(line(5, HeadTable::Entropy).points.last(), QPointF(500, maps->heads[5].entropy));
        QCOMPARE(line(5, HeadTable::Distance).top, line(9, HeadTable::Distance).top);
        panel.rewindTo(250);
        QCOMPARE(line(5, HeadTable::Entropy).points.size(), 2);
        AttentionExample other{englishTokens()};
        panel.setMaps(other.maps());
        QCOMPARE(line(5, HeadTable::Entropy).points.size(), 1);
    }

    void theHistoryStaysBounded() {
        HeadHistory history;
        AttentionMaps maps;
        maps.tokens = {"a"};
        maps.heads.resize(2);
        for (int step = 1; step <= 5000; ++step) {
            maps.step = step;
            maps.heads[1].entropy = step;
            history.add(maps);
            QVERIFY(history.of(1).size() <= 401);
            QCOMPARE(history.of(1).back().step, std::int64_t{step});
        }
        QVERIFY(history.of(1).size() > 150);
        for (const HeadMoment& moment : history.of(1))
            QCOMPARE(moment.entropy, static_cast<double>(moment.step));
    }

    void choosingARowChoosesTheHead() {
        AttentionPanel panel;
        panel.setMaps(AttentionExample().maps());
        panel.setPage(AttentionPanel::Page::Heads);
        QSignalSpy chosen(&panel, &AttentionPanel::headChosen);
        auto* view = panel.comparison().findChild<QTableView*>();
        QCOMPARE(view->currentIndex().row(), 0);
        view->selectRow(9);
        QCOMPARE(chosen.last().at(0).value<HeadPlace>(), (HeadPlace{2, 1}));
        QCOMPARE(panel.mapPage().chosen(), (HeadPlace{2, 1}));
        const qsizetype before = chosen.size();
        panel.setMaps(AttentionExample().maps());
        QCOMPARE(view->currentIndex().row(), 9);
        QCOMPARE(chosen.size(), before);
    }

    void sentencesThatBreakAreCountedAndCanBeLookedAt() {
        AttentionPanel panel;
        panel.setPage(AttentionPanel::Page::Sentences);
        QVERIFY(panel.sentences().summary().contains(QStringLiteral("Switch a head off")));
        panel.setEffect(exampleEffect());
        QCOMPARE(panel.sentences().summary(),
                 QStringLiteral("Without Layer 3, head 1, sentences that break: 2 of 3."));
        SentenceTable& table = panel.sentences().table();
        QCOMPARE(table.index(0, SentenceTable::Before).data().toString(), QStringLiteral("0.620"));
        QCOMPARE(table.index(0, SentenceTable::After).data().toString(), QStringLiteral("2.410"));
        QCOMPARE(table.index(1, SentenceTable::Right).data().toString(), QStringLiteral("8 → 7 of 9"));
        QVERIFY(!table.index(1, 0).data(Qt::DecorationRole).isNull());
        QVERIFY(table.index(2, 0).data(Qt::DecorationRole).isNull());
        QSignalSpy asked(&panel, &AttentionPanel::sentenceAsked);
        emit panel.sentences().findChild<QTableView*>()->activated(table.index(1, 2));
        QCOMPARE(asked.last().at(0).toString(), QStringLiteral("개가 공을 물었다. 그것은 빨갛다."));
        QCOMPARE(panel.page(), AttentionPanel::Page::Map);
        panel.setEffect(nullptr);
        QCOMPARE(table.rowCount(), 0);
    }

    void theChosenSentenceStaysChosen() {
        AttentionPanel panel;
        panel.setPage(AttentionPanel::Page::Sentences);
        auto effect = exampleEffect();
        panel.setEffect(effect);
        auto* view = panel.sentences().findChild<QTableView*>();
        view->selectRow(2);
        auto later = std::make_shared<HeadEffect>(*effect);
        std::swap(later->sentences[0], later->sentences[2]); // it got worse than the others
        panel.setEffect(later);
        QCOMPARE(view->currentIndex().row(), 0);
        later = std::make_shared<HeadEffect>(*effect);
        later->sentences.pop_back();
        panel.setEffect(later);
        QVERIFY(!view->currentIndex().isValid());
    }

    void theFileHoldsWhatTheScreenShows() {
        AttentionPanel panel;
        const auto maps = AttentionExample().maps();
        panel.setMaps(maps);
        panel.setNotes({{{2, 0}, QStringLiteral("주인을 찾는 헤드")}});
        panel.mapPage().setChosen({2, 0});
        panel.mapPage().map().setMarked(AttentionCell{6, 2});
        const FigureSettings settings;
        const QByteArray svg = figureSvg(panel.figure(), settings);
        for (const char* text : {"고양이", "따뜻하", "그것 → 상자", "주인을 찾는 헤드", "Layer 3, head 1",
                                 "0 %", "100 %", "epoch 34"})
            QVERIFY2(svg.contains(text), text);
        QVERIFY(figurePdf(panel.figure(), settings).startsWith("%PDF"));
        QCOMPARE(figureImage(panel.figure(), settings).size(), settings.size.toSize());

        const QList<QByteArray> rows = panel.figure().csv().trimmed().split('\n');
        QCOMPARE(rows.size(), 1 + 16 * 11);
        QVERIFY(rows[0].startsWith("epoch,step,layer,head,off,entropy_bits,distance,place,token,고양이,가,"));
        const QList<QByteArray> row = rows[1 + 8 * 11 + 6].split(',');
        QCOMPARE(row.mid(0, 5), (QList<QByteArray>{"34", "800", "3", "1", "0"}));
        QCOMPARE(row[7], QByteArray("7"));
        QCOMPARE(row[8], QByteArray("그것"));
        QCOMPARE(row[9 + 2].toFloat(), maps->heads[8].weights[6 * 11 + 2]);
        QCOMPARE(row[9 + 7], QByteArray());
        QCOMPARE(panel.figure().numbers().trimmed().split(u'\n').size(), 12);

        panel.setMaps(nullptr);
        QCOMPARE(panel.figure().csv().count('\n'), 1);
        QVERIFY(!figureSvg(panel.figure(), settings).isEmpty());
    }

    void longTextsArePicturesInDrawings() {
        AttentionPanel panel;
        panel.setMaps(AttentionExample{longText(200), 1, 2}.maps());
        const QByteArray svg = figureSvg(panel.figure(), {});
        QVERIFY(svg.contains("<image"));
        QVERIFY(svg.size() < 3'000'000);
    }

    void brokenMapsAreShownWithoutHarm() {
        AttentionPanel panel;
        panel.resize(500, 400);
        auto maps = AttentionExample().maps();
        maps->heads[3].weights.resize(7);
        maps->heads.resize(9);
        panel.setMaps(maps);
        panel.mapPage().setChosen({0, 3});
        panel.mapPage().map().setMarked(AttentionCell{6, 2});
        panel.grab();
        panel.figure().csv();
        panel.figure().numbers();
        figureImage(panel.figure(), {});
        panel.mapPage().setChosen({3, 3});
        panel.grab();
        maps = std::make_shared<AttentionMaps>(*maps);
        maps->tokens.clear();
        panel.setMaps(maps);
        panel.grab();
        figureImage(panel.figure(), {});
    }
};

QTEST_MAIN(TestAttentionPanel)
#include "test_attention_panel.moc"
