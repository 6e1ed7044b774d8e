// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "report/error.h"

namespace neurarium::cli {

/// The program's exit codes (see `neurarium-cli --help`).
enum ExitCode {
    Done = 0,
    Failed = 1,
    Refused = 2,
    Damaged = 3,
    NotWritten = 4,
    Diverged = 5,
    Interrupted = 130
};

ExitCode exitCode(ProblemKind kind);

/// A sentence in the user's language.
QString messageText(const Message& message);

/// "where: what. advice" in the user's language, on one line.
QString problemLine(const Problem& problem);

} // namespace neurarium::cli
