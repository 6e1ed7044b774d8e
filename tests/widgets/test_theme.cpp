// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QApplication>
#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>
#include <QWidget>

#include "resources/resources.h"
#include "widgets/icon.h"
#include "widgets/theme.h"

using namespace neurarium;

namespace {

double luminance(const QColor& color) {
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const double one = luminance(a), two = luminance(b);
    return (std::max(one, two) + 0.05) / (std::min(one, two) + 0.05);
}

} // namespace

class TestTheme : public QObject {
    Q_OBJECT

private slots:
    void wordsAndLinesCanBeRead_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void wordsAndLinesCanBeRead() {
        QFETCH(bool, dark);
        const Theme& theme = dark ? Theme::dark() : Theme::light();
        for (const Token token :
             {Token::Text, Token::Text2, Token::Text3, Token::Accent, Token::Good, Token::Bad, Token::Warn})
            QVERIFY(contrast(theme.color(token), theme.color(Token::Surface)) >= 4.5);
        for (const Token token : {Token::Ctl, Token::BadLine, Token::WarnLine, Token::Pos, Token::Neg})
            QVERIFY(contrast(theme.color(token), theme.color(Token::Surface)) >= 3.0);
        QVERIFY(contrast(theme.color(Token::OnAccent), theme.color(Token::Accent)) >= 4.5);
        for (int branch = 1; branch <= 6; ++branch) {
            QVERIFY(contrast(theme.branchLine(branch), theme.color(Token::Surface)) >= 3.0);
            QVERIFY(contrast(theme.branchText(branch), theme.color(Token::Surface)) >= 4.5);
        }
    }

    void aWidgetKnowsItsTheme() {
        QWidget widget;
        widget.setPalette(Theme::dark().palette());
        QVERIFY(Theme::of(&widget).isDark());
        widget.setPalette(Theme::light().palette());
        QVERIFY(!Theme::of(&widget).isDark());
    }

    void heatMapsGetBrighterAllTheWay() {
        double before = -1;
        for (int i = 0; i <= 100; ++i) {
            const double now = luminance(Theme::cividis(i / 100.0));
            QVERIFY(now > before);
            before = now;
        }
        QCOMPARE(Theme::cividis(std::nan("")).name(), QStringLiteral("#00224e"));
        QCOMPARE(Theme::light().signedColor(0), Theme::light().color(Token::Surface));
        QCOMPARE(Theme::dark().signedColor(-1), Theme::dark().color(Token::Neg));
    }

    void theStyleSheetIsFilledIn() {
        for (const double scale : {1.0, 1.25, 1.5}) {
            const QString sheet = Theme::dark().styleSheet(scale);
            QVERIFY(!sheet.contains(QLatin1Char('@')));
            QVERIFY(!sheet.contains(QRegularExpression(QStringLiteral("\\{\\d+\\}"))));
            QCOMPARE(sheet.count(QLatin1Char('{')), sheet.count(QLatin1Char('}')));
        }
        QVERIFY(Theme::light().styleSheet(1.5).contains(QStringLiteral("font-size: 33px")));
    }

    void everyIconIsDrawnInTheColourAskedFor() {
        loadNeurariumResources();
        int icons = 0;
        for (QDirIterator files(QStringLiteral(":/icons")); files.hasNext();) {
            const QString name = QFileInfo(files.next()).completeBaseName();
            const QColor color = Theme::light().color(Token::Bad);
            const QImage picture = iconPixmap(name, {Token::Bad, &Theme::light()}, 24, 2.0).toImage();
            QCOMPARE(picture.width(), 48);
            int painted = 0;
            for (int y = 0; y < picture.height(); ++y)
                for (int x = 0; x < picture.width(); ++x)
                    painted += picture.pixelColor(x, y) == color ? 1 : 0;
            QVERIFY2(painted > 10, qPrintable(name));
            QVERIFY(!icon(name, {}).isNull());
            ++icons;
        }
        QCOMPARE(icons, 57);
        QVERIFY(icon(QStringLiteral("no such icon"), {}).isNull());
        QVERIFY(!artPixmap(QStringLiteral("cat-head"), 48).toImage().allGray());
    }
};

QTEST_MAIN(TestTheme)
#include "test_theme.moc"
