// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panel_catalogue.h"

namespace neurarium {

/// Tokens as the network under training has them.
StagePanel createWordMap(Lab& lab, QWidget* parent);
/// Validation pictures, as its last hidden layer has them.
StagePanel createPictureMap(Lab& lab, QWidget* parent);

} // namespace neurarium
