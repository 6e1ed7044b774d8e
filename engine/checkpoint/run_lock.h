// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace neurarium {

/// The right to write to a run: held by one process at a time, on the file run.lock. The system frees it when
/// the holder ends, however it ends.
class RunLock {
public:
    /// Throws Error (Refused) naming the holder when somebody else has it, Error (Storage) when the folder
    /// cannot be written to.
    explicit RunLock(const std::filesystem::path& folder);
    ~RunLock();
    RunLock(const RunLock&) = delete;
    RunLock& operator=(const RunLock&) = delete;

    /// Who has it now: "neurarium, process 4711"; empty when nobody has. Writes nothing.
    static std::string holder(const std::filesystem::path& folder);

private:
    int m_file;
};

} // namespace neurarium
