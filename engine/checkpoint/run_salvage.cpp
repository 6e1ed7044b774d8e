// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkpoint/run_salvage.h"

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include "checkpoint/database.h"
#include "checkpoint/durable_file.h"
#include "checkpoint/run_schema.h"
#include "checkpoint/run_tables.h"
#include "checkpoint/step_blocks.h"

namespace neurarium {

namespace {

constexpr const char* kHistory = "run.sqlite";

/// Does one piece of reading; false when the database is damaged there. The first problem is kept. A file
/// that cannot be read now, or may not be, is not damaged by that: such errors go on.
template <class Work>
bool attempt(std::optional<Problem>& problem, const Work& work) {
    try {
        work();
        return true;
    } catch (const Error& error) {
        if (error.kind() != ProblemKind::DamagedFile)
            throw;
        if (!problem)
            problem = error.problem();
        return false;
    }
}

void checkSound(const Database& database, const std::filesystem::path& file) {
    const std::int64_t schema = schemaOf(database);
    if (schema > kRunSchema)
        throw Error(ProblemKind::Refused, file.string(),
                    explain("Problem", "this run was made by a newer version of Neurarium"),
                    explain("Problem", "Repair it with that version"));
    if (schema < 1)
        throw Error(ProblemKind::DamagedFile, file.string(),
                    explain("Problem", "its tables are of another version of Neurarium"));
    Statement check = database.prepare("PRAGMA quick_check(1)");
    std::string said = check.next() ? check.text() : std::string();
    std::replace(said.begin(), said.end(), '\n', ' ');
    if (said != "ok")
        throw Error(ProblemKind::DamagedFile, file.string(),
                    explain("Problem", "the history of this run is damaged: %1", {said}));
}

/// The branches whose steps and epochs may be there: those that could be read, or at least the first.
std::vector<BranchId> branchesOf(const Timeline& timeline) {
    std::vector<BranchId> ids;
    for (const Branch& branch : timeline.branches)
        ids.push_back(branch.id);
    return ids.empty() ? std::vector<BranchId>{BranchId{1}} : ids;
}

void readTables(const Database& database, Salvage& salvage) {
    RunHistory& history = salvage.history;
    std::optional<Problem>& problem = salvage.problem;
    salvage.hasIndex = attempt(problem, [&] { history.timeline = tables::readTimeline(database); });
    attempt(problem, [&] { history.notes = tables::readNotes(database); });
    attempt(problem, [&] { history.thumbnails = tables::readThumbnails(database); });
    attempt(problem, [&] { history.letters = tables::readLetters(database); });
    attempt(problem, [&] { history.lastCheckpoint = tables::readLastCheckpoint(database); });
    salvage.hasEveryStep = true;
    for (const BranchId branch : branchesOf(history.timeline)) {
        salvage.hasEveryStep &= attempt(problem, [&] {
            const auto epochs = tables::readEpochs(database, branch);
            history.epochs.insert(history.epochs.end(), epochs.begin(), epochs.end());
        });
        salvage.hasEveryStep &=
            attempt(problem, [&] { StepBlocks::readInto(history.steps, database, branch); });
    }
}

bool isListed(const Timeline& timeline, CheckpointId id) {
    return std::any_of(timeline.checkpoints.begin(), timeline.checkpoints.end(),
                       [id](const CheckpointInfo& each) { return each.id == id; });
}

void write(Database& database, const RunHistory& history) {
    createTables(database);
    for (const Branch& branch : history.timeline.branches)
        tables::write(database, branch);
    for (const EpochReport& epoch : history.epochs)
        tables::write(database, epoch);
    for (const Mark& mark : history.timeline.marks)
        tables::write(database, mark);
    for (const CheckpointInfo& info : history.timeline.checkpoints)
        tables::write(database, info);
    for (const Thumbnail& thumbnail : history.thumbnails)
        if (isListed(history.timeline, thumbnail.checkpoint))
            tables::write(database, thumbnail);
    for (const auto& [key, value] : history.notes)
        tables::writeNote(database, key, value);
    tables::writeLetters(database, history.letters);
    tables::reserve(database, CheckpointId{history.lastCheckpoint});
    StepBlocks steps;
    for (const StepReport& step : history.steps)
        steps.add(step);
    steps.write(database);
}

/// "run.damaged-1.sqlite", or the first such name that is free.
std::string freeName(const std::filesystem::path& folder) {
    for (int number = 1;; ++number) {
        std::string name = "run.damaged-" + std::to_string(number) + ".sqlite";
        if (!std::filesystem::exists(folder / name))
            return name;
    }
}

void move(const std::filesystem::path& from, const std::filesystem::path& to) {
    std::error_code failed;
    std::filesystem::rename(from, to, failed);
    if (failed)
        throw storageError(to, failed.value(), 0);
}

} // namespace

Salvage salvageHistory(const std::filesystem::path& folder) {
    const std::filesystem::path file = folder / kHistory;
    Salvage salvage;
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(file, ignored)) {
        salvage.problem =
            Problem{ProblemKind::DamagedFile, file.string(), explain("Problem", "the file is missing"), {}};
        return salvage;
    }
    std::unique_ptr<Database> database;
    if (!attempt(salvage.problem,
                 [&] { database = std::make_unique<Database>(file, Database::Mode::ReadOnly); }))
        return salvage;
    attempt(salvage.problem, [&] { checkSound(*database, file); });
    readTables(*database, salvage);
    salvage.isWhole = !salvage.problem;
    return salvage;
}

std::string replaceHistory(const std::filesystem::path& folder, const RunHistory& history) {
    const std::filesystem::path fresh = folder / (std::string(".") + kHistory + std::string(kPartialEnding));
    std::error_code ignored;
    std::filesystem::remove(fresh, ignored);
    {
        Database database(fresh, Database::Mode::Create);
        Transaction transaction(database);
        write(database, history);
        transaction.commit();
    }
    std::string kept;
    if (std::filesystem::exists(folder / kHistory)) {
        kept = freeName(folder);
        const std::string journal = std::string(kHistory) + "-journal";
        if (std::filesystem::exists(folder / journal))
            move(folder / journal, folder / (kept + "-journal"));
        move(folder / kHistory, folder / kept);
    }
    move(fresh, folder / kHistory);
    syncFolder(folder);
    return kept;
}

} // namespace neurarium
