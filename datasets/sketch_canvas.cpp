// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/sketch_canvas.h"

#include <algorithm>
#include <cmath>

namespace neurarium {

namespace {

std::uint8_t toByte(float value) {
    return static_cast<std::uint8_t>(std::clamp(value, 0.0F, 1.0F) * 255.0F + 0.5F);
}

std::size_t place(int row, int stride, int column) {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(stride) +
           static_cast<std::size_t>(column);
}

/// Adds what an edge inside one row, from column `left` to `right`, covers of the pixels to its right;
/// `amount` is the height it spans, with its direction. A running sum over the row gives the covered areas
/// afterwards.
void addSpan(float* row, float left, float right, float amount) {
    const auto first = static_cast<int>(left);
    const auto end = static_cast<int>(std::ceil(right));
    if (end <= first + 1) {
        const float middle = 0.5F * (left + right) - static_cast<float>(first);
        row[first] += amount * (1 - middle);
        row[first + 1] += amount * middle;
        return;
    }
    const float slope = 1 / (right - left);
    const float inFirst = left - static_cast<float>(first);
    const float inLast = right - static_cast<float>(end - 1);
    const float firstArea = 0.5F * slope * (1 - inFirst) * (1 - inFirst);
    const float lastArea = 0.5F * slope * inLast * inLast;
    row[first] += amount * firstArea;
    if (end == first + 2) {
        row[first + 1] += amount * (1 - firstArea - lastArea);
    } else {
        const float secondSum = slope * (1.5F - inFirst);
        row[first + 1] += amount * (secondSum - firstArea);
        for (int x = first + 2; x < end - 1; ++x)
            row[x] += amount * slope;
        const float sumBefore = secondSum + static_cast<float>(end - first - 3) * slope;
        row[end - 1] += amount * (1 - sumBefore - lastArea);
    }
    row[end] += amount * lastArea;
}

} // namespace

SketchCanvas::SketchCanvas(int width, int height)
    : m_width(width)
    , m_height(height)
    , m_stride(width + 2)
    , m_pixels(place(height, width, 0))
    , m_coverage(place(height, m_stride, 0))
    , m_clip(place(height, m_stride, 0)) {}

SketchCanvas::Box SketchCanvas::box(const SketchPath& path) const {
    SketchPoint low = path.points.front(), high = low;
    for (const SketchPoint& point : path.points) {
        low = {std::min(low.x, point.x), std::min(low.y, point.y)};
        high = {std::max(high.x, point.x), std::max(high.y, point.y)};
    }
    const auto inside = [](double value, int size) {
        return static_cast<int>(std::clamp(value, 0.0, static_cast<double>(size)));
    };
    return {inside(std::floor(low.x), m_width), inside(std::floor(low.y), m_height),
            inside(std::ceil(high.x), m_width), inside(std::ceil(high.y), m_height)};
}

void SketchCanvas::addEdge(SketchPoint from, SketchPoint to, const Box& box,
                           std::vector<float>& coverage) const {
    const double direction = from.y < to.y ? 1 : -1;
    const SketchPoint upper = from.y < to.y ? from : to;
    const SketchPoint lower = from.y < to.y ? to : from;
    const double slope = upper.y == lower.y ? 0 : (lower.x - upper.x) / (lower.y - upper.y);
    const int first = std::max(box.top, static_cast<int>(std::floor(std::max(upper.y, 0.0))));
    const auto column = [&](double y) {
        return static_cast<float>(std::clamp(upper.x + (y - upper.y) * slope, static_cast<double>(box.left),
                                             static_cast<double>(box.right)));
    };
    for (int row = first; row < box.bottom && row < lower.y; ++row) {
        const double top = std::max(upper.y, static_cast<double>(row));
        const double bottom = std::min(lower.y, static_cast<double>(row + 1));
        const float begin = column(top), end = column(bottom);
        addSpan(coverage.data() + place(row, m_stride, 0), std::min(begin, end), std::max(begin, end),
                static_cast<float>((bottom - top) * direction));
    }
}

void SketchCanvas::cover(const SketchPath& path, const Box& box, std::vector<float>& coverage) const {
    for (int row = box.top; row < box.bottom; ++row)
        std::fill_n(coverage.begin() + static_cast<std::ptrdiff_t>(place(row, m_stride, box.left)),
                    box.right - box.left + 2, 0.0F);
    for (std::size_t i = 0; i < path.points.size(); ++i)
        addEdge(path.points[i], path.points[(i + 1) % path.points.size()], box, coverage);
    for (int row = box.top; row < box.bottom; ++row) {
        float sum = 0;
        for (int x = box.left; x < box.right; ++x) {
            float& value = coverage[place(row, m_stride, x)];
            sum += value;
            value = std::min(1.0F, std::abs(sum));
        }
    }
}

void SketchCanvas::blend(const Box& box, const SketchPaint& paint) {
    const float step = 1 / static_cast<float>(std::max(1, box.bottom - box.top));
    for (int row = box.top; row < box.bottom; ++row) {
        const SketchColor color =
            paint.top.toward(paint.bottom, (static_cast<float>(row - box.top) + 0.5F) * step);
        const float* coverage = m_coverage.data() + place(row, m_stride, 0);
        SketchColor* pixels = m_pixels.data() + place(row, m_width, 0);
        for (int x = box.left; x < box.right; ++x)
            pixels[x] = pixels[x].toward(color, coverage[x] * paint.opacity);
    }
}

void SketchCanvas::fill(const SketchPath& path, const SketchPaint& paint) {
    const Box touched = box(path);
    if (touched.empty())
        return;
    cover(path, touched, m_coverage);
    blend(touched, paint);
}

void SketchCanvas::fillInside(const SketchPath& clip, const SketchPath& path, const SketchPaint& paint) {
    const Box outer = box(clip);
    const Box inner = box(path);
    const Box both{std::max(outer.left, inner.left), std::max(outer.top, inner.top),
                   std::min(outer.right, inner.right), std::min(outer.bottom, inner.bottom)};
    if (both.empty())
        return;
    cover(clip, outer, m_clip);
    cover(path, inner, m_coverage);
    for (int row = both.top; row < both.bottom; ++row)
        for (int x = both.left; x < both.right; ++x)
            m_coverage[place(row, m_stride, x)] *= m_clip[place(row, m_stride, x)];
    blend(both, paint);
}

void SketchCanvas::planes(const SketchColor& gain, std::span<std::uint8_t> bytes) const {
    const std::size_t plane = m_pixels.size();
    for (std::size_t i = 0; i < plane; ++i) {
        bytes[i] = toByte(m_pixels[i].red * gain.red);
        bytes[plane + i] = toByte(m_pixels[i].green * gain.green);
        bytes[2 * plane + i] = toByte(m_pixels[i].blue * gain.blue);
    }
}

} // namespace neurarium
