// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/cli/arguments.h"
#include "app/cli/console.h"
#include "report/disk_budget.h"

namespace neurarium::cli {

/// A row of the table of commands. `run` returns the exit code and may throw Error.
struct Command {
    std::string name;
    std::string words; ///< what stands behind the name: "RUN FILES..."
    std::string summary;
    std::vector<OptionWord> options;
    int (*run)(const Arguments& arguments, Console& console);
};

const std::vector<Command>& commandTable();
/// Options that every command has.
const std::vector<OptionWord>& commonOptions();

QString programHelp();
QString commandHelp(const Command& command);

int runTrain(const Arguments& arguments, Console& console);
int runResume(const Arguments& arguments, Console& console);
int runTwin(const Arguments& arguments, Console& console);
int runEval(const Arguments& arguments, Console& console);
int runInspect(const Arguments& arguments, Console& console);
int runPredict(const Arguments& arguments, Console& console);
int runGenerate(const Arguments& arguments, Console& console);
int runTokenize(const Arguments& arguments, Console& console);
int runInfo(const Arguments& arguments, Console& console);
int runVerify(const Arguments& arguments, Console& console);
int runRepair(const Arguments& arguments, Console& console);
int runCompare(const Arguments& arguments, Console& console);
int runXRay(const Arguments& arguments, Console& console);
int runPack(const Arguments& arguments, Console& console);
int runUnpack(const Arguments& arguments, Console& console);
int runExport(const Arguments& arguments, Console& console);
int runBench(const Arguments& arguments, Console& console);
int runExamples(const Arguments& arguments, Console& console);
int runCheck(const Arguments& arguments, Console& console);

/// The words a command needs behind its name, as many as `what` names. Throws Error (Refused) when there are
/// fewer or more.
std::vector<std::string> exactWords(const Arguments& arguments, const std::vector<std::string>& what);
/// The one word a command needs behind its name. Throws Error (Refused) when there is none or more than one.
std::string onlyWord(const Arguments& arguments, const std::string& what);
/// --budget, when it is given. Throws Error (Refused).
std::optional<DiskBudget> budgetOf(const Arguments& arguments);
/// --threads; without it 0, which means the number of physical cores. Throws Error (Refused).
int threadsOf(const Arguments& arguments);

} // namespace neurarium::cli
