// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "tensor/buffer.h"
#include "tensor/shape.h"

namespace neurarium {

/// Dense float32 numbers, row-major, owning their memory. A batch of images is N×C×H×W.
class Tensor {
public:
    Tensor() = default;
    /// All zero.
    explicit Tensor(Shape shape);
    /// Throws Error when `values` does not have shape.elements() numbers.
    Tensor(Shape shape, std::span<const float> values);

    Tensor(const Tensor& other);
    Tensor& operator=(const Tensor& other);
    Tensor(Tensor&&) noexcept = default;
    Tensor& operator=(Tensor&&) noexcept = default;
    ~Tensor() = default;

    const Shape& shape() const { return m_shape; }
    std::int64_t size() const { return m_memory.size(); }
    float* data() { return m_memory.data(); }
    const float* data() const { return m_memory.data(); }
    std::span<float> values() { return m_memory.span(); }
    std::span<const float> values() const { return m_memory.span(); }
    float operator[](std::int64_t index) const { return m_memory.data()[index]; }
    float& operator[](std::int64_t index) { return m_memory.data()[index]; }

    /// Equal shape and equal bits (so NaN equals the same NaN, and -0 differs from +0).
    bool identical(const Tensor& other) const;

private:
    Shape m_shape;
    FloatBuffer m_memory;
};

} // namespace neurarium
