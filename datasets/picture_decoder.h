// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <span>

#include "datasets/decode/decode.h"
#include "datasets/source_options.h"

namespace neurarium {

/// Decodes picture files that lie in memory, through the decoder module, which is loaded at the first one.
/// May be used from several threads; together they keep at most about 300 MB of decoded pixels.
class PictureDecoder {
public:
    /// Throws Error (Failure) when the module is missing.
    PictureDecoder();

    /// Writes the upright picture of `size` as three planes of bytes (see fitPicture). Throws Error (Refused,
    /// without a place) for anything that is not a whole picture.
    void decode(std::span<const std::uint8_t> file, PictureSize size, std::span<std::uint8_t> planes);

private:
    void takeMemory(std::int64_t bytes);
    void giveMemory(std::int64_t bytes);

    decode::DecodePicture m_decode = nullptr;
    decode::ReleasePicture m_release = nullptr;
    std::mutex m_mutex;
    std::condition_variable m_freed;
    std::int64_t m_bytesInUse = 0;
};

} // namespace neurarium
