// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace neurarium {

/// How much larger than usual the text of a widget is: 1, 1.25 or 1.5. It follows from the widget's font,
/// because the application's font is the body font at the chosen text size.
double textScale(const QWidget* widget);

} // namespace neurarium
