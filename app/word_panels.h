// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panel_catalogue.h"

namespace neurarium {

/// The panel of tokens with its own work behind it. It needs no network: pieces are learnt from the text
/// that the experiment trains on, or from what the lessons say where it has none.
StagePanel createTokens(Lab& lab, QWidget* parent);

} // namespace neurarium
