// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include <QCoreApplication>

#include "app/cli/event_json.h"
#include "app/machine.h"
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

/// `threads` as asked for; 0: as many as there are cores.
void writeMachine(int threads, Console& console) {
    const Machine machine = thisMachine();
    const int training = threads > 0 ? threads : machine.cores;
    if (console.json) {
        console.write(Json{{"version", NEURARIUM_VERSION},
                           {"processor", machine.processor.toStdString()},
                           {"cores", machine.cores},
                           {"hardware_threads", machine.hardwareThreads},
                           {"threads", training},
                           {"memory", machine.memory},
                           {"level", machine.level.toStdString()},
                           {"arithmetic", machine.arithmetic.toStdString()},
                           {"system", machine.system.toStdString()}});
        return;
    }
    console.write(QString("Neurarium " NEURARIUM_VERSION));
    for (const auto& [name, text] : describe(machine, training))
        console.write(name + ": " + text);
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
        writeMachine(threadsOf(arguments), console);
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
