// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "report/timeline.h"
#include "widgets/chart_stage.h"

class QPainter;

namespace neurarium {

/// A mark's number above the plot, with its words where they fit.
struct PlacedMark {
    const Mark* mark = nullptr;
    double x = 0;  ///< of the dotted line
    QPointF badge; ///< middle of the number
    QString words;
    QRectF wordsPlace; ///< empty when there is no room
};

/// A save slot's letter on the x axis.
struct PlacedSlot {
    const CheckpointInfo* checkpoint = nullptr;
    double x = 0;
    QRectF box;
};

/// What stands on the plot besides the lines: changes, slots, playhead, the star of the best epoch, broken
/// lines.
class ChartMarks {
public:
    explicit ChartMarks(const ChartStage& stage);

    std::vector<PlacedMark> marks() const;
    std::vector<PlacedSlot> slotLetters() const;
    /// Where the playhead stands; nothing when it is outside of the frame.
    std::optional<double> playhead() const;

    /// Under the lines.
    void paintBehind(QPainter& painter) const;
    /// Over the lines.
    void paintInFront(QPainter& painter) const;

private:
    std::optional<double> xOf(BranchId branch, std::int64_t step) const;
    void paintBadges(QPainter& painter) const;
    void paintSlots(QPainter& painter) const;
    void paintPlayhead(QPainter& painter) const;
    void paintBest(QPainter& painter) const;
    void paintBroken(QPainter& painter) const;

    const ChartStage& m_stage;
};

} // namespace neurarium
