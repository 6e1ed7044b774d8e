// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/picture_header.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "datasets/byte_reader.h"
#include "report/error.h"

namespace neurarium {

namespace {

using namespace std::string_view_literals;

constexpr std::int64_t kMostPixels = 100'000'000;
constexpr std::int64_t kLongestSide = 1 << 20;

[[noreturn]] void refuse(Message why) {
    throw Error(ProblemKind::Refused, {}, std::move(why));
}

bool isOneOf(std::string_view brand, std::initializer_list<std::string_view> brands) {
    return std::find(brands.begin(), brands.end(), brand) != brands.end();
}

/// Files made of boxes (ISO base media): HEIC, AVIF and films differ in the brand.
void refuseBoxFile(const ByteReader& file) {
    if (!file.has("ftyp"sv, 4))
        return;
    std::string brand;
    for (std::uint64_t i = 8; i < 12; ++i)
        brand += static_cast<char>(file.byte(i));
    if (isOneOf(brand, {"heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"}))
        refuse(explain("Problem",
                       "HEIC pictures cannot be read; save them as JPEG (on the telephone: choose the "
                       "format \"most compatible\")"));
    if (isOneOf(brand, {"avif", "avis"}))
        refuse(explain("Problem", "AVIF pictures cannot be read; save them as JPEG or PNG"));
    refuse(explain("Problem", "this is a film, not a picture; save single pictures of it as JPEG"));
}

void refuseKnownFormats(const ByteReader& file) {
    refuseBoxFile(file);
    if (file.has("GIF87a"sv) || file.has("GIF89a"sv))
        refuse(explain("Problem", "GIF pictures cannot be read; save them as PNG"));
    if (file.has("II*\0"sv) || file.has("MM\0*"sv) || file.has("II+\0"sv) || file.has("MM\0+"sv))
        refuse(explain("Problem", "TIFF and camera raw pictures cannot be read; save them as PNG or JPEG"));
    if (file.has("\xFF\x0A"sv) || file.has("\0\0\0\x0CJXL "sv))
        refuse(explain("Problem", "JPEG XL pictures cannot be read; save them as JPEG or PNG"));
    if (file.has("\0\0\0\x0CjP  "sv) || file.has("\xFF\x4F\xFF\x51"sv))
        refuse(explain("Problem", "JPEG 2000 pictures cannot be read; save them as JPEG or PNG"));
    if (file.has("8BPS"sv))
        refuse(explain("Problem", "Photoshop files cannot be read; save them as PNG"));
    if (file.has("%PDF"sv))
        refuse(explain("Problem", "this is a PDF document, not a picture; save it as PNG"));
    if (file.has("<svg"sv) || file.has("<?xml"sv))
        refuse(explain("Problem", "SVG drawings cannot be read; save them as PNG"));
}

bool looksLikeText(std::span<const std::uint8_t> bytes) {
    const auto head = bytes.first(std::min<std::size_t>(bytes.size(), 512));
    return std::none_of(head.begin(), head.end(), [](std::uint8_t byte) {
        return byte == 0x7F || (byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t' && byte != '\f');
    });
}

PictureHeader readByFormat(std::span<const std::uint8_t> bytes) {
    const ByteReader file(bytes);
    if (file.has("\xFF\xD8\xFF"sv))
        return readJpegHeader(bytes);
    if (file.has("\x89PNG\r\n\x1A\n"sv))
        return readPngHeader(bytes);
    if (file.has("RIFF"sv) && file.has("WEBP"sv, 8))
        return readWebPHeader(bytes);
    if (file.has("BM"sv) && file.little32(14) >= 12 && file.little32(14) <= 124)
        return readBmpHeader(bytes);
    refuseKnownFormats(file);
    if (looksLikeText(bytes))
        refuse(explain("Problem", "this is text, not a picture, whatever its name says"));
    refuse(explain("Problem", "this is no picture that can be read; JPEG, PNG, WebP and BMP can"));
}

} // namespace

int exifOrientation(std::span<const std::uint8_t> exif) {
    constexpr std::uint32_t kOrientationTag = 0x0112;
    const ByteReader block(exif);
    const bool little = block.has("II"sv);
    if (!little && !block.has("MM"sv))
        return 1;
    const auto number16 = [&](std::uint64_t at) { return little ? block.little16(at) : block.big16(at); };
    const std::uint64_t directory = little ? block.little32(4) : block.big32(4);
    const std::uint64_t entries = number16(directory);
    for (std::uint64_t i = 0; i < entries; ++i) {
        const std::uint64_t entry = directory + 2 + 12 * i;
        if (entry + 12 > block.size())
            return 1;
        if (number16(entry) != kOrientationTag)
            continue;
        const std::uint32_t value = number16(entry + 8);
        return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
    }
    return 1;
}

PictureHeader readPictureHeader(std::span<const std::uint8_t> bytes) {
    const PictureHeader header = readByFormat(bytes);
    const std::string size = std::to_string(header.width) + "×" + std::to_string(header.height);
    if (header.width < 1 || header.height < 1)
        refuse(explain("Problem", "the picture says it has %1 pixels; the file is damaged", {size}));
    if (header.width > kLongestSide || header.height > kLongestSide ||
        header.width * header.height > kMostPixels)
        refuse(explain("Problem",
                       "the picture says it has %1 pixels; at most 100 million are read. Save it smaller",
                       {size}));
    return header;
}

} // namespace neurarium
