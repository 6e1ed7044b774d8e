// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <utility>
#include <vector>

#include <QCoreApplication>

#include "widgets/chart_legend.h"
#include "widgets/chart_marks.h"
#include "widgets/chart_names.h"
#include "widgets/chart_stage.h"
#include "widgets/figure.h"

namespace neurarium {

/// The values of one branch at one place of the x axis.
struct ReadingRow {
    const ChartBranch* branch = nullptr;
    std::optional<double> training;
    std::optional<double> validation;
};

/// All values at one place.
struct ChartReading {
    double x = 0; ///< in the axis' unit
    double epoch = 0;
    std::int64_t step = 0;
    std::vector<ReadingRow> rows; ///< branches that reach that place
};

/// The chart as a picture.
class ChartFigure : public Figure {
    Q_DECLARE_TR_FUNCTIONS(neurarium::ChartFigure)

public:
    ChartFigure();
    ~ChartFigure() override;

    ChartData& data() { return m_data; }
    const ChartData& data() const { return m_data; }
    const ChartOptions& options() const { return m_options; }
    void setOptions(const ChartOptions& options) { m_options = options; }

    /// "Loss" or "Accuracy".
    QString title() const override;
    void paint(QPainter& painter, const QSizeF& size, const FigureLook& look) override;
    QByteArray csv() const override;
    QString numbers() const override;
    /// The frame of the last picture painted.
    const PlotFrame& frame() const { return m_frame; }
    /// What the axes show now: the zoomed part, or everything.
    ChartView visibleRange() const;
    /// What they would show without zoom.
    ChartView wholeRange() const;
    ChartReading reading(double x) const;
    /// The save slot whose letter was painted there.
    std::optional<CheckpointId> slotAt(const QPointF& place) const;
    /// The branch whose name was painted there; none otherwise.
    BranchId branchNamedAt(const QPointF& place) const;

    LegendContent legend() const;
    /// The twins whose difference is shown.
    std::optional<TwinPair> shownTwins() const;

private:
    ChartData m_data;
    ChartOptions m_options;
    std::unique_ptr<PlotView> m_plot;
    std::unique_ptr<PlotView> m_differencePlot;
    PlotFrame m_frame;
    // Of the last picture painted:
    std::vector<std::pair<QRectF, CheckpointId>> m_slots;
    std::vector<std::pair<QRectF, BranchId>> m_names;
};

} // namespace neurarium
