// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QPixmap>
#include <QWidget>

#include "widgets/map_painter.h"

namespace neurarium {

/// The word map on the screen: it is moved and turned with the mouse and the keys, and things are chosen on
/// it. What was painted is kept as a picture until something changes.
class MapCanvas : public QWidget {
    Q_OBJECT
public:
    explicit MapCanvas(QWidget* parent = nullptr);

    void setThings(std::shared_ptr<const Embeddings> things);
    void setProjection(std::shared_ptr<const Projection> projection);
    void clear();
    void setCurrent(std::optional<std::int64_t> thing, std::vector<std::int64_t> near);
    void setMeasured(std::vector<std::int64_t> things);
    void setFound(std::vector<std::int64_t> things);
    void setMeasure(Nearness measure);
    void setTrailsShown(bool shown);
    void setCamera(const MapCamera& camera);

    const MapScene& scene() const { return m_scene; }
    const MapNames& names() const { return m_painter.names(); }
    /// The words as they are written.
    const std::vector<QString>& words() const { return names().words(); }
    /// Laid out for the size that the canvas has now.
    const MapPainter& painter();
    /// Everything in view again.
    void fit();
    /// Brings a thing into view if it is not.
    void reveal(std::int64_t thing);

    QSize sizeHint() const override { return {360, 300}; }
    QSize minimumSizeHint() const override { return {140, 110}; }

signals:
    /// A thing was chosen; −1: none.
    void chosen(qint64 thing);
    /// Into the rulers, or out of them.
    void measureToggled(qint64 thing);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    MapLens lens() const;
    QRectF mapArea() const;
    void invalidate();
    void layOut();
    void describe();
    QString textOf(std::int64_t thing) const;
    bool moveByKey(const QKeyEvent& event);
    void walk(int places);

    MapScene m_scene;
    MapPainter m_painter;
    QPixmap m_painted;
    bool m_laidOut = false;
    std::optional<QPointF> m_pressed; ///< where the button went down
    QPointF m_last;                   ///< where the mouse was last
    bool m_dragged = false;
};

} // namespace neurarium
