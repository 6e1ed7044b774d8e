// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "report/timeline.h"

namespace neurarium::cli {

/// The tree of a run as lines of text: branches with their checkpoints and changes in the order of their
/// steps, and below each checkpoint the branches that left from it.
QStringList runTree(const Timeline& timeline);

} // namespace neurarium::cli
