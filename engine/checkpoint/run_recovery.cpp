// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkpoint/run_recovery.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <system_error>

#include "checkpoint/checkpoint_choice.h"
#include "checkpoint/durable_file.h"
#include "checkpoint/safetensors.h"

namespace neurarium {

namespace {

constexpr std::int64_t kReadAtOpening = 256'000'000;
constexpr std::string_view kEnding = ".safetensors";

std::string listed(const std::vector<std::filesystem::path>& files) {
    std::vector<std::string> names;
    for (const auto& file : files)
        names.push_back(file.filename().string());
    return listedNames(names);
}

std::string listed(const std::vector<CheckpointInfo>& checkpoints) {
    std::vector<std::string> names;
    for (const CheckpointInfo& info : checkpoints) {
        names.push_back(std::to_string(info.id.value));
        if (!info.letter.empty())
            names.back().append(" (").append(info.letter).append(")");
    }
    return listedNames(names);
}

/// ".000012.safetensors.partial", ".experiment.json.partial"
bool isPartialName(std::string_view name) {
    return name.starts_with('.') && name.ends_with(kPartialEnding);
}

std::vector<std::filesystem::path> filesIn(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::error_code failed;
    for (std::filesystem::directory_iterator entry(folder, failed), end; !failed && entry != end;
         entry.increment(failed))
        if (entry->is_regular_file(failed))
            files.push_back(entry->path());
    std::sort(files.begin(), files.end());
    return files;
}

void checkSize(const std::filesystem::path& file, const CheckpointInfo& info) {
    const auto size = static_cast<std::int64_t>(std::filesystem::file_size(file));
    if (size != info.bytes)
        throw Error(ProblemKind::DamagedFile, file.string(),
                    explain("Problem", "the file has %1 bytes, %2 were saved",
                            {std::to_string(size), std::to_string(info.bytes)}),
                    explain("Problem", "Use another checkpoint, or a copy of this file"));
}

/// Looks at one file; adds it to the damaged ones when it is not sound.
void examine(const std::filesystem::path& folder, const CheckpointInfo& info, bool content,
             Inventory& inventory) {
    try {
        checkSize(folder / info.path, info);
        if (content)
            readCheckpoint(folder, info);
    } catch (const Error& error) {
        inventory.damaged.push_back({info, error.problem()});
    } catch (const std::filesystem::filesystem_error& error) {
        inventory.damaged.push_back(
            {info, Problem{ProblemKind::DamagedFile,
                           info.path,
                           explain("Problem", "the file cannot be opened: %1", {error.code().message()}),
                           {}}});
    }
}

} // namespace

std::string listedNames(const std::vector<std::string>& names) {
    constexpr std::size_t kShown = 5;
    std::string text;
    for (std::size_t i = 0; i < std::min(kShown, names.size()); ++i)
        text += (i == 0 ? "" : ", ") + names[i];
    return names.size() > kShown ? text + " ..." : text;
}

bool isCheckpointName(std::string_view name) {
    if (!name.ends_with(kEnding) || name.size() < kEnding.size() + 6)
        return false;
    name.remove_suffix(kEnding.size());
    return std::all_of(name.begin(), name.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

std::vector<Message> Inventory::notes(bool cleaned) const {
    std::vector<Message> notes;
    const auto count = [](const auto& things) { return std::to_string(things.size()); };
    if (!rowsWithoutFile.empty() && cleaned)
        notes.push_back(explain("Problem",
                                "Checkpoints whose files are gone were taken out of the list (%1): %2",
                                {count(rowsWithoutFile), listed(rowsWithoutFile)}));
    else if (!rowsWithoutFile.empty())
        notes.push_back(explain("Problem", "The files of some checkpoints are gone (%1): %2",
                                {count(rowsWithoutFile), listed(rowsWithoutFile)}));
    if (!filesWithoutRow.empty() && cleaned)
        notes.push_back(explain("Problem",
                                "Files of checkpoints that were never finished were removed (%1): %2",
                                {count(filesWithoutRow), listed(filesWithoutRow)}));
    if (!partialFiles.empty() && cleaned)
        notes.push_back(explain("Problem",
                                "Files that were cut off while they were written were removed (%1): %2",
                                {count(partialFiles), listed(partialFiles)}));
    for (const DamagedCheckpoint& each : damaged)
        notes.push_back(explain(
            "Problem", "Checkpoint %1 is damaged and is not offered any more; its file was left as it is: %2",
            {std::to_string(each.info.id.value)}, {each.problem.sentence()}));
    return notes;
}

Inventory takeInventory(const std::filesystem::path& folder, const std::vector<CheckpointInfo>& checkpoints) {
    Inventory inventory;
    std::set<std::filesystem::path> files;
    for (const auto& file : filesIn(folder / "checkpoints")) {
        if (isCheckpointName(file.filename().string()))
            files.insert(file);
        else if (isPartialName(file.filename().string()))
            inventory.partialFiles.push_back(file);
    }
    for (const auto& file : filesIn(folder))
        if (isPartialName(file.filename().string()))
            inventory.partialFiles.push_back(file);

    const std::optional<CheckpointInfo> best = bestCheckpoint(checkpoints);
    std::int64_t toRead = kReadAtOpening - (best ? best->bytes : 0);
    for (auto info = checkpoints.rbegin(); info != checkpoints.rend(); ++info) {
        if (files.erase(folder / info->path) == 0) {
            inventory.rowsWithoutFile.push_back(*info);
            continue;
        }
        toRead -= info->bytes;
        examine(folder, *info, toRead >= 0 || (best && best->id == info->id), inventory);
    }
    inventory.filesWithoutRow.assign(files.begin(), files.end());
    return inventory;
}

void removeLeftovers(const Inventory& inventory) {
    std::error_code ignored;
    for (const auto& file : inventory.filesWithoutRow)
        std::filesystem::remove(file, ignored);
    for (const auto& file : inventory.partialFiles)
        std::filesystem::remove(file, ignored);
}

TrainingState readCheckpoint(const std::filesystem::path& folder, const CheckpointInfo& info) {
    const std::filesystem::path file = folder / info.path;
    std::string sha256;
    TrainingState state = readSafetensors(file, &sha256);
    if (sha256.empty())
        throw Error(ProblemKind::DamagedFile, file.string(),
                    explain("Problem", "the file was made by another program: it carries no hash"),
                    explain("Problem", "Use another checkpoint, or take only the weights from this file"));
    if (sha256 != info.sha256)
        throw Error(ProblemKind::DamagedFile, file.string(),
                    explain("Problem",
                            "the file is not the checkpoint that was saved: its hash begins with %1, not %2",
                            {sha256.substr(0, 8), info.sha256.substr(0, 8)}),
                    explain("Problem", "Use another checkpoint, or a copy of this file"));
    return state;
}

} // namespace neurarium
