// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "checkpoint/run_store.h"

namespace neurarium {

/// The whole history of a run as CSV (RFC 4180, UTF-8, point as decimal sign), one row a step and one an
/// epoch: kind, branch, epoch, step, train_loss, train_accuracy, val_loss, val_accuracy, lr, seconds,
/// samples_per_second. A step's loss is that of its batch before the update. What a row does not have is
/// empty.
std::string historyCsv(const RunStore& store);

} // namespace neurarium
