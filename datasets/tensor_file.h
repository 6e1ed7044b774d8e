// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "datasets/catalogue.h"

namespace neurarium {

/// The source `tensors`: a safetensors file with `inputs` (F32 N×..., or I64 N×T token numbers) and `targets`
/// (I64 N class numbers, I64 N×T tokens, or F32 N×... for regression). Option: `path`. Throws Error.
DataSplit readTensors(const Experiment& experiment, const ReadContext& context);

} // namespace neurarium
