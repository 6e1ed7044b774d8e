// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QPainterPath>
#include <QRectF>

#include "report/timeline.h"
#include "widgets/epoch_scale.h"

namespace neurarium {

/// What a layout is made for.
struct TimelineSpace {
    QSizeF size;
    double span = 10;        ///< length of the axis, in epochs
    double scale = 1;        ///< text size
    bool compact = false;    ///< 76 pixels high: letters only
    CheckpointId chosen;     ///< always keeps its letter
    bool thumbnails = false; ///< cards have room for a picture
};

/// How large a save slot is drawn: less where there is less room.
enum class SlotForm { Card, Letter, Dot };

struct SlotPlace {
    std::size_t checkpoint = 0; ///< index into the timeline
    std::size_t branch = 0;
    SlotForm form = SlotForm::Card;
    QPointF anchor; ///< on the line; near an end of the axis a card is moved aside, so as not to be cut
    QRectF place{};
};

struct TickPlace {
    std::size_t checkpoint = 0;
    std::size_t branch = 0;
    QPointF place;
};

struct MarkPlace {
    std::size_t mark = 0;
    std::size_t branch = 0;
    QPointF place;
    QPointF anchor; ///< on the line, where a hanging mark is tied
    bool hanging = false;
    bool small = false; ///< no room for its number
    QRectF label;       ///< empty when there is no room for words
};

struct BranchPlace {
    int number = 1; ///< from 1: colour and marker
    int lane = 0;
    QPainterPath path;    ///< fork and line
    QPointF end;          ///< where it has got to
    double plannedTo = 0; ///< x of the last planned epoch, 0 for none
    bool arrow = false;   ///< the plan goes beyond the axis
    bool playing = false;
};

/// Where everything of a timeline stands, in pixels of the drawing; lanes may reach below the visible part
/// and are then scrolled. Pure geometry: no colours, no words.
struct TimelineLayout {
    std::vector<BranchPlace> branches;
    std::vector<SlotPlace> saves; ///< by branch, then by epoch
    std::vector<TickPlace> ticks;
    std::vector<MarkPlace> marks;
    std::size_t best = 0; ///< index of the checkpoint with the lowest validation loss
    bool hasBest = false;
    double left = 0, right = 0; ///< ends of the axis
    double top = 0, axis = 0;   ///< the lanes lie between
    double lanesHeight = 0;     ///< may be more than axis - top
    double span = 1;

    double xAt(double epoch) const { return left + (right - left) * epoch / span; }
    double epochAtX(double x) const { return (x - left) / (right - left) * span; }
    /// The slot or tick under a point (in unscrolled coordinates): slots first, the nearest wins.
    std::optional<std::size_t> checkpointAt(const QPointF& point) const;
    const SlotPlace* slotOf(std::size_t checkpoint) const;
};

/// A lettered or named checkpoint is a slot; others are ticks.
bool isSlot(const CheckpointInfo& checkpoint);

TimelineLayout layOutTimeline(const Timeline& timeline, const EpochScale& epochs, const TimelineSpace& space);

} // namespace neurarium
