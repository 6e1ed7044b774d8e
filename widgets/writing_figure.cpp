// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/writing_figure.h"

#include <algorithm>

#include <QPainter>

#include "widgets/recipe_words.h"
#include "widgets/table_text.h"
#include "widgets/token_text.h"

namespace neurarium {

namespace {

constexpr double kLeastWidth = 640, kLeastHeight = 320; // pixels at the usual text size
constexpr double kPadding = 14, kHeader = 40, kGap = 12;
constexpr double kAnswersShare = 0.38; // of the width
constexpr double kMostTokens = 0.4;    // of the height

} // namespace

QString WritingFigure::title() const {
    return tr("Writing");
}

QSizeF WritingFigure::sizeFor(const QSizeF& shown, const FigureLook& look) {
    return shown.expandedTo(QSizeF(kLeastWidth, kLeastHeight) * look.scale);
}

QString WritingFigure::samplingText(const SamplingOptions& sampling) {
    QStringList parts{tr("temperature %1").arg(sampling.temperature)};
    if (sampling.topK > 0)
        parts << tr("top-k %1").arg(sampling.topK);
    if (sampling.topP < 1)
        parts << tr("top-p %1").arg(sampling.topP);
    return parts.join(QStringLiteral(", "));
}

void WritingFigure::paintHeader(QPainter& painter, const QSizeF& size, const FigureLook& look) const {
    const QRectF place(kPadding, 0, size.width() - 2 * kPadding, kHeader * look.scale);
    const QFont bold = Theme::font(TextRole::PanelTitle, look.scale);
    painter.setFont(bold);
    painter.setPen(look.theme->color(Token::Text));
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, title());
    painter.setFont(Theme::font(TextRole::Body, look.scale));
    painter.setPen(look.theme->color(Token::Text2));
    painter.drawText(place.adjusted(QFontMetricsF(bold).horizontalAdvance(title()) + kGap, 0, 0, 0),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     tr("epoch %1").arg(countText(m_content.writing->epoch)) + QStringLiteral(" · ") +
                         samplingText(m_content.sampling));
}

void WritingFigure::paint(QPainter& painter, const QSizeF& size, const FigureLook& look) {
    painter.setRenderHints(QPainter::TextAntialiasing | QPainter::Antialiasing);
    painter.fillRect(QRectF(QPointF(), size), look.theme->color(Token::Surface));
    if (!m_content.writing)
        return;
    if (look.header)
        paintHeader(painter, size, look);
    const double top = look.header ? kHeader * look.scale : kPadding;
    QRectF left(kPadding, top, size.width() - 2 * kPadding, size.height() - top - kPadding);
    if (!m_content.answers.empty()) {
        QRectF right = left;
        left.setWidth(left.width() * (1 - kAnswersShare) - kGap);
        right.setLeft(left.right() + 2 * kGap);
        painter.setPen(QPen(look.theme->color(Token::Line), 1));
        painter.drawLine(QPointF(left.right() + kGap, top), QPointF(left.right() + kGap, right.bottom()));
        painter.save();
        painter.setClipRect(right);
        AnswerPainter::paint(&painter, m_content.answers, right, look);
        painter.restore();
    }
    const auto& tokens = m_content.writing->tokens;
    const double high =
        std::min(m_tokens.heightOf(tokens, left.width(), look.scale), left.height() * kMostTokens);
    m_tokens.layOut(tokens, QSizeF(left.width(), high), look.scale);
    m_tokens.paint(painter, left.topLeft(), *look.theme, m_content.chosen);
    left.setTop(left.top() + high + kGap);
    CandidatePainter::paint(painter, m_content.sheet, left, look);
}

QList<QStringList> WritingFigure::rows() const {
    QList<QStringList> rows{
        {"kind", "place", "token", "id", "probability", "by", "kept", "letter", "epoch", "text"}};
    if (!m_content.writing)
        return rows;
    const QString epoch = QString::number(m_content.writing->epoch);
    int place = 0;
    for (const WrittenToken& each : m_content.writing->tokens)
        rows << QStringList{"token",
                            QString::number(++place),
                            tokenText(each.piece.text),
                            QString::number(each.piece.id),
                            each.probability ? tableNumber(double(*each.probability)) : QString(),
                            each.byNetwork ? "network" : "prompt",
                            "",
                            "",
                            epoch,
                            ""};
    const int next = m_content.chosen.value_or(place);
    for (const TokenCandidate& each : m_content.sheet.candidates)
        rows << QStringList{"candidate",
                            QString::number(next + 1),
                            tokenText(each.piece.text),
                            QString::number(each.piece.id),
                            tableNumber(double(each.probability)),
                            "",
                            each.kept ? "yes" : "no",
                            "",
                            epoch,
                            ""};
    for (const Answer& each : m_content.answers)
        rows << QStringList{"answer",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            each.letter,
                            QString::number(each.epoch),
                            each.prompt + each.continuation};
    return rows;
}

QByteArray WritingFigure::csv() const {
    return csvTable(rows());
}

QString WritingFigure::numbers() const {
    return tabbedTable(rows());
}

} // namespace neurarium
