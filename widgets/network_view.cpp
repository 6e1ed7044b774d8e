// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/network_view.h"

#include <algorithm>
#include <cmath>

#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include "widgets/icon.h"
#include "widgets/text_scale.h"
#include "widgets/theme.h"
#include "widgets/value_map_image.h"

namespace neurarium {

namespace {

constexpr double kHeads = 40;
constexpr double kSide = 56;
constexpr double kNear = 5; // pixels from a line that still count as "on it"
constexpr double kThickest = 6;
constexpr double kSample = 26; // of a line in the legend
constexpr double kLegendGap = 14;

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

QPainterPath linePath(const QPointF& from, const QPointF& to) {
    const double bend = (to.x() - from.x()) * 0.45;
    QPainterPath path(from);
    path.cubicTo(from + QPointF(bend, 0), to - QPointF(bend, 0), to);
    return path;
}

QString signedNumber(double value) {
    return (value < 0 ? QStringLiteral("−") : QStringLiteral("+")) + QString::number(std::abs(value), 'f', 2);
}

} // namespace

NetworkView::NetworkView(QWidget* parent)
    : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    describe();
}

void NetworkView::setSnapshot(std::shared_ptr<const PlaygroundSnapshot> snapshot) {
    m_snapshot = std::move(snapshot);
    m_maps.clear();
    if (m_snapshot)
        for (const NeuronLayer& layer : m_snapshot->layers) {
            auto& maps = m_maps.emplace_back();
            for (const NeuronView& view : layer.neurons)
                maps.push_back(toImage(view.map, Theme::of(this)));
        }
    layOut();
    if (neuron(m_chosen) == nullptr)
        m_chosen = {};
    update();
}

void NetworkView::layOut() {
    const QRectF area = QRectF(rect()).adjusted(kSide, kHeads + 6, -kSide, -legendHeight() - 4);
    m_layout = m_snapshot ? NetworkLayout(m_snapshot->layers, area) : NetworkLayout();
}

const NeuronView* NetworkView::neuron(const NeuronPlace& place) const {
    if (!m_snapshot || !place.isNeuron() || at(place.column - 1) >= m_snapshot->layers.size())
        return nullptr;
    const auto& neurons = m_snapshot->layers[at(place.column - 1)].neurons;
    return place.row < 0 || at(place.row) >= neurons.size() ? nullptr : &neurons[at(place.row)];
}

bool NetworkView::isAsleep(const NeuronPlace& place) const {
    const NeuronView* view = neuron(place);
    return view != nullptr && view->asleep;
}

void NetworkView::paintLines(QPainter& painter, const Theme& theme) const {
    for (int column = 1; column < m_layout.columns(); ++column) {
        for (int row = 0; row < m_layout.rows(column); ++row) {
            const NeuronView& view = *neuron({column, row});
            const int before = std::min(m_layout.rows(column - 1), static_cast<int>(view.weights.size()));
            for (int from = 0; from < before && !view.asleep; ++from) {
                const double weight = static_cast<double>(view.weights[at(from)]);
                if (isAsleep({column - 1, from}) || !std::isfinite(weight))
                    continue;
                QColor color = theme.color(weight < 0 ? Token::Neg : Token::Pos);
                color.setAlphaF(static_cast<float>(std::clamp(0.35 + std::abs(weight) / 3, 0.35, 1.0)));
                painter.setPen(QPen(color, std::clamp(std::abs(weight) * 2, 0.6, kThickest)));
                painter.drawPath(
                    linePath(m_layout.center({column - 1, from}), m_layout.center({column, row})));
            }
        }
    }
}

void NetworkView::paintNeuron(QPainter& painter, const NeuronPlace& place) const {
    const Theme& theme = Theme::of(this);
    const QPointF center = m_layout.center(place);
    const double r = m_layout.radius();
    const QRectF box(center.x() - r, center.y() - r, 2 * r, 2 * r);
    const bool chosen = place == m_chosen;
    if (isAsleep(place)) {
        painter.setBrush(theme.color(Token::Sleep));
        painter.setPen(
            QPen(theme.color(chosen ? Token::Text : Token::Ctl), chosen ? 3.5 : 1.5, Qt::DashLine));
        painter.drawEllipse(center, r - 1, r - 1);
        // The dark theme's text is bright, the light theme's surface is: both stand on the dark plate.
        const QColor bright = theme.color(theme.isDark() ? Token::Text2 : Token::Surface);
        paintIcon(painter, QStringLiteral("zzz"), bright, box.adjusted(r / 2, r / 2, -r / 2, -r / 2));
        return;
    }
    QPainterPath circle;
    circle.addEllipse(center, r - 1, r - 1);
    painter.save();
    painter.setClipPath(circle);
    painter.fillRect(box, theme.color(Token::Surface));
    const QImage& map = m_maps[at(place.column - 1)][at(place.row)];
    if (!map.isNull())
        painter.drawImage(box, map);
    painter.restore();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(chosen ? Token::Text : Token::Ctl), chosen ? 3.5 : 1.5));
    painter.drawEllipse(center, r - 1, r - 1);
}

void NetworkView::paintInput(QPainter& painter, const NeuronPlace& place) const {
    const Theme& theme = Theme::of(this);
    const QPointF center = m_layout.center(place);
    const double r = m_layout.radius();
    const bool horizontal = place.row == 0;
    QLinearGradient slope(horizontal ? center - QPointF(r, 0) : center + QPointF(0, r),
                          horizontal ? center + QPointF(r, 0) : center - QPointF(0, r));
    slope.setColorAt(0, theme.color(Token::Neg));
    slope.setColorAt(0.5, theme.color(Token::Surface));
    slope.setColorAt(1, theme.color(Token::Pos));
    painter.setBrush(slope);
    painter.setPen(QPen(theme.color(Token::Ctl), 1.5));
    painter.drawEllipse(center, r - 1, r - 1);
    painter.setPen(theme.color(Token::Text));
    painter.setFont(Theme::boldFont(TextRole::Body, textScale(this)));
    painter.drawText(QRectF(center.x() - r - 28, center.y() - 12, 22, 24), Qt::AlignRight | Qt::AlignVCenter,
                     horizontal ? QStringLiteral("x") : QStringLiteral("y"));
}

void NetworkView::paintHeads(QPainter& painter, const Theme& theme) const {
    const double scale = textScale(this);
    const int last = m_layout.columns() - 1;
    for (int column = 0; column <= last; ++column) {
        const int count = m_layout.rows(column);
        int asleep = 0;
        for (int row = 0; row < count; ++row)
            asleep += isAsleep({column, row}) ? 1 : 0;
        const QString title = column == 0      ? tr("inputs")
                              : column == last ? tr("output")
                                               : tr("layer %1").arg(column);
        const QString note =
            asleep > 0 ? tr("%1 of %2 asleep").arg(asleep).arg(count) : QString::number(count);
        const double x = m_layout.center({column, 0}).x();
        painter.setFont(Theme::boldFont(TextRole::Axis, scale));
        painter.setPen(theme.color(Token::Text));
        painter.drawText(QRectF(x - 70, 0, 140, kHeads / 2), Qt::AlignCenter, title);
        painter.setFont(Theme::font(TextRole::Axis, scale));
        painter.setPen(theme.color(Token::Text2));
        painter.drawText(QRectF(x - 70, kHeads / 2 - 2, 140, kHeads / 2), Qt::AlignCenter, note);
    }
}

std::vector<NetworkView::LegendEntry> NetworkView::legend() const {
    const QFontMetricsF metrics(Theme::font(TextRole::Axis, textScale(this)));
    const double line = metrics.height() + 4;
    std::vector<LegendEntry> entries{{Token::Pos, tr("weight above 0"), {}},
                                     {Token::Neg, tr("weight below 0"), {}},
                                     {Token::Sleep, tr("asleep now"), {}}};
    QPointF place(kLegendGap, 0);
    for (LegendEntry& entry : entries) {
        const double wide = kSample + 8 + metrics.horizontalAdvance(entry.text);
        if (place.x() > kLegendGap && place.x() + wide > width())
            place = {kLegendGap, place.y() + line};
        entry.place = QRectF(place, QSizeF(wide, line));
        place.rx() += wide + kLegendGap;
    }
    return entries;
}

double NetworkView::legendHeight() const {
    return legend().back().place.bottom() + 4;
}

void NetworkView::paintLegend(QPainter& painter, const Theme& theme) const {
    painter.setFont(Theme::font(TextRole::Axis, textScale(this)));
    const double top = height() - legendHeight();
    for (const LegendEntry& entry : legend()) {
        const QRectF place = entry.place.translated(0, top);
        const QPointF middle(place.left() + kSample / 2, place.center().y());
        if (entry.token == Token::Sleep) {
            painter.setBrush(theme.color(Token::Sleep));
            painter.setPen(QPen(theme.color(Token::Ctl), 1.5, Qt::DashLine));
            painter.drawEllipse(middle, 7, 7);
        } else {
            painter.setPen(QPen(theme.color(entry.token), 4));
            painter.drawLine(middle - QPointF(kSample / 2, 0), middle + QPointF(kSample / 2, 0));
        }
        painter.setPen(theme.color(Token::Text2));
        painter.drawText(place.adjusted(kSample + 8, 0, 2, 0), Qt::AlignLeft | Qt::AlignVCenter, entry.text);
    }
}

void NetworkView::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    if (!m_snapshot || m_snapshot->layers.empty()) {
        painter.setPen(theme.color(Token::Text2));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("A small dense network on points is drawn here, neuron by neuron."));
        return;
    }
    paintLines(painter, theme);
    for (int row = 0; row < m_layout.rows(0); ++row)
        paintInput(painter, {0, row});
    for (int column = 1; column < m_layout.columns(); ++column)
        for (int row = 0; row < m_layout.rows(column); ++row)
            paintNeuron(painter, {column, row});
    paintHeads(painter, theme);
    paintLegend(painter, theme);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.color(Token::Text), 3));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), 6, 6);
    }
}

void NetworkView::choose(const NeuronPlace& place) {
    m_chosen = neuron(place) == nullptr ? NeuronPlace{} : place;
    describe();
    update();
}

QString NetworkView::chosenInNumbers() const {
    const NeuronView* view = neuron(m_chosen);
    if (view == nullptr)
        return {};
    QStringList lines{tr("Neuron %1.%2").arg(m_chosen.column).arg(m_chosen.row + 1)};
    if (view->asleep)
        lines << tr("asleep in this step");
    for (std::size_t i = 0; i < view->weights.size(); ++i)
        lines << tr("weight from %1.%2: %3")
                     .arg(m_chosen.column - 1)
                     .arg(i + 1)
                     .arg(signedNumber(static_cast<double>(view->weights[i])));
    lines << tr("bias: %1").arg(signedNumber(static_cast<double>(view->bias)));
    return lines.join(QLatin1Char('\n'));
}

QString NetworkView::weightTextAt(const QPointF& point) const {
    QPainterPathStroker stroker;
    stroker.setWidth(2 * kNear);
    for (int column = 1; column < m_layout.columns(); ++column) {
        if (point.x() < m_layout.center({column - 1, 0}).x() || point.x() > m_layout.center({column, 0}).x())
            continue;
        for (int row = 0; row < m_layout.rows(column); ++row) {
            const NeuronView& view = *neuron({column, row});
            const int before = std::min(m_layout.rows(column - 1), static_cast<int>(view.weights.size()));
            for (int from = 0; from < before && !view.asleep; ++from) {
                const QPainterPath line =
                    linePath(m_layout.center({column - 1, from}), m_layout.center({column, row}));
                if (!isAsleep({column - 1, from}) && stroker.createStroke(line).contains(point))
                    return tr("weight %1").arg(signedNumber(static_cast<double>(view.weights[at(from)])));
            }
        }
    }
    return {};
}

void NetworkView::walk(int columns, int rows) {
    if (!m_snapshot || m_snapshot->layers.empty())
        return;
    NeuronPlace place = m_chosen.isNeuron() ? m_chosen : NeuronPlace{1, 0};
    if (m_chosen.isNeuron()) {
        place.column = std::clamp(place.column + columns, 1, m_layout.columns() - 1);
        place.row = std::clamp(place.row + rows, 0, m_layout.rows(place.column) - 1);
    }
    choose(place);
    emit neuronChosen(place.column, place.row);
}

void NetworkView::mousePressEvent(QMouseEvent* event) {
    choose(m_layout.neuronAt(event->position()));
    emit neuronChosen(m_chosen.column, m_chosen.row);
}

void NetworkView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Left:
        return walk(-1, 0);
    case Qt::Key_Right:
        return walk(1, 0);
    case Qt::Key_Up:
        return walk(0, -1);
    case Qt::Key_Down:
        return walk(0, 1);
    default:
        QWidget::keyPressEvent(event);
    }
}

bool NetworkView::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const NeuronPlace place = m_layout.neuronAt(help->pos());
    QString text = place.column < 0 ? weightTextAt(help->pos()) : QString();
    if (const NeuronView* view = neuron(place))
        text = tr("Neuron %1.%2, bias %3")
                   .arg(place.column)
                   .arg(place.row + 1)
                   .arg(signedNumber(static_cast<double>(view->bias)));
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), text, this);
    return true;
}

void NetworkView::describe() {
    setAccessibleName(tr("Network"));
    setAccessibleDescription(chosenInNumbers());
}

void NetworkView::resizeEvent(QResizeEvent* event) {
    layOut();
    QWidget::resizeEvent(event);
}

void NetworkView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange)
        setSnapshot(m_snapshot);
    if (event->type() == QEvent::LanguageChange)
        describe();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        layOut();
    QWidget::changeEvent(event);
}

} // namespace neurarium
