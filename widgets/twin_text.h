// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "report/twin.h"

namespace neurarium {

/// What came of trying one change, in a sentence: "With dropout 40 % the validation loss after 120 steps is
/// 0.031 lower". Before the first epoch's end it is about the losses of the last steps.
QString twinText(const TwinReport& report);

/// One of the twins met a loss that is no number, or none of them made a step.
bool isWithoutResult(const TwinReport& report);

} // namespace neurarium
