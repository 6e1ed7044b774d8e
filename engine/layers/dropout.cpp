// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/dropout.h"

#include <algorithm>

#include "report/error.h"

namespace neurarium {

namespace {

/// Words below this fall asleep: rate·2³² in 64 bits, so that rate 1 takes all.
std::uint64_t threshold(double rate) {
    return static_cast<std::uint64_t>(rate * 0x1p32);
}

} // namespace

Dropout::Dropout(double rate)
    : m_rate(0) {
    setRate(rate);
}

void Dropout::setRate(double rate) {
    if (!(rate >= 0 && rate <= 1))
        throw Error(ProblemKind::Refused, "rate",
                    explain("Problem", "must be between 0 and 1, is %1", {std::to_string(rate)}));
    m_rate = rate;
}

void Dropout::apply(const Pass& pass, const Slice& from, const Slice& to) const {
    const double rate = activeRate();
    if (pass.mode == Mode::Evaluation || rate == 0) {
        if (from.data != to.data)
            std::copy_n(from.data, from.size(), to.data);
        return;
    }
    const RandomStream random = pass.random();
    const std::uint64_t below = threshold(rate);
    const float scale = rate < 1 ? static_cast<float>(1.0 / (1.0 - rate)) : 0.0F;
    const std::int64_t blocks = (from.sampleSize + 3) / 4;
    for (std::int64_t n = 0; n < from.samples; ++n)
        for (std::int64_t block = 0; block < blocks; ++block) {
            const auto words =
                random.words(pass.step, static_cast<std::uint64_t>((pass.firstSample + n) * blocks + block));
            const std::int64_t end = std::min(from.sampleSize, block * 4 + 4);
            for (std::int64_t i = block * 4; i < end; ++i)
                to.sample(n)[i] =
                    words[static_cast<std::size_t>(i - block * 4)] < below ? 0.0F : from.sample(n)[i] * scale;
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
    std::vector<bool> sleeping(static_cast<std::size_t>(numbers), false);
    const std::uint64_t below = threshold(activeRate());
    const std::int64_t blocks = (numbers + 3) / 4;
    for (std::int64_t i = 0; i < numbers; ++i) {
        const auto words =
            pass.random().words(pass.step, static_cast<std::uint64_t>(sample * blocks + i / 4));
        sleeping[static_cast<std::size_t>(i)] = words[static_cast<std::size_t>(i % 4)] < below;
    }
    return sleeping;
}

} // namespace neurarium
