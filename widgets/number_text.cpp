// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/number_text.h"

#include <cmath>

#include <QLocale>

namespace neurarium {

namespace {

const QLocale& figures() {
    static const QLocale locale(QLocale::English, QLocale::UnitedStates);
    return locale;
}

} // namespace

QString percentText(double fraction, int decimals) {
    constexpr double kHundred = 100;
    return figures().toString(fraction * kHundred, 'f', decimals) + QStringLiteral(" %");
}

QString lossText(double loss) {
    constexpr double kSmallest = 0.001;
    constexpr double kLargest = 10'000;
    if (!std::isfinite(loss))
        return QStringLiteral("∞");
    const double size = std::abs(loss);
    if (size != 0 && (size < kSmallest || size >= kLargest))
        return figures().toString(loss, 'e', 1);
    return figures().toString(loss, 'f', 3);
}

QString bytesText(std::int64_t bytes) {
    constexpr double kThousand = 1000;
    constexpr const char* kUnits[] = {"kB", "MB", "GB", "TB"};
    double size = static_cast<double>(bytes) / kThousand;
    std::size_t unit = 0;
    while (size >= 99.95 && unit + 1 < std::size(kUnits)) {
        size /= kThousand;
        ++unit;
    }
    return figures().toString(size, 'f', size < 10 ? 1 : 0) + u' ' + QLatin1String(kUnits[unit]);
}

} // namespace neurarium
