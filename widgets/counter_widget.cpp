// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/counter_widget.h"

#include <utility>

#include <QEvent>
#include <QPainter>

#include "widgets/text_scale.h"
#include "widgets/theme.h"

namespace neurarium {

namespace {

constexpr int kGap = 6;
constexpr int kSign = 12;

} // namespace

CounterWidget::CounterWidget(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void CounterWidget::setName(const QString& name) {
    m_name = name;
    setAccessibleName(name);
    updateGeometry();
    update();
}

void CounterWidget::setValue(const QString& value, const QString& addition) {
    if (value == m_value && addition == m_addition)
        return;
    m_value = value;
    m_addition = addition;
    setAccessibleDescription(m_value + QLatin1Char(' ') + m_addition);
    update();
}

void CounterWidget::setWidest(const QString& value, const QString& addition) {
    if (value == m_widest && addition == m_widestAddition)
        return;
    m_widest = value;
    m_widestAddition = addition;
    updateGeometry();
}

void CounterWidget::setBranch(int branch) {
    if (std::exchange(m_branch, branch) == branch)
        return;
    updateGeometry();
    update();
}

QSize CounterWidget::sizeHint() const {
    const double scale = textScale(this);
    const QFontMetrics names(Theme::font(TextRole::Body, scale));
    const QFontMetrics numbers(Theme::font(TextRole::Counter, scale));
    int wide = numbers.horizontalAdvance(m_widest);
    if (!m_widestAddition.isEmpty())
        wide += kGap + names.horizontalAdvance(m_widestAddition);
    const int name = names.horizontalAdvance(m_name) + (m_branch > 0 ? kSign + kGap : 0);
    return {std::max(wide, name) + 4, names.height() + numbers.height() - 4};
}

void CounterWidget::paintBranch(QPainter& painter, const QRectF& place) const {
    const Theme& theme = Theme::of(this);
    painter.setPen(QPen(theme.branchLine(m_branch), 3));
    painter.setBrush(theme.color(Token::Surface));
    const QPointF c = place.center();
    const double r = place.width() / 2 - 1.5;
    switch (Theme::markerShape(m_branch)) {
    case MarkerShape::Circle:
    case MarkerShape::Numbered:
        painter.drawEllipse(c, r, r);
        break;
    case MarkerShape::Square:
        painter.drawRect(QRectF(c.x() - r, c.y() - r, 2 * r, 2 * r));
        break;
    case MarkerShape::Triangle:
        painter.drawPolygon(QPolygonF{{c.x(), c.y() - r}, {c.x() + r, c.y() + r}, {c.x() - r, c.y() + r}});
        break;
    case MarkerShape::Diamond:
        painter.drawPolygon(
            QPolygonF{{c.x(), c.y() - r}, {c.x() + r, c.y()}, {c.x(), c.y() + r}, {c.x() - r, c.y()}});
        break;
    }
}

void CounterWidget::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    const double scale = textScale(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::Surface));
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont names = Theme::font(TextRole::Body, scale);
    const int line = QFontMetrics(names).height();
    double x = 0;
    if (m_branch > 0) {
        paintBranch(painter, QRectF(0, (line - kSign) / 2.0, kSign, kSign));
        x = kSign + kGap;
    }
    painter.setFont(names);
    painter.setPen(theme.color(Token::Text2));
    painter.drawText(QRectF(x, 0, width(), line), Qt::AlignVCenter, m_name);

    painter.setFont(Theme::font(TextRole::Counter, scale));
    painter.setPen(theme.color(Token::Text));
    const int baseline = line + painter.fontMetrics().ascent() - 4;
    painter.drawText(QPointF(0, baseline), m_value);
    const int after = painter.fontMetrics().horizontalAdvance(m_value) + kGap;
    painter.setFont(names);
    painter.setPen(theme.color(Token::Text2));
    painter.drawText(QPointF(after, baseline), m_addition);
}

void CounterWidget::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

} // namespace neurarium
