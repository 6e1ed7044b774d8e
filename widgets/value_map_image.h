// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include "report/playground.h"

namespace neurarium {

class Theme;

/// A map of values -1 ... +1 in the theme's colours with a sign: neg over surface to pos. One pixel a cell;
/// null when the sizes do not agree. What is not a number is drawn like 0.
/// `strength` below 1 leaves room for points on top.
QImage toImage(const ValueMap& map, const Theme& theme, double strength = 1);

} // namespace neurarium
