// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/dropout_knob.h"

#include <cmath>
#include <utility>

#include "report/error.h"

namespace neurarium {

DropoutKnob::DropoutKnob(std::string option, double rate)
    : m_option(std::move(option)) {
    setRate(rate);
}

void DropoutKnob::setRate(double rate) {
    if (!(rate >= 0 && rate <= 1))
        throw Error(ProblemKind::Refused, m_option,
                    explain("Problem", "must be between 0 and 1, is %1", {std::to_string(rate)}));
    m_rate = rate;
}

DropoutDraw DropoutKnob::draw(const Pass& pass, std::uint64_t first) const {
    constexpr double kAll = 0x1p16;
    const RandomStream random = pass.random();
    DropoutDraw draw{.key = random.key(), .lane = random.lane(), .step = pass.step, .first = first};
    if (pass.mode == Mode::Training)
        draw.below = static_cast<std::uint32_t>(std::lround(activeRate() * kAll));
    // The scale belongs to the rate as drawn, so that the mean is kept.
    draw.scale = draw.below < kAll ? static_cast<float>(kAll / (kAll - draw.below)) : 0.0F;
    return draw;
}

} // namespace neurarium
