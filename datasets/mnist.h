// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "datasets/catalogue.h"

namespace neurarium {

/// The source `mnist`: a folder with the IDX files train-images-idx3-ubyte, train-labels-idx1-ubyte, and for
/// validation t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte (a dot before "idx" is accepted as well). Any
/// size of picture, classes 0 ... 9 at least; samples are 1×H×W from -1 to 1. Option: `path`. Throws Error.
DataSplit readMnist(const Experiment& experiment, const ReadContext& context);

} // namespace neurarium
