// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QComboBox>
#include <QFontMetricsF>
#include <QImage>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

#include "tokens_example.h"
#include "whole_letters.h"
#include "widgets/cut_row.h"
#include "widgets/cuts_page.h"
#include "widgets/figure_export.h"
#include "widgets/merge_page.h"
#include "widgets/theme.h"
#include "widgets/token_strip.h"
#include "widgets/token_text.h"
#include "widgets/token_words.h"
#include "widgets/tokens_panel.h"
#include "widgets/vocabulary_page.h"

using namespace neurarium;

class TestTokenViews : public QObject {
    Q_OBJECT

private slots:
    void init() {
        qApp->setPalette(Theme::light().palette());
        qApp->setFont(Theme::font(TextRole::Body));
    }

    void tokensAreShownWithoutReplacementCharacters_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("shown");
        QTest::newRow("a word behind a blank") << QByteArray(" cat") << QStringLiteral("␣cat");
        QTest::newRow("line") << QByteArray("a\nb\tc") << QStringLiteral("a\\nb\\tc");
        QTest::newRow("lone byte") << QByteArray("\xEC") << QStringLiteral("<EC>");
        QTest::newRow("cut syllable") << QByteArray("\xEA\xB3\xA0\xEC\x96") << QStringLiteral("고<EC><96>");
        QTest::newRow("too long a form") << QByteArray("\xC0\xAF") << QStringLiteral("<C0><AF>");
        QTest::newRow("half a pair") << QByteArray("\xED\xA0\x80") << QStringLiteral("<ED><A0><80>");
        QTest::newRow("replacement character")
            << QByteArray("\xEF\xBF\xBD") << QStringLiteral("<EF><BF><BD>");
        QTest::newRow("control") << QByteArray("\x07") << QStringLiteral("<07>");
        QTest::newRow("marks of the engine")
            << QByteArray("\xE2\x86\xB5\xE2\x87\xA5") << QStringLiteral("\\n\\t");
        QTest::newRow("four bytes") << QByteArray("\xF0\x9F\x90\xB1")
                                    << QString::fromUtf8("\xF0\x9F\x90\xB1");
    }

    void tokensAreShownWithoutReplacementCharacters() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, shown);
        QCOMPARE(tokenText(bytes.toStdString()), shown);
    }

    void textsAreCutBetweenLetters() {
        const QFontMetricsF metrics(Theme::font(TextRole::Axis));
        const QString jamo = QString::fromUtf8("한글은").normalized(QString::NormalizationForm_D);
        for (const QString& text :
             {QStringLiteral("가나다라마바사아자"), QStringLiteral("extraordinary"), jamo + jamo})
            for (int width = 1; width < 160; ++width) {
                const QString part = fittedText(text, metrics, width);
                QVERIFY2(endsWithWholeLetter(part, text), qPrintable(part));
                QVERIFY(metrics.horizontalAdvance(part) <= width || part == QChar(0x2026));
            }
        QCOMPARE(letterCount(jamo), 3);
        QCOMPARE(letterCount(QStringLiteral("고양이 cat")), 7);
    }

    void boxesStandApartInLinesAsWideAsThereIsRoom_data() {
        QTest::addColumn<double>("width");
        QTest::addColumn<double>("scale");
        for (const double width : {60.0, 200.0, 900.0})
            for (const double scale : {1.0, 1.5})
                QTest::addRow("%g, text %g", width, scale) << width << scale;
    }

    void boxesStandApartInLinesAsWideAsThereIsRoom() {
        QFETCH(double, width);
        QFETCH(double, scale);
        QStringList texts{QStringLiteral("아주아주아주아주긴낱말하나")};
        const auto cuts = exampleCuts();
        for (const TokenPiece& piece : cuts->cuts[2].pieces)
            texts << tokenText(piece.text);
        const TokenBoxes boxes(texts, width, scale);
        QCOMPARE(boxes.boxes().size(), static_cast<std::size_t>(texts.size()));
        for (std::size_t i = 0; i < boxes.boxes().size(); ++i) {
            const QRectF& box = boxes.boxes()[i];
            QVERIFY(box.left() >= 0 && box.right() <= width + 0.5 && box.bottom() <= boxes.height());
            QCOMPARE(boxes.at(box.center()).value(), static_cast<int>(i));
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(!box.intersects(boxes.boxes()[j]));
        }
        QCOMPARE(TokenBoxes({}, width, scale).height(), 0.0);
    }

    void aStripTellsTheIdOfAPiece() {
        TokenStrip strip;
        strip.setName(QStringLiteral("Bytes"));
        strip.setPieces(exampleCuts()->cuts[2].pieces);
        strip.resize(200, strip.heightForWidth(200));
        QVERIFY(strip.accessibleDescription().contains(QStringLiteral("<B3>")));
        QSignalSpy chosen(&strip, &TokenStrip::pieceChosen);
        QTest::keyClick(&strip, Qt::Key_Right);
        QCOMPARE(strip.told().value(), 0);
        QTest::keyClick(&strip, Qt::Key_Right);
        QTest::keyClick(&strip, Qt::Key_Right);
        QCOMPARE(strip.toldInWords(), QStringLiteral("<A0>, id 2"));
        QCOMPARE(strip.accessibleDescription(), strip.toldInWords());
        QTest::keyClick(&strip, Qt::Key_Down);
        const auto below = strip.told().value();
        QVERIFY(below > 2);
        QTest::keyClick(&strip, Qt::Key_Up);
        QVERIFY(strip.told().value() < below);
        QTest::keyClick(&strip, Qt::Key_End);
        QCOMPARE(strip.told().value(), 18);
        QTest::keyClick(&strip, Qt::Key_Right);
        QCOMPARE(strip.told().value(), 18);
        const QPointF fourth = strip.places().boxes()[3].center() + QPointF(4, 4);
        QTest::mouseClick(&strip, Qt::LeftButton, {}, fourth.toPoint());
        QCOMPARE(chosen.last().at(0).toInt(), 3);
    }

    void thePriceIsTokensForAHundredLetters() {
        const auto cuts = exampleCuts();
        QCOMPARE(TokenWords::price(cuts->cuts[0], cuts->text), 100.0);
        QCOMPARE(TokenWords::price(cuts->cuts[3], cuts->text), 400.0 / 7);
        QCOMPARE(TokenWords::highestPrice(*cuts), 1900.0 / 7);
        QCOMPARE(TokenWords::price(cuts->cuts[0], ""), 0.0);
    }

    void everyCutIsJoinedAgainToTheSameText() {
        TokensPanel panel;
        panel.resize(620, 500);
        auto cuts = exampleCuts();
        panel.setCuts(cuts);
        CutsPage& page = panel.cutsPage();
        QCOMPARE(page.rows().size(), std::size_t{4});
        QSignalSpy joined(&panel, &TokensPanel::joinedAgain);
        page.joinButton().click();
        QCOMPARE(joined.size(), 1);
        for (const CutRow* row : page.rows()) {
            QVERIFY(row->isExact());
            QCOMPARE(row->joinedText(), QStringLiteral("고양이가 잔다"));
        }
        QVERIFY(page.rows()[0]->strip().isHidden());
        page.joinButton().click();
        QVERIFY(!page.rows()[0]->strip().isHidden());
        auto wrong = exampleCuts();
        wrong->joined[2] = "고양\xEC";
        panel.setCuts(wrong);
        QVERIFY(!page.rows()[2]->isExact());
        QCOMPARE(page.rows()[2]->joinedText(), QStringLiteral("고양<EC>"));
        wrong = exampleCuts();
        wrong->cuts.resize(2);
        panel.setCuts(wrong);
        QCOMPARE(page.rows().size(), std::size_t{2});
        panel.setCuts(nullptr);
        QVERIFY(page.rows().empty() && !page.joinButton().isEnabled());
    }

    void pairsAreMergedByHandAndThenByTheMachine() {
        TokensPanel panel;
        panel.setPage(TokensPanel::Page::Merges);
        panel.resize(620, 500);
        panel.show();
        MergePage& page = panel.mergePage();
        QVERIFY(!page.mergeButton().isEnabled());
        panel.setMergeState(exampleMerges(0));
        QSignalSpy merges(&panel, &TokensPanel::mergeRequested);
        QTest::keyClick(&page.commonView(), Qt::Key_Return);
        QCOMPARE(merges.last().at(0).toInt(), 0);
        panel.setMergeState(exampleMerges(1));
        QCOMPARE(page.byHand(), 1);
        page.commonView().selectRow(2);
        page.mergeButton().click();
        QCOMPARE(merges.last().at(0).toInt(), 2);
        panel.setMergeState(exampleMerges(2));
        QCOMPARE(page.byHand(), 2);
        QVERIFY(page.summary().contains(QStringLiteral("2")) &&
                page.summary().contains(QStringLiteral("18,600")));
        QVERIFY(page.summary().contains(QStringLiteral("20,000")));

        QSignalSpy machine(&panel, &TokensPanel::machineRequested),
            cancelled(&panel, &TokensPanel::machineCancelled);
        page.goal().setValue(300);
        page.machineButton().click();
        QCOMPARE(machine.last().at(0).toLongLong(), 300);
        panel.setMergeProgress(120, 300);
        QVERIFY(page.cancelButton().isVisible());
        QTest::keyClick(&page.commonView(), Qt::Key_Return); // not while the machine works
        QCOMPARE(merges.size(), 2);
        page.cancelButton().click();
        QCOMPARE(cancelled.size(), 1);
        panel.setMergeProgress(0, 0);
        panel.setMergeState(exampleMerges(7));
        QVERIFY(!page.cancelButton().isVisible());
        QCOMPARE(page.byHand(), 2);
        panel.setMergeState(exampleMerges(0));
        QCOMPARE(page.byHand(), 0);
        auto done = exampleMerges(5);
        done->common.clear();
        panel.setMergeState(done);
        QVERIFY(!page.mergeButton().isEnabled() && !page.machineButton().isEnabled());
    }

    void aVocabularyIsBrowsedAndSearched() {
        TokensPanel panel;
        panel.setCuts(exampleCuts());
        QSignalSpy wanted(&panel, &TokensPanel::vocabularyWanted);
        panel.setPage(TokensPanel::Page::Vocabulary);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.last().at(0).value<TokenizerKind>(), TokenizerKind::Characters);
        VocabularyPage& page = panel.vocabularyPage();
        panel.setVocabulary(exampleVocabulary(TokenizerKind::Bytes, 10));
        QCOMPARE(page.table().rowCount(), 0); // of another kind than asked for
        panel.setVocabulary(exampleVocabulary(TokenizerKind::Characters, 700));
        QCOMPARE(page.table().rowCount(), 700);
        page.search().setText(QStringLiteral("고양이"));
        QCOMPARE(page.table().rowCount(), 100);
        page.search().setText(QStringLiteral(" word13"));
        for (int row = 0; row < page.table().rowCount(); ++row)
            QVERIFY(page.table()
                        .index(row, VocabularyTable::Text)
                        .data()
                        .toString()
                        .contains(QStringLiteral("␣word13")));
        QVERIFY(page.table().rowCount() > 0);
        page.search().setText(QStringLiteral("no such token"));
        QCOMPARE(page.table().rowCount(), 0);
        page.choice().setCurrentIndex(3);
        emit page.choice().activated(3);
        QCOMPARE(wanted.last().at(0).value<TokenizerKind>(), TokenizerKind::Bpe);
        QCOMPARE(page.table().size(), 0);
    }

    void theTextIsCutWhileItIsTyped() {
        TokensPanel panel;
        QSignalSpy asked(&panel, &TokensPanel::textAsked);
        panel.setText(QStringLiteral("고양이"));
        QVERIFY(asked.isEmpty());
        QTest::keyClicks(&panel.field(), QStringLiteral("!"));
        QCOMPARE(asked.last().at(0).toString(), QStringLiteral("고양이!"));
    }

    void theFileHoldsPiecesAndNumbers() {
        TokensPanel panel;
        panel.setCuts(exampleCuts());
        panel.setMergeState(exampleMerges(2));
        const QList<QByteArray> rows = panel.figure().csv().trimmed().split('\n');
        QCOMPARE(rows.size(), 1 + 7 + 15 + 19 + 4 + 2);
        QCOMPARE(rows[1], QByteArray("characters,1,300,고,,"));
        QCOMPARE(rows[5], QByteArray("characters,5,304,␣,,"));
        QCOMPARE(rows[1 + 7 + 15], QByteArray("bytes,1,0,<EA>,,"));
        QCOMPARE(rows.last(), QByteArray("merge,2,,는,␣,870"));
        QVERIFY(panel.figure().numbers().contains(QStringLiteral("bpe\t4\t57.1\t768")));
        FigureSettings settings;
        settings.size = panel.figure().sizeFor({400, 100}, settings.look);
        QVERIFY(settings.size.height() > 200);
        const QByteArray svg = figureSvg(panel.figure(), settings);
        for (const char* text : {"고양이", "ㅑ", "&lt;EA&gt;", "57 for 100 letters"})
            QVERIFY2(svg.contains(text), text);
        QVERIFY(!svg.contains("\xEF\xBF\xBD"));
        QVERIFY(figurePdf(panel.figure(), settings).startsWith("%PDF"));
        const QImage image = figureImage(panel.figure(), settings);
        QCOMPARE(image.height(), static_cast<int>(settings.size.height()));
        for (int x = 0; x < image.width(); ++x) // nothing is painted over the lower edge
            QCOMPARE(image.pixelColor(x, image.height() - 1), Theme::light().color(Token::Surface));
    }
};

QTEST_MAIN(TestTokenViews)
#include "test_token_views.moc"
