// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/epoch_report.h"
#include "report/outcome.h"
#include "report/timeline.h"
#include "training/trainer.h"

namespace neurarium {

/// Hears what happens to a run, on the thread that trains it, while it happens.
class RunListener {
public:
    virtual ~RunListener() = default;
    virtual void onEpoch(const EpochReport& report) = 0;
    virtual void onMark(const Mark& mark) = 0;
    virtual void onSettings(const LiveSettings& settings) = 0;
    virtual void onCheckpoint(const CheckpointInfo& checkpoint) = 0;
    virtual void onTimeline() = 0;
    virtual void onWarning(const Problem& problem) = 0;
};

} // namespace neurarium
