// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QList>
#include <QPointF>

namespace neurarium {

struct PlotFrame;

/// Writes one line of a plot from values in the order of x: what falls into the same pixel column becomes its
/// lowest and its highest point, and the line is cut where it crosses the frame's sides.
class ChartLineWriter {
public:
    explicit ChartLineWriter(const PlotFrame& frame);

    void add(double x, double lowest, double highest);
    void add(double x, double value) { add(x, value, value); }
    /// The line; nothing may be added afterwards.
    QList<QPointF> take();

private:
    void addCut(const QPointF& from, const QPointF& to, double x);
    void flush();

    const PlotFrame& m_frame;
    QList<QPointF> m_points;
    std::optional<QPointF> m_before; ///< the last point left of the frame
    std::optional<int> m_column;
    QPointF m_low, m_high;
    bool m_beyond = false;
};

} // namespace neurarium
