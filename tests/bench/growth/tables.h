// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "table.h"

namespace neurarium::growth {

/// By number of pictures, from a folder that holds train/CLASS and test/CLASS.
Table pictures(const std::filesystem::path& folder);
/// By size of the picture, width, depth, context and threads: training on made-up data.
std::vector<Table> networks();
/// By steps in the history and by checkpoints of a run.
std::vector<Table> runs();

/// A folder that is removed in the end.
class ScratchFolder {
public:
    ScratchFolder();
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

} // namespace neurarium::growth
