// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot_view.h"

#include <algorithm>
#include <cmath>

#include "widgets/chart_plot.h"

namespace neurarium {

double PlotFrame::plotted(double value) const {
    if (logarithmic)
        value = value > 0 ? std::log10(value) : bottom;
    return std::clamp(value, bottom, top);
}

double PlotFrame::yOf(double value) const {
    return area.bottom() - (plotted(value) - bottom) / (top - bottom) * area.height();
}

std::unique_ptr<PlotView> makePlotView() {
    return std::make_unique<ChartPlot>();
}

} // namespace neurarium
