// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/toy_shapes.h"

#include <cmath>
#include <numbers>

#include "report/error.h"

namespace neurarium {

namespace {

constexpr double kTurn = 2 * std::numbers::pi;

/// Draws of one point, by place.
struct PointDraws {
    const RandomStream& random;
    std::uint64_t index;

    double uniform(std::uint64_t place, double low, double high) const {
        return low + (high - low) * static_cast<double>(random.uniform(index, place));
    }
    double normal(std::uint64_t place) const { return static_cast<double>(random.normal(index, place)); }
};

/// Two arms of 1.1 turns, half a turn apart; their distance is everywhere about 0.36.
ToyPoint spiral(const PointDraws& draw, int label) {
    const double along = draw.uniform(0, 0, 1);
    const double radius = 0.14 + 0.79 * along;
    const double angle = kTurn * (1.1 * along + 0.5 * label);
    return {radius * std::sin(angle), radius * std::cos(angle), label};
}

/// A disc inside a ring, both filled evenly.
ToyPoint circles(const PointDraws& draw, int label) {
    const double inner = label == 0 ? 0.0 : 0.62;
    const double outer = label == 0 ? 0.38 : 0.92;
    const double radius = std::sqrt(draw.uniform(0, inner * inner, outer * outer));
    const double angle = draw.uniform(1, 0, kTurn);
    return {radius * std::cos(angle), radius * std::sin(angle), label};
}

/// Four squares; those that touch by a corner belong together.
ToyPoint exclusiveOr(const PointDraws& draw, int label) {
    const double x = draw.uniform(0, 0.08, 0.92);
    const double y = draw.uniform(1, 0.08, 0.92);
    const double right = draw.uniform(2, 0, 1) < 0.5 ? -1 : 1;
    const double up = label == 0 ? right : -right;
    return {right * x, up * y, label};
}

/// Two half circles that reach into each other.
ToyPoint moons(const PointDraws& draw, int label) {
    const double angle = draw.uniform(0, 0, kTurn / 2);
    const double radius = 0.56;
    if (label == 0)
        return {-0.28 + radius * std::cos(angle), -0.16 + radius * std::sin(angle), label};
    return {0.28 - radius * std::cos(angle), 0.16 - radius * std::sin(angle), label};
}

ToyPoint gaussians(const PointDraws& draw, int label) {
    constexpr double kSpread = 0.13;
    const double middle = label == 0 ? -0.42 : 0.42;
    return {middle + kSpread * draw.normal(0), middle + kSpread * draw.normal(1), label};
}

} // namespace

ToyPoint toyPoint(const std::string& shape, std::int64_t index, const RandomStream& random) {
    const PointDraws draw{random, static_cast<std::uint64_t>(index)};
    const int label = static_cast<int>(index % 2);
    if (shape == "spiral")
        return spiral(draw, label);
    if (shape == "circles")
        return circles(draw, label);
    if (shape == "xor")
        return exclusiveOr(draw, label);
    if (shape == "moons")
        return moons(draw, label);
    if (shape == "gaussians")
        return gaussians(draw, label);
    const double x = draw.uniform(0, -1, 1);
    if (shape == "line")
        return {x, 0.7 * x - 0.1, 0};
    if (shape == "sine")
        return {x, 0.75 * std::sin(kTurn * x), 0};
    throw Error(ProblemKind::Refused, "data.shape",
                explain("Problem", "There is no toy shape named \"%1\"", {shape}),
                explain("Problem", "Choose spiral, circles, xor, moons, gaussians, line or sine"));
}

bool toyShapeHasClasses(const std::string& shape) {
    return shape != "line" && shape != "sine";
}

} // namespace neurarium
