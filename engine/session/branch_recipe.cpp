// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/branch_recipe.h"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "report/error.h"

namespace neurarium {

namespace {

using Layers = std::vector<LayerRecipe>;

[[noreturn]] void refuse(const std::string& place) {
    throw Error(ProblemKind::Refused, place, explain("Problem", "A twin differs in exactly one thing"),
                explain("Problem", "Change the options of one layer, and leave the others as they were."));
}

const KindDescription& kindOf(const LayerRecipe& layer) {
    return describedKind(recipeCatalogue().layers, layer.type);
}

std::string valueText(const OptionValue& value) {
    return std::visit(
        [](const auto& each) {
            if constexpr (std::is_same_v<std::decay_t<decltype(each)>, std::string>)
                return each;
            else
                return nlohmann::json(each).dump();
        },
        value);
}

/// "leaky_relu slope=0.2"
std::string layerText(const LayerRecipe& layer) {
    std::string text = layer.type;
    for (const OptionDescription& option : kindOf(layer).options)
        if (const OptionValue& value = optionValue(kindOf(layer), layer.options, option.name);
            value != option.defaultValue)
            text += " " + option.name + "=" + valueText(value);
    return text;
}

/// The change of one layer, its sub-layers aside; nothing when it is the same.
std::vector<Change> changesOf(const LayerRecipe& before, const LayerRecipe& after, const std::string& place) {
    if (before.type != after.type)
        return {{ChangeKind::Layer, place, layerText(before), layerText(after)}};
    std::vector<Change> changes;
    for (const OptionDescription& option : kindOf(before).options) {
        const OptionValue& old = optionValue(kindOf(before), before.options, option.name);
        const OptionValue& now = optionValue(kindOf(after), after.options, option.name);
        if (old != now)
            changes.push_back({ChangeKind::Layer, place + "." + option.name, valueText(old), valueText(now)});
    }
    if (changes.size() > 1)
        return {{ChangeKind::Layer, place, layerText(before), layerText(after)}};
    return changes;
}

void addChanges(const Layers& before, const Layers& after, const std::string& place,
                std::vector<Change>& changes) {
    for (std::size_t i = 0; i < std::max(before.size(), after.size()); ++i) {
        const std::string at = place + "[" + std::to_string(i) + "]";
        if (i >= before.size() || i >= after.size() || before[i].name != after[i].name)
            refuse(at);
        const std::vector<Change> own = changesOf(before[i], after[i], at);
        changes.insert(changes.end(), own.begin(), own.end());
        addChanges(before[i].layers, after[i].layers, at + ".layers", changes);
        addChanges(before[i].shortcut, after[i].shortcut, at + ".shortcut", changes);
    }
}

} // namespace

Experiment experimentOf(const Experiment& run, const Branch& branch) {
    Experiment experiment = run;
    try {
        if (!branch.experiment.empty())
            experiment.network = parseExperiment(branch.experiment).network;
    } catch (const Error& error) {
        throw Error(ProblemKind::DamagedFile, "run.sqlite",
                    explain("Problem", "the experiment of branch %1 cannot be read: %2",
                            {std::to_string(branch.id.value)}, {error.problem().sentence()}));
    }
    return experiment;
}

Experiment experimentOf(const Experiment& run, const Timeline& timeline, BranchId branch) {
    const auto& branches = timeline.branches;
    const auto found = std::find_if(branches.begin(), branches.end(),
                                    [branch](const Branch& each) { return each.id == branch; });
    return found == branches.end() ? run : experimentOf(run, *found);
}

std::string ownExperiment(const Experiment& run, const Experiment& branch) {
    return branch.network == run.network ? std::string() : experimentJson(branch);
}

TrainingState asStateOf(TrainingState state, const Experiment& experiment) {
    state.metadata["experiment_hash"] = experimentHash(experiment);
    return state;
}

Change layerChange(const Layers& before, const Layers& after) {
    std::vector<Change> changes;
    addChanges(before, after, "network", changes);
    if (changes.size() != 1)
        refuse(changes.empty() ? "network" : changes[1].knob);
    return changes.front();
}

} // namespace neurarium
