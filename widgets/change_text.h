// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "report/timeline.h"

namespace neurarium {

/// "dropout on, 25 %": a live change in a few words of the window's language.
QString changeText(const Change& change);

/// All changes of a mark, divided by commas.
QString markText(const Mark& mark);

} // namespace neurarium
