// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace neurarium {

/// What a kernel keeps in a thread's scratch memory. Each has its own, so that they may be in use together.
enum class KernelScratch {
    Panels,
    PaddedRows,
    Transposed,
    Tile,
    WeightGradient,
    Transform,
    TransformedOutput,
    Attention,
    kCount
};

/// At least `count` floats of this thread's scratch memory, aligned to 64 bytes; grows to the largest size
/// seen. The content is whatever was left there. Lives outside the instruction levels, which must share no
/// template.
float* kernelScratch(KernelScratch use, std::int64_t count);

} // namespace neurarium
