// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>
#include <nlohmann/json.hpp>

using Json = nlohmann::ordered_json;

/// What one call of neurarium-cli gave.
struct CliResult {
    int code = -1;
    QStringList out; ///< lines of stdout
    QStringList err; ///< lines of stderr

    /// The lines of stdout as JSON; those of one event if it is named. Throws for a line that is none.
    std::vector<Json> json(const std::string& event = {}) const;
};

/// The program under test.
QString cliProgram();
/// Runs the program in `folder` until it ends.
CliResult runCli(const QString& folder, const QStringList& arguments);
/// Starts it and comes back at once.
void startCli(QProcess& process, const QString& folder, const QStringList& arguments);
/// Waits for its end and collects what it said.
CliResult endCli(QProcess& process);

/// Writes a file into a folder; returns its path.
QString writeFile(const QString& folder, const QString& name, const QByteArray& content);

/// A small experiment that trains in a moment: `training` is put into its "training" object, behind a comma.
QByteArray smallExperiment(const QByteArray& training = {});
