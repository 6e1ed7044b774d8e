// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace neurarium {

/// How far a lesson has got: one bar for each step.
class GuideSteps : public QWidget {
    Q_OBJECT
public:
    explicit GuideSteps(QWidget* parent = nullptr);

    void setSteps(int current, int count);
    QSize sizeHint() const override { return {120, 6}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_current = 0;
    int m_count = 0;
};

} // namespace neurarium
