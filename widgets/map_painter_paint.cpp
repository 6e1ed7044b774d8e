// SPDX-License-Identifier: GPL-3.0-or-later
// How a word map is drawn.
#include <algorithm>
#include <array>
#include <cmath>

#include <QPainter>

#include "widgets/map_painter.h"
#include "widgets/map_signs.h"
#include "widgets/picture_image.h"

namespace neurarium {

namespace {

constexpr std::size_t kMostTrails = 150;
constexpr double kTrailStrength = 0.55; // towards the group's colour, from the surface
constexpr float kVeil = 0.7F;           // over the points behind a name
constexpr double kRing = 3;             // pixels between a chosen sign and its ring

QColor between(const QColor& from, const QColor& to, double share) {
    const auto mix = [share](float a, float b) { return a + (b - a) * static_cast<float>(share); };
    return QColor::fromRgbF(mix(from.redF(), to.redF()), mix(from.greenF(), to.greenF()),
                            mix(from.blueF(), to.blueF()));
}

} // namespace

void MapPainter::paint(QPainter& painter, const MapScene& scene) const {
    if (m_spots.empty())
        return;
    painter.save();
    painter.setClipRect(m_area);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    if (scene.trail.now()->dimensions == 3)
        paintCube(painter, scene);
    if (scene.trails)
        paintTrails(painter, scene);
    std::vector<std::int64_t> onTop;
    for (const std::int64_t thing : m_order) {
        if (m_roles[at(thing)] >= Role::Found)
            onTop.push_back(thing);
        else
            paintThing(painter, scene, thing);
    }
    paintRulers(painter);
    for (const std::int64_t thing : onTop)
        paintThing(painter, scene, thing);
    paintNames(painter);
    painter.restore();
}

/// The edges of the cube −1 ... 1, so that a turn can be seen.
void MapPainter::paintCube(QPainter& painter, const MapScene& scene) const {
    const MapLens lens(m_area, scene.camera, 3);
    std::array<QPointF, 8> corners;
    for (unsigned i = 0; i < corners.size(); ++i)
        corners[i] = lens.at(std::array<float, 3>{(i & 1U) != 0 ? 1.F : -1.F, (i & 2U) != 0 ? 1.F : -1.F,
                                                  (i & 4U) != 0 ? 1.F : -1.F})
                         .point;
    painter.setPen(QPen(m_look.theme->color(Token::Line), 1));
    for (unsigned i = 0; i < corners.size(); ++i)
        for (const unsigned axis : {1U, 2U, 4U})
            if ((i & axis) == 0)
                painter.drawLine(corners[i], corners[i | axis]);
}

/// Of the words with names, and of all when they are few.
void MapPainter::paintTrails(QPainter& painter, const MapScene& scene) const {
    const auto& past = scene.trail.past();
    if (past.empty())
        return;
    std::vector<std::int64_t> things = m_order;
    if (things.size() > kMostTrails)
        things = namedThings();
    if (things.size() > kMostTrails)
        things.resize(kMostTrails);
    const int dimensions = scene.trail.now()->dimensions;
    const MapLens lens(m_area, scene.camera, dimensions);
    const QColor surface = m_look.theme->color(Token::Surface);
    painter.setBrush(Qt::NoBrush);
    QPolygonF line;
    for (const std::int64_t thing : things) {
        if (m_roles[at(thing)] == Role::Back)
            continue;
        const bool chosen = isChosen(thing);
        const QColor color = groupColor(*m_look.theme, scene.groupOf(thing));
        painter.setPen(QPen(between(surface, color, chosen ? 1 : kTrailStrength), chosen ? 2 : 1.3));
        line.clear();
        for (const auto& map : past)
            line << lens.at(map->places.data() + thing * dimensions).point;
        line << m_spots[at(thing)].point;
        painter.drawPolyline(line);
    }
}

void MapPainter::paintThing(QPainter& painter, const MapScene& scene, std::int64_t thing) const {
    const MapSpot& spot = m_spots[at(thing)];
    const double size = signSize(scene, thing);
    if (!m_area.adjusted(-size, -size, size, size).contains(spot.point))
        return;
    if (!scene.things->pictures.empty()) {
        paintPicture(painter, scene, thing);
    } else {
        const GroupSign sign{m_roles[at(thing)] == Role::Back ? -1 : scene.groupOf(thing), size};
        if (m_look.drawn) {
            paintGroupSign(painter, *m_look.theme, spot.point, sign);
        } else {
            const QPixmap& picture = sprite(sign.group, static_cast<int>(std::lround(2 * size)));
            const QSizeF half = picture.deviceIndependentSize() / 2;
            painter.drawPixmap(spot.point - QPointF(half.width(), half.height()), picture);
        }
    }
    if (scene.current != thing || !scene.things->pictures.empty())
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_look.theme->color(Token::Text), 2));
    painter.drawEllipse(spot.point, size * 1.2 + kRing, size * 1.2 + kRing);
}

/// The picture in a frame of its group's colour, with the group's sign at a corner.
void MapPainter::paintPicture(QPainter& painter, const MapScene& scene, std::int64_t thing) const {
    constexpr double kFrame = 2, kChosenFrame = 4, kSign = 3;
    const QPointF middle = m_spots[at(thing)].point;
    const double half = signSize(scene, thing);
    const QRectF box(middle.x() - half, middle.y() - half, 2 * half, 2 * half);
    const int group = m_roles[at(thing)] == Role::Back ? -1 : scene.groupOf(thing);
    if (isChosen(thing))
        painter.fillRect(box.adjusted(-kChosenFrame, -kChosenFrame, kChosenFrame, kChosenFrame),
                         m_look.theme->color(Token::Text));
    painter.fillRect(box.adjusted(-kFrame, -kFrame, kFrame, kFrame), groupColor(*m_look.theme, group));
    if (m_look.drawn)
        painter.drawImage(box, toImage(scene.things->pictures[at(thing)]));
    else
        painter.drawPixmap(box, thumbnail(scene, thing), QRectF());
    const QPointF corner = box.bottomRight();
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_look.theme->color(Token::Surface));
    painter.drawEllipse(corner, kSign + 1.5, kSign + 1.5);
    paintGroupSign(painter, *m_look.theme, corner, {group, kSign});
}

void MapPainter::paintRulers(QPainter& painter) const {
    const Theme& theme = *m_look.theme;
    for (const auto& [ruler, tag] : m_rulers) {
        painter.setPen(rulerPen(theme, ruler, 2));
        painter.drawLine(m_spots[at(ruler.from)].point, m_spots[at(ruler.to)].point);
    }
    painter.setFont(Theme::boldFont(TextRole::Body, m_look.scale));
    for (const auto& [ruler, tag] : m_rulers) {
        painter.setPen(QPen(theme.color(Token::Text), 1.5));
        painter.setBrush(theme.color(Token::Surface));
        painter.drawRoundedRect(tag.box, 3, 3);
        painter.drawText(tag.box, Qt::AlignCenter, tag.text);
    }
}

void MapPainter::paintNames(QPainter& painter) const {
    const Theme& theme = *m_look.theme;
    QColor veil = theme.color(Token::Surface);
    veil.setAlphaF(kVeil);
    painter.setFont(Theme::font(TextRole::Axis, m_look.scale));
    painter.setPen(theme.color(Token::Text));
    for (const Name& name : m_placed)
        if (!isChosen(name.thing))
            painter.fillRect(name.place.box, veil);
    for (const Name& name : m_placed)
        if (!isChosen(name.thing))
            painter.drawStaticText(name.place.box.topLeft(), m_names.text(name.thing, false));
    painter.setFont(Theme::boldFont(TextRole::PanelTitle, m_look.scale));
    painter.setBrush(theme.color(Token::Surface));
    for (const Name& name : m_placed) {
        if (!isChosen(name.thing))
            continue;
        painter.setPen(Qt::NoPen);
        painter.drawRoundedRect(name.place.box.adjusted(-2, 0, 2, 0), 3, 3);
        painter.setPen(theme.color(Token::Text));
        painter.drawStaticText(name.place.box.topLeft(), m_names.text(name.thing, true));
    }
}

const QPixmap& MapPainter::sprite(int group, int size) const {
    constexpr int kGroups = 4096;
    QPixmap& picture = m_sprites[size * kGroups + group + 1];
    if (picture.isNull()) {
        const double side = std::ceil(size * 1.3) + 2;
        picture = QPixmap(QSizeF(side * m_look.pixelRatio, side * m_look.pixelRatio).toSize());
        picture.setDevicePixelRatio(m_look.pixelRatio);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        paintGroupSign(painter, *m_look.theme, {side / 2, side / 2}, {group, size / 2.0});
    }
    return picture;
}

const QPixmap& MapPainter::thumbnail(const MapScene& scene, std::int64_t thing) const {
    constexpr double kSide = 26;
    m_thumbnails.resize(scene.things->pictures.size());
    QPixmap& kept = m_thumbnails[at(thing)];
    if (kept.isNull()) {
        const int side = static_cast<int>(std::lround(kSide * m_look.scale * m_look.pixelRatio));
        kept = QPixmap::fromImage(toImage(scene.things->pictures[at(thing)])
                                      .scaled(side, side, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    }
    return kept;
}

} // namespace neurarium
