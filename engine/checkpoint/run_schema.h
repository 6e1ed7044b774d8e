// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "checkpoint/database.h"

namespace neurarium {

/// The version of the tables in run.sqlite (its PRAGMA user_version). A newer file is opened for looking
/// only; an older one is read as it is, and brought up to date before it is written to.
inline constexpr std::int64_t kRunSchema = 2;

/// The tables of a new run.
void createTables(Database& database);
/// Brings the tables of an older version to kRunSchema, within the caller's transaction. Nothing that is in
/// them is lost.
void migrateTables(Database& database);
std::int64_t schemaOf(const Database& database);

} // namespace neurarium
