// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>

namespace neurarium {

/// Numbers of different kinds of things are different types, so that they cannot be mixed up.
/// Zero means "none"; real ids start at 1 and are never used twice within a run folder.
template <class Tag>
struct Id {
    std::int64_t value = 0;
    auto operator<=>(const Id&) const = default;
    explicit operator bool() const { return value != 0; }
};

/// Tags every signal of one start of the engine; receivers ignore older ones.
using RunId = Id<struct RunTag>;
using BranchId = Id<struct BranchTag>;
using CheckpointId = Id<struct CheckpointTag>;
using MarkId = Id<struct MarkTag>;

} // namespace neurarium
