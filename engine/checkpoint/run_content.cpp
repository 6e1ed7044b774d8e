// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkpoint/run_content.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include "checkpoint/durable_file.h"
#include "checkpoint/run_schema.h"

namespace neurarium {

namespace {

constexpr std::uintmax_t kLongestExperiment = 16'000'000;
constexpr std::uint64_t kRoomForRows = 65'536;

std::filesystem::path databaseOf(const std::filesystem::path& folder) {
    return folder / "run.sqlite";
}

std::filesystem::path experimentOf(const std::filesystem::path& folder) {
    return folder / "experiment.json";
}

void updateTables(const std::filesystem::path& folder) {
    Database database(databaseOf(folder), Database::Mode::ReadWrite);
    database.expect(kRoomForRows);
    Transaction transaction(database);
    migrateTables(database);
    transaction.commit();
}

/// Takes the lock when the run is to be written to and its tables are of a version that this program knows.
/// Older tables are brought up to date then.
std::unique_ptr<RunLock> takeLock(const std::filesystem::path& folder, bool forWriting,
                                  std::vector<Message>& notes) {
    std::error_code ignored;
    const bool isThere = std::filesystem::is_regular_file(databaseOf(folder), ignored);
    if (!isThere && std::filesystem::is_directory(folder / "checkpoints", ignored))
        throw Error(ProblemKind::DamagedFile, databaseOf(folder).string(),
                    explain("Problem", "the history of this run is missing"),
                    explain("Problem", "neurarium-cli repair builds it anew from the checkpoints"));
    if (!isThere)
        throw Error(ProblemKind::Refused, folder.string(),
                    explain("Problem", "this is not a run: there is no run.sqlite in it"),
                    explain("Problem", "Choose a folder that Neurarium has made"));
    std::unique_ptr<RunLock> lock = forWriting ? std::make_unique<RunLock>(folder) : nullptr;
    const std::int64_t schema = schemaOf(Database(databaseOf(folder), Database::Mode::ReadOnly));
    if (schema < 1)
        throw Error(ProblemKind::DamagedFile, databaseOf(folder).string(),
                    explain("Problem", "this run was never finished being made"),
                    explain("Problem", "Remove the folder and start the run anew"));
    if (schema > kRunSchema) {
        notes.push_back(
            explain("Problem", "This run was made by a newer version of Neurarium: it can be looked at here, "
                               "but not changed"));
        return nullptr;
    }
    if (lock && schema < kRunSchema)
        updateTables(folder);
    const std::string other = forWriting ? std::string() : RunLock::holder(folder);
    if (!other.empty())
        notes.push_back(explain("Problem", "This run is open in %1: here it can only be looked at", {other}));
    return lock;
}

void requireEmpty(const std::filesystem::path& folder) {
    std::error_code failed;
    const bool isThere = std::filesystem::exists(folder, failed);
    const bool isEmpty = isThere && std::filesystem::is_directory(folder, failed) &&
                         std::filesystem::is_empty(folder, failed) && !failed;
    if (isThere && !isEmpty)
        throw Error(ProblemKind::Refused, folder.string(),
                    explain("Problem", "a new run needs a new or empty folder, this one is in use"),
                    explain("Problem", "Choose another name"));
}

void fillFolder(const std::filesystem::path& folder, const std::string& experimentJson) {
    std::error_code failed;
    std::filesystem::create_directories(folder / "checkpoints", failed);
    if (failed)
        throw storageError(folder / "checkpoints", failed.value(), experimentJson.size() + kRoomForRows);
    const RunLock lock(folder);
    writeDurably(experimentOf(folder), experimentJson);
    Database database(databaseOf(folder), Database::Mode::Create);
    database.expect(kRoomForRows);
    Transaction transaction(database);
    createTables(database);
    transaction.commit();
    syncFolder(folder);
    syncFolder(std::filesystem::absolute(folder / "").parent_path().parent_path());
}

} // namespace

std::string experimentText(const std::filesystem::path& folder) {
    const std::filesystem::path path = experimentOf(folder);
    std::error_code failed;
    const std::uintmax_t size = std::filesystem::file_size(path, failed);
    std::ifstream file(path, std::ios::binary);
    if (failed || !file || size > kLongestExperiment)
        throw Error(ProblemKind::DamagedFile, path.string(),
                    explain("Problem", "the experiment of this run is missing or too long"),
                    explain("Problem", "Put a copy of experiment.json back into the folder"));
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void makeRun(const std::filesystem::path& folder, const std::string& experimentJson) {
    requireEmpty(folder);
    std::error_code ignored;
    const bool isNew = !std::filesystem::exists(folder, ignored);
    try {
        fillFolder(folder, experimentJson);
    } catch (const std::exception&) {
        for (const char* name :
             {"checkpoints", "experiment.json", "run.sqlite", "run.sqlite-journal", "run.lock"})
            std::filesystem::remove_all(folder / name, ignored);
        if (isNew)
            std::filesystem::remove(folder, ignored);
        throw;
    }
}

RunContent::RunContent(const std::filesystem::path& runFolder, bool forWriting, std::vector<Message>& found)
    : folder(runFolder)
    , lock(takeLock(folder, forWriting, found))
    , experimentJson(experimentText(folder))
    , database(databaseOf(folder), lock ? Database::Mode::ReadWrite : Database::Mode::ReadOnly)
    , timeline(tables::readTimeline(database))
    , notes(tables::readNotes(database))
    , lastCheckpoint(tables::readLastCheckpoint(database))
    , letters(tables::readLetters(database)) {
    // Files come and go while somebody else writes: what does not fit now is not worth a word.
    if (lock || RunLock::holder(folder).empty())
        compareWithFiles(found);
}

void RunContent::compareWithFiles(std::vector<Message>& found) {
    Inventory inventory = takeInventory(folder, timeline.checkpoints);
    const auto isGone = [&inventory](const CheckpointInfo& each) {
        const auto& gone = inventory.rowsWithoutFile;
        return std::any_of(gone.begin(), gone.end(), [&each](const auto& row) { return row.id == each.id; });
    };
    std::erase_if(timeline.checkpoints, isGone);
    if (isWriter() && !inventory.rowsWithoutFile.empty())
        commit([&inventory](Database& open) {
            for (const CheckpointInfo& each : inventory.rowsWithoutFile)
                tables::remove(open, each.id);
        });
    if (isWriter())
        removeLeftovers(inventory);
    std::vector<Message> messages = inventory.notes(isWriter());
    std::move(messages.begin(), messages.end(), std::back_inserter(found));
    damaged = std::move(inventory.damaged);
}

const DamagedCheckpoint* RunContent::damageOf(CheckpointId id) const {
    const auto each = std::find_if(damaged.begin(), damaged.end(),
                                   [id](const DamagedCheckpoint& one) { return one.info.id == id; });
    return each == damaged.end() ? nullptr : &*each;
}

bool RunContent::isAnythingWaiting() const {
    return !waiting.branches.empty() || !waiting.epochs.empty() || !waiting.marks.empty() ||
           !waiting.notes.empty() || steps.waiting() > 0;
}

void RunContent::commit(const std::function<void(Database&)>& more) {
    database.expect(kRoomForRows + steps.waiting());
    Transaction transaction(database);
    for (const Branch& branch : waiting.branches)
        tables::write(database, branch);
    for (const EpochReport& epoch : waiting.epochs)
        tables::write(database, epoch);
    for (const Mark& mark : waiting.marks)
        tables::write(database, mark);
    for (const std::string& key : waiting.notes)
        tables::writeNote(database, key, notes[key]);
    steps.write(database);
    more(database);
    transaction.commit();
    waiting = {};
    steps.committed();
}

bool RunContent::mayHaveRow(CheckpointId checkpoint) const noexcept {
    try {
        Statement row = database.prepare("SELECT 1 FROM checkpoints WHERE id = ?");
        row.bind(checkpoint.value);
        return row.next();
    } catch (const std::exception&) {
        return true;
    }
}

} // namespace neurarium
