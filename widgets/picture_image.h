// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include "report/picture.h"

namespace neurarium {

/// The picture as Qt draws it; a null image when its sizes and bytes do not agree.
QImage toImage(const Picture& picture);

} // namespace neurarium
