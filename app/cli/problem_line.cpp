// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/problem_line.h"

#include <utility>

#include <QCoreApplication>

namespace neurarium::cli {

namespace {

Message translated(Message message) {
    if (!message.empty())
        message.text = QCoreApplication::translate("Problem", message.text.c_str()).toStdString();
    for (Message& part : message.parts)
        part = translated(std::move(part));
    return message;
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
