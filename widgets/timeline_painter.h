// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>

#include <QImage>
#include <QString>

#include "report/timeline.h"
#include "widgets/timeline_layout.h"

class QPainter;

namespace neurarium {

class Theme;

/// All that the drawing of a timeline shows.
struct TimelineScene {
    const Timeline& timeline;
    const TimelineLayout& layout;
    const std::map<CheckpointId, QImage>& thumbnails;
    const Theme& theme;
    QSizeF size;
    double scale = 1;
    double scroll = 0; ///< pixels by which the lanes are moved up
    double pixelRatio = 1;
    CheckpointId chosen{};
    bool focused = false;
    double liveEpoch = 0;                   ///< where training stands, on the axis
    std::optional<double> lookingAt{};      ///< a place on the axis
    const BranchPlace* lookingOn = nullptr; ///< the branch that it is on
    QString playheadText{};                 ///< "now: epoch 24"
    QString untilText{};                    ///< "until 60"
};

/// Draws the tree of branches with its slots, marks, plan, playhead and axis.
void paintTimeline(QPainter& painter, const TimelineScene& scene);

/// The marker that a branch has in legends and charts, around `center`.
void paintBranchMarker(QPainter& painter, const Theme& theme, int branch, const QPointF& center);

} // namespace neurarium
