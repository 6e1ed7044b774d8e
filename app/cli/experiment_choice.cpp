// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/experiment_choice.h"

#include <algorithm>

#include "app/builtin_experiments.h"
#include "report/error.h"

namespace neurarium::cli {

namespace {

namespace fs = std::filesystem;

bool needsPath(const Experiment& experiment) {
    const auto& sources = recipeCatalogue().sources;
    const auto source = std::find_if(sources.begin(), sources.end(), [&](const KindDescription& kind) {
        return kind.type == experiment.data.type;
    });
    return source != sources.end() &&
           std::any_of(source->options.begin(), source->options.end(),
                       [](const OptionDescription& option) { return option.name == "path"; });
}

Experiment readNamed(const std::string& word, bool dataGiven) {
    std::error_code ignored;
    if (fs::is_regular_file(word, ignored))
        return readExperiment(word);
    const std::string document = builtinExperiment(word);
    if (document.empty())
        throw Error(ProblemKind::Refused, word,
                    explain("Problem", "There is no such file, and no built-in experiment of this name"),
                    explain("Problem", "neurarium-cli examples lists the built-in ones."));
    Experiment experiment = parseExperiment(document);
    if (needsPath(experiment) && !dataGiven)
        throw Error(
            ProblemKind::Refused, word,
            explain("Problem", "This experiment learns from your photographs and must know where they are"),
            explain("Problem",
                    "Add --data FOLDER with a sub-folder of pictures for each class, or try cat-sketches."));
    return experiment;
}

bool isOccupied(const fs::path& folder) {
    std::error_code error;
    if (!fs::exists(fs::symlink_status(folder, error)))
        return false;
    return !fs::is_directory(folder, error) || !fs::is_empty(folder, error) || error;
}

/// The experiment's name as part of a file name.
std::string fileName(const std::string& name) {
    std::string clean;
    for (const char c : name)
        clean += c == '/' || c == '\\' || static_cast<unsigned char>(c) < 0x20 ? '-' : c;
    constexpr std::size_t kLongest = 120;
    clean.resize(std::min(clean.size(), kLongest));
    return clean.empty() || clean.front() == '.' ? "run" + clean : clean;
}

} // namespace

Experiment chooseExperiment(const std::string& word, const Arguments& arguments) {
    const auto data = arguments.text("--data");
    Experiment experiment = readNamed(word, data.has_value());
    if (data) {
        if (!needsPath(experiment))
            throw Error(ProblemKind::Refused, "--data",
                        explain("Problem", "The source \"%1\" makes its own data and takes no path",
                                {experiment.data.type}));
        experiment.data.options["path"] = fs::absolute(*data).lexically_normal().string();
    }
    if (const auto seed = arguments.integer("--seed", 0))
        experiment.seed = static_cast<std::uint64_t>(*seed);
    if (const auto epochs = arguments.integer("--epochs", 1))
        experiment.epochs = *epochs;
    return experiment;
}

fs::path chooseRunFolder(const Experiment& experiment, const Arguments& arguments) {
    if (const auto out = arguments.text("--out")) {
        if (out->empty() || isOccupied(*out))
            throw Error(ProblemKind::Refused, *out,
                        explain("Problem", "A run needs a new or an empty folder"),
                        explain("Problem", "Choose another name behind --out."));
        return *out;
    }
    const std::string name = fileName(experiment.name);
    fs::path folder = name + ".neurarium";
    for (int number = 2; isOccupied(folder); ++number)
        folder = name + '-' + std::to_string(number) + ".neurarium";
    return folder;
}

} // namespace neurarium::cli
