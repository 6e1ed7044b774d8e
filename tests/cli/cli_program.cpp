// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli_program.h"

#include <QDir>
#include <QFile>

std::vector<Json> CliResult::json(const std::string& event) const {
    std::vector<Json> objects;
    for (const QString& line : out) {
        Json object = Json::parse(line.toStdString());
        if (event.empty() || (object.contains("event") && object["event"] == event))
            objects.push_back(std::move(object));
    }
    return objects;
}

QString cliProgram() {
    return CLI_PROGRAM;
}

void startCli(QProcess& process, const QString& folder, const QStringList& arguments) {
    process.setWorkingDirectory(folder);
    process.start(cliProgram(), arguments);
    process.waitForStarted();
}

CliResult endCli(QProcess& process) {
    constexpr int kMilliseconds = 300000;
    process.waitForFinished(kMilliseconds);
    CliResult result;
    result.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    result.out = QString::fromUtf8(process.readAllStandardOutput()).split('\n', Qt::SkipEmptyParts);
    result.err = QString::fromUtf8(process.readAllStandardError()).split('\n', Qt::SkipEmptyParts);
    return result;
}

CliResult runCli(const QString& folder, const QStringList& arguments) {
    QProcess process;
    startCli(process, folder, arguments);
    return endCli(process);
}

QString writeFile(const QString& folder, const QString& name, const QByteArray& content) {
    const QString path = QDir(folder).filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

QByteArray smallExperiment(const QByteArray& training) {
    return R"({"neurarium":1,"name":"small","seed":3,
        "data":{"source":"toy","shape":"moons","samples":120,"noise":0.1,"validation":0.25},
        "network":[{"type":"linear","out_features":8},{"type":"tanh"},{"type":"dropout","rate":0.2},
                   {"type":"linear","out_features":2}],
        "training":{"loss":"cross_entropy","optimizer":{"type":"adam","lr":0.01},"batch_size":10,"epochs":4)" +
           training + "}}";
}
