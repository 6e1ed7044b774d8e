// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include <QCoreApplication>

#include "app/cli/event_json.h"
#include "app/cli/problem_line.h"
#include "app/cli/run_tree.h"
#include "app/machine.h"
#include "checkpoint/damage.h"
#include "checkpoint/run_store.h"

namespace neurarium::cli {

namespace {

/// A damaged checkpoint, and what can still be used of it.
struct Damage {
    DamagedCheckpoint checkpoint;
    std::vector<Message> usable;
};

std::vector<Damage> damageOf(const RunStore& store) {
    std::vector<Damage> all;
    const Timeline timeline = store.timeline();
    for (const DamagedCheckpoint& each : store.damaged())
        all.push_back({each, stillUsable(store.folder(), each.info, timeline)});
    return all;
}

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
    Json damaged = Json::array();
    for (const Damage& each : damageOf(store)) {
        Json object = checkpointObject(each.checkpoint.info, store.folder());
        object["problem"] = each.checkpoint.problem.what.english();
        object["usable"] = Json::array();
        for (const Message& sentence : each.usable)
            object["usable"].push_back(sentence.english());
        damaged.push_back(object);
    }
    return {{"experiment", Json::parse(store.experimentJson())},
            {"branches", branches},
            {"checkpoints", checkpoints},
            {"marks", marks},
            {"bytes", timeline.bytes},
            {"budget", timeline.budget.bytes},
            {"damaged", damaged}};
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

QString roomLine(const Timeline& timeline) {
    const QString taken = QString::fromStdString(sizeText(timeline.bytes));
    if (timeline.budget.bytes == 0)
        return QCoreApplication::translate("Cli", "The checkpoints take %1, without a limit").arg(taken);
    return QCoreApplication::translate("Cli", "The checkpoints take %1 of at most %2")
        .arg(taken, QString::fromStdString(sizeText(timeline.budget.bytes)));
}

void writeText(const RunStore& store, const Recovery& recovery, Console& console) {
    const Timeline timeline = store.timeline();
    for (const QString& line : runTree(timeline))
        console.write(line);
    console.write(roomLine(timeline));
    for (const Message& note : recovery.notes)
        console.say(messageText(note));
    for (const Damage& each : damageOf(store))
        for (const Message& sentence : each.usable)
            console.say(QString::number(each.checkpoint.info.id.value) + ": " + messageText(sentence));
}

} // namespace

int runInfo(const Arguments& arguments, Console& console) {
    if (arguments.has("--machine")) {
        writeMachine(threadsOf(arguments), console);
        return 0;
    }
    Recovery recovery;
    const auto store = RunStore::open(onlyWord(arguments, "RUN"), RunStore::Access::ReadOnly, &recovery);
    if (console.json)
        console.write(runObject(*store));
    else
        writeText(*store, recovery, console);
    return 0;
}

} // namespace neurarium::cli
