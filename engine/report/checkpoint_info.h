// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "report/ids.h"

namespace neurarium {

/// Why a checkpoint was made. Saves by a person and saves before a change get letters; automatic ones are
/// ticks.
enum class CheckpointOrigin { Automatic, Person, BeforeChange, Interrupted };

/// One checkpoint of the run folder.
struct CheckpointInfo {
    CheckpointId id;
    BranchId branch;
    CheckpointOrigin origin = CheckpointOrigin::Automatic;
    std::string letter; ///< "A" ... "Z", "AA" ...; empty for automatic ones
    std::string name;   ///< given by a person, or by the program ("before dropout"); may be empty
    std::string note;   ///< a person's words about it; may be empty
    std::string sample; ///< what a text network wrote there, from the same beginning at each; may be empty
    std::int64_t epoch = 0;
    std::int64_t step = 0;
    std::optional<double> validationLoss;
    std::optional<double> validationAccuracy;
    std::string path;   ///< relative to the run folder
    std::string sha256; ///< 64 hex digits of the state
    std::int64_t bytes = 0;
    std::int64_t savedAt = 0; ///< seconds since 1970 (UTC); 0: not known

    /// "7F3A-91C2": the first eight hex digits, as shown on the screen.
    std::string shortCode() const;
    bool operator==(const CheckpointInfo&) const = default;
};

} // namespace neurarium
