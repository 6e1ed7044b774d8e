// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkpoint/run_schema.h"

#include <string>

namespace neurarium {

namespace {

// Losses that are NaN are kept as the text 'nan'. `place` orders the changes of a mark.
constexpr const char* kTables = R"(
CREATE TABLE run (key TEXT PRIMARY KEY, value INTEGER NOT NULL);
CREATE TABLE branches (id INTEGER PRIMARY KEY, parent INTEGER NOT NULL, forked_from INTEGER NOT NULL,
    fork_step INTEGER NOT NULL, fork_epoch INTEGER NOT NULL, weights_only INTEGER NOT NULL);
CREATE TABLE steps (branch INTEGER NOT NULL, first INTEGER NOT NULL, losses BLOB NOT NULL, rates BLOB NOT NULL,
    epochs BLOB NOT NULL, PRIMARY KEY (branch, first));
CREATE TABLE epochs (branch INTEGER NOT NULL, epoch INTEGER NOT NULL, step INTEGER NOT NULL, train_loss REAL,
    train_accuracy REAL, validation_loss REAL, validation_accuracy REAL, learning_rate REAL, seconds REAL,
    samples_per_second REAL, PRIMARY KEY (branch, epoch));
CREATE TABLE marks (id INTEGER PRIMARY KEY, branch INTEGER NOT NULL, number INTEGER NOT NULL, epoch INTEGER NOT NULL,
    step INTEGER NOT NULL, checkpoint_before INTEGER NOT NULL);
CREATE TABLE changes (mark INTEGER NOT NULL, place INTEGER NOT NULL, kind TEXT NOT NULL, knob TEXT NOT NULL,
    value_before TEXT NOT NULL, value_after TEXT NOT NULL, PRIMARY KEY (mark, place));
CREATE TABLE checkpoints (id INTEGER PRIMARY KEY AUTOINCREMENT, branch INTEGER NOT NULL, origin TEXT NOT NULL,
    letter TEXT NOT NULL, name TEXT NOT NULL, epoch INTEGER NOT NULL, step INTEGER NOT NULL, validation_loss REAL,
    validation_accuracy REAL, sha256 TEXT NOT NULL, bytes INTEGER NOT NULL);
CREATE TABLE notes (key TEXT PRIMARY KEY, value TEXT NOT NULL);
)";

// What version 2 has beyond version 1. A branch without an experiment trains that of the run.
constexpr const char* kAdditions = R"(
ALTER TABLE checkpoints ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE checkpoints ADD COLUMN saved_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE branches ADD COLUMN experiment TEXT NOT NULL DEFAULT '';
CREATE TABLE thumbnails (checkpoint INTEGER PRIMARY KEY, png BLOB NOT NULL);
)";

} // namespace

void createTables(Database& database) {
    database.run(kTables);
    migrateTables(database);
}

void migrateTables(Database& database) {
    database.run(kAdditions);
    database.run("PRAGMA user_version = " + std::to_string(kRunSchema));
}

std::int64_t schemaOf(const Database& database) {
    Statement row = database.prepare("PRAGMA user_version");
    return row.next() ? row.integer() : 0;
}

} // namespace neurarium
