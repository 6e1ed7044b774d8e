// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include "widgets/chart_stage.h"
#include "widgets/twin_difference.h"

class QPainter;

namespace neurarium {

/// The strip below the chart that shows what a change made of the loss: the changed twin's line less the
/// unchanged one's, around zero. Thin is the training, thick the validation, as above.
class ChartDifference {
    Q_DECLARE_TR_FUNCTIONS(neurarium::ChartDifference)

public:
    /// The height of the strip in a picture of that size; 0 when there is nothing to show.
    static double heightIn(const QSizeF& size, const ChartOptions& options, double scale);

    /// `stage` is the chart above, and `size` the whole picture.
    ChartDifference(const ChartStage& stage, const QSizeF& size);

    /// Where the lines are; zero is in it.
    const PlotFrame& frame() const { return m_frame; }
    QString words() const;
    void paint(QPainter& painter, PlotView& plot) const;

private:
    void chooseAxis();
    QString valueText(double value) const;
    void paintAxis(QPainter& painter) const;
    PlotLine trainingLine() const;
    PlotLine validationLine(QList<QPointF>& places) const;

    const ChartStage& m_stage;
    const QSizeF m_size;
    const ChartBranch* m_same;
    const ChartBranch* m_other;
    std::vector<StepDifference> m_steps;
    std::vector<EpochReport> m_epochs;
    PlotFrame m_frame;
};

} // namespace neurarium
