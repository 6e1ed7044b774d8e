// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QString>

namespace neurarium {

/// Round numbers from `from` to `to` for an axis, at most `most` of them, 1, 2 or 5 times a power of ten
/// apart.
std::vector<double> linearTicks(double from, double to, int most);
/// Powers of ten between two logarithms, with 2 and 5 between them where there is room; as values.
std::vector<double> logarithmicTicks(double from, double to, int most);
/// The next round number at or above `value`: 1, 1.5, 2, 3, 4, 5, 6 or 8 times a power of ten.
double roundAbove(double value);
/// Where an axis of epochs (or steps, seconds) ends: 1.1 to 1.5 times the last place reached, in stretches,
/// so that it does not move with each epoch. `least` is the shortest axis. Chart and timeline share it.
double axisEnd(double last, double least = 1);

/// An axis number: no more digits than the ticks' distance needs, commas between thousands.
QString tickText(double value, double distance);

} // namespace neurarium
