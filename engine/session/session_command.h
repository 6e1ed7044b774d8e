// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <variant>

#include "session/repeat_request.h"
#include "session/training_session.h"
#include "session/twin_request.h"
#include "session/writing_request.h"

namespace neurarium {

struct CreateCommand {
    RunId run;
    Experiment experiment;
    std::string folder;
    SessionOptions options;
};

struct OpenCommand {
    RunId run;
    std::string folder;
    std::string checkpoint; ///< selector, as RunStore::find
    SessionOptions options;
};

enum class SimpleCommand {
    Start,
    Pause,
    Step,
    StepEpoch,
    Stop,
    Interrupt,
    CancelReplay,
    CancelPacking,
    PackingEnded,
    Quit
};

struct EpochsCommand {
    std::int64_t epochs = 0;
};

struct PaceCommand {
    double stepsPerSecond = 0;
};

struct ThreadsCommand {
    int threads = 0; ///< 0: the number of physical cores
};

struct SaveCommand {
    std::string name;
};

struct RenameCommand {
    CheckpointId checkpoint;
    std::string name;
};

struct NoteCommand {
    CheckpointId checkpoint;
    std::string note;
};

struct GoBackCommand {
    CheckpointId checkpoint;
    bool weightsOnly = false;
};

struct GoToStepCommand {
    BranchId branch;
    std::int64_t step = 0;
};

struct PackCommand {
    std::string file;
};

struct ProveCommand {
    CheckpointId checkpoint;
};

struct CompareCommand {
    CheckpointId before;
    CheckpointId after;
};

struct PrepareTwinCommand {
    CheckpointId from;
};

struct UndoCommand {
    MarkId mark;
};

/// What the caller's thread may ask of the worker. Values only.
using SessionCommand =
    std::variant<SimpleCommand, CreateCommand, OpenCommand, LiveSettings, EpochsCommand, PaceCommand,
                 ThreadsCommand, SaveCommand, RenameCommand, NoteCommand, Thumbnail, DiskBudget,
                 GoBackCommand, GoToStepCommand, PackCommand, ProveCommand, CompareCommand, UndoCommand,
                 RepeatRequest, PrepareTwinCommand, TwinRequest, WritingRequest, Wanted>;

} // namespace neurarium
