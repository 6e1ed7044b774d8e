// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart_scale.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QLocale>

namespace neurarium {

namespace {

const QLocale& numbers() {
    // Comma for thousands and point for decimals in both languages.
    static const QLocale locale(QLocale::English, QLocale::UnitedStates);
    return locale;
}

double powerBelow(double value) {
    return std::pow(10.0, std::floor(std::log10(value)));
}

} // namespace

std::vector<double> linearTicks(double from, double to, int most) {
    if (!(to > from) || most < 2)
        return {from};
    const double rough = (to - from) / (most - 1);
    const double power = powerBelow(rough);
    for (const double factor : {1.0, 2.0, 5.0, 10.0, 20.0}) {
        const double distance = factor * power;
        const double first = std::ceil(from / distance - 1e-9);
        const double last = std::floor(to / distance + 1e-9);
        if (last - first + 1 > most)
            continue;
        std::vector<double> ticks;
        for (double i = first; i <= last; ++i)
            ticks.push_back(i * distance);
        return ticks;
    }
    return {from};
}

std::vector<double> logarithmicTicks(double from, double to, int most) {
    const auto collect = [from, to](const std::vector<double>& factors, int stride) {
        std::vector<double> ticks;
        for (int power = static_cast<int>(std::floor(from)); power <= static_cast<int>(std::ceil(to));
             ++power)
            for (const double factor : factors) {
                const double logarithm = power + std::log10(factor);
                if (power % stride == 0 && logarithm >= from - 1e-9 && logarithm <= to + 1e-9)
                    ticks.push_back(std::pow(10.0, power) * factor);
            }
        return ticks;
    };
    const auto fits = [most](const std::vector<double>& ticks) {
        return static_cast<int>(ticks.size()) <= most;
    };
    for (const std::vector<double>& factors : {std::vector<double>{1, 2, 5}, {1, 3}, {1}})
        if (const auto ticks = collect(factors, 1); fits(ticks))
            return ticks;
    for (int stride = 2;; ++stride)
        if (const auto ticks = collect({1}, stride); fits(ticks))
            return ticks;
}

double roundAbove(double value) {
    if (!(value > 0) || !std::isfinite(value))
        return 1;
    const double power = powerBelow(value);
    for (const double factor : {1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0})
        if (factor * power >= value * (1 - 1e-9))
            return factor * power;
    return 10 * power;
}

double axisEnd(double last, double least) {
    constexpr double kLeastAir = 1.1;
    constexpr double kStretch = 1.35; // 1.1 * 1.35 stays below 1.5
    double end = 5;
    while (end < kLeastAir * last && end < 1e15)
        end *= kStretch;
    while (end / kStretch >= std::max(kLeastAir * last, least))
        end /= kStretch;
    return end;
}

QString tickText(double value, double distance) {
    if (value != 0 && (std::abs(value) < 1e-4 || std::abs(value) >= 1e7))
        return QString::number(value, 'g', 3);
    const int decimals = distance >= 1 ? 0 : static_cast<int>(std::ceil(-std::log10(distance) - 1e-9));
    QString text = numbers().toString(value, 'f', std::clamp(decimals, 0, 6));
    if (value == 0)
        text = QStringLiteral("0");
    return text;
}

} // namespace neurarium
