// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decision_view.h"

#include <algorithm>
#include <cmath>

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>

#include "widgets/point_signs.h"
#include "widgets/text_scale.h"
#include "widgets/theme.h"
#include "widgets/value_map_image.h"

namespace neurarium {

namespace {

constexpr double kAxisRoom = 22;
constexpr double kLegendRoom = 30;
constexpr double kEdge = 14;
constexpr double kPoint = 5;
constexpr double kRing = 9;
constexpr double kMapStrength = 0.62;

} // namespace

DecisionView::DecisionView(QWidget* parent)
    : QWidget(parent) {
    setMouseTracking(true);
    describe();
}

void DecisionView::setPoints(std::shared_ptr<const PointSet> points) {
    m_points = std::move(points);
    forgetPoints();
}

void DecisionView::setSnapshot(std::shared_ptr<const PlaygroundSnapshot> snapshot) {
    m_snapshot = std::move(snapshot);
    m_map = m_snapshot ? toImage(m_snapshot->decision, Theme::of(this), kMapStrength) : QImage();
    update();
}

void DecisionView::setTrainingPointsShown(bool shown) {
    m_trainingShown = shown;
    forgetPoints();
}

void DecisionView::forgetPoints() {
    m_painted = {};
    update();
}

double DecisionView::axisRoom() const {
    return kAxisRoom * textScale(this);
}

QRectF DecisionView::plane() const {
    const double axis = axisRoom();
    const double side =
        std::max(20.0, std::min(width() - axis - 2 * kEdge, height() - axis - kLegendRoom - kEdge));
    const double spare = height() - side - axis - kLegendRoom;
    return {(width() - side + axis) / 2, spare / 2, side, side};
}

QRectF DecisionView::legendPlace() const {
    return {0, plane().bottom() + axisRoom(), static_cast<double>(width()), kLegendRoom};
}

QPointF DecisionView::placeOf(double x, double y) const {
    const QRectF area = plane();
    return {area.left() + (x + 1) / 2 * area.width(), area.top() + (1 - y) / 2 * area.height()};
}

double DecisionView::valueAt(double x, double y) const {
    if (!m_snapshot || m_map.isNull())
        return 0;
    const int size = m_snapshot->decision.size;
    const auto cell = [size](double share) {
        return std::clamp(static_cast<int>(share * size), 0, size - 1);
    };
    const int place = cell((1 - y) / 2) * size + cell((x + 1) / 2);
    return static_cast<double>(m_snapshot->decision.values[static_cast<std::size_t>(place)]);
}

bool DecisionView::isWrong(std::size_t point) const {
    const bool above =
        valueAt(static_cast<double>(m_points->x[point]), static_cast<double>(m_points->y[point])) > 0;
    return above != (m_points->targets[point] > 0.5F);
}

int DecisionView::checkedCount() const {
    if (!m_points || !m_points->classes)
        return 0;
    return static_cast<int>(std::count(m_points->validation.begin(), m_points->validation.end(), true));
}

int DecisionView::wrongCount() const {
    if (!m_points || !m_points->classes || m_map.isNull())
        return 0;
    int wrong = 0;
    for (std::size_t i = 0; i < m_points->x.size(); ++i)
        wrong += m_points->validation[i] && isWrong(i) ? 1 : 0;
    return wrong;
}

void DecisionView::paintPoint(QPainter& painter, std::size_t point) const {
    const bool checked = m_points->validation[point];
    if (!checked && !m_trainingShown)
        return;
    const QPointF place =
        placeOf(static_cast<double>(m_points->x[point]), static_cast<double>(m_points->y[point]));
    const int target = m_points->classes ? static_cast<int>(std::lround(m_points->targets[point]))
                                         : (m_points->targets[point] > 0 ? 1 : 0);
    paintPointSign(painter, Theme::of(this), place, {target, checked ? kPoint : kPoint - 1.5, !checked});
}

void DecisionView::paintRings(QPainter& painter, const Theme& theme) const {
    if (!m_points || !m_points->classes || m_map.isNull())
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(Token::Text), 2));
    for (std::size_t i = 0; i < m_points->x.size(); ++i)
        if (m_points->validation[i] && isWrong(i))
            painter.drawEllipse(
                placeOf(static_cast<double>(m_points->x[i]), static_cast<double>(m_points->y[i])), kRing,
                kRing);
}

void DecisionView::paintBoundary(QPainter& painter, const Theme& theme) const {
    if (m_map.isNull() || !m_points || !m_points->classes)
        return;
    // Marching squares: where two neighbouring values differ in sign the border crosses between them.
    const ValueMap& map = m_snapshot->decision;
    const QRectF area = plane();
    const double cell = area.width() / map.size;
    const auto value = [&map](int x, int y) {
        return static_cast<double>(map.values[static_cast<std::size_t>(y * map.size + x)]);
    };
    QList<QPointF> crossings;
    const auto cross = [&](QPoint a, QPoint b) {
        const double va = value(a.x(), a.y());
        const double vb = value(b.x(), b.y());
        if ((va > 0) != (vb > 0))
            crossings << area.topLeft() +
                             (QPointF(a) + QPointF(b - a) * (va / (va - vb)) + QPointF(0.5, 0.5)) * cell;
    };
    for (int y = 0; y + 1 < map.size; ++y) {
        for (int x = 0; x + 1 < map.size; ++x) {
            cross({x, y}, {x + 1, y});
            cross({x + 1, y}, {x + 1, y + 1});
            cross({x + 1, y + 1}, {x, y + 1});
            cross({x, y + 1}, {x, y});
        }
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(Token::Text), 2, Qt::SolidLine, Qt::RoundCap));
    painter.drawLines(crossings); // each square adds two or four
}

void DecisionView::paintAxes(QPainter& painter, const Theme& theme) const {
    painter.setFont(Theme::font(TextRole::Axis, textScale(this)));
    painter.setPen(theme.color(Token::Text2));
    const QRectF area = plane();
    const double line = painter.fontMetrics().height();
    const struct {
        double value;
        const char* text;
    } marks[] = {{-1, "−1"}, {0, "0"}, {1, "1"}};
    for (const auto& mark : marks) {
        const QString text = QString::fromUtf8(mark.text);
        const QPointF below = placeOf(mark.value, -1);
        const QPointF beside = placeOf(-1, mark.value);
        const double y = std::clamp(beside.y(), area.top() + line / 2, area.bottom() - line / 2);
        painter.drawText(QRectF(below.x() - 30, area.bottom() + 3, 60, line), Qt::AlignHCenter, text);
        painter.drawText(QRectF(area.left() - 54, y - line / 2, 50, line), Qt::AlignRight | Qt::AlignVCenter,
                         text);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(Token::Ctl), 1));
    painter.drawRect(area);
}

void DecisionView::paintLegend(QPainter& painter, const Theme& theme) const {
    if (!m_points || !m_points->classes)
        return;
    const QString wrong = tr("wrong: %1 of %2").arg(wrongCount()).arg(checkedCount());
    const QString learnt = tr("learnt from");
    painter.setFont(Theme::font(TextRole::Axis, textScale(this)));
    const QFontMetrics metrics = painter.fontMetrics();
    const double total =
        3 * 22 + 2 * 18 + metrics.horizontalAdvance(wrong) + metrics.horizontalAdvance(learnt);
    double x = std::max(4.0, plane().center().x() - total / 2);
    const double y = legendPlace().center().y() + 2;
    const auto word = [&](const QString& text) {
        painter.setPen(theme.color(Token::Text));
        painter.drawText(QPointF(x, y + metrics.ascent() / 2.0 - 1), text);
        x += metrics.horizontalAdvance(text) + 18;
    };
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(Token::Text), 2));
    painter.drawEllipse(QPointF(x + 8, y), 7, 7);
    x += 22;
    word(wrong);
    if (!m_trainingShown)
        return;
    for (const int target : {0, 1}) {
        paintPointSign(painter, theme, {x + 8, y}, {target, kPoint - 1, true});
        x += 16;
    }
    x += 4;
    word(learnt);
}

void DecisionView::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(plane(), theme.color(Token::Raised));
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    if (!m_map.isNull())
        painter.drawImage(plane(), m_map);
    paintBoundary(painter, theme);
    painter.setRenderHint(QPainter::Antialiasing);
    paintAxes(painter, theme);
    if (m_points && m_painted.isNull()) {
        m_painted = QPixmap(size() * devicePixelRatioF());
        m_painted.setDevicePixelRatio(devicePixelRatioF());
        m_painted.fill(Qt::transparent);
        QPainter points(&m_painted);
        points.setRenderHint(QPainter::Antialiasing);
        for (std::size_t i = 0; i < m_points->x.size(); ++i)
            paintPoint(points, i);
    }
    if (m_points)
        painter.drawPixmap(0, 0, m_painted);
    paintRings(painter, theme);
    paintLegend(painter, theme);
}

void DecisionView::describe() {
    setAccessibleName(tr("Decision boundary"));
}

void DecisionView::resizeEvent(QResizeEvent* event) {
    forgetPoints();
    QWidget::resizeEvent(event);
}

void DecisionView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) {
        forgetPoints();
        setSnapshot(m_snapshot);
    }
    if (event->type() == QEvent::LanguageChange)
        describe();
    QWidget::changeEvent(event);
}

void DecisionView::mouseMoveEvent(QMouseEvent* event) {
    const QRectF area = plane();
    if (!area.contains(event->position()))
        return;
    const QPointF share = event->position() - area.topLeft();
    emit pointedAt(share.x() / area.width() * 2 - 1, 1 - share.y() / area.height() * 2);
}

} // namespace neurarium
