// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panel_catalogue.h"

namespace neurarium {

/// The word map: tokens, or validation pictures, as the network under training has them.
StagePanel createWordMap(Lab& lab, QWidget* parent);

} // namespace neurarium
