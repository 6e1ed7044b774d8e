// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/activation.h"

#include "kernels/kernels.h"

namespace neurarium {

void ReLU::forward(const Pass& /*pass*/, const Slice& x, const Slice& y) const {
    kernels().relu(x.size(), x.data, y.data);
}

void ReLU::backward(const Pass& /*pass*/, const Slice& /*x*/, const Slice& y, const Slice& gradY,
                    const Slice& gradX) const {
    if (gradX.data != nullptr)
        kernels().reluBackward(y.size(), y.data, gradY.data, gradX.data);
}

LeakyReLU::LeakyReLU(float slope)
    : m_slope(slope) {}

void LeakyReLU::forward(const Pass& /*pass*/, const Slice& x, const Slice& y) const {
    for (std::int64_t i = 0; i < x.size(); ++i)
        y.data[i] = x.data[i] > 0.0F ? x.data[i] : m_slope * x.data[i];
}

void LeakyReLU::backward(const Pass& /*pass*/, const Slice& x, const Slice& /*y*/, const Slice& gradY,
                         const Slice& gradX) const {
    if (gradX.data == nullptr)
        return;
    for (std::int64_t i = 0; i < x.size(); ++i)
        gradX.data[i] = x.data[i] > 0.0F ? gradY.data[i] : m_slope * gradY.data[i];
}

void Tanh::forward(const Pass& /*pass*/, const Slice& x, const Slice& y) const {
    kernels().tanh(x.size(), x.data, y.data);
}

void Tanh::backward(const Pass& /*pass*/, const Slice& /*x*/, const Slice& y, const Slice& gradY,
                    const Slice& gradX) const {
    if (gradX.data == nullptr)
        return;
    for (std::int64_t i = 0; i < y.size(); ++i)
        gradX.data[i] = gradY.data[i] * (1.0F - y.data[i] * y.data[i]);
}

void Sigmoid::forward(const Pass& /*pass*/, const Slice& x, const Slice& y) const {
    kernels().sigmoid(x.size(), x.data, y.data);
}

void Sigmoid::backward(const Pass& /*pass*/, const Slice& /*x*/, const Slice& y, const Slice& gradY,
                       const Slice& gradX) const {
    if (gradX.data == nullptr)
        return;
    for (std::int64_t i = 0; i < y.size(); ++i)
        gradX.data[i] = gradY.data[i] * y.data[i] * (1.0F - y.data[i]);
}

void KeptDerivative::backward(const Pass& pass, const Slice& /*x*/, const Slice& /*y*/, const Slice& gradY,
                              const Slice& gradX) const {
    if (gradX.data == nullptr)
        return;
    for (std::int64_t i = 0; i < gradY.size(); ++i)
        gradX.data[i] = gradY.data[i] * pass.kept[i];
}

void GELU::forward(const Pass& pass, const Slice& x, const Slice& y) const {
    kernels().gelu(x.size(), x.data, y.data, pass.kept);
}

void SiLU::forward(const Pass& pass, const Slice& x, const Slice& y) const {
    kernels().sigmoid(x.size(), x.data, y.data);
    for (std::int64_t i = 0; i < x.size(); ++i) {
        const float sigma = y.data[i];
        y.data[i] = x.data[i] * sigma;
        pass.kept[i] = sigma * (1.0F + x.data[i] * (1.0F - sigma));
    }
}

} // namespace neurarium
