// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "checkpoint/database.h"
#include "report/step_report.h"

namespace neurarium {

/// Steps of one branch that follow each other without a gap, as one row of the table `steps`: the losses as
/// float32, the learning rates as float64 and the epochs as int64, where one value stands for "the same
/// throughout".
struct StepBlock {
    BranchId branch;
    std::int64_t first = 0;
    std::vector<float> losses;
    std::vector<double> rates;
    std::vector<std::int64_t> epochs;

    std::int64_t end() const { return first + static_cast<std::int64_t>(losses.size()); }
    void appendTo(std::vector<StepReport>& steps) const;
};

/// Steps on their way to the disk. The newest block is rewritten as it grows, until it has 4,096 steps.
class StepBlocks {
public:
    void add(const StepReport& step);
    /// Bytes that wait to be written.
    std::uint64_t waiting() const;
    /// Inside a transaction; `committed` is to be called when that has succeeded.
    void write(Database& database) const;
    void committed();

    /// Appends the steps of one branch that are on the disk, up to the first that cannot be read. Throws
    /// Error (DamagedFile) there.
    static void readInto(std::vector<StepReport>& steps, const Database& database, BranchId branch);

    /// Steps of one branch, in order: those on the disk and those that wait. Throws Error (DamagedFile).
    std::vector<StepReport> read(const Database& database, BranchId branch, const StepRange& range) const;

private:
    /// A longer form of this block waits to take its place on the disk.
    bool isWaiting(const StepBlock& block) const;

    std::vector<StepBlock> m_waiting;
    StepBlock m_newest;
    bool m_changed = false;
};

} // namespace neurarium
