// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/error.h"

namespace neurarium {

/// What the exception being handled says to the user. Call in a catch block only.
Problem currentProblem();

} // namespace neurarium
