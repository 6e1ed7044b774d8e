// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>

#include <QCoreApplication>

#include "app/cli/commands.h"
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

void tell(const std::string& path, Console& console) {
    if (console.json)
        console.write(Json{{"path", std::filesystem::absolute(path).lexically_normal().string()}});
    else
        console.say(QCoreApplication::translate("Cli", "Written: %1").arg(QString::fromStdString(path)));
}

} // namespace

int runPack(const Arguments& arguments, Console& console) {
    const std::vector<std::string> words = exactWords(arguments, {"RUN", "FILE.zip"});
    packRun(words[0], words[1], progressOn(console));
    tell(words[1], console);
    return 0;
}

int runUnpack(const Arguments& arguments, Console& console) {
    const std::vector<std::string> words = exactWords(arguments, {"FILE.zip", "RUN"});
    unpackRun(words[0], words[1], progressOn(console));
    tell(words[1], console);
    return 0;
}

} // namespace neurarium::cli
