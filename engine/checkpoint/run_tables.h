// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "checkpoint/database.h"
#include "report/thumbnail.h"
#include "report/timeline.h"

namespace neurarium {

/// Note of a run: the branch in use.
inline constexpr const char* kCurrentBranchNote = "current branch";
/// Note of a run: the bytes that its checkpoints may take, once somebody has said so.
inline constexpr const char* kDiskBudgetNote = "disk budget";
/// Notes of a run: what a text network wrote at the checkpoint with the id behind this.
inline constexpr const char* kSampleNote = "sample ";

/// The rows of run.sqlite as values: one pair of functions a table. Writing happens inside the caller's
/// transaction.
namespace tables {

/// Branches, checkpoints (path filled in) and marks in the order of their ids; the current branch is the one
/// that the notes name, else the newest.
Timeline readTimeline(const Database& database);
std::vector<EpochReport> readEpochs(const Database& database, BranchId branch);
/// Those of a sensible size.
std::vector<Thumbnail> readThumbnails(const Database& database);
std::map<std::string, std::string> readNotes(const Database& database);
/// The highest id that a checkpoint ever had, and how many letters were given.
std::int64_t readLastCheckpoint(const Database& database);
std::int64_t readLetters(const Database& database);

void write(Database& database, const Branch& branch);
void write(Database& database, const EpochReport& epoch);
void write(Database& database, const Mark& mark);
void write(Database& database, const CheckpointInfo& checkpoint);
void writeNote(Database& database, const std::string& key, const std::string& value);
void writeLetters(Database& database, std::int64_t letters);
void write(Database& database, const Thumbnail& thumbnail);
void rename(Database& database, CheckpointId checkpoint, const std::string& name);
void annotate(Database& database, CheckpointId checkpoint, const std::string& note);
void remove(Database& database, CheckpointId checkpoint);
/// No checkpoint will be given this id or a lower one.
void reserve(Database& database, CheckpointId checkpoint);

} // namespace tables

/// "checkpoints/000012.safetensors": where a checkpoint lies within its run. Never taken from the database.
std::string checkpointPath(CheckpointId checkpoint);

} // namespace neurarium
