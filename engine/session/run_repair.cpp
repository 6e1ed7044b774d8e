// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/run_repair.h"

#include <algorithm>
#include <set>
#include <system_error>

#include "checkpoint/damage.h"
#include "checkpoint/durable_file.h"
#include "checkpoint/run_content.h"
#include "checkpoint/run_salvage.h"
#include "checkpoint/thinning.h"
#include "session/branch_recipe.h"
#include "session/found_checkpoints.h"
#include "session/run_notes.h"

namespace neurarium {

namespace {

/// One repair, from the old history to the new.
class Repair {
public:
    explicit Repair(const std::filesystem::path& folder)
        : m_folder(folder)
        , m_experiment(parseExperiment(experimentText(folder)))
        , m_lock(folder) {}

    RepairReport run();

private:
    std::set<std::string> experiments() const;
    void keepIndex();
    void inferIndex();
    void keepStepsOf(bool wanted);
    void dropMissing();
    void setDamagedAside();
    void setUnlistedAside();
    bool isListed(CheckpointId id) const;
    std::string setAside(const std::string& path, const char* ending);
    void note(Message message) { m_report.notes.push_back(std::move(message)); }

    const std::filesystem::path m_folder;
    const Experiment m_experiment;
    const RunLock m_lock;
    Salvage m_old;
    FoundCheckpoints m_found;
    RunHistory m_history;
    RepairReport m_report;
};

RepairReport Repair::run() {
    m_old = salvageHistory(m_folder);
    if (m_old.isWhole) {
        m_report.timeline = m_old.history.timeline;
        note(explain("Problem", "The history of this run is sound: nothing had to be repaired"));
        return m_report;
    }
    note(explain("Problem", "The history of this run cannot be used: %1", {}, {m_old.problem->sentence()}));
    m_found = findCheckpoints(m_folder, experiments());
    m_history = m_old.history;
    if (m_old.hasIndex && !m_history.timeline.branches.empty())
        keepIndex();
    else
        inferIndex();
    for (const FoundCheckpoint& each : m_found.sound)
        m_history.lastCheckpoint = std::max(m_history.lastCheckpoint, each.info.id.value);
    for (const CheckpointInfo& each : m_found.damaged)
        m_history.lastCheckpoint = std::max(m_history.lastCheckpoint, each.id.value);
    setDamagedAside();
    setUnlistedAside();
    m_report.oldHistory = replaceHistory(m_folder, m_history);
    m_report.rebuilt = true;
    m_history.timeline.bytes = bytesOf(m_history.timeline.checkpoints);
    m_report.timeline = m_history.timeline;
    if (!m_report.oldHistory.empty())
        note(explain("Problem", "The damaged history was kept as %1", {m_report.oldHistory}));
    return m_report;
}

/// The hash of the run's experiment, and of those that branches are known to have.
std::set<std::string> Repair::experiments() const {
    std::set<std::string> hashes{experimentHash(m_experiment)};
    for (const Branch& branch : m_old.history.timeline.branches)
        hashes.insert(experimentHash(experimentOf(m_experiment, branch)));
    return hashes;
}

/// Branches, checkpoints and changes could be read: they stay as they were.
void Repair::keepIndex() {
    note(explain("Problem",
                 "Branches (%1), checkpoints (%2) and changes (%3) could still be read and were kept",
                 {std::to_string(m_history.timeline.branches.size()),
                  std::to_string(m_history.timeline.checkpoints.size()),
                  std::to_string(m_history.timeline.marks.size())}));
    keepStepsOf(true);
    dropMissing();
}

void Repair::inferIndex() {
    const bool hadBranches = m_history.timeline.branches.size() > 1;
    m_history.timeline = inferTimeline(m_found.sound);
    m_history.letters = 0;
    m_history.notes.erase(kCurrentBranchNote);
    if (m_history.timeline.checkpoints.empty())
        throw Error(ProblemKind::DamagedFile, m_folder.string(),
                    explain("Problem", "no checkpoint of this run can be read, so nothing can be rebuilt"),
                    explain("Problem", "Start the experiment anew; its experiment.json is sound"));
    // How the run began is not known any more: its first checkpoint is where it begins now.
    m_history.notes.emplace(kInitialWeightsNote, "unknown");
    note(
        explain("Problem",
                "%1 checkpoints were found in their files; by their steps they belong to %2 branches, and %3 "
                "changes lie between them",
                {std::to_string(m_history.timeline.checkpoints.size()),
                 std::to_string(m_history.timeline.branches.size()),
                 std::to_string(m_history.timeline.marks.size())}));
    note(explain("Problem", "Names and letters of checkpoints, and most validation figures, are lost"));
    keepStepsOf(!hadBranches && m_history.timeline.branches.size() == 1);
}

/// What is told of one branch may be another's now: then the curves stay in the old file only.
void Repair::keepStepsOf(bool wanted) {
    if (!wanted) {
        m_history.steps.clear();
        m_history.epochs.clear();
    }
    const std::string steps = std::to_string(m_history.steps.size());
    const std::string epochs = std::to_string(m_history.epochs.size());
    if (m_history.steps.empty() && m_history.epochs.empty())
        note(explain("Problem", "The curve of the loss is lost; the checkpoints are not touched by that"));
    else if (m_old.hasEveryStep)
        note(explain("Problem", "The curve of the loss could be kept: %1 steps and %2 epochs",
                     {steps, epochs}));
    else
        note(explain("Problem", "Part of the curve of the loss could be kept: %1 steps and %2 epochs",
                     {steps, epochs}));
}

void Repair::dropMissing() {
    std::erase_if(m_history.timeline.checkpoints, [this](const CheckpointInfo& each) {
        std::error_code ignored;
        const bool gone = !std::filesystem::exists(m_folder / each.path, ignored);
        if (gone)
            note(explain("Problem", "The file of checkpoint %1 is gone", {std::to_string(each.id.value)}));
        return gone;
    });
}

/// A damaged file without a row would be taken for one that was never finished, and be removed.
void Repair::setDamagedAside() {
    for (std::size_t i = 0; i < m_found.damaged.size(); ++i) {
        const CheckpointInfo& each = m_found.damaged[i];
        note(explain("Problem", "The file of checkpoint %1 is damaged: %2", {std::to_string(each.id.value)},
                     {m_found.problems[i].sentence()}));
        if (!isListed(each.id))
            m_report.setAside.push_back(setAside(each.path, ".damaged"));
    }
}

/// So would a sound one whose row is lost while the others were kept: nothing tells its branch.
void Repair::setUnlistedAside() {
    for (const FoundCheckpoint& each : m_found.sound) {
        if (isListed(each.info.id))
            continue;
        note(explain("Problem", "The file of checkpoint %1 is sound, but the history does not know it",
                     {std::to_string(each.info.id.value)}));
        m_report.unlisted.push_back(setAside(each.info.path, ".unlisted"));
    }
}

bool Repair::isListed(CheckpointId id) const {
    const std::vector<CheckpointInfo>& known = m_history.timeline.checkpoints;
    return std::any_of(known.begin(), known.end(), [id](const CheckpointInfo& row) { return row.id == id; });
}

/// Renames a checkpoint's file so that it is no checkpoint's any more; its new name.
std::string Repair::setAside(const std::string& path, const char* ending) {
    std::string kept = path + ending;
    std::error_code failed;
    std::filesystem::rename(m_folder / path, m_folder / kept, failed);
    if (failed)
        throw storageError(m_folder / kept, failed.value(), 0);
    note(explain("Problem", "It was kept as %1", {kept}));
    return kept;
}

} // namespace

RepairReport repairRun(const std::filesystem::path& folder) {
    return Repair(folder).run();
}

} // namespace neurarium
