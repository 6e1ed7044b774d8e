// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/problem_line.h"

#include <QCoreApplication>

#include "report/translated_message.h"

namespace neurarium::cli {

namespace {

Message translated(const Message& message) {
    return translatedMessage(
        message, [](const char* text) { return QCoreApplication::translate("Problem", text).toStdString(); });
}

} // namespace

ExitCode exitCode(ProblemKind kind) {
    switch (kind) {
    case ProblemKind::Refused:
        return Refused;
    case ProblemKind::DamagedFile:
        return Damaged;
    case ProblemKind::Storage:
        return NotWritten;
    case ProblemKind::Diverged:
        return Diverged;
    case ProblemKind::Failure:
        break;
    }
    return Failed;
}

QString messageText(const Message& message) {
    return QString::fromStdString(translated(message).english());
}

QString problemLine(const Problem& problem) {
    const Problem local{problem.kind, problem.where, translated(problem.what), translated(problem.advice)};
    return QString::fromStdString(local.english()).replace('\n', ' ').replace('\r', ' ');
}

} // namespace neurarium::cli
