// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "datasets/catalogue.h"

namespace neurarium {

/// The source `toy`: points in the square [-1, 1] × [-1, 1] of two classes (`spiral`, `circles`, `xor`,
/// `moons`, `gaussians`), or values y = f(x) of one number (`line`, `sine`).
///
/// Options: `shape`, `samples`, `noise` (standard deviation), `wrong_labels` (fraction of samples whose class
/// is swapped). The targets follow the loss: class numbers 0 and 1 (TargetKind::Classes) for `cross_entropy`
/// and `binary_cross_entropy`; -1 and +1 (TargetKind::Values) for `mse` and `mae`; y for `line` and `sine`.
/// The whole set is in `training`. Throws Error (Refused) when shape and loss do not fit together.
DataSplit readToy(const Experiment& experiment, const ReadContext& context);

} // namespace neurarium
