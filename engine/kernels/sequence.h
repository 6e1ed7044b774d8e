// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

// What the kernels for sequences of tokens work on.
namespace neurarium {

/// Which numbers fall asleep. A group of 128 numbers uses 16 draws of Philox 4×32-10 (RandomStream::words),
/// at the indices `first` + 16·group + c: number 16·w + c takes the low half of draw c's word w, number 64 +
/// 16·w + c the high half, and sleeps when it is below `below`.
struct DropoutDraw {
    std::array<std::uint32_t, 2> key{};
    std::uint32_t lane = 0;
    std::uint64_t step = 0;
    std::uint64_t first = 0; ///< a multiple of 16
    std::uint32_t below = 0; ///< rate·2¹⁶; 0: none sleeps, 2¹⁶: all
    float scale = 1;         ///< of those awake: 1/(1 − rate)

    /// The draws that n numbers need.
    static constexpr std::int64_t count(std::int64_t n) { return (n + 127) / 128 * 16; }
};

struct DropoutNumbers {
    const float* x = nullptr;
    const float* base = nullptr; ///< may be null
    float* y = nullptr;
};

/// y = γ·(x − μ)/√(σ² + ε) + β for each row of `length` numbers.
struct LayerNormalization {
    std::int64_t rows = 0, length = 0;
    double eps = 0;
    const float* x = nullptr;
    const float* gamma = nullptr;
    const float* beta = nullptr;
    float* statistics = nullptr; ///< μ and 1/√(σ² + ε) of each row
    float* y = nullptr;
};

/// gradX = base + dL/dx; gradGamma += ..., gradBeta += ... (both may be null), row by row in order.
struct LayerNormalizationGradient {
    const float* gradY = nullptr;
    const float* base = nullptr; ///< may be null
    float* gradX = nullptr;      ///< may be null, and may be `base` or `gradY`
    float* gradGamma = nullptr;
    float* gradBeta = nullptr;
};

/// Softmax of each row of `length` numbers.
struct SoftmaxRows {
    std::int64_t rows = 0, length = 0;
    const float* x = nullptr;
    float* statistics = nullptr; ///< the largest number and log Σ exp(x − largest) of each row; may be null
    float* y = nullptr;          ///< may be null, and may be x
};

/// Attention of several heads over one sequence (Vaswani et al. 2017): for each head
/// o = dropout(softmax(q·kᵀ/√size))·v, where a causal query sees the keys up to its own. Computed by blocks
/// of queries; only a few rows of the weights exist at a time.
struct Attention {
    std::int64_t tokens = 0, heads = 0, size = 0; ///< size: numbers of one head
    bool causal = true;
    DropoutDraw dropout;         ///< row i of head h begins at first + (h·tokens + i)·count(tokens)
    const float* qkv = nullptr;  ///< tokens × 3·heads·size: queries, keys, values, each head by head
    float* output = nullptr;     ///< tokens × heads·size
    float* statistics = nullptr; ///< heads × tokens × 2: what backward needs to make the weights again
    float* weights = nullptr;    ///< captures them before dropout, heads × tokens × tokens; may be null
};

/// gradQkv = dL/dqkv from gradOutput; the rest is as in forward.
struct AttentionGradient {
    const float* gradOutput = nullptr;
    float* gradQkv = nullptr;
};

} // namespace neurarium
