// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/builtin_experiments.h"
#include "app/cli/commands.h"

namespace neurarium::cli {

int runExamples(const Arguments& arguments, Console& console) {
    if (arguments.rest().empty()) {
        if (console.json)
            console.write(Json{{"examples", builtinExperiments()}});
        else
            for (const std::string& name : builtinExperiments())
                console.write(QString::fromStdString(name));
        return 0;
    }
    const std::string name = onlyWord(arguments, "NAME");
    const std::string document = builtinExperiment(name);
    if (document.empty())
        throw Error(ProblemKind::Refused, name,
                    explain("Problem", "There is no built-in experiment of this name"),
                    explain("Problem", "neurarium-cli examples lists the built-in ones."));
    console.write(QString::fromStdString(document).trimmed());
    return 0;
}

} // namespace neurarium::cli
