// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QStringList>

#include "widgets/chart_figure.h"

namespace neurarium {

/// All values at one place of the chart: a line through the plot and a small box beside it.
class ChartReadout {
    Q_DECLARE_TR_FUNCTIONS(neurarium::ChartReadout)

public:
    ChartReadout(const ChartReading& reading, const ChartOptions& options);

    bool empty() const { return m_reading.rows.empty(); }
    /// "Epoch 12.0, step 180".
    QString heading() const;
    /// One line of values for each branch, and one for what twins differ by.
    QStringList lines() const;
    /// Everything in one sentence, for screen readers.
    QString sentence() const;
    void paint(QPainter& painter, const PlotFrame& frame, const Theme& theme, double scale) const;

private:
    QString differenceLine() const;
    QString valueText(double value) const;

    const ChartReading& m_reading;
    const ChartOptions& m_options;
};

} // namespace neurarium
