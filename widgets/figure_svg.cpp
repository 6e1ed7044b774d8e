// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure_svg.h"

#include <cmath>

#include <QFontMetricsF>
#include <QRegularExpression>
#include <QString>

#include "widgets/theme.h"

namespace neurarium {

namespace {

constexpr double kTouching = 2; // pixels between two pieces of one text
constexpr char kFamilies[] = "font-family=\"Noto Sans, Noto Sans CJK KR, Noto Sans KR, sans-serif\"";

/// One <text> element as the generator writes it.
struct TextPiece {
    QString attributes;
    QString words;

    double number(const QString& name) const {
        const QRegularExpression pattern(QStringLiteral("(?<![\\w-])%1=\"([^\"]*)\"").arg(name));
        return pattern.match(attributes).captured(1).toDouble();
    }

    double width() const {
        QFont font = Theme::font(TextRole::Axis);
        font.setPixelSize(std::max(1, static_cast<int>(number(QStringLiteral("font-size")))));
        font.setWeight(static_cast<int>(number(QStringLiteral("font-weight"))) > QFont::Medium
                           ? QFont::Bold
                           : QFont::Normal);
        QString plain = words;
        plain.replace(QLatin1String("&lt;"), QLatin1String("<"))
            .replace(QLatin1String("&amp;"), QLatin1String("&"));
        return QFontMetricsF(font).horizontalAdvance(plain);
    }

    bool continues(const TextPiece& before) const {
        const QString x = QStringLiteral("x"), y = QStringLiteral("y");
        return number(y) == before.number(y) &&
               std::abs(before.number(x) + before.width() - number(x)) < kTouching;
    }
};

} // namespace

QByteArray withWholeTexts(const QByteArray& svg) {
    const QString drawing = QString::fromUtf8(svg);
    static const QRegularExpression element(QStringLiteral("<text([^>]*)>([^<]*)</text>\\s*"));
    QString whole;
    TextPiece open;
    qsizetype end = 0;
    const auto close = [&whole, &open] {
        if (!open.words.isEmpty())
            whole +=
                QStringLiteral("<text") + open.attributes + u'>' + open.words + QStringLiteral("</text>\n");
        open = {};
    };
    for (auto matches = element.globalMatch(drawing); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const TextPiece piece{match.captured(1), match.captured(2)};
        if (match.capturedStart() == end && !open.words.isEmpty() && piece.continues(open)) {
            open.words += piece.words;
        } else {
            close();
            whole += drawing.mid(end, match.capturedStart() - end);
            open = piece;
        }
        end = match.capturedEnd();
    }
    close();
    whole += drawing.mid(end);
    return whole.toUtf8().replace("font-family=\"Noto Sans\"", kFamilies);
}

} // namespace neurarium
