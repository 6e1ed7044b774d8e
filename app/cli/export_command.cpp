// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QProcessEnvironment>
#include <QSaveFile>

#include "app/cli/stored_network.h"
#include "app/history_csv.h"
#include "checkpoint/safetensors.h"

namespace neurarium::cli {

namespace {

void writeCsv(const RunStore& store, const std::string& path) {
    const std::string csv = historyCsv(store);
    QSaveFile file(QString::fromStdString(path));
    const auto size = static_cast<qint64>(csv.size());
    const bool written =
        file.open(QIODevice::WriteOnly) && file.write(csv.data(), size) == size && file.flush();
    if (!written)
        file.cancelWriting();
    if (!written || !file.commit() || QFileInfo(QString::fromStdString(path)).size() != size)
        throw Error(
            ProblemKind::Storage, path,
            explain("Problem", "The file could not be written (%1 bytes)", {std::to_string(csv.size())}),
            explain("Problem", "Choose a folder with room that may be written to."));
}

/// Bare names only: everything that is not the network stays behind.
void writeWeights(const RunStore& store, const Arguments& arguments) {
    const CheckpointInfo checkpoint = store.find(arguments.text("--checkpoint").value_or("last"));
    TrainingState state = store.load(checkpoint.id);
    std::erase_if(state.tensors, [](const auto& entry) { return entry.first.starts_with("state/"); });
    state.metadata.clear();
    writeSafetensors(*arguments.text("--weights"), state);
}

/// One painter for all figures: the window program draws it, without a display.
void writeChart(const std::string& run, const std::string& path) {
    const QString program = QDir(QCoreApplication::applicationDirPath()).filePath("neurarium");
    if (!QFile::exists(program))
        throw Error(ProblemKind::Failure, program.toStdString(),
                    explain("Problem", "The window program draws the charts, and it is missing"),
                    explain("Problem", "Install neurarium beside neurarium-cli, or use --csv."));
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("QT_QPA_PLATFORM", "offscreen");
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    constexpr int kMilliseconds = 120000;
    process.start(program, {"--export", QString::fromStdString(path), QString::fromStdString(run)});
    const bool ended = process.waitForFinished(kMilliseconds);
    if (!ended || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        throw Error(ProblemKind::Failure, path,
                    explain("Problem", "The window program could not draw the chart"));
}

} // namespace

int runExport(const Arguments& arguments, Console& console) {
    const std::string run = onlyWord(arguments, "RUN");
    if (arguments.has("--onnx"))
        throw Error(ProblemKind::Refused, "--onnx", explain("Problem", "This program was built without ONNX"),
                    explain("Problem", "Use --weights: Python reads safetensors files."));
    const auto chart = arguments.text("--chart");
    const auto csv = arguments.text("--csv");
    if (!chart && !csv && !arguments.has("--weights"))
        throw Error(ProblemKind::Refused, "export", explain("Problem", "Nothing to export was named"),
                    explain("Problem", "Add --chart, --csv or --weights and a file name."));
    {
        const auto store = RunStore::open(run, RunStore::Access::ReadOnly);
        if (csv)
            writeCsv(*store, *csv);
        if (arguments.has("--weights"))
            writeWeights(*store, arguments);
    }
    if (chart)
        writeChart(run, *chart);
    for (const auto& file : {chart, csv, arguments.text("--weights")})
        if (file)
            console.say(QCoreApplication::translate("Cli", "Written: %1").arg(QString::fromStdString(*file)));
    return 0;
}

} // namespace neurarium::cli
