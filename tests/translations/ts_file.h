// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QString>
#include <QStringList>

/// One sentence of a .ts file.
struct TsMessage {
    QString context;
    QString source;
    QString comment;
    QStringList translations; ///< one; a sentence with %n has one for each plural form
    bool plural = false;
    bool finished = true;

    /// Context and source, to tell it from the others and to name it in a failure.
    QString name() const;
};

/// All sentences of a .ts file; none when it cannot be read.
std::vector<TsMessage> readTsFile(const QString& path);

/// The path of a file of the project.
QString projectFile(const QString& path);
/// The content of a file; empty when it cannot be read.
QString readText(const QString& path);
