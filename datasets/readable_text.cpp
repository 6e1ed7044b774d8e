// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/readable_text.h"

#include <cstdint>

namespace neurarium {

namespace {

std::uint32_t byteAt(std::string_view bytes, std::size_t at) {
    return at < bytes.size() ? static_cast<std::uint8_t>(bytes[at]) : 0U;
}

/// Bytes of the letter that begins the text; 0 when it does not begin with a valid one.
std::size_t letterLength(std::string_view text) {
    constexpr std::uint32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
    const std::uint32_t first = byteAt(text, 0);
    if (first < 0x80)
        return 1;
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC0 || first > 0xF4)
        return 0;
    std::uint32_t letter = first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byteAt(text, i) & 0xC0U) != 0x80)
            return 0;
        letter = letter << 6U | (byteAt(text, i) & 0x3FU);
    }
    const bool surrogate = letter >= 0xD800 && letter <= 0xDFFF;
    return letter >= kSmallest[length] && letter <= 0x10FFFF && !surrogate ? length : 0;
}

} // namespace

std::string readableText(std::string_view bytes) {
    std::string text;
    while (!bytes.empty()) {
        const std::size_t length = letterLength(bytes);
        text += length == 0 ? std::string_view("\xEF\xBF\xBD") : bytes.substr(0, length);
        bytes.remove_prefix(length == 0 ? 1 : length);
    }
    return text;
}

} // namespace neurarium
