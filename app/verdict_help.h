// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "report/verdict.h"

namespace neurarium {

/// What the program looked at to say a verdict, and what can be tried: the answer to "Why?".
QString verdictHelp(VerdictKind kind);

} // namespace neurarium
