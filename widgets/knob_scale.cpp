// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/knob_scale.h"

#include <algorithm>
#include <cmath>

#include <QLocale>

namespace neurarium {

namespace {

constexpr double kPositionsPerDecade = 20;
constexpr int kLinearTicks = 5;
constexpr int kMostDecimals = 10;

double roundedToTwoDigits(double value) {
    const double power = std::pow(10.0, std::floor(std::log10(value)) - 1);
    // Dividing by the inverse keeps small values such as 0.0003 free of rounding dirt.
    return power < 1 ? std::round(value / power) / std::round(1 / power) : std::round(value / power) * power;
}

} // namespace

int KnobScale::lastPosition() const {
    const double places =
        logarithmic ? std::log10(maximum / minimum) * kPositionsPerDecade : (maximum - minimum) / step;
    return std::max(1, static_cast<int>(std::lround(places)));
}

double KnobScale::valueAt(int position) const {
    if (position <= 0)
        return minimum;
    if (position >= lastPosition())
        return maximum;
    if (logarithmic)
        return roundedToTwoDigits(minimum * std::pow(10.0, position / kPositionsPerDecade));
    const double perUnit = std::round(1 / step);
    const bool unitFraction = step < 1 && std::abs(perUnit * step - 1) < 1e-9;
    return unitFraction ? (std::round(minimum * perUnit) + position) / perUnit : minimum + position * step;
}

int KnobScale::positionOf(double value) const {
    const double inside = std::clamp(value, minimum, maximum);
    const double place =
        logarithmic ? std::log10(inside / minimum) * kPositionsPerDecade : (inside - minimum) / step;
    return static_cast<int>(std::lround(place));
}

std::vector<int> KnobScale::ticks() const {
    std::vector<int> places;
    if (logarithmic) {
        for (double power = std::ceil(std::log10(minimum) - 1e-9); power <= std::log10(maximum) + 1e-9;
             ++power)
            places.push_back(positionOf(std::pow(10.0, power)));
        return places;
    }
    for (int i = 0; i < kLinearTicks; ++i)
        places.push_back(lastPosition() * i / (kLinearTicks - 1));
    return places;
}

QString KnobScale::text(double value) const {
    if (!lowest.isEmpty() && value <= minimum)
        return lowest;
    const double shown = percent ? value * 100 : value;
    int digits = decimals;
    if (logarithmic && value > 0)
        digits = std::max(digits, 1 - static_cast<int>(std::floor(std::log10(value))));
    QString number = QString::number(shown, 'f', digits);
    while (digits < kMostDecimals && std::abs(number.toDouble() - shown) > std::abs(shown) * 1e-6)
        number = QString::number(shown, 'f', ++digits);
    return percent ? number + QStringLiteral(" %") : number + unit;
}

std::optional<double> KnobScale::value(const QString& text) const {
    QString number = text.trimmed();
    if (!lowest.isEmpty() && number.compare(lowest, Qt::CaseInsensitive) == 0)
        return minimum;
    number.remove(QLatin1Char('%'));
    if (!unit.isEmpty())
        number.remove(unit.trimmed());
    bool readable = false;
    const double typed =
        QLocale::c().toDouble(number.trimmed().replace(QLatin1Char(','), QLatin1Char('.')), &readable);
    if (!readable || !std::isfinite(typed))
        return std::nullopt;
    return std::clamp(percent ? typed / 100 : typed, minimum, maximum);
}

} // namespace neurarium
