// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace neurarium {

/// From where a map is looked at.
struct MapCamera {
    double zoom = 1;
    QPointF shift;       ///< of what stands in the middle, in units of the map
    double yaw = 0.5;    ///< radians about the upright axis; only for three dimensions
    double pitch = 0.35; ///< radians, above 0 seen from above
    QSizeF reach{1, 1};  ///< how far a flat map reaches to the sides and up: that much fits into the area

    bool operator==(const MapCamera&) const = default;
};

/// Turned by a drag of so many pixels; the pitch stays between straight up and straight down.
MapCamera turned(const MapCamera& camera, const QPointF& pixels);

/// A place of the map on the screen.
struct MapSpot {
    QPointF point;
    double depth = 0; ///< about −1.7 (far) to 1.7 (near); 0 on a flat map
    double scale = 1; ///< how much larger than in the middle perspective makes it
};

/// Puts places of a map, within −1 ... 1, on a part of the screen. Three dimensions are seen in perspective,
/// from the distance kEye.
class MapLens {
public:
    static constexpr double kEye = 5;

    MapLens(const QRectF& area, const MapCamera& camera, int dimensions);

    /// `place` has as many numbers as the map has dimensions.
    MapSpot at(const float* place) const;
    MapSpot at(const std::array<float, 3>& place) const { return at(place.data()); }
    /// The same camera so that the point under `fixed` stays where it is while the zoom changes.
    MapCamera zoomed(double factor, const QPointF& fixed) const;
    MapCamera moved(const QPointF& pixels) const;
    bool isSolid() const { return m_dimensions == 3; }

private:
    QPointF m_middle;
    double m_unit; ///< pixels of 1
    MapCamera m_camera;
    int m_dimensions;
    std::array<double, 9> m_turn; ///< rows: right, up, towards the eye
};

} // namespace neurarium
