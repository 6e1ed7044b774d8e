// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <clocale>
#include <csignal>
#include <cstdio>

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

#include "app/cli/commands.h"
#include "app/cli/problem_line.h"
#include "resources/translations.h"
#include "session/current_problem.h"

namespace neurarium::cli {

namespace {

void translate(QCoreApplication& application, const Arguments& arguments) {
    const std::string language = arguments.text("--lang").value_or("");
    if (!language.empty() && language != "en" && language != "ko")
        throw Error(ProblemKind::Refused, "--lang",
                    explain("Problem", "en or ko is expected, this is \"%1\"", {language}));
    const bool korean = language.empty() ? QLocale::system().language() == QLocale::Korean : language == "ko";
    auto* words = new QTranslator(&application);
    if (loadWords(*words, korean ? "ko" : "en"))
        QCoreApplication::installTranslator(words);
}

const Command* findCommand(const std::string& name) {
    const auto& table = commandTable();
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const Command& command) { return command.name == name; });
    return found == table.end() ? nullptr : &*found;
}

int runCommand(const std::vector<std::string>& words, Console& console) {
    const Command* command = words.empty() ? nullptr : findCommand(words.front());
    if (command == nullptr)
        throw Error(ProblemKind::Refused, words.empty() ? "neurarium-cli" : words.front(),
                    explain("Problem", "A command is expected"),
                    explain("Problem", "neurarium-cli --help lists them."));
    std::vector<OptionWord> known = command->options;
    known.insert(known.end(), commonOptions().begin(), commonOptions().end());
    const Arguments arguments({words.begin() + 1, words.end()}, known);
    console.json = arguments.has("--json");
    console.quiet = arguments.has("--quiet");
    if (arguments.has("--help")) {
        console.write(commandHelp(*command));
        return Done;
    }
    translate(*QCoreApplication::instance(), arguments);
    return command->run(arguments, console);
}

} // namespace

} // namespace neurarium::cli

int main(int argc, char** argv) {
    using namespace neurarium;
    const std::vector<std::string> words(argv + 1, argv + argc);
    if (!words.empty() && words.front() == "--version") {
        std::puts("neurarium-cli " NEURARIUM_VERSION);
        return 0;
    }
    std::signal(SIGXFSZ, SIG_IGN); // a file that may not grow any more is a full disk, not the end
    QCoreApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C");
    cli::Console console;
    if (!words.empty() && (words.front() == "--help" || words.front() == "help")) {
        console.write(cli::programHelp());
        return 0;
    }
    try {
        return cli::runCommand(words, console);
    } catch (...) {
        const Problem problem = currentProblem();
        console.problem(problem);
        return cli::exitCode(problem.kind);
    }
}
