// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline_painter.h"

#include <array>
#include <cmath>

#include <QFontMetricsF>
#include <QPainter>

#include "widgets/change_text.h"
#include "widgets/icon.h"
#include "widgets/slot_painter.h"
#include "widgets/theme.h"

namespace neurarium {

namespace {

constexpr double kLine = 5;
constexpr double kPlanLine = 2.5;
constexpr double kMarkRadius = 10;
constexpr double kRing = 8;
constexpr double kOtherBranch = 0.85; ///< opacity of a branch that is not playing

void paintArrow(QPainter& painter, const QPointF& tip) {
    constexpr double kSide = 6;
    painter.drawPolyline(std::array{tip + QPointF(-kSide, -kSide), tip, tip + QPointF(-kSide, kSide)}.data(),
                         3);
}

void paintPlan(QPainter& painter, const TimelineScene& scene, const BranchPlace& branch) {
    if (branch.plannedTo <= branch.end.x())
        return;
    const QColor color = scene.theme.branchLine(branch.number);
    const QPointF end(branch.plannedTo, branch.end.y());
    QPen dots(color, kPlanLine, Qt::SolidLine, Qt::RoundCap);
    dots.setDashPattern({1, 2.2});
    painter.setPen(dots);
    painter.drawLine(branch.end, end);
    painter.setPen(QPen(color, kPlanLine, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (branch.arrow)
        paintArrow(painter, end);
    else
        painter.drawLine(end + QPointF(0, -kRing), end + QPointF(0, kRing));
    painter.setFont(Theme::font(TextRole::Axis, scene.scale));
    painter.setPen(scene.theme.color(Token::Text2));
    const double height = 20 * scene.scale;
    QRectF words(end.x() - 160, end.y() - height - 5, 160, height);
    painter.drawText(words, Qt::AlignRight | Qt::AlignBottom, scene.untilText);
}

void paintBranch(QPainter& painter, const TimelineScene& scene, const BranchPlace& branch) {
    painter.setOpacity(branch.playing ? 1.0 : kOtherBranch);
    const Qt::PenStyle style =
        scene.timeline.branches[static_cast<std::size_t>(branch.number - 1)].weightsOnly ? Qt::DashLine
                                                                                         : Qt::SolidLine;
    const QColor color = scene.theme.branchLine(branch.number);
    QPen pen(color, kLine, style, Qt::FlatCap, Qt::RoundJoin);
    if (style == Qt::DashLine)
        pen.setDashPattern({3, 0.8});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(branch.path);
    if (!branch.playing) {
        painter.setPen(QPen(color, kLine));
        painter.drawLine(branch.end + QPointF(0, -kRing), branch.end + QPointF(0, kRing));
    }
    painter.setOpacity(1);
    if (branch.playing)
        paintPlan(painter, scene, branch);
}

/// Automatic checkpoints: short upright strokes on the line, all of a branch at once.
void paintTicks(QPainter& painter, const TimelineScene& scene) {
    constexpr double kHalf = 6;
    std::vector<QVector<QLineF>> strokes(scene.layout.branches.size());
    for (const TickPlace& tick : scene.layout.ticks) {
        QVector<QLineF>& lines = strokes[tick.branch];
        if (lines.isEmpty() || tick.place.x() - lines.last().x1() >= 2)
            lines.append(QLineF(tick.place + QPointF(0, -kHalf), tick.place + QPointF(0, kHalf)));
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (std::size_t i = 0; i < strokes.size(); ++i) {
        painter.setPen(QPen(scene.theme.branchLine(scene.layout.branches[i].number), 1));
        painter.drawLines(strokes[i]);
    }
    painter.setRenderHint(QPainter::Antialiasing);
}

/// The chosen tick has a ring around it, the best one a star above it.
void paintSpecialTicks(QPainter& painter, const TimelineScene& scene) {
    constexpr int kStar = 12;
    for (const TickPlace& tick : scene.layout.ticks) {
        if (scene.layout.hasBest && scene.layout.best == tick.checkpoint) {
            const QPixmap star =
                iconPixmap(QStringLiteral("star"), {Token::WarnLine, &scene.theme}, kStar, scene.pixelRatio);
            painter.drawPixmap(tick.place - QPointF(kStar / 2.0, kStar + kRing), star);
        }
        if (scene.timeline.checkpoints[tick.checkpoint].id != scene.chosen)
            continue;
        const double radius = scene.focused ? kRing + 1 : kRing - 1;
        painter.setPen(QPen(scene.theme.color(Token::Text), 3));
        painter.setBrush(scene.theme.color(Token::AccentSoft));
        painter.drawEllipse(tick.place, radius, radius);
    }
}

void paintMark(QPainter& painter, const TimelineScene& scene, const MarkPlace& mark) {
    const Mark& change = scene.timeline.marks[mark.mark];
    const QColor ink = scene.theme.color(Token::Text);
    const double radius = (mark.small ? 4 : kMarkRadius) * scene.scale;
    painter.setPen(Qt::NoPen);
    painter.setBrush(scene.theme.color(Token::Surface));
    painter.drawEllipse(mark.place, radius + 1.5, radius + 1.5);
    painter.setBrush(ink);
    painter.drawEllipse(mark.place, radius, radius);
    if (mark.small)
        return;
    painter.setFont(Theme::font(TextRole::Mark, scene.scale));
    painter.setPen(scene.theme.color(Token::Surface));
    const QRectF around(mark.place.x() - radius, mark.place.y() - radius, 2 * radius, 2 * radius);
    painter.drawText(around, Qt::AlignCenter, QString::number(change.number));
    if (mark.label.isEmpty())
        return;
    const QFont small = Theme::font(TextRole::Axis, scene.scale);
    painter.setFont(small);
    painter.setPen(scene.theme.color(Token::Text2));
    painter.drawText(mark.label, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(small).elidedText(markText(change), Qt::ElideRight, mark.label.width()));
}

/// The strings on which marks hang, behind the slots.
void paintStrings(QPainter& painter, const TimelineScene& scene) {
    for (const MarkPlace& mark : scene.layout.marks) {
        if (!mark.hanging)
            continue;
        painter.setPen(QPen(scene.theme.branchLine(scene.layout.branches[mark.branch].number), 2));
        painter.drawLine(mark.anchor, mark.place);
    }
}

double roundStep(double atLeast) {
    const double decade = std::pow(10.0, std::floor(std::log10(std::max(atLeast, 1.0))));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * decade >= atLeast)
            return factor * decade;
    return 10 * decade;
}

void paintAxis(QPainter& painter, const TimelineScene& scene) {
    constexpr double kLeastGap = 72;
    const TimelineLayout& layout = scene.layout;
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(scene.theme.color(Token::Ctl), 1));
    painter.drawLine(QPointF(layout.left, layout.axis), QPointF(layout.right, layout.axis));
    const double step = roundStep(kLeastGap * scene.scale / (layout.right - layout.left) * layout.span);
    painter.setFont(Theme::font(TextRole::Axis, scene.scale));
    for (double epoch = 0; epoch <= layout.span * 1.0001; epoch += step) {
        const double x = layout.xAt(epoch);
        painter.setPen(QPen(scene.theme.color(Token::Ctl), 1));
        painter.drawLine(QPointF(x, layout.axis), QPointF(x, layout.axis + 5));
        painter.setPen(scene.theme.color(Token::Text2));
        const QRectF number(x - kLeastGap / 2, layout.axis + 5, kLeastGap,
                            scene.size.height() - layout.axis - 6);
        painter.drawText(number, Qt::AlignCenter, QString::number(epoch, 'f', 0));
    }
    painter.setRenderHint(QPainter::Antialiasing);
}

const BranchPlace* playing(const TimelineScene& scene) {
    for (const BranchPlace& branch : scene.layout.branches)
        if (branch.playing)
            return &branch;
    return nullptr;
}

/// Where training stands; while something else is looked at, the playhead is not there.
void paintLiveRing(QPainter& painter, const TimelineScene& scene) {
    const BranchPlace* branch = playing(scene);
    if (branch == nullptr)
        return;
    const QPointF place(scene.layout.xAt(scene.liveEpoch), branch->end.y());
    painter.setPen(QPen(scene.theme.branchLine(branch->number), 3));
    painter.setBrush(scene.theme.color(Token::Surface));
    painter.drawEllipse(place, kRing, kRing);
}

/// The step that is looked at, on its branch.
void paintLookedAt(QPainter& painter, const TimelineScene& scene) {
    constexpr double kDot = 6;
    if (!scene.lookingAt || scene.lookingOn == nullptr)
        return;
    painter.setPen(QPen(scene.theme.color(Token::Surface), 2));
    painter.setBrush(scene.theme.color(Token::Text));
    painter.drawEllipse(QPointF(scene.layout.xAt(*scene.lookingAt), scene.lookingOn->end.y()), kDot, kDot);
}

double playheadX(const TimelineScene& scene) {
    return scene.layout.xAt(scene.lookingAt.value_or(scene.liveEpoch));
}

void paintPlayheadLine(QPainter& painter, const TimelineScene& scene) {
    const double x = playheadX(scene);
    painter.setPen(QPen(scene.theme.color(Token::Text), 2));
    painter.drawLine(QPointF(x, 12), QPointF(x, scene.layout.axis));
}

void paintFlag(QPainter& painter, const TimelineScene& scene) {
    constexpr double kHalf = 8;
    constexpr double kTop = 1;
    const QColor ink = scene.theme.color(Token::Text);
    const double x = playheadX(scene);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawPolygon(QPolygonF({{x - kHalf, kTop},
                                   {x + kHalf, kTop},
                                   {x + kHalf, kTop + 9},
                                   {x, kTop + 16},
                                   {x - kHalf, kTop + 9}}));
    if (scene.playheadText.isEmpty())
        return;
    const QFont bold = Theme::boldFont(TextRole::Axis, scene.scale);
    const double width = QFontMetricsF(bold).horizontalAdvance(scene.playheadText) + 2;
    const bool fitsRight = x + kHalf + 8 + width <= scene.size.width();
    const double left = fitsRight ? x + kHalf + 8 : x - kHalf - 8 - width;
    const QRectF place(left, 0, width, 18 * scene.scale);
    painter.fillRect(place, scene.theme.color(Token::Surface));
    painter.setFont(bold);
    painter.setPen(ink);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, scene.playheadText);
}

void paintLanes(QPainter& painter, const TimelineScene& scene) {
    const TimelineLayout& layout = scene.layout;
    for (const bool isPlaying : {false, true})
        for (const BranchPlace& branch : layout.branches)
            if (branch.playing == isPlaying)
                paintBranch(painter, scene, branch);
    paintTicks(painter, scene);
    paintSpecialTicks(painter, scene);
    paintStrings(painter, scene);
    const SlotPlace* chosen = nullptr;
    for (const SlotPlace& slot : layout.saves) {
        if (scene.timeline.checkpoints[slot.checkpoint].id == scene.chosen)
            chosen = &slot;
        else
            paintSlot(painter, scene, slot);
    }
    for (const MarkPlace& mark : layout.marks)
        paintMark(painter, scene, mark);
    if (chosen != nullptr)
        paintSlot(painter, scene, *chosen);
}

} // namespace

void paintTimeline(QPainter& painter, const TimelineScene& scene) {
    const TimelineLayout& layout = scene.layout;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(QPointF(), scene.size), scene.theme.color(Token::Surface));
    paintAxis(painter, scene);
    if (layout.branches.empty())
        return;
    paintPlayheadLine(painter, scene);
    painter.save();
    painter.setClipRect(QRectF(0, layout.top - 6, scene.size.width(), layout.axis - layout.top + 6));
    painter.translate(0, -scene.scroll);
    paintLanes(painter, scene);
    paintLiveRing(painter, scene);
    paintLookedAt(painter, scene);
    painter.restore();
    paintFlag(painter, scene);
}

void paintBranchMarker(QPainter& painter, const Theme& theme, int branch, const QPointF& center) {
    constexpr double kSize = 5;
    painter.setPen(QPen(theme.branchLine(branch), 2.5));
    painter.setBrush(theme.color(Token::Surface));
    switch (Theme::markerShape(branch)) {
    case MarkerShape::Square:
        painter.drawRect(QRectF(center.x() - kSize, center.y() - kSize, 2 * kSize, 2 * kSize));
        break;
    case MarkerShape::Triangle:
        painter.drawPolygon(QPolygonF(
            {center + QPointF(0, -kSize), center + QPointF(kSize, kSize), center + QPointF(-kSize, kSize)}));
        break;
    case MarkerShape::Diamond:
        painter.drawPolygon(QPolygonF({center + QPointF(0, -kSize - 1), center + QPointF(kSize + 1, 0),
                                       center + QPointF(0, kSize + 1), center + QPointF(-kSize - 1, 0)}));
        break;
    case MarkerShape::Circle:
    case MarkerShape::Numbered:
        painter.drawEllipse(center, kSize, kSize);
        break;
    }
}

} // namespace neurarium
