// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include <QString>

#include "report/attention_maps.h"

namespace neurarium {

/// What a class wrote on the attention heads of a run; kept as `head-notes.json` in the run's folder.
using HeadNotes = std::map<HeadPlace, QString>;

/// None where there is no such file, or where it holds something else.
HeadNotes readHeadNotes(const QString& runFolder);

/// Writes them, flushed to the disk. Throws Error (Storage) naming the file.
void writeHeadNotes(const QString& runFolder, const HeadNotes& notes);

} // namespace neurarium
