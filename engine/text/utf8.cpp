// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/utf8.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <utility>

namespace neurarium {

namespace {

constexpr char32_t kSurrogates = 0xD800, kBehindSurrogates = 0xDFFF, kLast = 0x10FFFF;
constexpr char32_t kReplacement = 0xFFFD;

std::uint32_t byteAt(std::string_view text, std::size_t at) {
    return at < text.size() ? static_cast<std::uint8_t>(text[at]) : 0U;
}

template <class Number>
std::string numbered(const char* format, Number number) {
    char text[16];
    std::snprintf(text, sizeof text, format, static_cast<unsigned>(number));
    return text;
}

/// Marks without ink and those that turn the direction of writing.
bool isUnseen(char32_t code) {
    constexpr std::pair<char32_t, char32_t> kUnseen[] = {
        {0x80, 0x9F},     {0xAD, 0xAD},     {0x61C, 0x61C},   {0x180E, 0x180E}, {0x200B, 0x200F},
        {0x2028, 0x202E}, {0x2060, 0x206F}, {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFD}};
    return std::any_of(std::begin(kUnseen), std::end(kUnseen),
                       [&](const auto& range) { return code >= range.first && code <= range.second; });
}

std::string shown(std::string_view bytes, bool piece) {
    std::string text;
    while (!bytes.empty()) {
        const bool whole = characterLength(bytes) > 0;
        const std::string_view each = takeCharacter(bytes);
        const std::uint32_t first = byteAt(each, 0);
        if (piece && each == "\n")
            text += "↵";
        else if (piece && each == "\t")
            text += "⇥";
        else if (!whole || (first < 0x20 && each != "\n" && each != "\t") || first == 0x7F)
            text += numbered("<%02X>", first);
        else if (const char32_t code = characterCode(each); isUnseen(code))
            text += numbered("<U+%04X>", code);
        else
            text += each;
    }
    return text;
}

} // namespace

std::size_t characterLength(std::string_view text) {
    constexpr char32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
    if (text.empty())
        return 0;
    const std::uint32_t first = byteAt(text, 0);
    if (first < 0x80)
        return 1;
    if (first < 0xC2 || first > 0xF4)
        return 0;
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    char32_t code = first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byteAt(text, i) & 0xC0U) != 0x80)
            return 0;
        code = code << 6U | (byteAt(text, i) & 0x3FU);
    }
    const bool surrogate = code >= kSurrogates && code <= kBehindSurrogates;
    return code >= kSmallest[length] && code <= kLast && !surrogate ? length : 0;
}

char32_t characterCode(std::string_view text) {
    const std::size_t length = characterLength(text);
    if (length == 0)
        return kReplacement;
    const std::uint32_t first = byteAt(text, 0);
    char32_t code = length == 1 ? first : first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i)
        code = code << 6U | (byteAt(text, i) & 0x3FU);
    return code;
}

void appendCharacter(std::string& text, char32_t code) {
    const auto add = [&text](char32_t byte) { text += static_cast<char>(byte); };
    const auto continued = [](char32_t bits) { return 0x80U | (bits & 0x3FU); };
    if (code < 0x80) {
        add(code);
    } else if (code < 0x800) {
        add(0xC0U | code >> 6U);
        add(continued(code));
    } else if (code < 0x10000) {
        add(0xE0U | code >> 12U);
        add(continued(code >> 6U));
        add(continued(code));
    } else {
        add(0xF0U | code >> 18U);
        add(continued(code >> 12U));
        add(continued(code >> 6U));
        add(continued(code));
    }
}

std::string_view takeCharacter(std::string_view& text) {
    const std::string_view first = text.substr(0, std::max<std::size_t>(characterLength(text), 1));
    text.remove_prefix(first.size());
    return first;
}

bool isUtf8(std::string_view text) {
    while (!text.empty()) {
        const std::size_t length = characterLength(text);
        if (length == 0)
            return false;
        text.remove_prefix(length);
    }
    return true;
}

std::string shownText(std::string_view bytes) {
    return shown(bytes, false);
}

std::string shownPiece(std::string_view bytes) {
    return shown(bytes, true);
}

} // namespace neurarium
