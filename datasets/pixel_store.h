// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace neurarium {

/// Numbered pictures of one size as bytes, plane by plane (C×H×W). Thread-safe for reading.
class PixelStore {
public:
    virtual ~PixelStore() = default;
    /// Writes picture `slot` into `pixels`, which has exactly the size of a picture.
    virtual void read(std::int64_t slot, std::span<std::uint8_t> pixels) const = 0;
};

/// Pictures in memory, one behind the other.
class MemoryPixels : public PixelStore {
public:
    explicit MemoryPixels(std::vector<std::uint8_t> bytes)
        : m_bytes(std::move(bytes)) {}
    void read(std::int64_t slot, std::span<std::uint8_t> pixels) const override;

private:
    std::vector<std::uint8_t> m_bytes;
};

} // namespace neurarium
