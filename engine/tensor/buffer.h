// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace neurarium {

/// Owning float32 memory, aligned to 64 bytes, zero at first, with 64 readable floats behind its end
/// so that whole vectors may be loaded at the tail. Movable, not copyable.
class FloatBuffer {
public:
    FloatBuffer() = default;
    explicit FloatBuffer(std::int64_t count);

    float* data() { return m_data.get(); }
    const float* data() const { return m_data.get(); }
    std::int64_t size() const { return m_size; }
    std::span<float> span() { return {m_data.get(), static_cast<std::size_t>(m_size)}; }
    std::span<const float> span() const { return {m_data.get(), static_cast<std::size_t>(m_size)}; }

private:
    struct Free {
        void operator()(float* memory) const;
    };
    std::unique_ptr<float[], Free> m_data;
    std::int64_t m_size = 0;
};

} // namespace neurarium
