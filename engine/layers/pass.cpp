// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/pass.h"

#include "layers/layer.h"

namespace neurarium {

float* Pass::gradient(const Parameter& parameter) const {
    return gradients == nullptr || !parameter.trainable ? nullptr : gradients + parameter.sumsOffset;
}

void Layer::prefixNames(const std::string& prefix) {
    for (Parameter* parameter : parameters())
        parameter->name = prefix + parameter->name;
}

} // namespace neurarium
