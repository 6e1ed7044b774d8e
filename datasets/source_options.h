// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "experiment/experiment.h"

namespace neurarium {

/// The value of an option of the experiment's data source: the one given, or the catalogue's default.
const OptionValue& sourceOption(const Experiment& experiment, const std::string& name);

/// The option `path`. Throws Error (Refused) when it is empty or nothing is there.
std::filesystem::path sourcePath(const Experiment& experiment);

/// Height and width of the option `image_size` in pixels.
struct PictureSize {
    std::int32_t height = 0;
    std::int32_t width = 0;
    bool operator==(const PictureSize&) const = default;
};
PictureSize sourcePictureSize(const Experiment& experiment);

} // namespace neurarium
