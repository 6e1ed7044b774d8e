// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "widgets/chart_options.h"
#include "widgets/plot_view.h"

namespace neurarium {

/// The end of a line, where its name stands.
struct LineEnd {
    const ChartBranch* branch = nullptr;
    bool validation = false;
    QPointF point;    ///< where its name belongs, in values of the frame
    double value = 0; ///< the number beside the name
    bool quiet = false;
};

/// All lines and signs of the chart for one frame.
struct ChartLines {
    std::vector<PlotLine> lines;
    std::vector<PlotMarkers> markers;
    std::vector<LineEnd> ends;
    std::vector<QPointF> broken; ///< where a line stops because the loss was not a number
};

/// Extremes of what is drawn, to choose an axis.
struct ValueSpan {
    double lowest = 0;
    double highest = 1;
    double lowestAboveZero = 1e-3;
};

/// Turns recorded values into lines with at most two points a pixel column, kept inside the frame. A branch
/// begins on its parent's line; values that are not finite are left out.
ChartLines chartLines(ChartData& data, const ChartOptions& options, const PlotFrame& frame,
                      const Theme& theme);

/// The values over the whole axis; single spikes far above everything else do not count.
ValueSpan valueSpan(const ChartData& data, ChartQuantity quantity);

/// The value of that quantity in an epoch; nothing when it is missing or not finite.
std::optional<double> epochValue(const EpochReport& epoch, ChartQuantity quantity, bool validation);

} // namespace neurarium
