// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/csv_text.h"

#include <cmath>

namespace neurarium {

QByteArray csvField(const QString& text) {
    const bool plain =
        !text.contains(u',') && !text.contains(u'"') && !text.contains(u'\n') && !text.contains(u'\r');
    if (plain)
        return text.toUtf8();
    QString quoted = text;
    quoted.replace(u'"', QLatin1String("\"\""));
    return '"' + quoted.toUtf8() + '"';
}

QByteArray csvNumber(double value) {
    return std::isfinite(value) ? QByteArray::number(value, 'g', 9) : QByteArrayLiteral("nan");
}

} // namespace neurarium
