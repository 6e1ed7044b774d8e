// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>
#include <string_view>
#include <utility>

#include "datasets/byte_reader.h"
#include "datasets/picture_header.h"
#include "report/error.h"

namespace neurarium {

namespace {

using namespace std::string_view_literals;

[[noreturn]] void refuse(Message why) {
    throw Error(ProblemKind::Refused, {}, std::move(why));
}

[[noreturn]] void refuseCut() {
    refuse(explain("Problem", "the picture is cut: its end is missing. Copy it again from where it came"));
}

[[noreturn]] void refuseDamaged() {
    refuse(explain("Problem", "the picture is damaged: its first bytes contradict each other"));
}

/// Sizes of the two plain kinds of WebP; `at` is the place of the chunk's name.
void readPlainWebP(const ByteReader& file, std::uint64_t at, PictureHeader& header) {
    constexpr std::uint32_t kFourteenBits = 0x3FFF;
    if (file.has("VP8 "sv, at)) {
        if (!file.has("\x9D\x01\x2A"sv, at + 11))
            refuseDamaged();
        header.width = file.little16(at + 14) & kFourteenBits;
        header.height = file.little16(at + 16) & kFourteenBits;
    } else {
        if (file.byte(at + 8) != 0x2F)
            refuseDamaged();
        const std::uint32_t bits = file.little32(at + 9);
        header.width = (bits & kFourteenBits) + 1;
        header.height = (bits >> 14U & kFourteenBits) + 1;
        header.alpha = (bits >> 28U & 1U) != 0;
    }
}

void readExtendedWebP(const ByteReader& file, std::uint64_t at, PictureHeader& header) {
    constexpr std::uint32_t kAnimation = 0x02, kAlpha = 0x10;
    const std::uint32_t flags = file.byte(at + 8);
    if ((flags & kAnimation) != 0)
        refuse(explain("Problem", "the WebP picture is animated; save one picture of it as PNG"));
    header.alpha = (flags & kAlpha) != 0;
    header.width = file.little24(at + 12) + 1;
    header.height = file.little24(at + 15) + 1;
}

} // namespace

PictureHeader readPngHeader(std::span<const std::uint8_t> bytes) {
    constexpr std::uint32_t kAlphaBit = 4;
    const ByteReader file(bytes);
    if (file.size() < 33)
        refuseCut();
    if (!file.has("IHDR"sv, 12) || file.big32(8) != 13)
        refuseDamaged();
    PictureHeader header;
    header.format = PictureFormat::Png;
    header.width = file.big32(16);
    header.height = file.big32(20);
    header.alpha = (file.byte(25) & kAlphaBit) != 0;
    std::uint64_t at = 8;
    while (at + 12 <= file.size()) {
        const std::uint64_t length = file.big32(at);
        if (length > file.size() - at - 12)
            refuseCut();
        if (file.has("IEND"sv, at + 4))
            return header;
        if (file.has("tRNS"sv, at + 4))
            header.alpha = true;
        if (file.has("eXIf"sv, at + 4))
            header.orientation = exifOrientation(file.part(at + 8, length));
        at += 12 + length;
    }
    refuseCut();
}

PictureHeader readWebPHeader(std::span<const std::uint8_t> bytes) {
    const ByteReader file(bytes);
    const std::uint64_t end = std::uint64_t{file.little32(4)} + 8;
    if (end > file.size() || file.size() < 30)
        refuseCut();
    PictureHeader header;
    header.format = PictureFormat::WebP;
    std::uint64_t at = 12;
    while (at + 8 <= end) {
        const std::uint64_t length = file.little32(at + 4);
        if (length > end - at - 8)
            refuseCut();
        const bool plain = file.has("VP8 "sv, at) || file.has("VP8L"sv, at);
        if (plain && header.width == 0)
            readPlainWebP(file, at, header);
        else if (file.has("VP8X"sv, at))
            readExtendedWebP(file, at, header);
        else if (file.has("EXIF"sv, at))
            header.orientation =
                exifOrientation(file.part(at + (file.has("Exif\0\0"sv, at + 8) ? 14 : 8), length));
        at += 8 + length + length % 2;
    }
    return header;
}

PictureHeader readBmpHeader(std::span<const std::uint8_t> bytes) {
    constexpr std::uint32_t kOldHeader = 12, kPlain = 0, kBitFields = 3;
    const ByteReader file(bytes);
    PictureHeader header;
    header.format = PictureFormat::Bmp;
    const bool old = file.little32(14) == kOldHeader;
    const auto signedHeight = static_cast<std::int32_t>(file.little32(22));
    header.width = old ? file.little16(18) : static_cast<std::int32_t>(file.little32(18));
    header.height = old ? file.little16(20) : std::abs(std::int64_t{signedHeight});
    const std::uint64_t bits = old ? file.little16(24) : file.little16(28);
    const std::uint32_t compression = old ? kPlain : file.little32(30);
    if (header.width < 1 || bits > 32 || (compression > kBitFields))
        refuseDamaged();
    if (compression == kPlain || compression == kBitFields) {
        const std::uint64_t row = (static_cast<std::uint64_t>(header.width) * bits + 31) / 32 * 4;
        if (file.little32(10) + row * static_cast<std::uint64_t>(header.height) > file.size() &&
            header.height <= 1 << 20)
            refuseCut();
    }
    return header;
}

} // namespace neurarium
