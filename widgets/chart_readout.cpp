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
    QStringList lines;
    for (const ReadingRow& row : m_reading.rows) {
        QStringList parts;
        if (row.validation)
            parts.append(tr("validation %1").arg(valueText(*row.validation)));
        if (row.training)
            parts.append(tr("training %1").arg(valueText(*row.training)));
        lines.append(tr("branch %1: %2").arg(row.branch->number).arg(parts.join(QStringLiteral(", "))));
    }
    if (const QString difference = differenceLine(); !difference.isEmpty())
        lines.append(difference);
    return lines;
}

QString ChartReadout::valueText(double value) const {
    return m_options.quantity == ChartQuantity::Loss ? lossText(value) : percentText(value, 1);
}

QString ChartReadout::differenceLine() const {
    if (!m_options.difference || !m_options.twins)
        return {};
    const auto rowOf = [this](BranchId id) {
        return std::find_if(m_reading.rows.begin(), m_reading.rows.end(),
                            [id](const ReadingRow& row) { return row.branch->branch.id == id; });
    };
    const auto same = rowOf(m_options.twins->same), other = rowOf(m_options.twins->other);
    if (same == m_reading.rows.end() || other == m_reading.rows.end())
        return {};
    QStringList parts;
    if (same->validation && other->validation)
        parts.append(tr("validation %1").arg(valueText(*other->validation - *same->validation)));
    if (same->training && other->training)
        parts.append(tr("training %1").arg(valueText(*other->training - *same->training)));
    return parts.isEmpty() ? QString() : tr("difference: %1").arg(parts.join(QStringLiteral(", ")));
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
        if (const auto place = static_cast<std::size_t>(i); place < m_reading.rows.size())
            painter.fillRect(
                QRectF(box.left() + padding, y - metrics.capHeight(), 8 * scale, metrics.capHeight()),
                theme.branchLine(m_reading.rows[place].branch->number));
        painter.drawText(QPointF(box.left() + padding + kSwatch * scale, y), texts[i]);
    }
}

} // namespace neurarium
