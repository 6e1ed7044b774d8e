// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace neurarium {

enum class PictureFormat { Jpeg, Png, WebP, Bmp };

/// What a picture file says of itself before it is decoded.
struct PictureHeader {
    PictureFormat format = PictureFormat::Jpeg;
    std::int64_t width = 0;
    std::int64_t height = 0;
    bool alpha = false;  ///< there may be transparent places
    int orientation = 1; ///< EXIF orientation, 1 ... 8: how to turn the stored picture
};

/// Recognises JPEG, PNG, WebP and BMP by their content, whatever the file is called, reads size and
/// orientation and follows the file to its end mark. Everything else, cut files, animations and pictures of
/// more than 100 million pixels throw Error (Refused) without a place; the sentence says what to do.
PictureHeader readPictureHeader(std::span<const std::uint8_t> bytes);

/// The orientation in an EXIF block that begins with its byte order ("II" or "MM"); 1 when there is none.
int exifOrientation(std::span<const std::uint8_t> exif);

/// The readers of each format; `bytes` begins with the format's magic.
PictureHeader readJpegHeader(std::span<const std::uint8_t> bytes);
PictureHeader readPngHeader(std::span<const std::uint8_t> bytes);
PictureHeader readWebPHeader(std::span<const std::uint8_t> bytes);
PictureHeader readBmpHeader(std::span<const std::uint8_t> bytes);

} // namespace neurarium
