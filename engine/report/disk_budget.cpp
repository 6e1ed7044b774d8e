// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/disk_budget.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace neurarium {

std::string sizeText(std::int64_t bytes) {
    constexpr double kStep = 1000;
    constexpr std::array kUnits{"B", "kB", "MB", "GB", "TB"};
    auto size = static_cast<double>(bytes);
    std::size_t unit = 0;
    for (; std::round(size) >= kStep && unit + 1 < kUnits.size(); ++unit)
        size /= kStep;
    const bool tenths = unit > 0 && size < 100 && std::round(size * 10) != std::round(size) * 10;
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), tenths ? "%.1f %s" : "%.0f %s", size, kUnits[unit]);
    return text.data();
}

} // namespace neurarium
