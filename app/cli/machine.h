// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"

namespace neurarium::cli {

/// What this computer and this program are: processor, cores, memory, instruction level, arithmetic, version.
Json machineObject();

} // namespace neurarium::cli
