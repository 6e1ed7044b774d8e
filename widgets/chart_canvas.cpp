// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart_canvas.h"

#include <algorithm>
#include <cmath>

#include <QAccessible>
#include <QElapsedTimer>
#include <QEvent>
#include <QPainter>

#include "widgets/chart_readout.h"
#include "widgets/text_scale.h"

namespace neurarium {

namespace {

constexpr double kSmallestDrag = 8;  // pixels; less is a click
constexpr double kFlatDrag = 24;     // less high than this zooms in x only
constexpr double kReadableEpoch = 3; // pixels
constexpr qint64 kAffordable = 10;   // milliseconds for a smooth redraw while steps come in
constexpr qint64 kShare = 200; // drawing takes at most one in so many parts of the time while steps come in
constexpr std::chrono::milliseconds kFastest{50}; // between two redraws, each time when training tells news
constexpr std::chrono::milliseconds kSlowest = 2 * kLiveInterval;
constexpr int kRest = 300;            // milliseconds without news until it is drawn smoothly
constexpr double kDeepestZoom = 1e-9; // of the whole axis

} // namespace

ChartCanvas::ChartCanvas(ChartFigure& figure, QWidget* parent)
    : QWidget(parent)
    , m_figure(figure)
    , m_pace(kFastest) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(m_figure.title());
    connect(&m_pace, &RedrawPace::due, this, qOverload<>(&QWidget::update));
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRest);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        m_stale = m_stale || m_rough;
        update();
    });
}

void ChartCanvas::refresh() {
    m_stale = true;
    m_rest.start();
    update();
}

void ChartCanvas::news() {
    m_stale = true;
    m_rest.start();
    // Training takes every core there is: what drawing costs is taken from it.
    std::chrono::milliseconds interval = kFastest;
    while (interval < kSlowest && interval < std::chrono::nanoseconds(m_cost) * kShare)
        interval *= 2;
    m_pace.setInterval(interval);
    m_pace.news();
}

FigureLook ChartCanvas::look() const {
    return {&Theme::of(this), textScale(this), false, true};
}

QSize ChartCanvas::sizeHint() const {
    constexpr QSize kUsual(600, 150); // low, so that the stage shares its height as it means to
    return kUsual;
}

QSize ChartCanvas::minimumSizeHint() const {
    constexpr QSize kSmallest(220, 140);
    return kSmallest;
}

void ChartCanvas::drawPicture() {
    const QSize pixels = size() * devicePixelRatioF();
    if (!m_stale && m_picture.size() == pixels)
        return;
    if (m_picture.size() != pixels)
        m_picture = QPixmap(pixels);
    m_picture.setDevicePixelRatio(devicePixelRatioF());
    // Smooth lines cost more: a chart that is full of them is drawn roughly while it moves.
    m_rough = m_rest.isActive() && m_smoothCost > kAffordable;
    FigureLook drawn = look();
    drawn.smooth = !m_rough;
    QElapsedTimer time;
    time.start();
    QPainter painter(&m_picture);
    m_figure.paint(painter, size(), drawn);
    m_cost = time.nsecsElapsed();
    if (drawn.smooth)
        m_smoothCost = time.elapsed();
    m_stale = false;
}

void ChartCanvas::paintEvent(QPaintEvent*) {
    drawPicture();
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_reading) {
        const ChartReading reading = m_figure.reading(*m_reading);
        const ChartReadout readout(reading, m_figure.options());
        if (!readout.empty())
            readout.paint(painter, m_figure.frame(), Theme::of(this), textScale(this));
    }
    paintZoomBox(painter);
    if (hasFocus()) {
        painter.setPen(QPen(Theme::of(this).color(Token::Text), 3));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(2.5, 2.5, -2.5, -2.5), 6, 6);
    }
}

void ChartCanvas::paintZoomBox(QPainter& painter) const {
    const QRectF box = zoomBox();
    if (box.isEmpty())
        return;
    painter.setPen(QPen(Theme::of(this).color(Token::Accent), 1.5, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box);
}

QRectF ChartCanvas::zoomBox() const {
    if (!m_press || !m_drag || m_panning || std::abs(m_press->x() - m_drag->x()) < kSmallestDrag)
        return {};
    const QRectF& area = m_figure.frame().area;
    QRectF box = QRectF(*m_press, *m_drag).normalized();
    if (box.height() < kFlatDrag) {
        box.setTop(area.top());
        box.setBottom(area.bottom());
    }
    return box.intersected(area);
}

QString ChartCanvas::readingText() const {
    if (!m_reading)
        return {};
    const ChartReading reading = m_figure.reading(*m_reading);
    return ChartReadout(reading, m_figure.options()).sentence();
}

void ChartCanvas::setReading(std::optional<double> x) {
    if (x == m_reading)
        return;
    m_reading = x;
    update();
}

void ChartCanvas::moveReading(int direction) {
    const PlotFrame& frame = m_figure.frame();
    const ChartBranch* current = m_figure.data().current();
    if (!current)
        return;
    const ChartUnit unit = m_figure.options().unit;
    const double from = m_reading.value_or(current->at(current->lastStep(), unit));
    const double epochs = current->at(current->stepAt(from, unit), ChartUnit::Epochs);
    const double perEpoch = (frame.xOf(frame.right) - frame.xOf(frame.left)) / (frame.right - frame.left);
    double to = m_reading
                    ? from + direction * kReadableEpoch / frame.area.width() * (frame.right - frame.left)
                    : from;
    if (unit == ChartUnit::Epochs && perEpoch >= kReadableEpoch && m_reading)
        to = direction > 0 ? std::floor(epochs + 1e-6) + 1 : std::ceil(epochs - 1e-6) - 1;
    setReading(std::clamp(to, frame.left, frame.right));
    setAccessibleDescription(readingText());
    QAccessibleEvent told(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&told);
}

void ChartCanvas::fit() {
    emit viewChanged(std::nullopt);
}

void ChartCanvas::zoom(double factor) {
    const PlotFrame& frame = m_figure.frame();
    zoomAround(m_reading.value_or((frame.left + frame.right) / 2), factor);
}

void ChartCanvas::zoomAround(double x, double factor) {
    ChartView view = m_figure.visibleRange();
    const double widest = std::max(m_figure.wholeRange().right, kDeepestZoom);
    view.left = x - (x - view.left) / factor;
    view.right = x + (view.right - x) / factor;
    view.left = std::max(view.left, 0.0);
    view.right = std::min(view.right, widest);
    if (view.right - view.left < kDeepestZoom * widest)
        return;
    if (view.left <= 0 && view.right >= widest)
        fit();
    else
        emit viewChanged(view);
}

void ChartCanvas::zoomTo(const QRectF& box) {
    const PlotFrame& frame = m_figure.frame();
    const double perPixel = (frame.top - frame.bottom) / frame.area.height();
    emit viewChanged(ChartView{frame.valueAt(box.left()), frame.valueAt(box.right()),
                               frame.bottom + (frame.area.bottom() - box.bottom()) * perPixel,
                               frame.bottom + (frame.area.bottom() - box.top()) * perPixel});
}

void ChartCanvas::pan(double pixels) {
    if (!m_figure.options().view)
        return;
    ChartView view = m_figure.visibleRange();
    const double shift =
        std::max(pixels / m_figure.frame().area.width() * (view.right - view.left), -view.left);
    view.left += shift;
    view.right += shift;
    emit viewChanged(view);
}

void ChartCanvas::resizeEvent(QResizeEvent* event) {
    m_stale = true;
    QWidget::resizeEvent(event);
}

void ChartCanvas::changeEvent(QEvent* event) {
    switch (event->type()) {
    case QEvent::LanguageChange:
    case QEvent::PaletteChange:
    case QEvent::StyleChange:
    case QEvent::FontChange:
        setAccessibleName(m_figure.title());
        m_stale = true;
        update();
        break;
    default:
        break;
    }
    QWidget::changeEvent(event);
}

} // namespace neurarium
