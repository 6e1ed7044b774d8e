// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "report/x_ray.h"

namespace neurarium {

/// "3a 0d 00 00 00 00 00 00": the first eight bytes of a safetensors file.
QString lengthBytesText(const XRay& seen);

/// What those eight bytes say: the lowest first, each worth 256 times the one before.
QString lengthSumText(const XRay& seen);

/// The sum that must give the size of the file: "8 + 3,384 + 71,633 × 4 = 289,924 bytes". Numbers are counted
/// by the bytes that each of them takes.
QString fileSumText(const XRay& seen);

/// Whether the sum is the size of the file, in words.
QString fileSumVerdict(const XRay& seen);

} // namespace neurarium
