// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "datasets/catalogue.h"

namespace neurarium {

/// The source `csv`: a table of text whose first record names the columns.
///
/// Options: `path`; `target`, the column of right answers; `columns`, the columns of inputs (default: all
/// others); `delimiter`, one character, or "tab". Inputs are numbers, taken as they are. With `mse` and `mae`
/// the answers are numbers too. Otherwise they are classes: whole numbers from 0 are class numbers, other
/// texts are class names, sorted by bytes. Errors name line and column. Throws Error (Refused).
DataSplit readCsv(const Experiment& experiment, const ReadContext& context);

} // namespace neurarium
