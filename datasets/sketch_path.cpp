// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/sketch_path.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace neurarium {

namespace {

constexpr int kEllipsePieces = 36;
constexpr int kCurvePieces = 6;
constexpr int kCapPieces = 5;

SketchPoint between(SketchPoint from, SketchPoint to, double part) {
    return {from.x + part * (to.x - from.x), from.y + part * (to.y - from.y)};
}

double length(SketchPoint from, SketchPoint to) {
    return std::hypot(to.x - from.x, to.y - from.y);
}

/// The Catmull-Rom curve between the second and the third of four points.
SketchPoint curve(const std::array<SketchPoint, 4>& points, double t) {
    const auto& [a, b, c, d] = points;
    const auto axis = [t](double p, double q, double r, double s) {
        return 0.5 * (2 * q + t * (r - p) + t * t * (2 * p - 5 * q + 4 * r - s) +
                      t * t * t * (3 * q - p - 3 * r + s));
    };
    return {axis(a.x, b.x, c.x, d.x), axis(a.y, b.y, c.y, d.y)};
}

/// Points on the smooth open line through the given ones.
std::vector<SketchPoint> openCurve(const std::vector<SketchPoint>& through) {
    std::vector<SketchPoint> line;
    const std::size_t last = through.size() - 1;
    for (std::size_t i = 0; i < last; ++i)
        for (int piece = 0; piece < kCurvePieces; ++piece)
            line.push_back(curve(
                {through[i == 0 ? 0 : i - 1], through[i], through[i + 1], through[std::min(i + 2, last)]},
                static_cast<double>(piece) / kCurvePieces));
    line.push_back(through.back());
    return line;
}

/// Half a circle about `middle` that begins at the angle `from` and goes round clockwise.
void addCap(std::vector<SketchPoint>& points, SketchPoint middle, double radius, double from) {
    for (int i = 1; i < kCapPieces; ++i) {
        const double angle = from + std::numbers::pi * i / kCapPieces;
        points.push_back({middle.x + radius * std::cos(angle), middle.y + radius * std::sin(angle)});
    }
}

} // namespace

SketchPoint SketchPlacement::map(SketchPoint point) const {
    const double px = mirror ? -point.x : point.x;
    const double cosine = std::cos(turn) * scale;
    const double sine = std::sin(turn) * scale;
    return {x + cosine * px - sine * point.y, y + sine * px + cosine * point.y};
}

SketchPlacement SketchPlacement::with(const SketchPlacement& inner) const {
    const SketchPoint middle = map({inner.x, inner.y});
    return {middle.x, middle.y, scale * inner.scale, turn + (mirror ? -inner.turn : inner.turn),
            mirror != inner.mirror};
}

SketchPath SketchPath::ellipse(SketchPoint middle, double radiusX, double radiusY, double turn) {
    const SketchPlacement placement{middle.x, middle.y, 1, turn, false};
    SketchPath path;
    for (int i = 0; i < kEllipsePieces; ++i) {
        const double angle = 2 * std::numbers::pi * i / kEllipsePieces;
        path.points.push_back({radiusX * std::cos(angle), radiusY * std::sin(angle)});
    }
    return path.placed(placement);
}

SketchPath SketchPath::rectangle(SketchPoint corner, SketchPoint opposite) {
    return {{corner, {opposite.x, corner.y}, opposite, {corner.x, opposite.y}}};
}

SketchPath SketchPath::rounded(const std::vector<SketchPoint>& corners, double radius) {
    SketchPath path;
    const std::size_t count = corners.size();
    for (std::size_t i = 0; i < count; ++i) {
        const SketchPoint before = corners[(i + count - 1) % count], here = corners[i];
        const SketchPoint after = corners[(i + 1) % count];
        const SketchPoint from = between(here, before, std::min(0.5, radius / length(here, before)));
        const SketchPoint to = between(here, after, std::min(0.5, radius / length(here, after)));
        for (int piece = 0; piece <= kCapPieces; ++piece) {
            const double t = static_cast<double>(piece) / kCapPieces;
            path.points.push_back(between(between(from, here, t), between(here, to, t), t));
        }
    }
    return path;
}

SketchPath SketchPath::smooth(const std::vector<SketchPoint>& through) {
    SketchPath path;
    const std::size_t count = through.size();
    for (std::size_t i = 0; i < count; ++i)
        for (int piece = 0; piece < kCurvePieces; ++piece)
            path.points.push_back(curve({through[(i + count - 1) % count], through[i],
                                         through[(i + 1) % count], through[(i + 2) % count]},
                                        static_cast<double>(piece) / kCurvePieces));
    return path;
}

SketchPath SketchPath::stroke(const std::vector<SketchPoint>& through, double begin, double end) {
    const std::vector<SketchPoint> line = openCurve(through);
    std::vector<SketchPoint> left, right;
    double firstAngle = 0, lastAngle = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const SketchPoint from = line[i == 0 ? 0 : i - 1], to = line[std::min(i + 1, line.size() - 1)];
        const double angle = std::atan2(to.y - from.y, to.x - from.x);
        const double part = static_cast<double>(i) / static_cast<double>(line.size() - 1);
        const double radius = begin + part * (end - begin);
        const double acrossX = -std::sin(angle) * radius, acrossY = std::cos(angle) * radius;
        left.push_back({line[i].x - acrossX, line[i].y - acrossY});
        right.push_back({line[i].x + acrossX, line[i].y + acrossY});
        firstAngle = i == 0 ? angle : firstAngle;
        lastAngle = angle;
    }
    SketchPath path;
    path.points = std::move(left);
    addCap(path.points, line.back(), end, lastAngle - std::numbers::pi / 2);
    path.points.insert(path.points.end(), right.rbegin(), right.rend());
    addCap(path.points, line.front(), begin, firstAngle + std::numbers::pi / 2);
    return path;
}

SketchPath SketchPath::placed(const SketchPlacement& placement) const {
    const double cosine = std::cos(placement.turn) * placement.scale;
    const double sine = std::sin(placement.turn) * placement.scale;
    const double side = placement.mirror ? -1 : 1;
    SketchPath path;
    path.points.reserve(points.size());
    for (const SketchPoint& point : points)
        path.points.push_back({placement.x + cosine * side * point.x - sine * point.y,
                               placement.y + sine * side * point.x + cosine * point.y});
    return path;
}

} // namespace neurarium
