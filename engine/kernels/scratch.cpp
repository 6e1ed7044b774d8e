// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/scratch.h"

#include <array>

#include "tensor/buffer.h"

namespace neurarium {

float* kernelScratch(KernelScratch use, std::int64_t count) {
    thread_local std::array<FloatBuffer, static_cast<std::size_t>(KernelScratch::kCount)> buffers;
    FloatBuffer& buffer = buffers[static_cast<std::size_t>(use)];
    if (buffer.size() < count)
        buffer = FloatBuffer(count);
    return buffer.data();
}

} // namespace neurarium
