// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/problem_line.h"
#include "app/cli/stored_network.h"
#include "checkpoint/damage.h"
#include "datasets/catalogue.h"
#include "session/run_notes.h"
#include "session/run_repair.h"

namespace neurarium::cli {

namespace {

/// What the data looks like stood in the history; the data itself tells it again.
void noteDataAgain(RunStore& store, const Arguments& arguments, std::vector<Message>& notes) {
    if (isDataNoted(store) || store.timeline().checkpoints.empty())
        return;
    try {
        const TrainingState state = store.load(store.timeline().checkpoints.back().id);
        const auto wanted = state.metadata.find("dataset_hash");
        const DataSplit data = readData(storedExperiment(store, arguments), {});
        if (wanted != state.metadata.end() && wanted->second == data.hash)
            return noteData(store, data);
    } catch (const Error& error) {
        notes.push_back(error.problem().what);
    }
    notes.push_back(explain("Problem",
                            "The data of this run was not found; name its folder with --data PATH, "
                            "so that eval, predict and verify work again"));
}

} // namespace

int runRepair(const Arguments& arguments, Console& console) {
    const std::string folder = onlyWord(arguments, "RUN");
    RepairReport report = repairRun(folder);
    Recovery recovery;
    const auto store = RunStore::open(folder, RunStore::Access::ReadWrite, &recovery);
    noteDataAgain(*store, arguments, report.notes);
    store->flush();
    std::vector<Message>& notes = report.notes;
    notes.insert(notes.end(), recovery.notes.begin(), recovery.notes.end());
    const Timeline timeline = store->timeline();
    for (const DamagedCheckpoint& each : store->damaged()) {
        const std::vector<Message> usable = stillUsable(store->folder(), each.info, timeline);
        notes.insert(notes.end(), usable.begin(), usable.end());
    }
    if (console.json) {
        Json said = Json::array();
        for (const Message& note : notes)
            said.push_back(note.english());
        console.write(
            Json{{"rebuilt", report.rebuilt},
                 {"old_history", report.oldHistory.empty() ? Json(nullptr) : Json(report.oldHistory)},
                 {"branches", timeline.branches.size()},
                 {"checkpoints", timeline.checkpoints.size()},
                 {"marks", timeline.marks.size()},
                 {"damaged", store->damaged().size() + report.setAside.size()},
                 {"notes", said}});
    } else {
        for (const Message& note : notes)
            console.write(messageText(note));
    }
    return Done;
}

} // namespace neurarium::cli
