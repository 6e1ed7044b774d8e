// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>

class QMenu;
class QPushButton;

namespace neurarium {

class SegmentedControl;

/// How fast training goes: 2, 60 or 1,000 steps a second, or without waiting.
enum class Speed { Slow, Normal, Fast, Max };

/// Steps a second; 0 stands for "without waiting".
double stepsPerSecond(Speed speed);

/// Slow, Normal, Fast, Max: four buttons, or one with a menu where there is little room.
class SpeedSelector : public QStackedWidget {
    Q_OBJECT
public:
    explicit SpeedSelector(QWidget* parent = nullptr);

    Speed speed() const { return m_speed; }
    /// Shows a speed; nothing is emitted.
    void setSpeed(Speed speed);
    void setNarrow(bool narrow);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void speedChanged(neurarium::Speed speed);

protected:
    void changeEvent(QEvent* event) override;

private:
    void translate();
    void choose(int index);

    Speed m_speed = Speed::Normal;
    SegmentedControl* m_group;
    QPushButton* m_button;
    QMenu* m_menu;
};

} // namespace neurarium
