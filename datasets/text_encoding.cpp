// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/text_encoding.h"

#include <algorithm>
#include <cerrno>
#include <optional>
#include <string_view>
#include <utility>

#include <iconv.h>

#include "text/utf8.h"

namespace neurarium {

namespace {

/// How well bytes are UTF-8.
struct Utf8Count {
    std::size_t broken = 0; ///< bytes that are part of no character
    std::size_t long_ =
        0; ///< characters of three bytes and more: other encodings make no such ones by chance
    std::size_t firstBroken = 0;
};

Utf8Count countUtf8(std::string_view text) {
    Utf8Count count;
    const std::size_t size = text.size();
    while (!text.empty()) {
        const std::size_t at = size - text.size(), length = characterLength(text);
        if (length == 0 && count.broken++ == 0)
            count.firstBroken = at;
        if (length >= 3)
            ++count.long_;
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return count;
}

/// An open conversion of the system's, closed at the end of its scope.
class Conversion {
public:
    explicit Conversion(const char* from)
        : m_conversion(iconv_open("UTF-8", from)) {}
    ~Conversion() {
        if (isKnown())
            iconv_close(m_conversion);
    }
    Conversion(const Conversion&) = delete;
    Conversion& operator=(const Conversion&) = delete;

    /// The system may lack an encoding.
    bool isKnown() const { return m_conversion != reinterpret_cast<iconv_t>(-1); }

    /// Nothing when a byte is not valid in the encoding.
    std::optional<std::string> convert(std::string bytes) {
        std::string text, room(1 << 16, '\0');
        char* in = bytes.data();
        std::size_t left = bytes.size();
        while (left > 0) {
            char* out = room.data();
            std::size_t free = room.size();
            const std::size_t result = iconv(m_conversion, &in, &left, &out, &free);
            text.append(room.data(), room.size() - free);
            if (result == static_cast<std::size_t>(-1) && errno != E2BIG)
                return std::nullopt;
        }
        return text;
    }

private:
    iconv_t m_conversion;
};

[[noreturn]] void refuse(const std::string& place, Message what) {
    throw Error(ProblemKind::Refused, place, std::move(what),
                explain("Problem", "Open it in the program that made it and save it as plain text in UTF-8"));
}

std::string lineOf(std::string_view text, std::size_t at) {
    return std::to_string(1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

/// "\r\n" becomes "\n".
bool joinLineEnds(std::string& text) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] != '\r' || i + 1 == text.size() || text[i + 1] != '\n')
            text[kept++] = text[i];
    return std::exchange(text, text.substr(0, kept)).size() != kept;
}

DecodedText fromUtf16(const std::string& bytes, const std::string& place) {
    const bool little = bytes.starts_with("\xFF\xFE");
    Conversion conversion(little ? "UTF-16LE" : "UTF-16BE");
    auto text = conversion.isKnown() ? conversion.convert(bytes.substr(2)) : std::nullopt;
    if (!text)
        refuse(place, explain("Problem", "begins like UTF-16, but is not valid UTF-16"));
    return {std::move(*text), {explain("Problem", "The text is UTF-16; it was converted to UTF-8")}};
}

DecodedText fromBroken(std::string bytes, const Utf8Count& count, const std::string& place) {
    constexpr std::size_t kMostBroken = 10; // of so many bytes one may be wrong
    if (count.broken > count.long_) {
        Conversion conversion("CP949");
        auto text = conversion.isKnown() ? conversion.convert(bytes) : std::nullopt;
        if (text)
            return {
                std::move(*text),
                {explain("Problem", "The text is not UTF-8 but CP949 (Korean Windows); it was converted to "
                                    "UTF-8")}};
        if (!conversion.isKnown())
            refuse(place, explain("Problem", "is not UTF-8, and this system cannot convert CP949"));
    }
    const std::string line = lineOf(bytes, count.firstBroken);
    if (count.broken * kMostBroken > bytes.size())
        refuse(place,
               explain("Problem", "is neither UTF-8 nor CP949; the first wrong byte is in line %1", {line}));
    return {std::move(bytes),
            {explain("Problem",
                     "%1 bytes are not valid UTF-8, the first of them in line %2; each is a token of its own",
                     {std::to_string(count.broken), line})}};
}

} // namespace

DecodedText decodeText(std::string bytes, const std::string& place) {
    DecodedText decoded;
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        decoded = fromUtf16(bytes, place);
    } else {
        if (bytes.starts_with("\xEF\xBB\xBF"))
            bytes.erase(0, 3);
        decoded.text = std::move(bytes);
    }
    if (const std::size_t zero = decoded.text.find('\0'); zero != std::string::npos)
        refuse(place, explain("Problem", "is no text: the byte at %1 is 0", {std::to_string(zero)}));
    if (const Utf8Count count = countUtf8(decoded.text); count.broken > 0)
        decoded = fromBroken(std::move(decoded.text), count, place);
    if (joinLineEnds(decoded.text))
        decoded.notes.push_back(explain("Problem", "Line ends of Windows were made plain ones"));
    if (decoded.text.find_first_not_of(" \t\r\n") == std::string::npos)
        refuse(place, explain("Problem", "holds no text"));
    return decoded;
}

} // namespace neurarium
