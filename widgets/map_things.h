// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace neurarium {

/// What stands on a map as points.
enum class MapThings { Words, Pictures };

} // namespace neurarium
