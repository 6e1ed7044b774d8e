// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QString>

#include "widgets/layer_path.h"

namespace neurarium {

/// What a tensor of a network is, in the language of the window: "0.weight" is "Convolution 1, weights".
/// Layers of a kind are counted from the input on. A name that is no tensor of this network is left as it is.
QString tensorTitle(const std::string& tensor, const LayerList& network);

} // namespace neurarium
