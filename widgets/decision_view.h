// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QImage>
#include <QPixmap>
#include <QWidget>

#include "report/playground.h"

namespace neurarium {

class Theme;

/// The plane as the network divides it, and the points. Wrong points are ringed; those kept for checking are
/// filled, those it learns from are smaller and hollow. The points are painted once; a new map costs one
/// scaled picture.
class DecisionView : public QWidget {
    Q_OBJECT
public:
    explicit DecisionView(QWidget* parent = nullptr);

    void setPoints(std::shared_ptr<const PointSet> points);
    void setSnapshot(std::shared_ptr<const PlaygroundSnapshot> snapshot);
    /// Which points are drawn besides those kept for checking.
    void setTrainingPointsShown(bool shown);

    /// Points kept for checking that lie on the wrong side, and how many there are. Zero for regression.
    int wrongCount() const;
    int checkedCount() const;
    /// Where a point of the plane is drawn.
    QPointF placeOf(double x, double y) const;

    QSize sizeHint() const override { return {360, 360}; }
    QSize minimumSizeHint() const override { return {160, 160}; }

signals:
    /// The mouse is over this place of the plane.
    void pointedAt(double x, double y);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    double axisRoom() const;
    QRectF plane() const;
    QRectF legendPlace() const;
    double valueAt(double x, double y) const;
    bool isWrong(std::size_t point) const;
    void paintAxes(QPainter& painter, const Theme& theme) const;
    void paintBoundary(QPainter& painter, const Theme& theme) const;
    void paintPoint(QPainter& painter, std::size_t point) const;
    void paintLegend(QPainter& painter, const Theme& theme) const;
    void paintRings(QPainter& painter, const Theme& theme) const;
    void describe();
    void forgetPoints();

    std::shared_ptr<const PointSet> m_points;
    std::shared_ptr<const PlaygroundSnapshot> m_snapshot;
    QImage m_map;
    QPixmap m_painted; ///< the points, until size, theme or points change
    bool m_trainingShown = true;
};

} // namespace neurarium
