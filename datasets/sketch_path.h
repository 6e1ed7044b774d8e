// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace neurarium {

/// A place in a drawing: x to the right, y downwards.
struct SketchPoint {
    double x = 0;
    double y = 0;
};

/// Where a drawing stands in a larger one: first mirrored, then turned, scaled and shifted.
struct SketchPlacement {
    double x = 0;
    double y = 0;
    double scale = 1;
    double turn = 0; ///< radians, clockwise
    bool mirror = false;

    SketchPoint map(SketchPoint point) const;
    /// The placement of a drawing that stands at `inner` in the drawing placed here.
    SketchPlacement with(const SketchPlacement& inner) const;
};

/// A closed outline of straight pieces. The builders go round clockwise.
struct SketchPath {
    std::vector<SketchPoint> points;

    /// Half axes `radiusX`, `radiusY`, turned by `turn` radians about the middle.
    static SketchPath ellipse(SketchPoint middle, double radiusX, double radiusY, double turn = 0);
    static SketchPath circle(SketchPoint middle, double radius) { return ellipse(middle, radius, radius); }
    static SketchPath rectangle(SketchPoint corner, SketchPoint opposite);
    /// Straight sides, corners rounded from `radius` before them.
    static SketchPath rounded(const std::vector<SketchPoint>& corners, double radius);
    /// A smooth closed curve through the points (Catmull and Rom).
    static SketchPath smooth(const std::vector<SketchPoint>& through);
    /// A smooth line through the points, as thick as `begin` and `end` say (half widths), with round ends.
    static SketchPath stroke(const std::vector<SketchPoint>& through, double begin, double end);

    SketchPath placed(const SketchPlacement& placement) const;
};

} // namespace neurarium
