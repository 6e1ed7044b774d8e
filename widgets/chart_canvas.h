// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QPixmap>
#include <QTimer>
#include <QWidget>

#include "widgets/chart_figure.h"
#include "widgets/redraw_pace.h"

namespace neurarium {

/// The figure on the screen: repainted at most so many times a second, with a reading line under the mouse or
/// the arrow keys, and zoom by wheel, drag and keys.
class ChartCanvas : public QWidget {
    Q_OBJECT

public:
    explicit ChartCanvas(ChartFigure& figure, QWidget* parent = nullptr);

    /// Another view of the values: painted again at once.
    void refresh();
    /// More values came; painted again soon.
    void news();
    FigureLook look() const;

    /// Shows the whole chart again.
    void fit();
    void zoom(double factor);
    /// Moves the reading line by so many epochs, or pixels where an epoch is less.
    void moveReading(int direction);
    bool hasReading() const { return m_reading.has_value(); }
    QString readingText() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void viewChanged(const std::optional<neurarium::ChartView>& view);
    void slotClicked(neurarium::CheckpointId checkpoint);
    /// The mouse is over the name of that branch; none when it has left.
    void branchPointedAt(neurarium::BranchId branch);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void drawPicture();
    void paintZoomBox(QPainter& painter) const;
    void setReading(std::optional<double> x);
    void zoomAround(double x, double factor);
    void zoomTo(const QRectF& box);
    void pan(double pixels);
    QRectF zoomBox() const;

    ChartFigure& m_figure;
    QPixmap m_picture;
    bool m_stale = true;
    bool m_rough = false; ///< the picture was drawn without antialiasing
    qint64 m_cost = 0;    ///< nanoseconds that the last picture took
    qint64 m_smoothCost = 0;
    RedrawPace m_pace;
    QTimer m_rest;
    std::optional<double> m_reading; ///< value of x
    std::optional<QPointF> m_press, m_drag;
    bool m_panning = false;
};

} // namespace neurarium
