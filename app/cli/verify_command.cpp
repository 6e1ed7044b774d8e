// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include <QCoreApplication>

#include "app/cli/problem_line.h"
#include "app/cli/stored_network.h"
#include "session/replay.h"

namespace neurarium::cli {

namespace {

Json resultObject(const ReplayResult& result, const Recovery& damage) {
    Json checkpoints = Json::array();
    for (const ReplayedCheckpoint& each : result.checkpoints)
        checkpoints.push_back(
            {{"id", each.checkpoint.id.value},
             {"branch", each.checkpoint.branch.value},
             {"step", each.checkpoint.step},
             {"sha256", each.checkpoint.sha256},
             {"equal", each.equal && !each.problem},
             {"replayed", !each.start},
             {"difference", each.problem ? each.problem->english() : each.firstDifference}});
    Json damaged = Json::array();
    for (const Message& note : damage.notes)
        damaged.push_back(note.english());
    return {{"equal", result.equal() && damage.notes.empty()},
            {"steps", result.stepsTrained},
            {"checkpoints", checkpoints},
            {"damaged", damaged}};
}

void tell(const ReplayedCheckpoint& each, Console& console) {
    if (each.problem)
        return console.problem(*each.problem);
    const std::string where = "checkpoint " + std::to_string(each.checkpoint.id.value);
    if (!each.equal)
        console.problem({ProblemKind::DamagedFile,
                         where,
                         explain("Problem", "Training again gives another state; the first difference is %1",
                                 {each.firstDifference}),
                         {}});
    else if (!console.json)
        console.write(QCoreApplication::translate("Cli", "Checkpoint %1, step %2: equal (%3)")
                          .arg(each.checkpoint.id.value)
                          .arg(each.checkpoint.step)
                          .arg(QString::fromStdString(each.checkpoint.shortCode())));
}

} // namespace

int runVerify(const Arguments& arguments, Console& console) {
    Recovery damage;
    const auto store = RunStore::open(onlyWord(arguments, "RUN"), RunStore::Access::ReadOnly, &damage);
    ReplayOptions options;
    options.trainer.threads = threadsOf(arguments);
    options.branch.value = arguments.integer("--branch", 1).value_or(0);
    options.progress = [&](std::int64_t done, std::int64_t total) {
        constexpr std::int64_t kEvery = 64;
        if (done % kEvery == 0)
            console.progress(QCoreApplication::translate("Cli", "Step %1 of %2").arg(done).arg(total));
        return true;
    };
    const ReplayResult result = replayRun(*store, ownData(*store, arguments), options);
    if (options.branch && result.checkpoints.empty())
        throw Error(ProblemKind::Refused, "--branch",
                    explain("Problem", "Branch %1 has no checkpoint that could be compared",
                            {std::to_string(options.branch.value)}));
    for (const Message& note : damage.notes)
        console.problem({ProblemKind::DamagedFile, store->folder().string(), note, {}});
    for (const ReplayedCheckpoint& each : result.checkpoints)
        tell(each, console);
    if (console.json)
        console.write(resultObject(result, damage));
    return result.equal() && damage.notes.empty() ? Done : Damaged;
}

} // namespace neurarium::cli
