// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include <QCoreApplication>

#include "app/cli/event_json.h"
#include "app/cli/machine.h"
#include "checkpoint/run_store.h"

namespace neurarium::cli {

namespace {

Json runObject(const RunStore& store) {
    const Timeline timeline = store.timeline();
    Json branches = Json::array();
    for (const Branch& branch : timeline.branches)
        branches.push_back(branchObject(branch));
    Json checkpoints = Json::array();
    for (const CheckpointInfo& checkpoint : timeline.checkpoints)
        checkpoints.push_back(checkpointObject(checkpoint, store.folder()));
    Json marks = Json::array();
    for (const Mark& mark : timeline.marks)
        marks.push_back(markObject(mark));
    return {{"experiment", Json::parse(store.experimentJson())},
            {"branches", branches},
            {"checkpoints", checkpoints},
            {"marks", marks}};
}

void writeText(const RunStore& store, Console& console) {
    const Timeline timeline = store.timeline();
    for (const Branch& branch : timeline.branches)
        console.write(QCoreApplication::translate("Cli", "Branch %1: up to step %2, epoch %3")
                          .arg(branch.id.value)
                          .arg(branch.lastStep)
                          .arg(branch.lastEpoch));
    for (const CheckpointInfo& checkpoint : timeline.checkpoints)
        console.write(
            QCoreApplication::translate("Cli", "Checkpoint %1 (%2): branch %3, epoch %4, step %5 %6")
                .arg(checkpoint.id.value)
                .arg(QString::fromStdString(checkpoint.shortCode()))
                .arg(checkpoint.branch.value)
                .arg(checkpoint.epoch)
                .arg(checkpoint.step)
                .arg(QString::fromStdString(checkpoint.name))
                .trimmed());
    for (const Mark& mark : timeline.marks)
        for (const Change& change : mark.changes)
            console.write(QCoreApplication::translate("Cli", "Mark %1 at step %2: %3 from %4 to %5")
                              .arg(mark.number)
                              .arg(mark.step)
                              .arg(QString::fromStdString(change.knob), QString::fromStdString(change.before),
                                   QString::fromStdString(change.after)));
}

} // namespace

int runInfo(const Arguments& arguments, Console& console) {
    if (arguments.has("--machine")) {
        const Json machine = machineObject();
        if (console.json)
            console.write(machine);
        else
            for (const auto& [key, value] : machine.items())
                console.write(QString::fromStdString(
                    key + ": " + (value.is_string() ? value.get<std::string>() : value.dump())));
        return 0;
    }
    const auto store = RunStore::open(onlyWord(arguments, "RUN"), RunStore::Access::ReadOnly);
    if (console.json)
        console.write(runObject(*store));
    else
        writeText(*store, console);
    return 0;
}

} // namespace neurarium::cli
