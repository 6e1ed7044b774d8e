// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/level/dropout.h"

#include "kernels/level/lanes.h"
#include "kernels/level/table.h"

namespace neurarium::NEURARIUM_KERNEL_LEVEL {

namespace {

constexpr int kDraws = 16; ///< draws of one group, one a lane; each gives four words

using Words = std::uint32_t[kDraws];

/// Philox 4×32-10 (Salmon et al. 2011) for sixteen neighbouring indices at once.
struct Philox {
    Words word[4]{};
    std::uint32_t key[2]{};

    [[gnu::always_inline]] void round() {
        constexpr std::uint64_t kFirst = 0xD2511F53U, kSecond = 0xCD9E8D57U;
        for (int i = 0; i < kDraws; ++i) {
            const std::uint64_t first = kFirst * word[0][i], second = kSecond * word[2][i];
            word[0][i] = static_cast<std::uint32_t>(second >> 32) ^ word[1][i] ^ key[0];
            word[1][i] = static_cast<std::uint32_t>(second);
            word[2][i] = static_cast<std::uint32_t>(first >> 32) ^ word[3][i] ^ key[1];
            word[3][i] = static_cast<std::uint32_t>(first);
        }
        key[0] += 0x9E3779B9U;
        key[1] += 0xBB67AE85U;
    }
};

} // namespace

void drawFactors(const DropoutDraw& draw, Index group, DropoutFactors& factors) {
    constexpr int kRounds = 10;
    constexpr int kHalf = 16, kLows = 4 * kDraws;
    const std::uint64_t index = draw.first + static_cast<std::uint64_t>(group) * kDraws;
    Philox philox;
    const std::uint32_t below = draw.below;
    for (std::uint32_t i = 0; i < kDraws; ++i) {
        philox.word[0][i] = static_cast<std::uint32_t>(index) + i;
        philox.word[1][i] = static_cast<std::uint32_t>(index >> 32 & 0xFFFFU) |
                            static_cast<std::uint32_t>(draw.step >> 32 << 16);
        philox.word[2][i] = static_cast<std::uint32_t>(draw.step);
        philox.word[3][i] = draw.lane;
    }
    philox.key[0] = draw.key[0];
    philox.key[1] = draw.key[1];
    for (int round = 0; round < kRounds; ++round)
        philox.round();
    const float scale = draw.scale;
    for (Index word = 0; word < 4; ++word)
        for (int i = 0; i < kDraws; ++i) {
            const std::uint32_t drawn = philox.word[word][i];
            float* factor = factors.factor + word * kDraws + i;
            factor[0] = (drawn & 0xFFFFU) < below ? 0.0F : scale;
            factor[kLows] = drawn >> kHalf < below ? 0.0F : scale;
        }
}

void dropout(const DropoutDraw& draw, Index n, const DropoutNumbers& numbers) {
    for (Index first = 0; first < n; first += DropoutFactors::kCount) {
        DropoutFactors factors;
        drawFactors(draw, first / DropoutFactors::kCount, factors);
        const Index here = smaller(n - first, DropoutFactors::kCount);
        forEachPacket(here, [&](Index i, Index count) {
            const Packet factor = load(factors.factor + i);
            const Packet asleep = equal(factor, broadcast(0.0F));
            const Packet scaled = multiply(loadSome(numbers.x + first + i, count), factor);
            Packet y = select(asleep, broadcast(0.0F), scaled); // infinity sleeps too
            if (numbers.base != nullptr)
                y = add(loadSome(numbers.base + first + i, count), y);
            storeSome(numbers.y + first + i, y, count);
        });
    }
}

} // namespace neurarium::NEURARIUM_KERNEL_LEVEL
