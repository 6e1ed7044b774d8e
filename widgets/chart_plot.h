// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGraphicsScene>

#include "widgets/plot_view.h"

class QChart;
class QLineSeries;
class QScatterSeries;
class QValueAxis;

namespace neurarium {

/// PlotView on Qt Charts: its points are only ever replaced as a whole, without OpenGL and without item
/// models, and the chart is painted from its scene, so that the screen and a file show the same.
class ChartPlot : public PlotView {
public:
    ChartPlot();
    ~ChartPlot() override;

    void setFrame(const QSizeF& picture, const PlotFrame& frame) override;
    void setContent(const std::vector<PlotLine>& lines, const std::vector<PlotMarkers>& markers) override;
    void paint(QPainter& painter) override;

private:
    /// A line in series of a bounded number of points: while it grows at its end the others stay as they are.
    using Pieces = std::vector<QLineSeries*>;

    bool hasRoomFor(const std::vector<PlotLine>& lines, const std::vector<PlotMarkers>& markers) const;
    void makeSeries(const std::vector<PlotLine>& lines, const std::vector<PlotMarkers>& markers);
    static void setPoints(const Pieces& pieces, const PlotLine& line);

    QGraphicsScene m_scene;
    QChart* m_chart;
    QValueAxis* m_x;
    QValueAxis* m_y;
    std::vector<Pieces> m_lines;
    std::vector<QScatterSeries*> m_markers;
    QSizeF m_size;
    PlotFrame m_frame;
};

} // namespace neurarium
