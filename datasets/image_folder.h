// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "datasets/catalogue.h"

namespace neurarium {

/// The source `image-folder`: photographs (JPEG, PNG, WebP, BMP) in one folder for each class, sorted by
/// bytes. A folder that holds `train` and `val`, `validation` or `test` is that split.
///
/// Options: `path`, `image_size` [height, width]. EXIF orientation is applied; RGB; area-resized to cover;
/// centre crop; (v/255 - 0.5)/0.5. Exact copies within a class are used once, and all copies are reported;
/// files that are no whole pictures are refused with a reason. Decoded pictures are kept in the cache folder,
/// named by the files' content. Throws Error when no training set is left, or when the user cancels.
DataSplit readImageFolder(const Experiment& experiment, const ReadContext& context);

} // namespace neurarium
