// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "datasets/import_loop.h"
#include "report/import_report.h"

namespace neurarium {

struct FoundFile {
    std::filesystem::path path;
    std::string name; ///< from the folder that was chosen: "cat/tom.jpg"
    std::int32_t label = 0;
};

/// The files of a folder whose sub-folders are classes, in the order of their names' bytes.
struct FolderListing {
    std::vector<std::string> classNames;
    std::vector<FoundFile> files;
    std::vector<RefusedFile> refused; ///< what is not even looked into, with the reason
};

/// The parts of a chosen folder: itself, or `train` with `val`, `validation` or `test` in it.
struct FolderParts {
    std::filesystem::path training;
    std::filesystem::path validation; ///< empty when there is none
};

/// Throws Error (Refused) when `folder` is not a folder that can be read.
FolderParts findParts(const std::filesystem::path& folder);

/// Lists a part of `root`. Hidden files are passed over. Links to files are followed, and links to folders
/// where they stand for a class; other links to folders, special files, and folders deeper than 32 are
/// refused. When `classNames` are given, only these are classes. Throws Error (Refused) when there is no
/// class.
FolderListing scanFolder(const std::filesystem::path& part, const std::filesystem::path& root,
                         const std::vector<std::string>& classNames, ProgressTeller& teller);

} // namespace neurarium
