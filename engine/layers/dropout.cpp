// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/dropout.h"

#include <algorithm>

namespace neurarium {

Dropout::Dropout(double rate)
    : DropoutKnob("rate", rate) {}

DropoutDraw Dropout::sampleDraw(const Pass& pass, std::int64_t sample, std::int64_t numbers) const {
    return draw(pass, static_cast<std::uint64_t>(sample * DropoutDraw::count(numbers)));
}

void Dropout::apply(const Pass& pass, const Slice& from, const Slice& to) const {
    for (std::int64_t n = 0; n < from.samples; ++n) {
        const DropoutDraw draw = sampleDraw(pass, pass.firstSample + n, from.sampleSize);
        if (draw.below > 0)
            kernels().dropout(draw, from.sampleSize, {.x = from.sample(n), .y = to.sample(n)});
        else if (from.data != to.data)
            std::copy_n(from.sample(n), from.sampleSize, to.sample(n));
    }
}

void Dropout::forward(const Pass& pass, const Slice& x, const Slice& y) const {
    apply(pass, x, y);
}

void Dropout::backward(const Pass& pass, const Slice& /*x*/, const Slice& /*y*/, const Slice& gradY,
                       const Slice& gradX) const {
    if (gradX.data != nullptr)
        apply(pass, gradY, gradX);
}

std::vector<bool> Dropout::asleep(const Pass& pass, std::int64_t sample, std::int64_t numbers) const {
    const std::vector<float> ones(static_cast<std::size_t>(numbers), 1.0F);
    std::vector<float> factors = ones;
    if (const DropoutDraw draw = sampleDraw(pass, sample, numbers); draw.below > 0)
        kernels().dropout(draw, numbers, {.x = ones.data(), .y = factors.data()});
    std::vector<bool> sleeping(ones.size());
    std::transform(factors.begin(), factors.end(), sleeping.begin(),
                   [](float factor) { return factor == 0.0F; });
    return sleeping;
}

} // namespace neurarium
