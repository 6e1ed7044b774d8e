// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include <QPixmap>

#include "widgets/label_layout.h"
#include "widgets/map_names.h"
#include "widgets/map_rulers.h"
#include "widgets/map_scene.h"
#include "widgets/theme.h"

class QPainter;

namespace neurarium {

/// How a map is painted, besides what it shows.
struct MapLook {
    const Theme* theme = &Theme::light();
    double scale = 1; ///< of the text
    double pixelRatio = 1;
    bool drawn = false; ///< every sign as a drawing, for files; the screen copies ready pictures of them
    bool operator==(const MapLook&) const = default;
};

/// Paints a word map: trails, points, rulers and names. Places and names are worked out by `layOut`, so that
/// painting again costs little.
class MapPainter {
public:
    MapNames& names() { return m_names; }
    const MapNames& names() const { return m_names; }

    /// Works out what stands where. `area` is the part of the picture that the map has.
    void layOut(const MapScene& scene, const QRectF& area, const MapLook& look);
    /// What was laid out last.
    void paint(QPainter& painter, const MapScene& scene) const;

    /// The thing whose point or name is there, of several the one in front.
    std::optional<std::int64_t> thingAt(const QPointF& point) const;
    /// The nearest one in that direction (a unit vector on the screen, y downwards).
    std::optional<std::int64_t> nextTo(std::int64_t thing, const QPointF& direction) const;
    /// Where a thing stands; nothing before it was laid out.
    std::optional<QPointF> pointOf(std::int64_t thing) const;
    /// Things whose names are shown, what was placed first first.
    std::vector<std::int64_t> namedThings() const;
    const QRectF& area() const { return m_area; }

private:
    /// How much a thing stands out.
    enum class Role { Back, Usual, Found, Chosen };
    struct Name {
        std::int64_t thing = 0;
        PlacedName place;
    };
    struct RulerTag {
        QRectF box;
        QString text;
    };

    static std::size_t at(std::int64_t thing) { return static_cast<std::size_t>(thing); }
    bool isChosen(std::int64_t thing) const { return m_roles[at(thing)] == Role::Chosen; }
    void placeThings(const MapScene& scene);
    void giveRoles(const MapScene& scene);
    double signSize(const MapScene& scene, std::int64_t thing) const;
    std::vector<std::int64_t> wishedNames(const MapScene& scene) const;
    void placeRulers(const MapScene& scene);
    void placeNamesOf(const MapScene& scene);
    void paintCube(QPainter& painter, const MapScene& scene) const;
    void paintTrails(QPainter& painter, const MapScene& scene) const;
    void paintThing(QPainter& painter, const MapScene& scene, std::int64_t thing) const;
    void paintPicture(QPainter& painter, const MapScene& scene, std::int64_t thing) const;
    void paintRulers(QPainter& painter) const;
    void paintNames(QPainter& painter) const;
    const QPixmap& sprite(int group, int size) const;
    const QPixmap& thumbnail(const MapScene& scene, std::int64_t thing) const;

    MapNames m_names;
    MapLook m_look;
    QRectF m_area;
    std::vector<MapSpot> m_spots; ///< of each thing
    std::vector<Role> m_roles;
    std::vector<std::int64_t> m_order; ///< far ones first
    std::vector<Name> m_placed;
    std::vector<LabelSide> m_sides; ///< where each name stood last
    std::vector<std::pair<Ruler, RulerTag>> m_rulers;
    mutable std::unordered_map<int, QPixmap> m_sprites; ///< by group and size
    mutable std::vector<QPixmap> m_thumbnails;
    std::weak_ptr<const Embeddings> m_pictured; ///< whose thumbnails they are
};

} // namespace neurarium
