// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <limits>

#include <QApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include "attention_example.h"
#include "whole_letters.h"
#include "widgets/attention_map.h"
#include "widgets/attention_words.h"
#include "widgets/head_grid.h"
#include "widgets/theme.h"
#include "widgets/token_text.h"
#include "widgets/weight_image.h"

using namespace neurarium;

namespace {

/// The box that a label's letters stand in, turned back flat.
QRectF boxOf(const EdgeLabel& label, bool atLeft, double scale) {
    const QFontMetricsF metrics(Theme::boldFont(TextRole::Axis, scale));
    const double left = atLeft ? label.place.x() - label.width : label.place.x();
    return {left, label.place.y() - metrics.capHeight(), label.width, metrics.capHeight()};
}

} // namespace

class TestAttentionMap : public QObject {
    Q_OBJECT

private slots:
    void init() {
        qApp->setPalette(Theme::light().palette());
        qApp->setFont(Theme::font(TextRole::Body));
    }

    void labelsStandApartAndInside_data() {
        QTest::addColumn<int>("tokens");
        QTest::addColumn<QSizeF>("size");
        QTest::addColumn<double>("scale");
        for (const int tokens : {1, 2, 11, 40, 512})
            for (const QSizeF size : {QSizeF(330, 260), QSizeF(190, 150), QSizeF(1200, 800)})
                for (const double scale : {1.0, 1.5})
                    QTest::addRow("%d at %g, text %g", tokens, size.width(), scale)
                        << tokens << size << scale;
    }

    void labelsStandApartAndInside() {
        QFETCH(int, tokens);
        QFETCH(QSizeF, size);
        QFETCH(double, scale);
        QStringList texts;
        for (const std::string& token : longText(static_cast<std::size_t>(tokens)))
            texts << tokenText(token);
        const QRectF area(QPointF(5, 7), size);
        const AttentionCell marked{tokens * 2 / 3, tokens / 3};
        const AttentionLayout layout(EdgeTexts(texts, scale), {area, {0, 0, tokens}, marked});
        QVERIFY(layout.table().width() > size.width() / 3);
        QVERIFY(layout.table().height() > size.height() / 3);
        QVERIFY(area.adjusted(-0.01, -0.01, 0.01, 0.01).contains(layout.table()));
        const auto has = [](const std::vector<EdgeLabel>& labels, int token) {
            return std::any_of(labels.begin(), labels.end(),
                               [token](const EdgeLabel& each) { return each.token == token; });
        };
        QVERIFY(has(layout.left(), marked.row) && has(layout.top(), marked.column));

        const QFontMetricsF metrics(Theme::boldFont(TextRole::Axis, scale));
        const double slant = std::sqrt(0.5);
        for (std::size_t i = 0; i < layout.left().size(); ++i) {
            const QRectF box = boxOf(layout.left()[i], true, scale);
            QVERIFY(box.left() >= area.left() - 0.5);
            QVERIFY(endsWithWholeLetter(layout.left()[i].text, texts[layout.left()[i].token]));
            if (i > 0)
                QVERIFY(box.top() >= boxOf(layout.left()[i - 1], true, scale).bottom());
        }
        for (std::size_t i = 0; i < layout.top().size(); ++i) {
            const EdgeLabel& label = layout.top()[i];
            QVERIFY(endsWithWholeLetter(label.text, texts[label.token]));
            const double turn = layout.topRises() ? slant : 1;
            QVERIFY(label.place.x() + label.width * turn <= area.right() + 1);
            if (layout.topRises())
                QVERIFY(label.place.y() - (label.width + metrics.capHeight()) * slant >= area.top() - 1);
            if (i == 0)
                continue;
            const double apart = label.place.x() - layout.top()[i - 1].place.x();
            QVERIFY(layout.topRises() ? apart * slant >= metrics.capHeight()
                                      : apart >= layout.top()[i - 1].width);
        }
    }

    void longTextsLeaveLabelsOutAndShortOnesNone() {
        QStringList texts;
        for (const std::string& token : koreanTokens())
            texts << tokenText(token);
        const AttentionLayout few(EdgeTexts(texts, 1), {QRectF(0, 0, 340, 300), {0, 0, 11}, {}});
        QCOMPARE(few.left().size(), std::size_t{11});
        QCOMPARE(few.top().size(), std::size_t{11});
        QVERIFY(few.topRises());
        const AttentionLayout wide(EdgeTexts(texts, 1), {QRectF(0, 0, 1500, 900), {0, 0, 11}, {}});
        QVERIFY(!wide.topRises());
    }

    void placesAndCellsAgree() {
        QStringList texts;
        for (const std::string& token : longText(50))
            texts << tokenText(token);
        const AttentionLayout layout(EdgeTexts(texts, 1), {QRectF(0, 0, 400, 300), {20, 10, 12}, {}});
        for (int row = 20; row < 32; ++row)
            for (int column = 10; column < 22; ++column)
                QCOMPARE(layout.cellAt(layout.placeOf({row, column}).center()).value(),
                         (AttentionCell{row, column}));
        QVERIFY(!layout.cellAt(layout.placeOf({32, 10}).center()));
        QCOMPARE(layout.rowAt({3, layout.placeOf({25, 10}).center().y()}).value(), 25);
        for (const EdgeLabel& label : layout.top()) {
            const double half = label.width / 2 * std::sqrt(0.5);
            const QPointF middle = label.place + QPointF(half, -half);
            QVERIFY(layout.topRises());
            QVERIFY(std::abs(layout.columnAt(middle).value_or(-9) - label.token) <= 1);
        }
    }

    void weightsBecomeCividisAndUnreadCellsStayEmpty() {
        AttentionExample example{{"a", "b", "c"}, 1, 1};
        auto maps = example.maps();
        maps->heads[0].weights = {1, 0, 0, 0.5F, 0.5F, 0, std::numeric_limits<float>::quiet_NaN(), 2, -1};
        WeightImage image(100);
        image.show(maps, 0);
        QCOMPARE(image.image().size(), QSize(3, 3));
        QCOMPARE(image.image().pixelColor(0, 0), Theme::cividis(1));
        const QColor half = image.image().pixelColor(1, 1);
        QVERIFY(std::abs(half.green() - Theme::cividis(0.5).green()) <= 1);
        QCOMPARE(image.image().pixelColor(1, 0).alpha(), 0);
        QCOMPARE(image.image().pixelColor(2, 1).alpha(), 0);
        QCOMPARE(image.image().pixelColor(0, 2), Theme::cividis(0));
        QCOMPARE(image.image().pixelColor(1, 2), Theme::cividis(1));
        QCOMPARE(image.image().pixelColor(2, 2), Theme::cividis(0));
        auto wrong = std::make_shared<AttentionMaps>(*maps);
        wrong->heads[0].weights.pop_back();
        image.show(wrong, 0);
        QVERIFY(image.image().isNull());
        image.show(maps, 7);
        QVERIFY(image.image().isNull());
        image.show(nullptr, 0);
        QVERIFY(image.image().isNull());
    }

    void onlyRowsThatDifferArePainted() {
        const auto maps = AttentionExample{longText(64), 1, 2}.maps();
        for (const int most : {1000, 16}) {
            WeightImage image(most);
            image.show(maps, 0);
            QCOMPARE(image.rowsPainted(), std::min(most, 64));
            auto later = std::make_shared<AttentionMaps>(*maps);
            later->heads[0].weights[40 * 64 + 3] = 0.25F;
            image.show(later, 0);
            QCOMPARE(image.rowsPainted(), 1);
            image.show(later, 0);
            QCOMPARE(image.rowsPainted(), 0);
            image.show(later, 1);
            QVERIFY(image.rowsPainted() > 1);
            WeightImage fresh(most);
            fresh.show(later, 1);
            QCOMPARE(image.image(), fresh.image());
        }
    }

    void aCoarsePictureKeepsTheBrightest() {
        auto maps = AttentionExample{longText(512), 1, 1}.maps();
        std::fill(maps->heads[0].weights.begin(), maps->heads[0].weights.end(), 0.0F);
        maps->heads[0].weights[300 * 512 + 77] = 1;
        WeightImage image(100);
        image.show(maps, 0);
        QCOMPARE(image.image().size(), QSize(100, 100));
        int bright = 0;
        for (int y = 0; y < 100; ++y)
            for (int x = 0; x < 100; ++x)
                bright += image.image().pixelColor(x, y) == Theme::cividis(1) ? 1 : 0;
        QCOMPARE(bright, 1);
        QCOMPARE(image.image().pixelColor(77 * 100 / 512, 300 * 100 / 512), Theme::cividis(1));
    }

    void theMarkedCellIsToldInWords() {
        const auto maps = AttentionExample().maps();
        AttentionMap map;
        map.resize(340, 300);
        map.setMaps(maps, 8); // layer 3, head 1
        QCOMPARE(map.markedPair(), QString());
        QSignalSpy chosen(&map, &AttentionMap::cellChosen);
        QTest::mouseClick(&map, Qt::LeftButton, {}, map.places().placeOf({6, 2}).center().toPoint());
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.last().at(0).toInt(), 6);
        QCOMPARE(map.markedPair(), QStringLiteral("그것 → 상자"));
        const double share = static_cast<double>(maps->heads[8].weights[6 * 11 + 2]);
        QVERIFY(share > 0.5);
        QCOMPARE(map.markedValue(), QStringLiteral("%1 %").arg(std::round(share * 100)));
        QVERIFY(map.accessibleDescription().contains(map.markedPair()));
        QVERIFY(map.accessibleDescription().contains(map.markedValue()));
        map.setMarked(AttentionCell{2, 6});
        QCOMPARE(map.markedValue(), QStringLiteral("not read yet"));
        map.setMaps(AttentionExample{englishTokens()}.maps(), 0);
        QVERIFY(!map.marked());
    }

    void keysMoveTheCellAndPagesTheHead() {
        AttentionMap map;
        map.resize(340, 300);
        map.setMaps(AttentionExample().maps(), 0);
        const auto at = [&map](Qt::Key key) {
            QTest::keyClick(&map, key);
            return map.marked().value_or(AttentionCell{-1, -1});
        };
        QCOMPARE(at(Qt::Key_Down), (AttentionCell{0, 0}));
        QCOMPARE(at(Qt::Key_Down), (AttentionCell{1, 0}));
        QCOMPARE(at(Qt::Key_Right), (AttentionCell{1, 1}));
        QCOMPARE(at(Qt::Key_Up), (AttentionCell{0, 1}));
        QCOMPARE(at(Qt::Key_Up), (AttentionCell{0, 1}));
        QCOMPARE(at(Qt::Key_Left), (AttentionCell{0, 0}));
        for (int i = 0; i < 20; ++i)
            QTest::keyClick(&map, Qt::Key_Down);
        QCOMPARE(at(Qt::Key_End), (AttentionCell{10, 10}));
        QCOMPARE(at(Qt::Key_Home), (AttentionCell{10, 0}));
        QSignalSpy steps(&map, &AttentionMap::headStepRequested);
        QTest::keyClick(&map, Qt::Key_PageDown);
        QTest::keyClick(&map, Qt::Key_PageUp);
        QCOMPARE(steps.at(0).at(0).toInt(), 1);
        QCOMPARE(steps.at(1).at(0).toInt(), -1);
    }

    void draggingAWordMovesTheRow() {
        AttentionMap map;
        map.resize(340, 300);
        map.setMaps(AttentionExample().maps(), 8);
        const auto beside = [&map](int row) {
            return QPoint(12, static_cast<int>(map.places().placeOf({row, 0}).center().y()));
        };
        QTest::mousePress(&map, Qt::LeftButton, {}, beside(3));
        QCOMPARE(map.marked().value().row, 3);
        QMouseEvent move(QEvent::MouseMove, beside(7), map.mapToGlobal(beside(7)), Qt::NoButton,
                         Qt::LeftButton, {});
        QApplication::sendEvent(&map, &move);
        QCOMPARE(map.marked().value().row, 7);
        QTest::mouseRelease(&map, Qt::LeftButton, {}, beside(7));
    }

    void aPartOfALongTextIsShownLargerAndFollowsTheCell() {
        AttentionMap map;
        map.resize(340, 300);
        map.setMaps(AttentionExample{longText(512), 1, 1}.maps(), 0);
        QCOMPARE(map.window().count, 512);
        map.setMarked(AttentionCell{400, 200});
        while (map.window().count > 20)
            QTest::keyClick(&map, Qt::Key_Plus);
        const auto inside = [&map] {
            const AttentionWindow w = map.window();
            const AttentionCell c = map.marked().value();
            return c.row >= w.row && c.row < w.row + w.count && c.column >= w.column &&
                   c.column < w.column + w.count;
        };
        QVERIFY(inside());
        for (int i = 0; i < 60; ++i) {
            QTest::keyClick(&map, Qt::Key_Right);
            QVERIFY(inside());
        }
        for (int i = 0; i < 600; ++i)
            QTest::keyClick(&map, Qt::Key_Minus);
        QCOMPARE(map.window().count, 512);
        QTest::keyClick(&map, Qt::Key_Plus);
        QTest::keyClick(&map, Qt::Key_0);
        QCOMPARE(map.window(), (AttentionWindow{0, 0, 512}));
        const QPointF at = map.places().placeOf({100, 50}).center();
        QWheelEvent wheel(at, map.mapToGlobal(at), {}, {0, 120}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&map, &wheel);
        QVERIFY(map.window().count < 512);
        QVERIFY(map.places().cellAt(at).has_value());
        QVERIFY(std::abs(map.places().cellAt(at)->row - 100) < 6);
    }

    void theRowIsOutlinedAndTheRestStaysEmpty_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void theRowIsOutlinedAndTheRestStaysEmpty() {
        QFETCH(bool, dark);
        const Theme& theme = dark ? Theme::dark() : Theme::light();
        AttentionMap map;
        map.setPalette(theme.palette());
        map.resize(360, 320);
        const auto maps = AttentionExample().maps();
        map.setMaps(maps, 8);
        map.setMarked(AttentionCell{6, 2});
        const QImage image = map.grab().toImage();
        const auto at = [&image](const QPointF& point) { return image.pixelColor(point.toPoint()); };
        QCOMPARE(at(map.places().placeOf({1, 8}).center()), theme.color(Token::Raised));
        const auto shade = [&](int row, int column) {
            return Theme::cividis(
                static_cast<double>(maps->heads[8].weights[static_cast<std::size_t>(row * 11 + column)]));
        };
        for (const auto& [row, column] : {std::pair{9, 1}, {10, 2}, {4, 3}}) {
            const QColor seen = at(map.places().placeOf({row, column}).center()), wanted = shade(row, column);
            QVERIFY(std::abs(seen.green() - wanted.green()) < 4 && std::abs(seen.blue() - wanted.blue()) < 4);
        }
        const QRectF end = map.places().placeOf({6, 6});
        QCOMPARE(at(QPointF(end.right(), end.center().y())), theme.color(Token::Text));
        const QRectF cell = map.places().placeOf({6, 2});
        QCOMPARE(at(QPointF(cell.center().x(), cell.top())), theme.color(Token::Text));
    }

    void aHeadThatIsOffIsStruckThrough() {
        auto maps = AttentionExample().maps();
        HeadGrid grid;
        grid.setPalette(Theme::light().palette());
        grid.resize(grid.sizeHint());
        grid.setMaps(maps);
        grid.resize(grid.sizeHint());
        const QRectF small = grid.placeOf({1, 2});
        const QPoint middle =
            (small.center() + QPointF(small.width() / 4, -small.width() / 4)).toPoint(); // unread
        QCOMPARE(grid.grab().toImage().pixelColor(middle), Theme::light().color(Token::Raised));
        auto off = std::make_shared<AttentionMaps>(*maps);
        off->heads[6].off = true;
        grid.setMaps(off);
        const QImage struck = grid.grab().toImage();
        int darkest = 255;
        for (int x = -2; x <= 2; ++x)
            darkest = std::min(darkest, struck.pixelColor(middle + QPoint(x, 0)).lightness());
        QVERIFY(darkest < 60);
        grid.setChosen({1, 2});
        QVERIFY(grid.accessibleDescription().contains(QStringLiteral("off")));
    }

    void headsAreChosenByClickAndKey() {
        HeadGrid grid;
        grid.setMaps(AttentionExample().maps());
        grid.resize(grid.sizeHint());
        QSignalSpy chosen(&grid, &HeadGrid::headChosen);
        QTest::mouseClick(&grid, Qt::LeftButton, {}, grid.placeOf({2, 0}).center().toPoint());
        QCOMPARE(grid.chosen(), (HeadPlace{2, 0}));
        QTest::keyClick(&grid, Qt::Key_Left);
        QCOMPARE(grid.chosen(), (HeadPlace{2, 0}));
        QTest::keyClick(&grid, Qt::Key_Right);
        QTest::keyClick(&grid, Qt::Key_Down);
        QTest::keyClick(&grid, Qt::Key_Down);
        QCOMPARE(grid.chosen(), (HeadPlace{3, 1}));
        QCOMPARE(chosen.size(), 3);
        QVERIFY(grid.accessibleDescription().contains(QStringLiteral("4")));
        grid.setMaps(AttentionExample{koreanTokens(), 2, 1}.maps());
        QCOMPARE(grid.chosen(), (HeadPlace{1, 0}));
    }
};

QTEST_MAIN(TestAttentionMap)
#include "test_attention_map.moc"
