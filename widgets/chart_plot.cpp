// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart_plot.h"

#include <algorithm>

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
constexpr qsizetype kPiece = 256; // points

/// A dashed line is one: its dashes would begin anew with each.
std::size_t piecesOf(const PlotLine& line) {
    const qsizetype all = line.dashes.isEmpty() ? line.points.size() : 0;
    return static_cast<std::size_t>(std::max<qsizetype>(1, (all + kPiece - 2) / kPiece));
}

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

bool ChartPlot::hasRoomFor(const std::vector<PlotLine>& lines,
                           const std::vector<PlotMarkers>& markers) const {
    return std::equal(
               m_lines.begin(), m_lines.end(), lines.begin(), lines.end(),
               [](const Pieces& pieces, const PlotLine& line) { return pieces.size() >= piecesOf(line); }) &&
           m_markers.size() == markers.size();
}

void ChartPlot::makeSeries(const std::vector<PlotLine>& lines, const std::vector<PlotMarkers>& markers) {
    m_chart->removeAllSeries();
    m_lines.clear();
    m_markers.clear();
    const auto add = [this](auto* series) {
        m_chart->addSeries(series);
        series->attachAxis(m_x);
        series->attachAxis(m_y);
        return series;
    };
    for (const PlotLine& line : lines) {
        const std::size_t spare = line.dashes.isEmpty() ? 1 : 0;
        Pieces& pieces = m_lines.emplace_back();
        while (pieces.size() < piecesOf(line) + spare)
            pieces.push_back(add(new QLineSeries));
    }
    while (m_markers.size() < markers.size())
        m_markers.push_back(add(new QScatterSeries));
}

/// Each replacement strokes a series anew: what is the same is left alone.
void ChartPlot::setPoints(const Pieces& pieces, const PlotLine& line) {
    const qsizetype all = line.points.size();
    const qsizetype most = line.dashes.isEmpty() ? kPiece : std::max<qsizetype>(all, 1);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const qsizetype first = std::min(static_cast<qsizetype>(i) * most, all);
        const qsizetype count = std::min(most + 1, all - first); // the next one begins where it ends
        const QList<QPointF> points =
            count > 1 || i == 0 ? line.points.sliced(first, count) : QList<QPointF>();
        if (pieces[i]->points() != points)
            pieces[i]->replace(points);
    }
}

void ChartPlot::setContent(const std::vector<PlotLine>& lines, const std::vector<PlotMarkers>& markers) {
    if (!hasRoomFor(lines, markers))
        makeSeries(lines, markers);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        QPen pen(lines[i].color, lines[i].width);
        pen.setJoinStyle(Qt::BevelJoin); // round ones would take most of the time of a redraw
        pen.setCapStyle(Qt::FlatCap);
        if (!lines[i].dashes.isEmpty())
            pen.setDashPattern(lines[i].dashes);
        for (QLineSeries* piece : m_lines[i])
            piece->setPen(pen);
        setPoints(m_lines[i], lines[i]);
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
