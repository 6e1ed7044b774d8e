// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart_readout.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QPainter>

#include "widgets/number_text.h"
#include "widgets/recipe_words.h"

namespace neurarium {

namespace {

constexpr double kPadding = 8;
constexpr double kSwatch = 14;
constexpr double kFromLine = 10;

} // namespace

ChartReadout::ChartReadout(const ChartReading& reading, const ChartOptions& options)
    : m_reading(reading)
    , m_options(options) {}

QString ChartReadout::heading() const {
    return tr("Epoch %1, step %2").arg(QString::number(m_reading.epoch, 'f', 1), countText(m_reading.step));
}

QStringList ChartReadout::lines() const {
    const auto value = [this](double number) {
        return m_options.quantity == ChartQuantity::Loss ? lossText(number) : percentText(number, 1);
    };
    QStringList lines;
    for (const ReadingRow& row : m_reading.rows) {
        QStringList parts;
        if (row.validation)
            parts.append(tr("validation %1").arg(value(*row.validation)));
        if (row.training)
            parts.append(tr("training %1").arg(value(*row.training)));
        lines.append(tr("branch %1: %2").arg(row.branch->number).arg(parts.join(QStringLiteral(", "))));
    }
    return lines;
}

QString ChartReadout::sentence() const {
    return heading() + QStringLiteral(". ") + lines().join(QStringLiteral(". "));
}

void ChartReadout::paint(QPainter& painter, const PlotFrame& frame, const Theme& theme, double scale) const {
    const double x = std::round(frame.xOf(m_reading.x)) + 0.5;
    painter.setPen(QPen(theme.color(Token::Ctl), 1));
    painter.drawLine(QPointF(x, frame.area.top()), QPointF(x, frame.area.bottom()));

    const QStringList texts = lines();
    const QFont plain = Theme::font(TextRole::Axis, scale), bold = Theme::boldFont(TextRole::Axis, scale);
    const QFontMetricsF metrics(plain);
    double widest = QFontMetricsF(bold).horizontalAdvance(heading());
    for (const QString& text : texts)
        widest = std::max(widest, kSwatch * scale + metrics.horizontalAdvance(text));
    const double padding = kPadding * scale, row = metrics.height() * 1.15;
    QRectF box(0, 0, widest + 2 * padding, row * static_cast<double>(texts.size() + 1) + 2 * padding);
    box.moveTopLeft({x + kFromLine, frame.area.top() + kFromLine});
    if (box.right() > frame.area.right())
        box.moveRight(x - kFromLine);
    box.moveLeft(std::max(box.left(), 2.0));
    painter.setPen(QPen(theme.color(Token::Ctl), 1));
    painter.setBrush(theme.color(Token::Raised));
    painter.drawRoundedRect(box, 4, 4);

    double y = box.top() + padding + metrics.ascent();
    painter.setPen(theme.color(Token::Text));
    painter.setFont(bold);
    painter.drawText(QPointF(box.left() + padding, y), heading());
    painter.setFont(plain);
    for (qsizetype i = 0; i < texts.size(); ++i) {
        y += row;
        const QColor color = theme.branchLine(m_reading.rows[static_cast<std::size_t>(i)].branch->number);
        painter.fillRect(
            QRectF(box.left() + padding, y - metrics.capHeight(), 8 * scale, metrics.capHeight()), color);
        painter.drawText(QPointF(box.left() + padding + kSwatch * scale, y), texts[i]);
    }
}

} // namespace neurarium
