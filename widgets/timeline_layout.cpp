// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline_layout.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "widgets/timeline_lanes.h"

namespace neurarium {

namespace {

constexpr double kAxisMargin = 28;
constexpr double kForkWidth = 44;
constexpr double kHang = 48;
constexpr double kMarkRadius = 10;
constexpr double kTouch = 4;
constexpr double kEdge = 4; ///< left free beside a card

/// Sizes that follow from the room there is and from the number of lanes.
struct Measures {
    Measures(const TimelineSpace& space, int lanes) {
        constexpr int kMostLanesWithCards = 3;
        scale = space.scale;
        top = space.compact ? 8 : 22 * scale;
        axis = space.size.height() - (space.compact ? 26 : 30) * scale;
        const double room = axis - top;
        lettersOnly = space.compact || lanes > kMostLanesWithCards;
        const bool low = space.compact && lanes > 1; // two lanes fit, more are scrolled
        letter = (low ? 18 : 26) * scale;
        const double least = lettersOnly ? letter + (low ? 2 : 6) * scale : 36 * scale;
        spacing = std::max(least, std::min(60 * scale, room / std::max(lanes, 1)));
        card = QSizeF((space.thumbnails ? 154 : 118) * scale, std::min(50 * scale, spacing - 8));
        height = spacing * std::max(lanes, 1);
        first = height <= room ? top + (room - height) / 2 + spacing / 2 : top + spacing / 2;
    }

    double scale, top, axis, letter, spacing, height, first;
    QSizeF card;
    bool lettersOnly;
};

class Builder {
public:
    Builder(const Timeline& timeline, const EpochScale& epochs, const TimelineSpace& space)
        : m_timeline(timeline)
        , m_epochs(epochs)
        , m_space(space)
        , m_lanes(assignLanes(timeline, epochs, space.span))
        , m_measures(space, m_lanes.empty() ? 1 : *std::max_element(m_lanes.begin(), m_lanes.end()) + 1) {
        for (std::size_t i = 0; i < timeline.branches.size(); ++i)
            m_index[timeline.branches[i].id] = i;
        m_out.span = space.span;
        m_out.left = kAxisMargin;
        m_out.right = std::max(space.size.width() - kAxisMargin * 1.5, m_out.left + 1);
        m_out.top = m_measures.top;
        m_out.axis = m_measures.axis;
        m_out.lanesHeight = m_measures.height;
    }

    TimelineLayout run() {
        for (std::size_t i = 0; i < m_timeline.branches.size(); ++i)
            addBranch(i);
        addCheckpoints();
        shrinkSlots();
        for (std::size_t i = 0; i < m_timeline.marks.size(); ++i)
            addMark(i);
        labelMarks();
        return std::move(m_out);
    }

private:
    double laneY(std::size_t branch) const { return m_measures.first + m_measures.spacing * m_lanes[branch]; }
    double stepX(BranchId branch, std::int64_t step) const { return m_out.xAt(m_epochs.at(branch, step)); }

    void addBranch(std::size_t index) {
        const Branch& branch = m_timeline.branches[index];
        BranchPlace place;
        place.number = static_cast<int>(index) + 1;
        place.lane = m_lanes[index];
        place.playing = branch.id == m_timeline.current;
        const double y = laneY(index);
        const double start = m_out.xAt(m_epochs.start(branch.id));
        const double end = std::max(stepX(branch.id, branch.lastStep), start + 1);
        place.end = QPointF(end, y);
        place.path = pathOf(index, start, end);
        const double reached = m_epochs.at(branch.id, branch.lastStep);
        if (place.playing && static_cast<double>(m_timeline.plannedEpochs) > reached) {
            const auto planned = static_cast<double>(m_timeline.plannedEpochs);
            place.arrow = planned > m_space.span;
            place.plannedTo = m_out.xAt(std::min(planned, m_space.span));
        }
        m_out.branches.push_back(place);
    }

    /// The fork goes down its own epoch and bends into the lane; a short branch bends more sharply.
    QPainterPath pathOf(std::size_t index, double start, double end) const {
        const double y = laneY(index);
        const auto parent = m_index.find(m_timeline.branches[index].parent);
        if (parent == m_index.end()) {
            QPainterPath line(QPointF(start, y));
            line.lineTo(end, y);
            return line;
        }
        constexpr double kBend = 0.35;
        const double from = laneY(parent->second);
        const double width = std::clamp(end - start, 1.0, kForkWidth * m_measures.scale);
        const double height = std::min(kForkWidth * m_measures.scale, y - from);
        QPainterPath path(QPointF(start, from));
        path.lineTo(start, y - height);
        path.cubicTo(start, y - height * kBend, start + width * kBend, y, start + width, y);
        path.lineTo(std::max(end, start + width), y);
        return path;
    }

    void addCheckpoints() {
        std::optional<double> lowest;
        for (std::size_t i = 0; i < m_timeline.checkpoints.size(); ++i) {
            const CheckpointInfo& checkpoint = m_timeline.checkpoints[i];
            const auto branch = m_index.find(checkpoint.branch);
            if (branch == m_index.end())
                continue;
            const QPointF place(stepX(checkpoint.branch, checkpoint.step), laneY(branch->second));
            if (checkpoint.validationLoss && (!lowest || *checkpoint.validationLoss < *lowest)) {
                lowest = checkpoint.validationLoss;
                m_out.best = i;
                m_out.hasBest = true;
            }
            if (!isSlot(checkpoint)) {
                m_out.ticks.push_back({i, branch->second, place});
                continue;
            }
            SlotPlace slot{.checkpoint = i, .branch = branch->second, .anchor = place};
            setForm(slot, m_measures.lettersOnly ? SlotForm::Letter : SlotForm::Card);
            m_out.saves.push_back(slot);
        }
        std::stable_sort(m_out.saves.begin(), m_out.saves.end(), [](const SlotPlace& a, const SlotPlace& b) {
            return a.branch != b.branch ? a.branch < b.branch : a.anchor.x() < b.anchor.x();
        });
    }

    void setForm(SlotPlace& slot, SlotForm form) const {
        constexpr double kDot = 10;
        slot.form = form;
        const double side = form == SlotForm::Letter ? m_measures.letter : kDot * m_measures.scale;
        slot.place = QRectF(QPointF(), form == SlotForm::Card ? m_measures.card : QSizeF(side, side));
        slot.place.moveCenter(slot.anchor);
        if (form == SlotForm::Card) {
            slot.place.moveRight(std::min(slot.place.right(), m_space.size.width() - kEdge));
            slot.place.moveLeft(std::max(slot.place.left(), kEdge));
        }
    }

    static bool touch(const SlotPlace& a, const SlotPlace& b) {
        return a.place.adjusted(-kTouch, 0, kTouch, 0).intersects(b.place);
    }

    /// Cards that would touch become letters, letters that would touch become dots; the chosen one stays.
    void shrinkSlots() {
        const auto neighbours = lanesOfSlots();
        for (const auto& [lane, saves] : neighbours)
            for (bool changed = true; changed;) {
                changed = false;
                for (std::size_t i = 1; i < saves.size(); ++i)
                    changed = shrinkCards(m_out.saves[saves[i - 1]], m_out.saves[saves[i]]) || changed;
            }
        for (const auto& [lane, saves] : neighbours) {
            std::size_t kept = 0;
            for (std::size_t i = 1; i < saves.size(); ++i)
                kept = shrinkLetters(saves, kept, i);
        }
    }

    std::map<int, std::vector<std::size_t>> lanesOfSlots() const {
        std::map<int, std::vector<std::size_t>> lanes;
        for (std::size_t i = 0; i < m_out.saves.size(); ++i)
            lanes[m_lanes[m_out.saves[i].branch]].push_back(i);
        for (auto& [lane, saves] : lanes)
            std::stable_sort(saves.begin(), saves.end(), [this](std::size_t a, std::size_t b) {
                return m_out.saves[a].anchor.x() < m_out.saves[b].anchor.x();
            });
        return lanes;
    }

    bool shrinkCards(SlotPlace& a, SlotPlace& b) const {
        const bool cards = a.form == SlotForm::Card || b.form == SlotForm::Card;
        if (!cards || !touch(a, b))
            return false;
        setForm(a, SlotForm::Letter);
        setForm(b, SlotForm::Letter);
        return true;
    }

    bool isChosen(std::size_t slot) const {
        return m_timeline.checkpoints[m_out.saves[slot].checkpoint].id == m_space.chosen;
    }

    /// Returns the last slot that keeps its letter.
    std::size_t shrinkLetters(const std::vector<std::size_t>& saves, std::size_t kept, std::size_t next) {
        if (!touch(m_out.saves[saves[kept]], m_out.saves[saves[next]]))
            return next;
        const bool keepNext = isChosen(saves[next]);
        setForm(m_out.saves[saves[keepNext ? kept : next]], SlotForm::Dot);
        return keepNext ? next : kept;
    }

    static bool isAtMouth(const Mark& mark, const Branch& branch) {
        return branch.parent && mark.step == (branch.weightsOnly ? 0 : branch.forkStep);
    }

    void addMark(std::size_t index) {
        const Mark& mark = m_timeline.marks[index];
        const auto branch = m_index.find(mark.branch);
        if (branch == m_index.end())
            return;
        const Branch& owner = m_timeline.branches[branch->second];
        const bool atMouth = isAtMouth(mark, owner);
        MarkPlace place{index, branch->second, {}, {}, false, false, {}};
        place.anchor = QPointF(stepX(mark.branch, mark.step), laneY(branch->second));
        if (atMouth)
            place.anchor.rx() += kForkWidth * m_measures.scale;
        place.place = place.anchor;
        if (!atMouth && canHang(place.anchor)) {
            place.hanging = true;
            place.place.ry() += kHang * m_measures.scale;
        } else {
            stepAside(place);
        }
        place.small = isTaken(place);
        m_out.marks.push_back(place);
    }

    bool canHang(const QPointF& anchor) const {
        return m_out.branches.size() == 1 && !m_measures.lettersOnly &&
               anchor.y() + (kHang + kMarkRadius) * m_measures.scale < m_measures.axis;
    }

    /// A mark on the line stands beside the slot that was saved before its change.
    void stepAside(MarkPlace& mark) const {
        const double radius = kMarkRadius * m_measures.scale;
        for (const SlotPlace& slot : m_out.saves)
            if (slot.form != SlotForm::Dot && m_lanes[slot.branch] == m_lanes[mark.branch] &&
                slot.place.adjusted(-radius, 0, radius, 0).contains(mark.place))
                mark.place.setX(slot.place.right() + radius + kTouch);
    }

    bool isTaken(const MarkPlace& mark) const {
        const double diameter = 2 * kMarkRadius * m_measures.scale;
        return std::any_of(m_out.marks.begin(), m_out.marks.end(), [&](const MarkPlace& other) {
            return !other.small && std::abs(other.place.x() - mark.place.x()) < diameter &&
                   std::abs(other.place.y() - mark.place.y()) < diameter;
        });
    }

    void labelMarks() {
        for (MarkPlace& mark : m_out.marks) {
            const bool atMouth = isAtMouth(m_timeline.marks[mark.mark], m_timeline.branches[mark.branch]);
            if (mark.small || m_measures.lettersOnly || (!mark.hanging && !atMouth))
                continue;
            mark.label = labelRoom(mark, atMouth);
        }
    }

    /// A hanging mark has its words beside it, a mark at the mouth of a branch below it.
    QRectF labelRoom(const MarkPlace& mark, bool atMouth) const {
        constexpr double kLeast = 60;
        constexpr double kMost = 240;
        const double height = 20 * m_measures.scale;
        const double gap = kMarkRadius * m_measures.scale + 6;
        QRectF room(mark.place.x() + gap, mark.place.y() - height / 2, kMost * m_measures.scale, height);
        if (atMouth)
            room.moveTopLeft(mark.place + QPointF(-kMarkRadius, kMarkRadius * m_measures.scale + 2));
        room.setRight(std::min(room.right(), m_space.size.width() - 4));
        for (const MarkPlace& other : m_out.marks)
            if (&other != &mark &&
                room.intersects(QRectF(other.place.x() - gap, other.place.y() - gap, 2 * gap, 2 * gap)))
                room.setRight(std::min(room.right(), other.place.x() - gap));
        for (const SlotPlace& slot : m_out.saves)
            if (room.intersects(slot.place))
                room.setRight(std::min(room.right(), slot.place.left() - kTouch));
        const bool fits = room.width() >= kLeast * m_measures.scale && room.bottom() <= m_measures.axis;
        return fits ? room : QRectF();
    }

    const Timeline& m_timeline;
    const EpochScale& m_epochs;
    const TimelineSpace& m_space;
    std::vector<int> m_lanes;
    Measures m_measures;
    std::map<BranchId, std::size_t> m_index;
    TimelineLayout m_out;
};

} // namespace

std::optional<std::size_t> TimelineLayout::checkpointAt(const QPointF& point) const {
    constexpr double kReach = 7;
    std::optional<std::size_t> found;
    double nearest = 1e9;
    for (const SlotPlace& slot : saves) {
        const double distance = std::abs(point.x() - slot.place.center().x());
        if (slot.place.adjusted(-2, -2, 2, 2).contains(point) && distance < nearest) {
            found = slot.checkpoint;
            nearest = distance;
        }
    }
    if (found)
        return found;
    nearest = kReach;
    for (const TickPlace& tick : ticks) {
        const double distance = std::abs(point.x() - tick.place.x());
        if (std::abs(point.y() - tick.place.y()) <= 2 * kReach && distance < nearest) {
            found = tick.checkpoint;
            nearest = distance;
        }
    }
    return found;
}

const SlotPlace* TimelineLayout::slotOf(std::size_t checkpoint) const {
    const auto found = std::find_if(saves.begin(), saves.end(),
                                    [=](const SlotPlace& slot) { return slot.checkpoint == checkpoint; });
    return found == saves.end() ? nullptr : &*found;
}

bool isSlot(const CheckpointInfo& checkpoint) {
    return !checkpoint.letter.empty() || !checkpoint.name.empty();
}

TimelineLayout layOutTimeline(const Timeline& timeline, const EpochScale& epochs,
                              const TimelineSpace& space) {
    return Builder(timeline, epochs, space).run();
}

} // namespace neurarium
