// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "datasets/catalogue.h"

namespace neurarium {

/// The source `cifar10`: a folder with the binary files data_batch_1.bin ... data_batch_5.bin (at least one
/// of them) and, for validation, test_batch.bin. A record is one byte for the class and 3×32×32 bytes, plane
/// by plane. Class names are read from batches.meta.txt where it is there. Option: `path`. Throws Error.
DataSplit readCifar10(const Experiment& experiment, const ReadContext& context);

} // namespace neurarium
