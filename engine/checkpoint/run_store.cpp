// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkpoint/run_store.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <system_error>
#include <utility>

#include "checkpoint/checkpoint_choice.h"
#include "checkpoint/run_content.h"
#include "checkpoint/safetensors.h"
#include "checkpoint/thinning.h"

namespace neurarium {

struct RunStore::Content : RunContent {
    using RunContent::RunContent;
};

namespace {

bool hasLetter(CheckpointOrigin origin) {
    return origin == CheckpointOrigin::Person || origin == CheckpointOrigin::BeforeChange;
}

void requireWriting(const RunContent& content) {
    if (!content.isWriter())
        throw Error(ProblemKind::Refused, content.folder.string(),
                    explain("Problem", "this run is open for looking only"),
                    explain("Problem", "Close it where it is open, or go on with a copy of its folder"));
}

Branch& branchOf(RunContent& content, BranchId id) {
    std::vector<Branch>& branches = content.timeline.branches;
    const auto found =
        std::find_if(branches.rbegin(), branches.rend(), [id](const Branch& each) { return each.id == id; });
    if (found == branches.rend())
        throw Error(ProblemKind::Failure, content.folder.string(),
                    explain("Problem", "this run has no branch %1", {std::to_string(id.value)}));
    return *found;
}

void requireLater(std::int64_t next, std::int64_t last) {
    if (next <= last)
        throw Error(ProblemKind::Failure, "history",
                    explain("Problem", "%1 is already recorded in this branch, which has come to %2",
                            {std::to_string(next), std::to_string(last)}));
}

CheckpointInfo* infoOf(RunContent& content, CheckpointId id) {
    std::vector<CheckpointInfo>& checkpoints = content.timeline.checkpoints;
    const auto found = std::find_if(checkpoints.begin(), checkpoints.end(),
                                    [id](const CheckpointInfo& each) { return each.id == id; });
    return found == checkpoints.end() ? nullptr : &*found;
}

CheckpointInfo& requireInfo(RunContent& content, CheckpointId id) {
    CheckpointInfo* info = infoOf(content, id);
    if (info == nullptr)
        throw Error(ProblemKind::Refused, std::to_string(id.value),
                    explain("Problem", "this run has no such checkpoint"));
    return *info;
}

void requirePng(const std::vector<std::uint8_t>& png) {
    constexpr std::array<std::uint8_t, 8> kSignature{0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    if (png.size() > kLargestThumbnail)
        throw Error(ProblemKind::Refused, "thumbnail",
                    explain("Problem", "A thumbnail may have %1 bytes, this one has %2",
                            {std::to_string(kLargestThumbnail), std::to_string(png.size())}));
    if (png.size() < kSignature.size() || !std::equal(kSignature.begin(), kSignature.end(), png.begin()))
        throw Error(ProblemKind::Refused, "thumbnail", explain("Problem", "A thumbnail must be a PNG file"));
}

std::int64_t secondsNow() {
    return std::chrono::duration_cast<std::chrono::seconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

/// The row of a checkpoint to be, with the next id whose file is not there.
CheckpointInfo nextInfo(const RunContent& content, const NewCheckpoint& checkpoint) {
    CheckpointInfo info;
    info.id.value = content.lastCheckpoint + 1;
    while (std::filesystem::exists(content.folder / checkpointPath(info.id)))
        ++info.id.value;
    info.path = checkpointPath(info.id);
    info.branch = checkpoint.branch;
    info.origin = checkpoint.origin;
    info.letter = hasLetter(checkpoint.origin) ? checkpointLetter(content.letters) : std::string();
    info.name = checkpoint.name;
    info.epoch = checkpoint.epoch;
    info.step = checkpoint.step;
    info.validationLoss = checkpoint.validationLoss;
    info.validationAccuracy = checkpoint.validationAccuracy;
    info.sample = checkpoint.sample;
    return info;
}

void commitCheckpoint(RunContent& content, const CheckpointInfo& info) {
    content.commit([&](Database& database) {
        tables::write(database, info);
        if (!info.letter.empty())
            tables::writeLetters(database, content.letters + 1);
    });
}

/// After a commit that failed: the file goes unless its row may have reached the disk all the same. Then the
/// checkpoint stays, complete though never announced, and its id and letter are not given again.
void abandon(RunContent& content, const CheckpointInfo& info) noexcept {
    content.lastCheckpoint = info.id.value;
    try {
        Transaction removal(content.database);
        tables::remove(content.database, info.id);
        removal.commit();
    } catch (const std::exception&) {
        if (content.mayHaveRow(info.id)) {
            content.letters += info.letter.empty() ? 0 : 1;
            return;
        }
    }
    std::error_code ignored;
    std::filesystem::remove(content.folder / info.path, ignored);
}

} // namespace

RunStore::RunStore(std::unique_ptr<Content> content)
    : m_content(std::move(content)) {}

std::unique_ptr<RunStore> RunStore::create(const std::filesystem::path& folder,
                                           const std::string& experimentJson) {
    makeRun(folder, experimentJson);
    return open(folder, Access::ReadWrite);
}

std::unique_ptr<RunStore> RunStore::open(const std::filesystem::path& folder, Access access,
                                         Recovery* recovery) {
    std::vector<Message> notes;
    auto content = std::make_unique<Content>(folder, access == Access::ReadWrite, notes);
    if (recovery != nullptr)
        recovery->notes = std::move(notes);
    return std::unique_ptr<RunStore>(new RunStore(std::move(content)));
}

std::string RunStore::holder(const std::filesystem::path& folder) {
    return RunLock::holder(folder);
}

RunStore::~RunStore() {
    try {
        if (m_content->isWriter())
            flush();
    } catch (const std::exception&) {
        // A full disk was told of by the flush before; here nobody listens any more.
    }
}

RunStore::Access RunStore::access() const {
    return m_content->isWriter() ? Access::ReadWrite : Access::ReadOnly;
}

const std::filesystem::path& RunStore::folder() const {
    return m_content->folder;
}

const std::string& RunStore::experimentJson() const {
    return m_content->experimentJson;
}

BranchId RunStore::addBranch(const Branch& branch) {
    requireWriting(*m_content);
    Timeline& timeline = m_content->timeline;
    Branch added = branch;
    added.id.value = timeline.branches.empty() ? 1 : timeline.branches.back().id.value + 1;
    added.lastStep = branch.weightsOnly ? 0 : branch.forkStep;
    added.lastEpoch = branch.weightsOnly ? 0 : branch.forkEpoch;
    timeline.branches.push_back(added);
    m_content->waiting.branches.push_back(added);
    setCurrent(added.id);
    return added.id;
}

void RunStore::setCurrent(BranchId branch) {
    requireWriting(*m_content);
    if (m_content->timeline.current == branch)
        return;
    m_content->timeline.current = branchOf(*m_content, branch).id;
    setNote(kCurrentBranchNote, std::to_string(branch.value));
}

void RunStore::addStep(const StepReport& step) {
    requireWriting(*m_content);
    Branch& branch = branchOf(*m_content, step.branch);
    requireLater(step.step, branch.lastStep);
    m_content->steps.add(step);
    branch.lastStep = step.step;
}

void RunStore::addEpoch(const EpochReport& epoch) {
    requireWriting(*m_content);
    Branch& branch = branchOf(*m_content, epoch.branch);
    requireLater(epoch.epoch, branch.lastEpoch);
    m_content->waiting.epochs.push_back(epoch);
    branch.lastEpoch = epoch.epoch;
    branch.lastStep = std::max(branch.lastStep, epoch.step);
}

MarkId RunStore::addMark(const Mark& mark) {
    requireWriting(*m_content);
    std::vector<Mark>& marks = m_content->timeline.marks;
    Mark added = mark;
    added.id.value = marks.empty() ? 1 : marks.back().id.value + 1;
    if (added.number == 0)
        added.number = added.id.value;
    marks.push_back(added);
    m_content->waiting.marks.push_back(added);
    return added.id;
}

CheckpointInfo RunStore::addCheckpoint(const NewCheckpoint& checkpoint, const TrainingState& state) {
    requireWriting(*m_content);
    branchOf(*m_content, checkpoint.branch);
    CheckpointInfo info = nextInfo(*m_content, checkpoint);
    info.sha256 = writeSafetensors(m_content->folder / info.path, state);
    info.bytes = static_cast<std::int64_t>(safetensorsSize(state));
    info.savedAt = secondsNow();
    try {
        commitCheckpoint(*m_content, info);
    } catch (const std::exception&) {
        abandon(*m_content, info);
        throw;
    }
    m_content->lastCheckpoint = info.id.value;
    m_content->letters += info.letter.empty() ? 0 : 1;
    m_content->timeline.checkpoints.push_back(info);
    Branch& branch = branchOf(*m_content, info.branch);
    branch.lastStep = std::max(branch.lastStep, info.step);
    branch.lastEpoch = std::max(branch.lastEpoch, info.epoch);
    return info;
}

void RunStore::rename(CheckpointId checkpoint, const std::string& name) {
    requireWriting(*m_content);
    CheckpointInfo& info = requireInfo(*m_content, checkpoint);
    m_content->commit([&](Database& database) { tables::rename(database, checkpoint, name); });
    info.name = name;
}

void RunStore::annotate(CheckpointId checkpoint, const std::string& note) {
    requireWriting(*m_content);
    CheckpointInfo& info = requireInfo(*m_content, checkpoint);
    m_content->commit([&](Database& database) { tables::annotate(database, checkpoint, note); });
    info.note = note;
}

void RunStore::setThumbnail(const Thumbnail& thumbnail) {
    requireWriting(*m_content);
    requireInfo(*m_content, thumbnail.checkpoint);
    requirePng(thumbnail.png);
    m_content->commit([&](Database& database) { tables::write(database, thumbnail); });
}

void RunStore::flush() {
    requireWriting(*m_content);
    if (m_content->isAnythingWaiting())
        m_content->commit([](Database&) {});
}

void RunStore::setBudget(const DiskBudget& budget) {
    requireWriting(*m_content);
    if (budget.bytes < 0)
        throw Error(ProblemKind::Refused, std::to_string(budget.bytes),
                    explain("Problem", "The checkpoints of a run cannot take less than nothing"));
    m_content->timeline.budget = budget;
    setNote(kDiskBudgetNote, std::to_string(budget.bytes));
}

std::vector<CheckpointId> RunStore::thin(const std::vector<CheckpointId>& inUse) {
    requireWriting(*m_content);
    const std::vector<CheckpointId> removed = thinnable(timeline(), inUse);
    if (removed.empty())
        return removed;
    m_content->commit([&](Database& database) {
        for (const CheckpointId id : removed)
            tables::remove(database, id);
    });
    std::erase_if(m_content->timeline.checkpoints, [&removed](const CheckpointInfo& each) {
        return std::find(removed.begin(), removed.end(), each.id) != removed.end();
    });
    std::error_code ignored;
    for (const CheckpointId id : removed)
        std::filesystem::remove(m_content->folder / checkpointPath(id), ignored);
    return removed;
}

bool RunStore::isOverBudget() const {
    const DiskBudget& budget = m_content->timeline.budget;
    return budget.bytes > 0 && bytesOf(m_content->timeline.checkpoints) > budget.bytes;
}

Timeline RunStore::timeline() const {
    Timeline sound = m_content->timeline;
    sound.bytes = bytesOf(sound.checkpoints);
    std::erase_if(sound.checkpoints,
                  [this](const CheckpointInfo& each) { return m_content->damageOf(each.id) != nullptr; });
    return sound;
}

const std::vector<DamagedCheckpoint>& RunStore::damaged() const {
    return m_content->damaged;
}

std::vector<Thumbnail> RunStore::thumbnails() const {
    return tables::readThumbnails(m_content->database);
}

std::vector<EpochReport> RunStore::epochs(BranchId branch) const {
    std::vector<EpochReport> epochs = tables::readEpochs(m_content->database, branch);
    const std::vector<EpochReport>& waiting = m_content->waiting.epochs;
    std::copy_if(waiting.begin(), waiting.end(), std::back_inserter(epochs),
                 [branch](const EpochReport& epoch) { return epoch.branch == branch; });
    return epochs;
}

std::vector<StepReport> RunStore::steps(BranchId branch, const StepRange& range) const {
    return m_content->steps.read(m_content->database, branch, range);
}

std::optional<CheckpointInfo> RunStore::checkpoint(CheckpointId id) const {
    const CheckpointInfo* info = infoOf(*m_content, id);
    return info == nullptr ? std::nullopt : std::optional<CheckpointInfo>(*info);
}

CheckpointInfo RunStore::find(const std::string& selector) const {
    CheckpointInfo chosen = chooseCheckpoint(m_content->timeline, selector);
    const DamagedCheckpoint* damage = m_content->damageOf(chosen.id);
    if (damage == nullptr)
        return chosen;
    Problem problem = damage->problem;
    problem.kind = ProblemKind::DamagedFile;
    const std::vector<CheckpointInfo> sound = timeline().checkpoints;
    if (!sound.empty())
        problem.advice = explain("Problem", "Use checkpoint %1 (epoch %2), the newest that is whole",
                                 {std::to_string(sound.back().id.value), std::to_string(sound.back().epoch)});
    throw Error(problem);
}

TrainingState RunStore::load(CheckpointId id) const {
    return readCheckpoint(m_content->folder, requireInfo(*m_content, id));
}

void RunStore::setNote(const std::string& key, const std::string& value) {
    requireWriting(*m_content);
    m_content->notes[key] = value;
    m_content->waiting.notes.insert(key);
}

std::string RunStore::note(const std::string& key) const {
    const auto found = m_content->notes.find(key);
    return found == m_content->notes.end() ? std::string() : found->second;
}

} // namespace neurarium
