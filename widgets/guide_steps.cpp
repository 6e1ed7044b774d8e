// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/guide_steps.h"

#include <QPainter>

#include "widgets/theme.h"

namespace neurarium {

GuideSteps::GuideSteps(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void GuideSteps::setSteps(int current, int count) {
    m_current = current;
    m_count = count;
    setAccessibleName(tr("Step %1 of %2").arg(current + 1).arg(count));
    update();
}

void GuideSteps::paintEvent(QPaintEvent*) {
    constexpr double kGap = 6;
    if (m_count == 0)
        return;
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double wide = (width() - kGap * (m_count - 1)) / m_count;
    for (int i = 0; i < m_count; ++i) {
        painter.setBrush(theme.color(i <= m_current ? Token::Accent : Token::Line));
        painter.drawRoundedRect(QRectF(i * (wide + kGap), 0, wide, height()), 3, 3);
    }
}

} // namespace neurarium
