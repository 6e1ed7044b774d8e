// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;

namespace neurarium {

/// Writes the loss chart of a run to a file, as the window would draw it. Needs no visible window. Returns
/// the exit code of the program; what went wrong is one line on the standard error output.
int exportChart(const QString& run, const QString& file, const QString& language);

} // namespace neurarium
