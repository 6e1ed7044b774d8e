// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

/// What the decoder module offers. OpenCV's image formats bring 140 libraries along: they are loaded with
/// this module at the first picture, not when the program starts. The caller has checked magic, size and
/// completeness before.
namespace neurarium::decode {

/// A decoded picture: blue, green, red, 8 bits each, rows `stride` bytes apart; transparent places are white
/// and orientation is not applied. `owner` keeps the memory until it is given back.
struct DecodedPicture {
    const std::uint8_t* pixels = nullptr;
    std::int64_t stride = 0;
    std::int32_t width = 0;
    std::int32_t height = 0;
    void* owner = nullptr;
};

struct Request {
    const std::uint8_t* bytes = nullptr;
    std::size_t size = 0;
    bool alpha = false;         ///< the picture may have transparent places
    std::int32_t reduction = 1; ///< 1, 2, 4 or 8: a JPEG may be decoded at this part of its size
};

enum class Result : std::int32_t { Decoded = 0, Broken = 1, OutOfMemory = 2 };

/// The module's functions, by the names they are looked up with.
using DecodePicture = Result (*)(const Request* request, DecodedPicture* picture);
using ReleasePicture = void (*)(void* owner);
constexpr const char* kDecodeName = "neurariumDecodePicture";
constexpr const char* kReleaseName = "neurariumReleasePicture";
constexpr const char* kModuleName = "libneurarium_decode.so";

} // namespace neurarium::decode
