// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace neurarium {

/// Something that wants to stand at a place along a line and takes some room there.
struct PlacedLabel {
    double wanted = 0; ///< its middle, where it would like to stand
    double room = 0;   ///< how much it takes, air included
    int rank = 0;      ///< when there is no room for all, higher ranks are left out first
    double place = 0;  ///< answer: its middle
    bool shown = true; ///< answer
};

/// Spreads the labels between `from` and `to` so that none touches another, keeps their order, and moves each
/// as little as that allows.
void spreadLabels(std::vector<PlacedLabel>& labels, double from, double to);

} // namespace neurarium
