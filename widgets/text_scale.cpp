// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text_scale.h"

#include <QWidget>

namespace neurarium {

double textScale(const QWidget* widget) {
    constexpr double kBodyPixels = 14;
    const int pixels = widget->font().pixelSize();
    return pixels > 0 ? pixels / kBodyPixels : 1.0;
}

} // namespace neurarium
