// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include <QCoreApplication>

#include "app/cli/event_json.h"
#include "app/cli/problem_line.h"
#include "app/cli/stored_network.h"
#include "training/comparison.h"

namespace neurarium::cli {

namespace {

Json flipsObject(const std::vector<Flip>& flips) {
    Json list = Json::array();
    for (const Flip& flip : flips)
        list.push_back({{"sample", flip.sample},
                        {"truth", flip.truth},
                        {"before", flip.before.predicted},
                        {"confidence_before", flip.before.confidence},
                        {"after", flip.after.predicted},
                        {"confidence_after", flip.after.confidence}});
    return list;
}

Json comparisonObject(const Comparison& comparison, const DatasetDescription& description,
                      const std::filesystem::path& run) {
    Json moves = Json::array();
    for (const TensorMove& move : comparison.moves)
        moves.push_back({{"tensor", move.name}, {"distance", move.distance}, {"moved", move.moved}});
    return {{"before", checkpointObject(comparison.before, run)},
            {"after", checkpointObject(comparison.after, run)},
            {"classes", description.classNames},
            {"samples", comparison.samples},
            {"right_to_wrong", flipsObject(comparison.lost)},
            {"wrong_to_right", flipsObject(comparison.gained)},
            {"tensors", moves}};
}

void writeFlips(const std::vector<Flip>& flips, const DatasetDescription& description, Console& console) {
    const auto nameOf = [&](std::int32_t number) {
        const auto place = static_cast<std::size_t>(number);
        return place < description.classNames.size() ? QString::fromStdString(description.classNames[place])
                                                     : QString::number(number);
    };
    for (const Flip& flip : flips)
        console.write(QCoreApplication::translate("Cli", "  sample %1 (%2): %3 became %4")
                          .arg(QString::number(flip.sample), nameOf(flip.truth),
                               nameOf(flip.before.predicted), nameOf(flip.after.predicted)));
}

void writeText(const Comparison& comparison, const DatasetDescription& description, Console& console) {
    console.write(QCoreApplication::translate("Cli", "Right before, wrong after: %1 of %2 samples")
                      .arg(comparison.lost.size())
                      .arg(comparison.samples));
    writeFlips(comparison.lost, description, console);
    console.write(QCoreApplication::translate("Cli", "Wrong before, right after: %1 of %2 samples")
                      .arg(comparison.gained.size())
                      .arg(comparison.samples));
    writeFlips(comparison.gained, description, console);
    console.write(QCoreApplication::translate("Cli", "How far the numbers moved, against their size:"));
    for (const TensorMove& move : comparison.moves)
        console.write(
            QString("  %1  %2 %").arg(move.distance * 100, 8, 'f', 2).arg(QString::fromStdString(move.name)));
}

} // namespace

int runCompare(const Arguments& arguments, Console& console) {
    const std::vector<std::string> words = exactWords(arguments, {"RUN", "BEFORE", "AFTER"});
    const auto store = RunStore::open(words[0], RunStore::Access::ReadOnly);
    const CheckpointInfo before = store->find(words[1]);
    const CheckpointInfo after = store->find(words[2]);
    TrainerOptions options;
    options.threads = threadsOf(arguments);
    const DataSplit data = ownData(*store, arguments);
    Trainer first(storedExperiment(*store, before, arguments), data, options);
    Trainer second(storedExperiment(*store, after, arguments), data, options);
    const TrainingState then = store->load(before.id), now = store->load(after.id);
    Comparison comparison = compareStates({first, then}, {second, now});
    comparison.before = before;
    comparison.after = after;
    const DatasetDescription& description = data.training->description();
    if (console.json)
        console.write(comparisonObject(comparison, description, store->folder()));
    else
        writeText(comparison, description, console);
    return Done;
}

} // namespace neurarium::cli
