// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map_painter.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <QFontMetricsF>

#include "widgets/embedding_history.h"

namespace neurarium {

namespace {

constexpr std::size_t kMostWishes = 400;  // names that are tried, most wanted first
constexpr double kRoomOfName = 90.0 * 30; // pixels of the map for each name
constexpr std::int64_t kFewThings = 200, kManyThings = 800;
constexpr double kNearby = 14; // pixels about a point that belong to it
constexpr double kRing = 5;    // pixels about a chosen sign
constexpr double kTagPadding = 6;
constexpr double kFarAway = 1e4; // pixels

} // namespace

double MapPainter::signSize(const MapScene& scene, std::int64_t thing) const {
    constexpr double kThumbnail = 13, kChosenThumbnail = 18, kChosen = 7, kFound = 5;
    const std::int64_t count = m_names.size();
    const Role role = m_roles[at(thing)];
    double size = count <= kFewThings ? 5 : count <= kManyThings ? 3.5 : 2.5;
    if (!scene.things->pictures.empty())
        size = role == Role::Chosen ? kChosenThumbnail : kThumbnail;
    else if (role >= Role::Found)
        size = std::max(size, role == Role::Chosen ? kChosen : kFound);
    return size * m_spots[at(thing)].scale * m_look.scale;
}

void MapPainter::layOut(const MapScene& scene, const QRectF& area, const MapLook& look) {
    if (!(look == m_look)) {
        m_sprites.clear();
        m_thumbnails.clear();
    }
    m_look = look;
    m_area = area;
    m_spots.clear();
    m_order.clear();
    m_placed.clear();
    m_rulers.clear();
    m_names.setThings(scene.things);
    m_names.setFonts(Theme::font(TextRole::Axis, look.scale),
                     Theme::boldFont(TextRole::PanelTitle, look.scale));
    if (!scene.isComplete())
        return;
    if (m_pictured.lock() != scene.things) {
        m_pictured = scene.things;
        m_thumbnails.clear();
    }
    placeThings(scene);
    giveRoles(scene);
    placeRulers(scene);
    placeNamesOf(scene);
}

void MapPainter::placeThings(const MapScene& scene) {
    const Projection& map = *scene.trail.now();
    const MapLens lens(m_area, scene.camera, map.dimensions);
    const auto count = at(scene.things->size());
    for (std::size_t i = 0; i < count; ++i) {
        m_spots.push_back(lens.at(map.places.data() + i * static_cast<std::size_t>(map.dimensions)));
        const QPointF& point = m_spots.back().point;
        if (!std::isfinite(point.x()) || !std::isfinite(point.y())) // a network that diverged has no map
            m_spots.back() = {m_area.topLeft() - QPointF(kFarAway, kFarAway), 0, 1};
    }
    m_order.resize(count);
    std::iota(m_order.begin(), m_order.end(), 0);
    if (lens.isSolid())
        std::sort(m_order.begin(), m_order.end(), [this](std::int64_t a, std::int64_t b) {
            return m_spots[at(a)].depth < m_spots[at(b)].depth;
        });
    m_sides.resize(count, LabelSide::Right);
}

void MapPainter::giveRoles(const MapScene& scene) {
    m_roles.assign(m_spots.size(), scene.found.empty() ? Role::Usual : Role::Back);
    const auto give = [this](std::int64_t thing, Role role) {
        if (thing >= 0 && thing < std::ssize(m_roles))
            m_roles[at(thing)] = role;
    };
    for (const std::int64_t thing : scene.found)
        give(thing, Role::Found);
    for (const std::int64_t thing : scene.measured)
        give(thing, Role::Chosen);
    if (scene.current)
        give(*scene.current, Role::Chosen);
}

void MapPainter::placeRulers(const MapScene& scene) {
    const QFontMetricsF metrics(Theme::boldFont(TextRole::Body, m_look.scale));
    for (const Ruler& ruler : rulersBetween(scene.measured)) {
        if (std::max(ruler.from, ruler.to) >= m_names.size())
            continue;
        const QPointF from = m_spots[at(ruler.from)].point;
        const QPointF to = m_spots[at(ruler.to)].point;
        const QString text = lengthText(lengthBetween(*scene.things, ruler.from, ruler.to, scene.measure));
        const QSizeF size(metrics.horizontalAdvance(text) + 2 * kTagPadding, metrics.height() + 2);
        // Tags of crossing rulers would lie on each other in the middle: each tries some other places, too.
        QRectF box;
        for (const double share : {0.5, 0.38, 0.62, 0.28, 0.72}) {
            const QPointF middle = from + (to - from) * share;
            box = QRectF(middle - QPointF(size.width(), size.height()) / 2, size);
            const bool free = std::none_of(m_rulers.begin(), m_rulers.end(),
                                           [&](const auto& each) { return each.second.box.intersects(box); });
            if (free)
                break;
        }
        m_rulers.push_back({ruler, {box, text}});
    }
}

/// In the order of who may stand first.
std::vector<std::int64_t> MapPainter::wishedNames(const MapScene& scene) const {
    std::vector<std::int64_t> wishes;
    std::vector<bool> wished(static_cast<std::size_t>(m_names.size()));
    const auto add = [&](std::int64_t thing) {
        if (thing < 0 || thing >= m_names.size() || wished[at(thing)])
            return;
        if (!m_area.contains(m_spots[at(thing)].point) || m_names.word(thing).isEmpty())
            return;
        wished[at(thing)] = true;
        wishes.push_back(thing);
    };
    for (const std::int64_t thing : scene.measured)
        add(thing);
    if (scene.current)
        add(*scene.current);
    // Pictures show themselves; their classes would be written all over them.
    if (!scene.things->pictures.empty())
        return wishes;
    for (const std::int64_t thing : scene.found)
        add(thing);
    for (const std::int64_t thing : scene.near)
        add(thing);
    if (!scene.found.empty())
        return wishes;
    for (const std::int64_t thing : m_names.byFrequency()) {
        if (wishes.size() >= kMostWishes)
            break;
        add(thing);
    }
    return wishes;
}

void MapPainter::placeNamesOf(const MapScene& scene) {
    const std::vector<std::int64_t> things = wishedNames(scene);
    std::vector<LabelWish> wishes;
    for (const std::int64_t thing : things) {
        const bool chosen = isChosen(thing);
        wishes.push_back({m_spots[at(thing)].point, m_names.text(thing, chosen).size(),
                          signSize(scene, thing) + (chosen ? kRing : 0), chosen, m_sides[at(thing)]});
    }
    LabelRoom room;
    room.area = m_area;
    for (const auto& [ruler, tag] : m_rulers)
        room.taken.push_back(tag.box);
    for (const MapSpot& spot : m_spots)
        room.points.push_back(spot.point);
    room.most = static_cast<std::size_t>(
        std::max(6.0, m_area.width() * m_area.height() / kRoomOfName / (m_look.scale * m_look.scale)));
    const auto places = placeNames(wishes, room);
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (!places[i])
            continue;
        m_placed.push_back({things[i], *places[i]});
        m_sides[at(things[i])] = places[i]->side;
    }
}

std::optional<std::int64_t> MapPainter::thingAt(const QPointF& point) const {
    for (const Name& name : m_placed)
        if (name.place.box.contains(point))
            return name.thing;
    std::optional<std::int64_t> nearest;
    double least = kNearby * kNearby;
    for (auto each = m_order.rbegin(); each != m_order.rend(); ++each) {
        const QPointF away = m_spots[at(*each)].point - point;
        const double distance = QPointF::dotProduct(away, away);
        if (distance < least) {
            nearest = *each;
            least = distance;
        }
    }
    return nearest;
}

std::optional<std::int64_t> MapPainter::nextTo(std::int64_t thing, const QPointF& direction) const {
    if (thing < 0 || thing >= std::ssize(m_spots))
        return std::nullopt;
    const QPointF from = m_spots[at(thing)].point;
    std::optional<std::int64_t> next;
    double least = 0;
    for (std::int64_t other = 0; other < std::ssize(m_spots); ++other) {
        const QPointF away = m_spots[at(other)].point - from;
        const double along = QPointF::dotProduct(away, direction);
        const double aside = std::abs(away.x() * direction.y() - away.y() * direction.x());
        if (other == thing || along <= 0 || aside > along)
            continue;
        const double cost = along + 2 * aside;
        if (!next || cost < least) {
            next = other;
            least = cost;
        }
    }
    return next;
}

std::optional<QPointF> MapPainter::pointOf(std::int64_t thing) const {
    if (thing < 0 || thing >= std::ssize(m_spots))
        return std::nullopt;
    return m_spots[at(thing)].point;
}

std::vector<std::int64_t> MapPainter::namedThings() const {
    std::vector<std::int64_t> things;
    for (const Name& name : m_placed)
        things.push_back(name.thing);
    return things;
}

} // namespace neurarium
