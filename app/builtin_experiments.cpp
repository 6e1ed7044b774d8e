// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/builtin_experiments.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace neurarium {

namespace {

const QString kFolder = QStringLiteral(":/experiments");

} // namespace

std::vector<std::string> builtinExperiments() {
    std::vector<std::string> names;
    const QStringList files = QDir(kFolder).entryList({"*.json"}, QDir::Files, QDir::Name);
    for (const QString& file : files)
        names.push_back(QFileInfo(file).completeBaseName().toStdString());
    return names;
}

std::string builtinExperiment(const std::string& name) {
    const QString file = QString::fromStdString(name) + ".json";
    if (!QDir(kFolder).entryList({"*.json"}, QDir::Files).contains(file))
        return {};
    QFile resource(kFolder + '/' + file);
    return resource.open(QIODevice::ReadOnly) ? resource.readAll().toStdString() : std::string();
}

} // namespace neurarium
