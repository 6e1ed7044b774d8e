// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map_camera.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace neurarium {

namespace {

constexpr double kFlatFill = 0.94;  // of half the shorter side
constexpr double kSolidFill = 0.56; // so that the cube's corners stay inside however it is turned
constexpr double kLeastReach = 0.1;
constexpr double kLeastZoom = 0.5, kMostZoom = 40;
constexpr double kRadiansPerPixel = 0.01;

} // namespace

MapCamera turned(const MapCamera& camera, const QPointF& pixels) {
    MapCamera next = camera;
    next.yaw = std::remainder(next.yaw + pixels.x() * kRadiansPerPixel, 2 * std::numbers::pi);
    next.pitch =
        std::clamp(next.pitch + pixels.y() * kRadiansPerPixel, -std::numbers::pi / 2, std::numbers::pi / 2);
    return next;
}

MapLens::MapLens(const QRectF& area, const MapCamera& camera, int dimensions)
    : m_middle(area.center())
    , m_camera(camera)
    , m_dimensions(dimensions) {
    const double half = dimensions == 3
                            ? std::min(area.width(), area.height()) / 2 * kSolidFill
                            : std::min(area.width() / 2 / std::max(camera.reach.width(), kLeastReach),
                                       area.height() / 2 / std::max(camera.reach.height(), kLeastReach)) *
                                  kFlatFill;
    m_unit = std::max(1.0, half * camera.zoom);
    const double sy = std::sin(camera.yaw), cy = std::cos(camera.yaw);
    const double sp = std::sin(camera.pitch), cp = std::cos(camera.pitch);
    m_turn = {cy, 0, sy, sy * sp, cp, -cy * sp, -sy * cp, sp, cy * cp};
}

MapSpot MapLens::at(const float* place) const {
    if (m_dimensions < 3) {
        const double x = double(place[0]), y = m_dimensions > 1 ? double(place[1]) : 0;
        return {m_middle + QPointF(x - m_camera.shift.x(), m_camera.shift.y() - y) * m_unit, 0, 1};
    }
    const double x = double(place[0]), y = double(place[1]), z = double(place[2]);
    const auto along = [&](int row) {
        const auto i = static_cast<std::size_t>(3 * row);
        return m_turn[i] * x + m_turn[i + 1] * y + m_turn[i + 2] * z;
    };
    const double depth = along(2);
    const double scale = kEye / (kEye - depth);
    const QPointF seen(along(0) * scale - m_camera.shift.x(), m_camera.shift.y() - along(1) * scale);
    return {m_middle + seen * m_unit, depth, scale};
}

MapCamera MapLens::zoomed(double factor, const QPointF& fixed) const {
    MapCamera next = m_camera;
    next.zoom = std::clamp(m_camera.zoom * factor, kLeastZoom, kMostZoom);
    const QPointF away = (fixed - m_middle) / m_unit;
    const double kept = 1 - m_camera.zoom / next.zoom;
    next.shift += QPointF(away.x(), -away.y()) * kept;
    return next;
}

MapCamera MapLens::moved(const QPointF& pixels) const {
    MapCamera next = m_camera;
    next.shift += QPointF(-pixels.x(), pixels.y()) / m_unit;
    return next;
}

} // namespace neurarium
