// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/head_grid_painter.h"

#include <algorithm>

#include <QFontMetricsF>
#include <QPainter>

#include "widgets/attention_painter.h"
#include "widgets/theme.h"
#include "widgets/weight_image.h"

namespace neurarium {

namespace {

constexpr double kGap = 6;
constexpr double kLargest = 64;
constexpr double kSmallest = 10;

QFontMetricsF metricsOf(double scale) {
    return QFontMetricsF(Theme::font(TextRole::Axis, scale));
}

} // namespace

HeadGridPainter::HeadGridPainter(const AttentionMaps& maps, const QRectF& area, double scale)
    : m_maps(maps)
    , m_area(area)
    , m_scale(scale)
    , m_left(sizeFor(maps, 0, scale).width() - maps.headsPerBlock * kGap)
    , m_top(metricsOf(scale).height() + 2) {
    const int rows = std::max(maps.blocks, 1), columns = std::max(maps.headsPerBlock, 1);
    const double wide = (area.width() - m_left) / columns - kGap;
    const double high = (area.height() - m_top) / rows - kGap;
    m_side = std::clamp(std::min(wide, high), kSmallest, kLargest * scale);
}

QSizeF HeadGridPainter::sizeFor(const AttentionMaps& maps, double side, double scale) {
    const QFontMetricsF metrics = metricsOf(scale);
    const double names = std::max(metrics.horizontalAdvance(tr("Layer %1").arg(std::max(maps.blocks, 1))),
                                  metrics.horizontalAdvance(tr("Head"))) +
                         8;
    return {names + maps.headsPerBlock * (side + kGap), metrics.height() + 2 + maps.blocks * (side + kGap)};
}

QString HeadGridPainter::headName(HeadPlace place) {
    return tr("Layer %1, head %2").arg(place.block + 1).arg(place.head + 1);
}

QRectF HeadGridPainter::placeOf(HeadPlace place) const {
    const double step = m_side + kGap;
    return {m_area.left() + m_left + place.head * step + kGap / 2,
            m_area.top() + m_top + place.block * step + kGap / 2, m_side, m_side};
}

std::optional<HeadPlace> HeadGridPainter::headAt(const QPointF& point) const {
    for (const AttentionHead& head : m_maps.heads)
        if (placeOf(head.place).adjusted(-kGap / 2, -kGap / 2, kGap / 2, kGap / 2).contains(point))
            return head.place;
    return std::nullopt;
}

void HeadGridPainter::paintNames(QPainter& painter, const Theme& theme) const {
    const QFontMetricsF metrics = metricsOf(m_scale);
    painter.setFont(Theme::font(TextRole::Axis, m_scale));
    painter.setPen(theme.color(Token::Text2));
    const double step = m_side + kGap;
    for (int block = 0; block < m_maps.blocks; ++block) {
        const QRectF head = placeOf({block, 0});
        if (step >= metrics.height() * 0.9 || block == 0)
            painter.drawText(
                QRectF(m_area.left(), head.center().y() - metrics.height() / 2, m_left - 6, metrics.height()),
                Qt::AlignRight | Qt::AlignVCenter, tr("Layer %1").arg(block + 1));
    }
    // Whole words where all columns have room for them, otherwise the numbers.
    const bool words = metrics.horizontalAdvance(tr("Head %1").arg(m_maps.headsPerBlock)) + 4 <= step;
    for (int head = 0; head < m_maps.headsPerBlock; ++head) {
        const QRectF column = placeOf({0, head});
        painter.drawText(QRectF(column.left() - kGap / 2, m_area.top(), step, metrics.height()),
                         Qt::AlignCenter, words ? tr("Head %1").arg(head + 1) : QString::number(head + 1));
    }
    if (!words) {
        const QString name = tr("Head");
        painter.drawText(QRectF(m_area.left(), m_area.top(), m_left - 6, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, name);
    }
}

void HeadGridPainter::paintHead(QPainter& painter, const AttentionHead& head, const WeightImage* image,
                                const Theme& theme) const {
    const QRectF box = placeOf(head.place);
    painter.fillRect(box, theme.color(Token::Raised));
    if (image != nullptr && !image->image().isNull())
        painter.drawImage(box, image->image());
    if (head.off)
        AttentionPainter::strikeThrough(painter, theme, box);
}

void HeadGridPainter::paint(QPainter& painter, const std::vector<WeightImage>& images, HeadPlace chosen,
                            const Theme& theme) const {
    paintNames(painter, theme);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    for (std::size_t i = 0; i < m_maps.heads.size(); ++i)
        paintHead(painter, m_maps.heads[i], i < images.size() ? &images[i] : nullptr, theme);
    const bool known = std::any_of(m_maps.heads.begin(), m_maps.heads.end(),
                                   [&](const AttentionHead& head) { return head.place == chosen; });
    if (!known)
        return;
    painter.setPen(QPen(theme.color(Token::Accent), 3, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(placeOf(chosen).adjusted(-1.5, -1.5, 1.5, 1.5));
}

} // namespace neurarium
