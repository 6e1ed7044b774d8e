// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QCoreApplication>

#include "widgets/chart_stage.h"

class QPainter;

namespace neurarium {

/// Chooses the axes of the chart and paints grid, numbers and words around it.
class ChartAxes {
    Q_DECLARE_TR_FUNCTIONS(neurarium::ChartAxes)

public:
    /// The values at the frame's edges: the zoomed view, or everything.
    static ChartView range(const ChartData& data, const ChartOptions& options);
    /// Sets `stage.frame`; `rightMargin` is the room for names at the line ends.
    static void layOut(ChartStage& stage, double rightMargin);

    explicit ChartAxes(const ChartStage& stage);
    /// Under the lines: grid, numbers of the y axis, the dashed line of guessing.
    void paintBehind(QPainter& painter) const;
    /// Over the lines: the x axis with its numbers and its word.
    void paintInFront(QPainter& painter) const;

private:
    struct Tick {
        double place = 0; ///< pixels
        QString text;
    };

    static std::vector<Tick> yTicks(const ChartStage& stage);
    std::vector<Tick> xTicks() const;
    void paintReference(QPainter& painter) const;
    QString quantityWord() const;
    QString unitWord() const;

    const ChartStage& m_stage;
};

} // namespace neurarium
