// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/head_notes.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include "checkpoint/run_archive.h"
#include "report/error.h"

namespace neurarium {

namespace {

constexpr qint64 kMostBytes = 1 << 20;

QString fileIn(const QString& runFolder) {
    return QDir(runFolder).filePath(QLatin1String(kHeadNotes));
}

} // namespace

HeadNotes readHeadNotes(const QString& runFolder) {
    QFile file(fileIn(runFolder));
    HeadNotes notes;
    if (runFolder.isEmpty() || file.size() > kMostBytes || !file.open(QIODevice::ReadOnly))
        return notes;
    for (const QJsonValue& each : QJsonDocument::fromJson(file.readAll()).array()) {
        const QJsonObject note = each.toObject();
        const HeadPlace place{note[QLatin1String("layer")].toInt() - 1,
                              note[QLatin1String("head")].toInt() - 1};
        const QString text = note[QLatin1String("note")].toString();
        if (place.block >= 0 && place.head >= 0 && !text.isEmpty())
            notes[place] = text;
    }
    return notes;
}

void writeHeadNotes(const QString& runFolder, const HeadNotes& notes) {
    QJsonArray all;
    for (const auto& [place, text] : notes)
        if (!text.isEmpty())
            all.append(QJsonObject{{QStringLiteral("layer"), place.block + 1},
                                   {QStringLiteral("head"), place.head + 1},
                                   {QStringLiteral("note"), text}});
    QSaveFile file(fileIn(runFolder));
    const QByteArray bytes = QJsonDocument(all).toJson();
    const bool written =
        file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    if (!written)
        throw Error(
            ProblemKind::Storage, file.fileName().toStdString(),
            explain("Problem", "The notes could not be written: %1", {file.errorString().toStdString()}),
            explain("Problem", "Make room on this disk, and write the note again"));
}

} // namespace neurarium
