// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart_plot.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QPainter>
#include <QScatterSeries>
#include <QValueAxis>

namespace neurarium {

namespace {

// Qt Charts cuts lines and markers at the edge of its plot area, so it is given a little more than ours.
constexpr double kAir = 10;

QScatterSeries::MarkerShape seriesShape(MarkerShape shape) {
    switch (shape) {
    case MarkerShape::Circle:
        return QScatterSeries::MarkerShapeCircle;
    case MarkerShape::Square:
        return QScatterSeries::MarkerShapeRectangle;
    case MarkerShape::Triangle:
        return QScatterSeries::MarkerShapeTriangle;
    case MarkerShape::Diamond:
        return QScatterSeries::MarkerShapeRotatedRectangle;
    case MarkerShape::Numbered:
        break;
    }
    return QScatterSeries::MarkerShapePentagon;
}

} // namespace

ChartPlot::ChartPlot()
    : m_chart(new QChart)
    , m_x(new QValueAxis)
    , m_y(new QValueAxis) {
    m_scene.addItem(m_chart);
    m_chart->setBackgroundVisible(false);
    m_chart->setPlotAreaBackgroundVisible(false);
    m_chart->setAnimationOptions(QChart::NoAnimation);
    m_chart->legend()->hide();
    m_chart->setMargins({});
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->addAxis(m_x, Qt::AlignBottom);
    m_chart->addAxis(m_y, Qt::AlignLeft);
    m_x->setVisible(false);
    m_y->setVisible(false);
}

ChartPlot::~ChartPlot() = default;

void ChartPlot::setFrame(const QSizeF& picture, const PlotFrame& frame) {
    if (picture == m_size && frame == m_frame)
        return;
    m_size = picture;
    m_frame = frame;
    const QRectF area = frame.area.adjusted(-kAir, -kAir, kAir, kAir);
    m_scene.setSceneRect(QRectF(QPointF(), picture));
    m_chart->setGeometry(QRectF(QPointF(), picture));
    m_chart->setPlotArea(area);
    const double airX = kAir / frame.area.width() * (frame.right - frame.left);
    const double airY = kAir / frame.area.height() * (frame.top - frame.bottom);
    m_x->setRange(frame.left - airX, frame.right + airX);
    m_y->setRange(frame.bottom - airY, frame.top + airY);
}

void ChartPlot::makeSeries(std::size_t lines, std::size_t markers) {
    m_chart->removeAllSeries();
    m_lines.clear();
    m_markers.clear();
    const auto add = [this](QXYSeries* series) {
        m_chart->addSeries(series);
        series->attachAxis(m_x);
        series->attachAxis(m_y);
    };
    while (m_lines.size() < lines) {
        m_lines.push_back(new QLineSeries);
        add(m_lines.back());
    }
    while (m_markers.size() < markers) {
        m_markers.push_back(new QScatterSeries);
        add(m_markers.back());
    }
}

void ChartPlot::setContent(const std::vector<PlotLine>& lines, const std::vector<PlotMarkers>& markers) {
    if (m_lines.size() != lines.size() || m_markers.size() != markers.size())
        makeSeries(lines.size(), markers.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        QPen pen(lines[i].color, lines[i].width);
        pen.setJoinStyle(Qt::BevelJoin); // round ones would take most of the time of a redraw
        pen.setCapStyle(Qt::FlatCap);
        if (!lines[i].dashes.isEmpty())
            pen.setDashPattern(lines[i].dashes);
        m_lines[i]->setPen(pen);
        if (m_lines[i]->points() != lines[i].points) // each replacement strokes the line anew
            m_lines[i]->replace(lines[i].points);
    }
    for (std::size_t i = 0; i < markers.size(); ++i) {
        QScatterSeries& series = *m_markers[i];
        series.setMarkerShape(seriesShape(markers[i].shape));
        series.setMarkerSize(markers[i].size);
        series.setPen(QPen(markers[i].line, 1.6));
        series.setBrush(markers[i].fill);
        if (series.points() != markers[i].points)
            series.replace(markers[i].points);
    }
}

void ChartPlot::paint(QPainter& painter) {
    const QRectF whole(QPointF(), m_size);
    m_scene.render(&painter, whole, whole, Qt::IgnoreAspectRatio);
}

} // namespace neurarium
