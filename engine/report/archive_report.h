// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "report/error.h"

namespace neurarium {

/// A run that was packed into a file, or unpacked from one.
struct ArchiveReport {
    std::string path;           ///< the file, or the run's folder
    std::int64_t bytes = 0;     ///< that it takes
    std::vector<Message> notes; ///< what was put right, left out, or is damaged, in sentences for the user
    bool operator==(const ArchiveReport&) const = default;
};

/// What a packed run says of itself before it is unpacked.
struct PackedContent {
    std::string folder;          ///< the name of the folder that was packed; may be empty
    std::int64_t bytes = 0;      ///< that the run takes when it is unpacked
    std::size_t checkpoints = 0; ///< files of checkpoints
    bool operator==(const PackedContent&) const = default;
};

} // namespace neurarium
