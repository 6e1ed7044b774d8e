// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkpoint/run_tables.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "checkpoint/run_schema.h"
#include "checkpoint/thinning.h"
#include "report/error.h"

namespace neurarium {

namespace {

constexpr std::int64_t kLargestFile = 1LL << 44; // so that sizes can be added up
constexpr std::int64_t kLongestSample = 2000;    // letters

template <class Kind>
struct Word {
    Kind kind;
    std::string_view word;
};

constexpr std::array<Word<CheckpointOrigin>, 4> kOrigins{{{CheckpointOrigin::Automatic, "automatic"},
                                                          {CheckpointOrigin::Person, "person"},
                                                          {CheckpointOrigin::BeforeChange, "before_change"},
                                                          {CheckpointOrigin::Interrupted, "interrupted"}}};

constexpr std::array<Word<ChangeKind>, 8> kChanges{{{ChangeKind::Dropout, "dropout"},
                                                    {ChangeKind::LearningRate, "learning_rate"},
                                                    {ChangeKind::Augmentation, "augmentation"},
                                                    {ChangeKind::Epochs, "epochs"},
                                                    {ChangeKind::BatchSize, "batch_size"},
                                                    {ChangeKind::Labels, "labels"},
                                                    {ChangeKind::Layer, "layer"},
                                                    {ChangeKind::Divergence, "divergence"}}};

template <class Words, class Kind>
std::string wordFor(const Words& words, Kind kind) {
    return std::string(
        std::find_if(words.begin(), words.end(), [kind](const auto& row) { return row.kind == kind; })->word);
}

template <class Words>
auto kindFor(const Words& words, const std::string& word) {
    const auto row =
        std::find_if(words.begin(), words.end(), [&word](const auto& each) { return each.word == word; });
    if (row == words.end())
        throw Error(ProblemKind::DamagedFile, "run.sqlite",
                    explain("Problem", "the word \"%1\" is not known there", {word}));
    return row->kind;
}

std::string sampleNote(CheckpointId checkpoint) {
    return kSampleNote + std::to_string(checkpoint.value);
}

std::vector<Branch> readBranches(const Database& database) {
    const std::string own = schemaOf(database) < 2 ? "''" : "experiment";
    // An epoch may have been recorded without steps of its own, and a repaired run has checkpoints only.
    Statement rows = database.prepare(
        "SELECT id, parent, forked_from, fork_step, fork_epoch, weights_only,"
        " max(fork_step, ifnull((SELECT first + length(losses) / 4 - 1 FROM steps WHERE branch = branches.id"
        "  ORDER BY first DESC LIMIT 1), 0), ifnull((SELECT max(step) FROM epochs WHERE branch = "
        "branches.id), 0),"
        " ifnull((SELECT max(step) FROM checkpoints WHERE branch = branches.id), 0)),"
        " max(fork_epoch, ifnull((SELECT max(epoch) FROM epochs WHERE branch = branches.id), 0),"
        " ifnull((SELECT max(epoch) FROM checkpoints WHERE branch = branches.id), 0))"
        ", " +
        own + " FROM branches ORDER BY id");
    std::vector<Branch> branches;
    while (rows.next()) {
        Branch branch;
        branch.id.value = rows.integer();
        branch.parent.value = rows.integer();
        if (branch.parent.value >= branch.id.value)
            throw Error(ProblemKind::DamagedFile, "run.sqlite",
                        explain("Problem", "Branch %1 is said to come from branch %2, which is not older",
                                {std::to_string(branch.id.value), std::to_string(branch.parent.value)}));
        branch.forkedFrom.value = rows.integer();
        branch.forkStep = rows.integer();
        branch.forkEpoch = rows.integer();
        branch.weightsOnly = rows.integer() != 0;
        branch.lastStep = rows.integer();
        branch.lastEpoch = rows.integer();
        branch.experiment = rows.text();
        branches.push_back(branch);
    }
    return branches;
}

std::vector<CheckpointInfo> readCheckpoints(const Database& database) {
    const std::string additions = schemaOf(database) < 2 ? "'', 0" : "note, saved_at";
    Statement rows = database.prepare("SELECT id, branch, origin, letter, name, epoch, step, validation_loss,"
                                      " validation_accuracy, sha256, bytes, " +
                                      additions +
                                      ", substr(coalesce(notes.value, ''), 1, ?) FROM checkpoints"
                                      " LEFT JOIN notes ON notes.key = ? || checkpoints.id ORDER BY id");
    rows.bind(kLongestSample).bind(std::string(kSampleNote));
    std::vector<CheckpointInfo> checkpoints;
    while (rows.next()) {
        CheckpointInfo info;
        info.id.value = rows.integer();
        info.branch.value = rows.integer();
        info.origin = kindFor(kOrigins, rows.text());
        info.letter = rows.text();
        info.name = rows.text();
        info.epoch = rows.integer();
        info.step = rows.integer();
        info.validationLoss = rows.optionalReal();
        info.validationAccuracy = rows.optionalReal();
        info.sha256 = rows.text();
        info.bytes = std::clamp<std::int64_t>(rows.integer(), 0, kLargestFile);
        info.note = rows.text();
        info.savedAt = rows.integer();
        info.sample = rows.text();
        info.path = checkpointPath(info.id);
        checkpoints.push_back(std::move(info));
    }
    return checkpoints;
}

std::vector<Change> readChanges(const Database& database, MarkId mark) {
    Statement rows = database.prepare(
        "SELECT kind, knob, value_before, value_after FROM changes WHERE mark = ? ORDER BY place");
    rows.bind(mark.value);
    std::vector<Change> changes;
    while (rows.next()) {
        Change change;
        change.kind = kindFor(kChanges, rows.text());
        change.knob = rows.text();
        change.before = rows.text();
        change.after = rows.text();
        changes.push_back(std::move(change));
    }
    return changes;
}

std::vector<Mark> readMarks(const Database& database) {
    Statement rows =
        database.prepare("SELECT id, branch, number, epoch, step, checkpoint_before FROM marks ORDER BY id");
    std::vector<Mark> marks;
    while (rows.next()) {
        Mark mark;
        mark.id.value = rows.integer();
        mark.branch.value = rows.integer();
        mark.number = rows.integer();
        mark.epoch = rows.integer();
        mark.step = rows.integer();
        mark.before.value = rows.integer();
        mark.changes = readChanges(database, mark.id);
        marks.push_back(std::move(mark));
    }
    return marks;
}

/// The branch that was in use last. A newer one may have been grown beside it.
BranchId currentOf(const Database& database, const std::vector<Branch>& branches) {
    Statement row = database.prepare("SELECT CAST(value AS INTEGER) FROM notes WHERE key = ?");
    row.bind(std::string(kCurrentBranchNote));
    const BranchId noted{row.next() ? row.integer() : 0};
    if (std::any_of(branches.begin(), branches.end(), [&](const Branch& each) { return each.id == noted; }))
        return noted;
    return branches.empty() ? BranchId{} : branches.back().id;
}

DiskBudget budgetOf(const Database& database) {
    Statement row = database.prepare("SELECT CAST(value AS INTEGER) FROM notes WHERE key = ?");
    row.bind(std::string(kDiskBudgetNote));
    const std::int64_t bytes = row.next() ? row.integer() : -1;
    return bytes < 0 ? kUsualDiskBudget : DiskBudget{bytes};
}

std::int64_t oneInteger(const Database& database, const std::string& sql) {
    Statement row = database.prepare(sql);
    return row.next() ? row.integer() : 0;
}

} // namespace

namespace tables {

Timeline readTimeline(const Database& database) {
    Timeline timeline;
    timeline.branches = readBranches(database);
    timeline.checkpoints = readCheckpoints(database);
    timeline.marks = readMarks(database);
    timeline.current = currentOf(database, timeline.branches);
    timeline.budget = budgetOf(database);
    timeline.bytes = bytesOf(timeline.checkpoints);
    return timeline;
}

std::vector<EpochReport> readEpochs(const Database& database, BranchId branch) {
    Statement rows = database.prepare("SELECT epoch, step, train_loss, train_accuracy, validation_loss,"
                                      " validation_accuracy, learning_rate, seconds, samples_per_second"
                                      " FROM epochs WHERE branch = ? ORDER BY epoch");
    rows.bind(branch.value);
    std::vector<EpochReport> epochs;
    while (rows.next()) {
        EpochReport epoch;
        epoch.branch = branch;
        epoch.epoch = rows.integer();
        epoch.step = rows.integer();
        epoch.trainLoss = rows.real();
        epoch.trainAccuracy = rows.optionalReal();
        epoch.validationLoss = rows.optionalReal();
        epoch.validationAccuracy = rows.optionalReal();
        epoch.learningRate = rows.real();
        epoch.seconds = rows.real();
        epoch.samplesPerSecond = rows.real();
        epochs.push_back(epoch);
    }
    return epochs;
}

std::vector<Thumbnail> readThumbnails(const Database& database) {
    std::vector<Thumbnail> thumbnails;
    if (schemaOf(database) < 2)
        return thumbnails;
    Statement rows =
        database.prepare("SELECT checkpoint, png FROM thumbnails WHERE length(png) <= ? ORDER BY checkpoint");
    rows.bind(static_cast<std::int64_t>(kLargestThumbnail));
    while (rows.next()) {
        Thumbnail thumbnail;
        thumbnail.checkpoint.value = rows.integer();
        const auto png = rows.blob();
        thumbnail.png.assign(png.begin(), png.end());
        thumbnails.push_back(std::move(thumbnail));
    }
    return thumbnails;
}

std::map<std::string, std::string> readNotes(const Database& database) {
    Statement rows = database.prepare("SELECT key, value FROM notes");
    std::map<std::string, std::string> notes;
    while (rows.next()) {
        const std::string key = rows.text();
        notes[key] = rows.text();
    }
    return notes;
}

std::int64_t readLastCheckpoint(const Database& database) {
    return oneInteger(database, "SELECT seq FROM sqlite_sequence WHERE name = 'checkpoints'");
}

std::int64_t readLetters(const Database& database) {
    return oneInteger(database, "SELECT value FROM run WHERE key = 'letters'");
}

void write(Database& database, const Branch& branch) {
    database.prepare("INSERT OR REPLACE INTO branches VALUES (?, ?, ?, ?, ?, ?, ?)")
        .bind(branch.id.value)
        .bind(branch.parent.value)
        .bind(branch.forkedFrom.value)
        .bind(branch.forkStep)
        .bind(branch.forkEpoch)
        .bind(std::int64_t{branch.weightsOnly})
        .bind(branch.experiment)
        .finish();
}

void write(Database& database, const EpochReport& epoch) {
    database.prepare("INSERT OR REPLACE INTO epochs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(epoch.branch.value)
        .bind(epoch.epoch)
        .bind(epoch.step)
        .bind(epoch.trainLoss)
        .bind(epoch.trainAccuracy)
        .bind(epoch.validationLoss)
        .bind(epoch.validationAccuracy)
        .bind(epoch.learningRate)
        .bind(epoch.seconds)
        .bind(epoch.samplesPerSecond)
        .finish();
}

void write(Database& database, const Mark& mark) {
    database.prepare("INSERT OR REPLACE INTO marks VALUES (?, ?, ?, ?, ?, ?)")
        .bind(mark.id.value)
        .bind(mark.branch.value)
        .bind(mark.number)
        .bind(mark.epoch)
        .bind(mark.step)
        .bind(mark.before.value)
        .finish();
    Statement insert = database.prepare("INSERT OR REPLACE INTO changes VALUES (?, ?, ?, ?, ?, ?)");
    std::int64_t place = 0;
    for (const Change& change : mark.changes) {
        insert.bind(mark.id.value).bind(place++).bind(wordFor(kChanges, change.kind)).bind(change.knob);
        insert.bind(change.before).bind(change.after).finish();
    }
}

void write(Database& database, const CheckpointInfo& checkpoint) {
    database.prepare("INSERT INTO checkpoints VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(checkpoint.id.value)
        .bind(checkpoint.branch.value)
        .bind(wordFor(kOrigins, checkpoint.origin))
        .bind(checkpoint.letter)
        .bind(checkpoint.name)
        .bind(checkpoint.epoch)
        .bind(checkpoint.step)
        .bind(checkpoint.validationLoss)
        .bind(checkpoint.validationAccuracy)
        .bind(checkpoint.sha256)
        .bind(checkpoint.bytes)
        .bind(checkpoint.note)
        .bind(checkpoint.savedAt)
        .finish();
    if (!checkpoint.sample.empty())
        writeNote(database, sampleNote(checkpoint.id), checkpoint.sample);
}

void writeNote(Database& database, const std::string& key, const std::string& value) {
    database.prepare("INSERT OR REPLACE INTO notes VALUES (?, ?)").bind(key).bind(value).finish();
}

void writeLetters(Database& database, std::int64_t letters) {
    database.prepare("INSERT OR REPLACE INTO run VALUES ('letters', ?)").bind(letters).finish();
}

void write(Database& database, const Thumbnail& thumbnail) {
    database.prepare("INSERT OR REPLACE INTO thumbnails VALUES (?, ?)")
        .bind(thumbnail.checkpoint.value)
        .bind(std::span<const std::uint8_t>(thumbnail.png))
        .finish();
}

void annotate(Database& database, CheckpointId checkpoint, const std::string& note) {
    database.prepare("UPDATE checkpoints SET note = ? WHERE id = ?")
        .bind(note)
        .bind(checkpoint.value)
        .finish();
}

void rename(Database& database, CheckpointId checkpoint, const std::string& name) {
    database.prepare("UPDATE checkpoints SET name = ? WHERE id = ?")
        .bind(name)
        .bind(checkpoint.value)
        .finish();
}

void remove(Database& database, CheckpointId checkpoint) {
    database.prepare("DELETE FROM notes WHERE key = ?").bind(sampleNote(checkpoint)).finish();
    database.prepare("DELETE FROM thumbnails WHERE checkpoint = ?").bind(checkpoint.value).finish();
    database.prepare("DELETE FROM checkpoints WHERE id = ?").bind(checkpoint.value).finish();
}

void reserve(Database& database, CheckpointId checkpoint) {
    if (checkpoint.value <= readLastCheckpoint(database))
        return;
    CheckpointInfo placeholder;
    placeholder.id = checkpoint;
    write(database, placeholder);
    remove(database, checkpoint);
}

} // namespace tables

std::string checkpointPath(CheckpointId checkpoint) {
    std::string number = std::to_string(checkpoint.value);
    number.insert(0, number.size() < 6 ? 6 - number.size() : 0, '0');
    return "checkpoints/" + number + ".safetensors";
}

} // namespace neurarium
