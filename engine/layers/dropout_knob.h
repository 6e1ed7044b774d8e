// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "kernels/kernels.h"
#include "layers/pass.h"

namespace neurarium {

/// A dropout rate that can be moved and switched off while training: part of every layer that puts numbers to
/// sleep. Change it between steps only.
class DropoutKnob {
public:
    /// `option` is its name in the experiment file. Throws Error unless 0 <= rate <= 1.
    DropoutKnob(std::string option, double rate);
    virtual ~DropoutKnob() = default;

    void setRate(double rate);
    /// Switched off, the rate is remembered.
    void setOn(bool on) { m_on = on; }
    double rate() const { return m_rate; }
    /// The rate in force: 0 when switched off.
    double activeRate() const { return m_on ? m_rate : 0.0; }

protected:
    DropoutKnob(const DropoutKnob&) = default;
    DropoutKnob& operator=(const DropoutKnob&) = default;

    /// The decisions of this pass from place `first` of the layer's stream on, a multiple of 16; none sleeps
    /// in evaluation.
    DropoutDraw draw(const Pass& pass, std::uint64_t first) const;

private:
    std::string m_option;
    double m_rate = 0;
    bool m_on = true;
};

} // namespace neurarium
