// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Element-wise functions y = f(x): the shape stays, each number is treated alone.
#include "layers/layer.h"

namespace neurarium {

/// What all activation functions share.
class Activation : public Layer {
public:
    bool readsTokenByToken() const override { return true; }
    Shape outputShape(const Shape& input) override { return input; }
    BackwardNeeds backwardNeeds() const override { return {.input = false, .output = true}; }
    bool worksInPlace() const override { return true; }
};

/// y = max(x, 0); dy/dx = 1 where y > 0, else 0 (PyTorch's nn.ReLU). NaN stays NaN.
class ReLU : public Activation {
public:
    std::string type() const override { return "relu"; }
    void forward(const Pass& pass, const Slice& x, const Slice& y) const override;
    void backward(const Pass& pass, const Slice& x, const Slice& y, const Slice& gradY,
                  const Slice& gradX) const override;
};

/// y = x for x > 0, slope·x otherwise (nn.LeakyReLU).
class LeakyReLU : public Activation {
public:
    explicit LeakyReLU(float slope);
    std::string type() const override { return "leaky_relu"; }
    BackwardNeeds backwardNeeds() const override { return {.input = true, .output = false}; }
    bool worksInPlace() const override { return false; }
    void forward(const Pass& pass, const Slice& x, const Slice& y) const override;
    void backward(const Pass& pass, const Slice& x, const Slice& y, const Slice& gradY,
                  const Slice& gradX) const override;

private:
    float m_slope;
};

/// y = tanh x; dy/dx = 1 − y² (nn.Tanh).
class Tanh : public Activation {
public:
    std::string type() const override { return "tanh"; }
    void forward(const Pass& pass, const Slice& x, const Slice& y) const override;
    void backward(const Pass& pass, const Slice& x, const Slice& y, const Slice& gradY,
                  const Slice& gradX) const override;
};

/// y = 1/(1 + e⁻ˣ); dy/dx = y·(1 − y) (nn.Sigmoid).
class Sigmoid : public Activation {
public:
    std::string type() const override { return "sigmoid"; }
    void forward(const Pass& pass, const Slice& x, const Slice& y) const override;
    void backward(const Pass& pass, const Slice& x, const Slice& y, const Slice& gradY,
                  const Slice& gradX) const override;
};

/// Activations whose forward keeps dy/dx, because both need the same costly function of x.
class KeptDerivative : public Activation {
public:
    WorkspaceSize workspace(const Shape& input) const override { return {.kept = input.elements()}; }
    BackwardNeeds backwardNeeds() const override { return {.input = false, .output = false}; }
    void backward(const Pass& pass, const Slice& x, const Slice& y, const Slice& gradY,
                  const Slice& gradX) const override;
};

/// y = x·Φ(x) with the exact normal distribution Φ (nn.GELU; Hendrycks and Gimpel 2016).
class GELU : public KeptDerivative {
public:
    std::string type() const override { return "gelu"; }
    void forward(const Pass& pass, const Slice& x, const Slice& y) const override;
};

/// y = x·σ(x); dy/dx = σ·(1 + x·(1 − σ)) (nn.SiLU).
class SiLU : public KeptDerivative {
public:
    std::string type() const override { return "silu"; }
    bool worksInPlace() const override { return false; }
    void forward(const Pass& pass, const Slice& x, const Slice& y) const override;
};

} // namespace neurarium
