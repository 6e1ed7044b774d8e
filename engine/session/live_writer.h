// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include "session/training_run.h"
#include "session/writing_request.h"

namespace neurarium {

/// Lets the network of a run write between two steps: as it stands, or as it was at a checkpoint. What is
/// trained is not touched. Used on the worker's thread.
class LiveWriter {
public:
    /// Calls `tell` with the text as it is now: once for each token written, or once when none is wanted. It
    /// returns false to end the writing. Throws Error (Refused) when the run knows no text.
    void write(TrainingRun& run, const WritingRequest& request, const std::function<bool(Writing)>& tell);
    /// Another run.
    void forget();

private:
    Trainer& readerOf(TrainingRun& run, CheckpointId checkpoint);

    CheckpointInfo m_checkpoint;       ///< whose weights are in `m_reader`
    std::unique_ptr<Trainer> m_reader; ///< only reads
};

} // namespace neurarium
