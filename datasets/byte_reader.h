// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace neurarium {

/// Whole numbers out of bytes that may be wrong: places behind the end read as 0.
class ByteReader {
public:
    explicit ByteReader(std::span<const std::uint8_t> bytes)
        : m_bytes(bytes) {}

    std::uint64_t size() const { return m_bytes.size(); }
    std::uint32_t byte(std::uint64_t at) const { return at < m_bytes.size() ? m_bytes[at] : 0U; }
    std::uint32_t big16(std::uint64_t at) const { return byte(at) << 8U | byte(at + 1); }
    std::uint32_t big32(std::uint64_t at) const { return big16(at) << 16U | big16(at + 2); }
    std::uint32_t little16(std::uint64_t at) const { return byte(at) | byte(at + 1) << 8U; }
    std::uint32_t little24(std::uint64_t at) const { return little16(at) | byte(at + 2) << 16U; }
    std::uint32_t little32(std::uint64_t at) const { return little16(at) | little16(at + 2) << 16U; }

    /// The bytes from `at`, at most `count`, fewer at the end.
    std::span<const std::uint8_t> part(std::uint64_t at, std::uint64_t count) const {
        if (at >= m_bytes.size())
            return {};
        return m_bytes.subspan(at, count < m_bytes.size() - at ? count : m_bytes.size() - at);
    }
    bool has(std::string_view text, std::uint64_t at = 0) const {
        for (std::size_t i = 0; i < text.size(); ++i)
            if (at + i >= m_bytes.size() || m_bytes[at + i] != static_cast<std::uint8_t>(text[i]))
                return false;
        return true;
    }

private:
    std::span<const std::uint8_t> m_bytes;
};

} // namespace neurarium
