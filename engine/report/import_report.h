// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "report/error.h"

namespace neurarium {

/// How far reading a folder has got.
struct ImportProgress {
    std::int64_t done = 0;
    std::int64_t total = 0;
    std::string current; ///< file being read
    bool operator==(const ImportProgress&) const = default;
};

struct ClassCount {
    std::string name;
    std::int64_t training = 0;
    std::int64_t validation = 0;
    bool operator==(const ClassCount&) const = default;
};

struct RefusedFile {
    std::string path;
    Message reason;
    bool operator==(const RefusedFile&) const = default;
};

struct DuplicateFile {
    std::string path;
    std::string original; ///< the file it repeats, byte for byte
    bool operator==(const DuplicateFile&) const = default;
};

/// What was found when data was read.
struct ImportReport {
    std::vector<ClassCount> classes;
    std::vector<RefusedFile> refused;
    std::vector<DuplicateFile> duplicates;
    std::int64_t read = 0;      ///< files accepted
    std::vector<Message> notes; ///< what else the user should know
    bool operator==(const ImportReport&) const = default;
};

} // namespace neurarium
