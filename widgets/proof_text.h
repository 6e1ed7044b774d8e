// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "report/proof.h"

namespace neurarium {

/// "identical to the bit · 7F3A-91C2 · 120 steps", or the first part that differs.
QString proofText(const Proof& proof);

} // namespace neurarium
