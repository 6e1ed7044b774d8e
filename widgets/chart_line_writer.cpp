// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart_line_writer.h"

#include <algorithm>
#include <cmath>

#include "widgets/plot_view.h"

namespace neurarium {

ChartLineWriter::ChartLineWriter(const PlotFrame& frame)
    : m_frame(frame) {}

void ChartLineWriter::add(double x, double lowest, double highest) {
    if (m_beyond)
        return;
    const QPointF low(x, m_frame.plotted(lowest)), high(x, m_frame.plotted(highest));
    if (x < m_frame.left) {
        m_before = low;
        return;
    }
    if (x > m_frame.right) {
        flush();
        m_beyond = true;
        if (!m_points.isEmpty()) {
            addCut(m_points.back(), low, m_frame.right);
        } else if (m_before) {
            addCut(*m_before, low, m_frame.left);
            addCut(*m_before, low, m_frame.right);
        }
        return;
    }
    if (m_before) {
        addCut(*m_before, low, m_frame.left);
        m_before.reset();
    }
    const int column = static_cast<int>(std::floor(m_frame.xOf(x)));
    if (m_column == column) {
        m_low.setY(std::min(m_low.y(), low.y()));
        m_high.setY(std::max(m_high.y(), high.y()));
        return;
    }
    flush();
    m_column = column;
    m_low = low;
    m_high = high;
}

QList<QPointF> ChartLineWriter::take() {
    flush();
    return std::move(m_points);
}

void ChartLineWriter::addCut(const QPointF& from, const QPointF& to, double x) {
    const double share = to.x() > from.x() ? (x - from.x()) / (to.x() - from.x()) : 0;
    m_points.append({x, from.y() + share * (to.y() - from.y())});
}

void ChartLineWriter::flush() {
    if (!m_column)
        return;
    // The nearer end first, so that a line between quiet columns does not zigzag.
    const bool up = m_points.isEmpty() ||
                    std::abs(m_points.back().y() - m_low.y()) <= std::abs(m_points.back().y() - m_high.y());
    m_points.append(up ? m_low : m_high);
    if (m_low.y() < m_high.y())
        m_points.append(QPointF(m_low.x(), up ? m_high.y() : m_low.y()));
    m_column.reset();
}

} // namespace neurarium
