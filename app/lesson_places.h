// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace neurarium {

/// The places of the window that "Show me" of a lesson can point at. show_me.h knows their widgets.
const QStringList& lessonPlaces();

} // namespace neurarium
