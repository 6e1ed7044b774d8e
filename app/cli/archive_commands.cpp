// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>

#include <QCoreApplication>

#include "app/cli/commands.h"
#include "app/cli/problem_line.h"
#include "checkpoint/run_archive.h"

namespace neurarium::cli {

namespace {

constexpr std::uint64_t kMegabyte = 1'000'000;

ArchiveProgress progressOn(Console& console) {
    return [&console](std::uint64_t done, std::uint64_t total) {
        console.progress(QCoreApplication::translate("Cli", "%1 of %2 MB")
                             .arg(done / kMegabyte)
                             .arg((total + kMegabyte - 1) / kMegabyte));
        return true;
    };
}

void tell(const ArchiveReport& report, Console& console) {
    if (!console.json) {
        for (const Message& note : report.notes)
            console.say(messageText(note));
        console.say(
            QCoreApplication::translate("Cli", "Written: %1").arg(QString::fromStdString(report.path)));
        return;
    }
    Json notes = Json::array();
    for (const Message& note : report.notes)
        notes.push_back(note.english());
    console.write(Json{{"path", std::filesystem::absolute(report.path).lexically_normal().string()},
                       {"bytes", report.bytes},
                       {"notes", notes}});
}

} // namespace

int runPack(const Arguments& arguments, Console& console) {
    const std::vector<std::string> words = exactWords(arguments, {"RUN", "FILE.zip"});
    tell(packRun(words[0], words[1], progressOn(console)), console);
    return 0;
}

int runUnpack(const Arguments& arguments, Console& console) {
    const std::vector<std::string> words = exactWords(arguments, {"FILE.zip", "RUN"});
    tell(unpackRun(words[0], words[1], progressOn(console)), console);
    return 0;
}

} // namespace neurarium::cli
