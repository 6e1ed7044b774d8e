// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tokens_figure.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QPainter>

#include "widgets/csv_text.h"
#include "widgets/recipe_words.h"
#include "widgets/share_bar.h"
#include "widgets/token_boxes.h"
#include "widgets/token_text.h"
#include "widgets/token_words.h"

namespace neurarium {

namespace {

constexpr double kHeader = 40;
constexpr double kPadding = 14;
constexpr double kBar = 90, kBarHigh = 12;
constexpr double kBetween = 14; ///< pixels between two cuts

/// Names that programs read, beside those on the screen.
const char* fileName(TokenizerKind kind) {
    switch (kind) {
    case TokenizerKind::Characters:
        return "characters";
    case TokenizerKind::Jamo:
        return "jamo";
    case TokenizerKind::Bytes:
        return "bytes";
    case TokenizerKind::Bpe:
        return "bpe";
    case TokenizerKind::Words:
        return "words";
    }
    return "";
}

QStringList textsOf(const std::vector<TokenPiece>& pieces) {
    QStringList texts;
    for (const TokenPiece& piece : pieces)
        texts << tokenText(piece.text);
    return texts;
}

} // namespace

QString TokensFigure::title() const {
    return tr("Tokens");
}

QSizeF TokensFigure::sizeFor(const QSizeF& shown, const FigureLook& look) {
    return {shown.width(),
            std::max(shown.height(), std::ceil(layOut(m_now(), {nullptr, look, shown.width()})))};
}

void TokensFigure::paint(QPainter& painter, const QSizeF& size, const FigureLook& look) {
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.fillRect(QRectF(QPointF(), size), look.theme->color(Token::Surface));
    layOut(m_now(), {&painter, look, size.width()});
}

double TokensFigure::layOut(const Content& content, const Brush& brush) const {
    const double scale = brush.look.scale, padding = kPadding * scale;
    double y = padding;
    if (brush.look.header) {
        y = kHeader * scale;
        if (brush.painter != nullptr) {
            brush.painter->setFont(Theme::font(TextRole::PanelTitle, scale));
            brush.painter->setPen(brush.look.theme->color(Token::Text));
            brush.painter->drawText(QRectF(padding, 0, brush.width - 2 * padding, y),
                                    Qt::AlignLeft | Qt::AlignVCenter, title());
        }
    }
    for (std::size_t i = 0; content.cuts && i < content.cuts->cuts.size(); ++i)
        y = layOutCut(*content.cuts, i, y, brush) + kBetween * scale;
    if (content.merges && !content.merges->merged.empty())
        y = layOutMerges(*content.merges, y, brush) + padding;
    return y;
}

double TokensFigure::layOutMerges(const MergeState& merges, double top, const Brush& brush) const {
    constexpr double kEndless = 1e6;
    const QFont font = Theme::font(TextRole::Axis, brush.look.scale);
    QStringList pairs;
    for (const TokenPair& pair : merges.merged)
        pairs << tokenText(pair.left) + QStringLiteral(" + ") + tokenText(pair.right);
    const QString words = tr("Merged: %1").arg(pairs.join(QStringLiteral(", ")));
    const double padding = kPadding * brush.look.scale;
    const QRectF place(padding, top, brush.width - 2 * padding, kEndless);
    if (brush.painter != nullptr) {
        brush.painter->setFont(font);
        brush.painter->setPen(brush.look.theme->color(Token::Text2));
        brush.painter->drawText(place, Qt::TextWordWrap, words);
    }
    return QFontMetricsF(font).boundingRect(place, Qt::TextWordWrap, words).bottom();
}

double TokensFigure::layOutCut(const TextCuts& cuts, std::size_t number, double top,
                               const Brush& brush) const {
    const auto& [painter, look, width] = brush;
    const TokenCut& cut = cuts.cuts[number];
    const double padding = kPadding * look.scale;
    const QFont bold = Theme::font(TextRole::PanelTitle, look.scale),
                plain = Theme::font(TextRole::Axis, look.scale);
    const double high = QFontMetricsF(bold).height();
    const TokenBoxes boxes(textsOf(cut.pieces), width - 2 * padding, look.scale);
    if (painter != nullptr) {
        QRectF line(padding, top, width - 2 * padding, high);
        const auto write = [&, brushPainter = painter, theme = look.theme,
                            scale = look.scale](const QFont& font, Token token, const QString& words) {
            brushPainter->setFont(font);
            brushPainter->setPen(theme->color(token));
            brushPainter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, words);
            line.setLeft(line.left() + QFontMetricsF(font).horizontalAdvance(words) + 10 * scale);
        };
        const double price = TokenWords::price(cut, cuts.text), highest = TokenWords::highestPrice(cuts);
        write(bold, Token::Text, TokenWords::name(cut.kind));
        write(plain, Token::Text, TokenWords::count(cut));
        const double bar = kBar * look.scale, barHigh = kBarHigh * look.scale;
        paintShareBar(*painter, *look.theme, highest > 0 ? price / highest : 0,
                      QRectF(line.left(), line.center().y() - barHigh / 2, bar, barHigh));
        line.setLeft(line.left() + bar + 10 * look.scale);
        write(plain, Token::Text2, TokenWords::price(price));
        painter->save();
        painter->translate(padding, top + high + 4);
        boxes.paint(*painter, *look.theme, QRectF(0, 0, width, boxes.height()), std::nullopt);
        painter->restore();
    }
    return top + high + 4 + boxes.height();
}

QByteArray TokensFigure::csv() const {
    const Content content = m_now();
    QByteArray csv("kind,place,id,token,merged_with,count\n");
    for (std::size_t i = 0; content.cuts && i < content.cuts->cuts.size(); ++i) {
        const TokenCut& cut = content.cuts->cuts[i];
        for (std::size_t place = 0; place < cut.pieces.size(); ++place)
            csv += QByteArray(fileName(cut.kind)) + ',' + QByteArray::number(qulonglong(place + 1)) + ',' +
                   QByteArray::number(qlonglong(cut.pieces[place].id)) + ',' +
                   csvField(tokenText(cut.pieces[place].text)) + ",,\n";
    }
    for (std::size_t i = 0; content.merges && i < content.merges->merged.size(); ++i) {
        const TokenPair& pair = content.merges->merged[i];
        csv += "merge," + QByteArray::number(qulonglong(i + 1)) + ",," + csvField(tokenText(pair.left)) +
               ',' + csvField(tokenText(pair.right)) + ',' + QByteArray::number(qlonglong(pair.count)) + '\n';
    }
    return csv;
}

QString TokensFigure::numbers() const {
    const Content content = m_now();
    QStringList lines{QStringLiteral("kind\ttokens\ttokens_for_100_letters\tvocabulary")};
    for (std::size_t i = 0; content.cuts && i < content.cuts->cuts.size(); ++i) {
        const TokenCut& cut = content.cuts->cuts[i];
        lines << QStringLiteral("%1\t%2\t%3\t%4")
                     .arg(QLatin1String(fileName(cut.kind)))
                     .arg(cut.pieces.size())
                     .arg(TokenWords::price(cut, content.cuts->text), 0, 'f', 1)
                     .arg(cut.vocabulary);
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace neurarium
