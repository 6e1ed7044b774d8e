// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace neurarium {

/// How much room the checkpoints of a run may take on the disk. When they take more, automatic ones go.
struct DiskBudget {
    std::int64_t bytes = 0; ///< 0: no limit, nothing ever goes
    bool operator==(const DiskBudget&) const = default;
};

/// What a run may take until somebody says otherwise: half a gigabyte.
inline constexpr DiskBudget kUsualDiskBudget{512LL << 20};

/// "812 B", "46.2 kB", "512 MB", "3.4 GB" (1 kB = 1,000 bytes): the same in every language.
std::string sizeText(std::int64_t bytes);

} // namespace neurarium
