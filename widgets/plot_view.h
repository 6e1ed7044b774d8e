// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QColor>
#include <QList>
#include <QPointF>
#include <QRectF>

#include "widgets/theme.h"

class QPainter;

namespace neurarium {

/// Where a plot stands on the picture and which values its edges have.
struct PlotFrame {
    QRectF area;
    double left = 0, right = 1; ///< values of x at the edges
    double bottom = 0, top = 1; ///< values of y at the edges; logarithms when `logarithmic`
    bool logarithmic = false;

    double xOf(double value) const { return area.left() + (value - left) / (right - left) * area.width(); }
    double valueAt(double x) const { return left + (x - area.left()) / area.width() * (right - left); }
    /// The place of a value, kept between the plot's edges; values that have no logarithm stand at the
    /// bottom.
    double yOf(double value) const;
    /// The height that is plotted for a value, between `bottom` and `top`.
    double plotted(double value) const;
    bool operator==(const PlotFrame&) const = default;
};

/// A line of the plot; x in values of the frame, y as `PlotFrame::plotted` gives it.
struct PlotLine {
    QList<QPointF> points;
    QColor color;
    double width = 1;
    QList<qreal> dashes = {}; ///< as QPen has them; empty: a solid line
};

/// Signs of one shape at some points.
struct PlotMarkers {
    QList<QPointF> points;
    MarkerShape shape = MarkerShape::Circle;
    QColor line;
    QColor fill;
    double size = 6;
};

/// Draws lines and markers into a frame: the one place that knows the plotting library.
class PlotView {
public:
    virtual ~PlotView() = default;

    virtual void setFrame(const QSizeF& picture, const PlotFrame& frame) = 0;
    virtual void setContent(const std::vector<PlotLine>& lines, const std::vector<PlotMarkers>& markers) = 0;
    virtual void paint(QPainter& painter) = 0;
};

/// The plot on Qt Charts. It needs an application object, but no visible widget.
std::unique_ptr<PlotView> makePlotView();

} // namespace neurarium
