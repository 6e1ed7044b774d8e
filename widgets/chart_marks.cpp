// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart_marks.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include "widgets/change_text.h"
#include "widgets/chart_labels.h"
#include "widgets/icon.h"

namespace neurarium {

namespace {

constexpr double kBadge = 20;     // diameter of a mark's number
constexpr double kBadgeLift = 14; // its middle above the plot
constexpr double kSlot = 24;      // side of a slot's letter
constexpr double kStar = 18;
constexpr double kCross = 6;    // half of a broken line's cross
constexpr double kPlayhead = 6; // half of its triangle

} // namespace

ChartMarks::ChartMarks(const ChartStage& stage)
    : m_stage(stage) {}

std::optional<double> ChartMarks::xOf(BranchId branch, std::int64_t step) const {
    const ChartBranch* known = m_stage.data.branch(branch);
    if (!known)
        return std::nullopt;
    const double x = known->at(static_cast<double>(step + known->offset), m_stage.options.unit);
    if (x < m_stage.frame.left || x > m_stage.frame.right)
        return std::nullopt;
    return m_stage.frame.xOf(x);
}

std::vector<PlacedMark> ChartMarks::marks() const {
    std::vector<PlacedMark> placed;
    std::vector<PlacedLabel> badges;
    for (const Mark& mark : m_stage.data.timeline().marks) {
        const std::optional<double> x = xOf(mark.branch, mark.step);
        if (!x)
            continue;
        placed.push_back({&mark, *x, {}, markText(mark), {}});
        badges.push_back({*x, m_stage.px(kBadge + 2), static_cast<int>(mark.number)});
    }
    const QRectF& area = m_stage.frame.area;
    const double half = m_stage.px(kBadge / 2 + 1);
    spreadLabels(badges, area.left() - half, area.right() + half);
    const double y = area.top() - m_stage.px(kBadgeLift);
    for (std::size_t i = 0; i < placed.size(); ++i)
        placed[i].badge = QPointF(badges[i].shown ? badges[i].place : placed[i].x, y);
    std::sort(placed.begin(), placed.end(),
              [](const PlacedMark& a, const PlacedMark& b) { return a.badge.x() < b.badge.x(); });

    const QFontMetricsF metrics(m_stage.font(TextRole::Axis));
    for (std::size_t i = 0; i < placed.size(); ++i) {
        const double left = placed[i].badge.x() + m_stage.px(kBadge / 2 + 6);
        const double width = metrics.horizontalAdvance(placed[i].words);
        const double room = i + 1 < placed.size() ? placed[i + 1].badge.x() - half - m_stage.px(4)
                                                  : m_stage.size.width() - m_stage.px(4);
        if (left + width <= room)
            placed[i].wordsPlace = QRectF(left, y - metrics.height() / 2, width, metrics.height());
    }
    return placed;
}

std::vector<PlacedSlot> ChartMarks::slotLetters() const {
    std::vector<PlacedSlot> placed;
    std::vector<PlacedLabel> letters;
    const QFontMetricsF metrics(m_stage.font(TextRole::Mark));
    for (const CheckpointInfo& checkpoint : m_stage.data.timeline().checkpoints) {
        const std::optional<double> x = xOf(checkpoint.branch, checkpoint.step);
        if (checkpoint.letter.empty() || !x)
            continue;
        const double text = metrics.horizontalAdvance(QString::fromStdString(checkpoint.letter));
        const double width = std::max(m_stage.px(kSlot), text + m_stage.px(10));
        const int rank = checkpoint.id == m_stage.options.chosen ? 0 : 1;
        placed.push_back({&checkpoint, *x, QRectF(0, 0, width, m_stage.px(kSlot))});
        letters.push_back({*x, width + 2, rank});
    }
    const QRectF& area = m_stage.frame.area;
    spreadLabels(letters, area.left() - m_stage.px(kSlot / 2), area.right() + m_stage.px(kSlot / 2));
    for (std::size_t i = placed.size(); i-- > 0;) {
        placed[i].box.moveCenter(QPointF(letters[i].place, area.bottom()));
        if (!letters[i].shown)
            placed.erase(placed.begin() + static_cast<std::ptrdiff_t>(i));
    }
    return placed;
}

std::optional<double> ChartMarks::playhead() const {
    const ChartOptions& options = m_stage.options;
    const std::optional<StepPlace>& place = options.playhead ? options.playhead : options.live;
    const ChartBranch* branch = place ? m_stage.data.branch(place->branch) : m_stage.data.current();
    if (!branch || m_stage.data.empty())
        return std::nullopt;
    const double step = place ? branch->stepOnAxis(place->step) : branch->lastStep();
    const double x = branch->at(step, m_stage.options.unit);
    if (x < m_stage.frame.left || x > m_stage.frame.right)
        return std::nullopt;
    return m_stage.frame.xOf(x);
}

void ChartMarks::paintBehind(QPainter& painter) const {
    const QRectF& area = m_stage.frame.area;
    QPen dots(m_stage.theme.color(Token::Text), 2, Qt::CustomDashLine, Qt::RoundCap);
    dots.setDashPattern({0.1, 2});
    painter.setPen(dots);
    for (const PlacedMark& mark : marks()) {
        const QPointF foot(mark.x, area.bottom()), neck(mark.x, area.top());
        painter.drawLine(foot, neck);
        painter.drawLine(neck, mark.badge);
    }
}

void ChartMarks::paintInFront(QPainter& painter) const {
    paintPlayhead(painter);
    paintBroken(painter);
    paintBest(painter);
    paintSlots(painter);
    paintBadges(painter);
}

void ChartMarks::paintBadges(QPainter& painter) const {
    const double radius = m_stage.px(kBadge / 2);
    for (const PlacedMark& mark : marks()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_stage.theme.color(Token::Text));
        painter.drawEllipse(mark.badge, radius, radius);
        const QString number = QString::number(mark.mark->number);
        painter.setFont(m_stage.font(TextRole::Mark));
        const QFontMetricsF digits(painter.font());
        painter.setPen(m_stage.theme.color(Token::Surface));
        painter.drawText(mark.badge + QPointF(-digits.horizontalAdvance(number) / 2, digits.capHeight() / 2),
                         number);
        if (mark.wordsPlace.isEmpty())
            continue;
        painter.setFont(m_stage.font(TextRole::Axis));
        painter.setPen(m_stage.theme.color(Token::Text));
        const QFontMetricsF words(painter.font());
        painter.drawText(mark.wordsPlace.topLeft() + QPointF(0, words.ascent()), mark.words);
    }
    painter.setBrush(Qt::NoBrush);
}

void ChartMarks::paintSlots(QPainter& painter) const {
    painter.setFont(m_stage.font(TextRole::Mark));
    const QFontMetricsF metrics(painter.font());
    for (const PlacedSlot& slot : slotLetters()) {
        const ChartBranch* branch = m_stage.data.branch(slot.checkpoint->branch);
        const QColor line = m_stage.theme.branchLine(branch->number);
        const bool chosen = slot.checkpoint->id == m_stage.options.chosen;
        painter.setPen(QPen(line, 2));
        painter.setBrush(chosen ? line : m_stage.theme.color(Token::Surface));
        painter.drawRoundedRect(slot.box.adjusted(1, 1, -1, -1), 4, 4);
        const QString letter = QString::fromStdString(slot.checkpoint->letter);
        painter.setPen(m_stage.theme.color(chosen ? Token::Surface : Token::Text));
        painter.drawText(slot.box.center() +
                             QPointF(-metrics.horizontalAdvance(letter) / 2, metrics.capHeight() / 2),
                         letter);
    }
    painter.setBrush(Qt::NoBrush);
}

void ChartMarks::paintPlayhead(QPainter& painter) const {
    const std::optional<double> place = playhead();
    if (!place)
        return;
    const QRectF& area = m_stage.frame.area;
    const double x = std::round(*place), top = area.top() - m_stage.px(4), half = m_stage.px(kPlayhead);
    painter.setPen(QPen(m_stage.theme.color(Token::Text), 2));
    painter.drawLine(QPointF(x, top + 2), QPointF(x, area.bottom()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_stage.theme.color(Token::Text));
    painter.drawPolygon(
        QPolygonF({QPointF(x - half, top), QPointF(x + half, top), QPointF(x, top + 1.3 * half)}));
    painter.setBrush(Qt::NoBrush);
}

void ChartMarks::paintBest(QPainter& painter) const {
    const std::optional<EpochReport> best = m_stage.data.best();
    if (!best)
        return;
    const ChartBranch* branch = m_stage.data.branch(best->branch);
    const std::optional<double> value = epochValue(*best, m_stage.options.quantity, true);
    // The steps kept with an epoch already count from the very beginning.
    const double x = branch->at(static_cast<double>(best->step), m_stage.options.unit);
    if (!value || x < m_stage.frame.left || x > m_stage.frame.right)
        return;
    const double side = m_stage.px(kStar);
    const double lift = m_stage.px(10);
    const QPointF middle(m_stage.frame.xOf(x), m_stage.frame.yOf(*value) - lift);
    paintIcon(painter, QStringLiteral("star"), m_stage.theme.color(Token::WarnLine),
              QRectF(middle - QPointF(side / 2, side / 2), QSizeF(side, side)));
}

void ChartMarks::paintBroken(QPainter& painter) const {
    const PlotFrame& frame = m_stage.frame;
    const double arm = m_stage.px(kCross);
    painter.setPen(QPen(m_stage.theme.color(Token::BadLine), 3, Qt::SolidLine, Qt::RoundCap));
    for (const QPointF& point : m_stage.content.broken) {
        const double height = (point.y() - frame.bottom) / (frame.top - frame.bottom) * frame.area.height();
        const QPointF middle(frame.xOf(point.x()), frame.area.bottom() - height);
        painter.drawLine(middle - QPointF(arm, arm), middle + QPointF(arm, arm));
        painter.drawLine(middle - QPointF(arm, -arm), middle + QPointF(arm, -arm));
    }
}

} // namespace neurarium
