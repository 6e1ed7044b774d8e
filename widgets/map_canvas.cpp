// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map_canvas.h"

#include <algorithm>
#include <cmath>

#include <QEvent>
#include <QPainter>

#include "widgets/embedding_history.h"
#include "widgets/recipe_words.h"
#include "widgets/text_scale.h"

namespace neurarium {

namespace {

constexpr double kEdge = 4;
constexpr std::size_t kToldNeighbours = 3;

/// How far the places of a map reach along an axis.
double reachOf(const Projection& map, std::size_t axis) {
    float most = 0;
    for (std::size_t i = axis; i < map.places.size(); i += static_cast<std::size_t>(map.dimensions))
        most = std::max(most, std::abs(map.places[i]));
    return double(most);
}

/// Pictures come once an epoch: they are taken for others without looking.
bool haveSameSigns(const Embeddings& a, const Embeddings& b) {
    return a.pictures.empty() && b.pictures.empty() && a.labels == b.labels && a.groups == b.groups &&
           a.groupNames == b.groupNames;
}

/// The reach stays while the map fits and fills most of it, so that the points move and not the map.
double steadyReach(double before, double now) {
    constexpr double kLeastFilled = 0.75, kAir = 1.08;
    return now > before || now < before * kLeastFilled ? std::min(1.0, now * kAir) : before;
}

} // namespace

MapCanvas::MapCanvas(QWidget* parent)
    : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    describe();
}

/// Other vectors of the same things are not seen before their map is there, but for the rulers' lengths.
void MapCanvas::setThings(std::shared_ptr<const Embeddings> things) {
    const bool sameSigns = m_scene.things && things && haveSameSigns(*m_scene.things, *things);
    m_scene.things = std::move(things);
    m_painter.names().setThings(m_scene.things);
    if (sameSigns && m_scene.measured.empty())
        describe();
    else
        invalidate();
}

void MapCanvas::setProjection(std::shared_ptr<const Projection> projection) {
    m_scene.trail.add(std::move(projection));
    const auto& map = m_scene.trail.now();
    if (map && map->dimensions == 2) {
        QSizeF& reach = m_scene.camera.reach;
        reach = {steadyReach(reach.width(), reachOf(*map, 0)), steadyReach(reach.height(), reachOf(*map, 1))};
    }
    invalidate();
}

void MapCanvas::clear() {
    MapScene empty;
    empty.camera = m_scene.camera;
    empty.measure = m_scene.measure;
    empty.trails = m_scene.trails;
    m_scene = std::move(empty);
    m_painter.names().setThings(nullptr);
    invalidate();
}

void MapCanvas::setCurrent(std::optional<std::int64_t> thing, std::vector<std::int64_t> near) {
    if (thing == m_scene.current && near == m_scene.near)
        return describe(); // the distances may have changed
    m_scene.current = thing;
    m_scene.near = std::move(near);
    invalidate();
}

void MapCanvas::setMeasured(std::vector<std::int64_t> things) {
    if (things == m_scene.measured)
        return;
    m_scene.measured = std::move(things);
    invalidate();
}

void MapCanvas::setFound(std::vector<std::int64_t> things) {
    m_scene.found = std::move(things);
    invalidate();
}

void MapCanvas::setMeasure(Nearness measure) {
    m_scene.measure = measure;
    invalidate();
}

void MapCanvas::setTrailsShown(bool shown) {
    m_scene.trails = shown;
    invalidate();
}

void MapCanvas::setCamera(const MapCamera& camera) {
    if (camera == m_scene.camera)
        return;
    m_scene.camera = camera;
    invalidate();
}

void MapCanvas::fit() {
    MapCamera camera = m_scene.camera;
    camera.zoom = 1;
    camera.shift = {};
    setCamera(camera);
}

void MapCanvas::reveal(std::int64_t thing) {
    const auto point = painter().pointOf(thing);
    if (point && !mapArea().contains(*point))
        setCamera(lens().moved(mapArea().center() - *point));
}

QRectF MapCanvas::mapArea() const {
    return QRectF(rect()).adjusted(kEdge, kEdge, -kEdge, -kEdge);
}

MapLens MapCanvas::lens() const {
    const auto& map = m_scene.trail.now();
    return MapLens(mapArea(), m_scene.camera, map ? map->dimensions : 2);
}

void MapCanvas::invalidate() {
    m_laidOut = false;
    m_painted = {};
    describe();
    update();
}

void MapCanvas::layOut() {
    if (m_laidOut)
        return;
    const MapLook look{&Theme::of(this), textScale(this), devicePixelRatioF(), false};
    m_painter.layOut(m_scene, mapArea(), look);
    m_laidOut = true;
}

const MapPainter& MapCanvas::painter() {
    layOut();
    return m_painter;
}

void MapCanvas::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    if (m_painted.isNull()) {
        m_painted = QPixmap((QSizeF(size()) * devicePixelRatioF()).toSize());
        m_painted.setDevicePixelRatio(devicePixelRatioF());
        m_painted.fill(theme.color(Token::Surface));
        layOut();
        QPainter painter(&m_painted);
        m_painter.paint(painter, m_scene);
    }
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::Surface)); // a picture of whole pixels may end before it
    painter.drawPixmap(0, 0, m_painted);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(hasFocus() ? Token::Text : Token::Line), hasFocus() ? 3 : 1));
    const double inset = hasFocus() ? 1.5 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 6, 6);
}

QString MapCanvas::textOf(std::int64_t thing) const {
    const auto place = static_cast<std::size_t>(thing);
    if (!m_scene.things || thing < 0 || place >= words().size())
        return {};
    QString text = m_painter.names().word(thing);
    const int group = m_scene.groupOf(thing);
    const auto& groups = m_scene.things->groupNames;
    if (group >= 0 && static_cast<std::size_t>(group) < groups.size() && m_scene.things->pictures.empty())
        text += QStringLiteral(" (%1)").arg(classWord(groups[static_cast<std::size_t>(group)]));
    return text;
}

/// What screen readers say: the word that was chosen, and who is near it.
void MapCanvas::describe() {
    const bool pictures = m_scene.things && !m_scene.things->pictures.empty();
    setAccessibleName(pictures ? tr("Picture map") : tr("Word map"));
    QStringList parts;
    if (m_scene.current && m_scene.isComplete()) {
        parts << textOf(*m_scene.current);
        for (std::size_t i = 0; i < std::min(kToldNeighbours, m_scene.near.size()); ++i) {
            const double length =
                lengthBetween(*m_scene.things, *m_scene.current, m_scene.near[i], m_scene.measure);
            parts << tr("%1 at %2").arg(m_painter.names().word(m_scene.near[i]), lengthText(length));
        }
    } else if (m_scene.isComplete()) {
        parts << tr("%n thing(s), none chosen", nullptr, static_cast<int>(m_scene.things->size()));
    }
    setAccessibleDescription(parts.join(QStringLiteral(", ")));
}

void MapCanvas::resizeEvent(QResizeEvent* event) {
    invalidate();
    QWidget::resizeEvent(event);
}

void MapCanvas::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        m_painter.names().retranslate();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange ||
        event->type() == QEvent::FontChange)
        invalidate();
    QWidget::changeEvent(event);
}

void MapCanvas::focusInEvent(QFocusEvent* event) {
    update();
    QWidget::focusInEvent(event);
}

void MapCanvas::focusOutEvent(QFocusEvent* event) {
    update();
    QWidget::focusOutEvent(event);
}

} // namespace neurarium
