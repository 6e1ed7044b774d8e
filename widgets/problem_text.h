// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "report/error.h"

namespace neurarium {

/// The sentence in the language of the window, filled in.
QString translated(const Message& message);

/// "where: what." in the language of the window; the place is left as it is.
QString whatHappened(const Problem& problem);

/// Everything that the problem says, advice included, on one line.
QString wholeText(const Problem& problem);

} // namespace neurarium
