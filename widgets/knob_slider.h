// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSlider>

#include "widgets/knob_scale.h"

namespace neurarium {

/// The slider of a knob: groove of 4, handle of 16, ticks. A press anywhere takes the handle there.
class KnobSlider : public QSlider {
    Q_OBJECT
public:
    explicit KnobSlider(const KnobScale& scale, QWidget* parent = nullptr);

    const KnobScale& scale() const { return m_scale; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    double placeOf(int position) const;
    void follow(double x);

    KnobScale m_scale;
};

} // namespace neurarium
