// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QSizeF>

#include "widgets/chart_lines.h"
#include "widgets/chart_options.h"
#include "widgets/plot_view.h"
#include "widgets/theme.h"

namespace neurarium {

/// What every painter of the chart is given: the values, how they are shown, and where.
struct ChartStage {
    ChartData& data;
    const ChartOptions& options;
    const Theme& theme;
    double scale = 1;  ///< of the text
    QSizeF size;       ///< of the whole picture
    double header = 0; ///< height kept free at the top
    PlotFrame frame;
    ChartLines content;

    QFont font(TextRole role) const { return Theme::font(role, scale); }
    double px(double value) const { return value * scale; }
};

} // namespace neurarium
