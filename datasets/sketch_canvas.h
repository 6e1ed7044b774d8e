// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "datasets/sketch_color.h"
#include "datasets/sketch_path.h"

namespace neurarium {

/// A picture that outlines are filled on, with smooth edges: each pixel gets its exact covered area.
class SketchCanvas {
public:
    /// Pixels; the picture is black at first.
    SketchCanvas(int width, int height);

    int width() const { return m_width; }
    int height() const { return m_height; }

    /// Fills an outline given in pixels.
    void fill(const SketchPath& path, const SketchPaint& paint);
    /// Fills only what lies inside `clip` too.
    void fillInside(const SketchPath& clip, const SketchPath& path, const SketchPaint& paint);

    /// All values times `gain`, as bytes: three planes, red first. The span has 3·width·height bytes.
    void planes(const SketchColor& gain, std::span<std::uint8_t> bytes) const;

private:
    /// The rows and columns that an outline touches; `right` and `bottom` are behind the last.
    struct Box {
        int left, top, right, bottom;
        bool empty() const { return left >= right || top >= bottom; }
    };
    Box box(const SketchPath& path) const;
    /// Writes how much of each pixel the outline covers, 0 ... 1, within its box.
    void cover(const SketchPath& path, const Box& box, std::vector<float>& coverage) const;
    void addEdge(SketchPoint from, SketchPoint to, const Box& box, std::vector<float>& coverage) const;
    void blend(const Box& box, const SketchPaint& paint);

    int m_width;
    int m_height;
    int m_stride; ///< floats of a row of coverage
    std::vector<SketchColor> m_pixels;
    std::vector<float> m_coverage;
    std::vector<float> m_clip;
};

/// A canvas seen from a drawing that stands somewhere on it.
class SketchBrush {
public:
    SketchBrush(SketchCanvas& canvas, const SketchPlacement& placement)
        : m_canvas(canvas)
        , m_placement(placement) {}

    SketchBrush at(const SketchPlacement& inner) const { return {m_canvas, m_placement.with(inner)}; }
    void fill(const SketchPath& path, const SketchPaint& paint) const {
        m_canvas.fill(path.placed(m_placement), paint);
    }
    void fillInside(const SketchPath& clip, const SketchPath& path, const SketchPaint& paint) const {
        m_canvas.fillInside(clip.placed(m_placement), path.placed(m_placement), paint);
    }

private:
    SketchCanvas& m_canvas;
    SketchPlacement m_placement;
};

} // namespace neurarium
