// SPDX-License-Identifier: GPL-3.0-or-later
#include "tensor/buffer.h"

#include <cstdlib>
#include <cstring>
#include <new>

namespace neurarium {

FloatBuffer::FloatBuffer(std::int64_t count)
    : m_size(count) {
    const std::size_t bytes = ((static_cast<std::size_t>(count) + 64) * sizeof(float) + 63) / 64 * 64;
    auto* memory = static_cast<float*>(std::aligned_alloc(64, bytes));
    if (memory == nullptr)
        throw std::bad_alloc();
    std::memset(memory, 0, bytes);
    m_data.reset(memory);
}

void FloatBuffer::Free::operator()(float* memory) const {
    std::free(memory);
}

} // namespace neurarium
