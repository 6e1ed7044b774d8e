// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/picture_header.h"

#include <string>
#include <string_view>
#include <utility>

#include "datasets/byte_reader.h"
#include "report/error.h"

namespace neurarium {

namespace {

using namespace std::string_view_literals;

constexpr std::uint32_t kStartOfScan = 0xDA;
constexpr std::uint32_t kEndOfImage = 0xD9;
constexpr std::uint32_t kApplication1 = 0xE1;

[[noreturn]] void refuse(Message why) {
    throw Error(ProblemKind::Refused, {}, std::move(why));
}

[[noreturn]] void refuseCut() {
    refuse(
        explain("Problem", "the JPEG picture is cut: its end is missing. Copy it again from where it came"));
}

/// SOF0 ... SOF15: they hold the picture's size. C4, C8 and CC are other things.
bool isFrame(std::uint32_t marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

bool standsAlone(std::uint32_t marker) {
    return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
}

/// The place of the next marker's 0xFF in the coded data behind a scan's header.
std::uint64_t skipCodedData(const ByteReader& file, std::uint64_t at) {
    for (; at + 1 < file.size(); ++at) {
        const std::uint32_t next = file.byte(at + 1);
        const bool stuffed = next == 0x00 || next == 0xFF || (next >= 0xD0 && next <= 0xD7);
        if (file.byte(at) == 0xFF && !stuffed)
            return at;
    }
    refuseCut();
}

void readFrame(const ByteReader& file, std::uint64_t segment, PictureHeader& header) {
    const std::uint32_t bits = file.byte(segment + 2);
    if (bits != 8)
        refuse(
            explain("Problem",
                    "the JPEG picture has %1 bits a colour; only 8 can be read. Save it again as JPEG or PNG",
                    {std::to_string(bits)}));
    header.height = file.big16(segment + 3);
    header.width = file.big16(segment + 5);
}

} // namespace

PictureHeader readJpegHeader(std::span<const std::uint8_t> bytes) {
    const ByteReader file(bytes);
    PictureHeader header;
    header.format = PictureFormat::Jpeg;
    std::uint64_t at = 2;
    while (at + 1 < file.size()) {
        if (file.byte(at) != 0xFF) {
            ++at; // some cameras leave bytes between segments
            continue;
        }
        const std::uint32_t marker = file.byte(at + 1);
        if (marker == 0xFF || marker == 0x00) {
            ++at;
            continue;
        }
        if (marker == kEndOfImage)
            return header;
        at += 2;
        if (standsAlone(marker))
            continue;
        const std::uint32_t length = file.big16(at);
        if (length < 2 || at + length > file.size())
            refuseCut();
        if (isFrame(marker) && header.width == 0)
            readFrame(file, at, header);
        if (marker == kApplication1 && file.has("Exif\0\0"sv, at + 2))
            header.orientation = exifOrientation(file.part(at + 8, length - 8));
        at += length;
        if (marker == kStartOfScan)
            at = skipCodedData(file, at);
    }
    refuseCut();
}

} // namespace neurarium
