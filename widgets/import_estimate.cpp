// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/import_estimate.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>

namespace neurarium {

namespace {

struct TimeWords {
    Q_DECLARE_TR_FUNCTIONS(neurarium::TimeWords)
};

} // namespace

std::optional<double> secondsLeft(std::int64_t done, std::int64_t total, double secondsSpent) {
    constexpr double kTooEarly = 1;
    if (done <= 0 || total < done || secondsSpent < kTooEarly)
        return std::nullopt;
    return secondsSpent / static_cast<double>(done) * static_cast<double>(total - done);
}

QString timeLeftText(double seconds) {
    constexpr double kMinute = 60;
    constexpr double kHour = 3600;
    const auto rounded = [](double value) { return std::max(static_cast<int>(std::lround(value)), 1); };
    if (seconds < 5)
        return TimeWords::tr("a few seconds left");
    if (seconds < kMinute)
        return TimeWords::tr("about %n s left", nullptr, rounded(seconds / 5) * 5);
    if (seconds < kHour)
        return TimeWords::tr("about %n min left", nullptr, rounded(seconds / kMinute));
    return TimeWords::tr("about %n h left", nullptr, rounded(seconds / kHour));
}

} // namespace neurarium
