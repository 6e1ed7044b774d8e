// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cerrno>
#include <map>
#include <memory>
#include <system_error>
#include <vector>

#include <archive.h>
#include <archive_entry.h>

#include "checkpoint/archive_parts.h"
#include "checkpoint/durable_file.h"
#include "checkpoint/growing_file.h"
#include "checkpoint/run_archive.h"
#include "checkpoint/run_store.h"

namespace neurarium {

namespace {

constexpr std::size_t kMostFiles = 100'000;
constexpr std::uint64_t kLargestFile = 16ULL << 30;
constexpr int kOtherFormat = EILSEQ; ///< how the library says so

struct FreeArchive {
    void operator()(archive* reader) const { archive_free(reader); }
};
using Archive = std::unique_ptr<archive, FreeArchive>;

[[noreturn]] void failPacked(const std::filesystem::path& file, Message what) {
    throw Error(ProblemKind::DamagedFile, file.string(), std::move(what),
                explain("Problem", "Ask for the file again, or for the run's folder"));
}

std::uint64_t bytesOf(const std::map<std::filesystem::path, std::uint64_t>& files) {
    std::uint64_t bytes = 0;
    for (const auto& [name, size] : files)
        bytes += size;
    return bytes;
}

/// What the library says; it does not always say something.
std::string reasonOf(archive* reader) {
    const char* text = archive_error_string(reader);
    return text == nullptr ? "" : text;
}

/// Reads a zip file that may come from anybody. Each walk through it begins anew.
class Unpacking {
public:
    explicit Unpacking(const std::filesystem::path& file)
        : m_file(file) {}
    /// Looks at every entry: what the files say they have, by their names within the run.
    std::map<std::filesystem::path, std::uint64_t> check();
    /// The folder that was packed; empty when the files lie in none. After `check`.
    const std::string& folder() const { return m_folder; }
    /// Writes exactly these files, each to the disk.
    void extract(std::map<std::filesystem::path, std::uint64_t> files, const Provisional& run,
                 const std::filesystem::path& place, ArchiveCounter& counter);

private:
    Archive open() const;
    archive_entry* next(archive* reader) const;
    std::filesystem::path nameOf(archive_entry* entry);
    void extractOne(archive* reader, std::uint64_t size, GrowingFile& to, ArchiveCounter& counter) const;

    const std::filesystem::path m_file;
    std::string m_folder;
};

Archive Unpacking::open() const {
    Archive reader(archive_read_new());
    archive_read_support_format_zip(reader.get());
    const int result = archive_read_open_filename(reader.get(), m_file.c_str(), kArchiveChunk);
    if (result != ARCHIVE_OK && archive_errno(reader.get()) == kOtherFormat)
        failPacked(m_file, explain("Problem", "this is no packed run: the file is no zip file"));
    if (result != ARCHIVE_OK)
        failPacked(m_file, explain("Problem", "the file cannot be opened: %1", {reasonOf(reader.get())}));
    return reader;
}

/// Null at the end. A warning is about names in another writing: only the folder's may have one.
archive_entry* Unpacking::next(archive* reader) const {
    archive_entry* entry = nullptr;
    const int result = archive_read_next_header(reader, &entry);
    if (result == ARCHIVE_EOF)
        return nullptr;
    if (result < ARCHIVE_WARN || entry == nullptr)
        failPacked(m_file, explain("Problem", "this is no packed run: %1", {reasonOf(reader)}));
    return entry;
}

/// The place within the run, without the folder that was packed; empty for a folder.
std::filesystem::path Unpacking::nameOf(archive_entry* entry) {
    const char* text = archive_entry_pathname(entry);
    const std::filesystem::path whole = text == nullptr ? "" : text;
    const auto type = archive_entry_filetype(entry);
    const bool isLink = archive_entry_symlink(entry) != nullptr || archive_entry_hardlink(entry) != nullptr;
    const bool climbs =
        whole.empty() || whole.is_absolute() ||
        std::any_of(whole.begin(), whole.end(), [](const auto& part) { return part == ".."; });
    const auto refuse = [&] {
        failPacked(m_file, explain("Problem", "this is no packed run: it holds \"%1\", which no run has",
                                   {whole.string()}));
    };
    if (isLink || climbs || (type != AE_IFREG && type != AE_IFDIR))
        refuse();
    if (type == AE_IFDIR)
        return {};
    if (belongsToARun(whole))
        return whole;
    const std::filesystem::path name = whole.lexically_relative(*whole.begin());
    if (!belongsToARun(name))
        refuse();
    m_folder = whole.begin()->string();
    return name;
}

std::map<std::filesystem::path, std::uint64_t> Unpacking::check() {
    const Archive reader = open();
    std::map<std::filesystem::path, std::uint64_t> files;
    while (archive_entry* entry = next(reader.get())) {
        const std::filesystem::path name = nameOf(entry);
        if (name.empty())
            continue;
        const la_int64_t size = archive_entry_size_is_set(entry) != 0 ? archive_entry_size(entry) : -1;
        if (size < 0 || static_cast<std::uint64_t>(size) > kLargestFile || files.size() >= kMostFiles)
            failPacked(m_file, explain("Problem", "it holds more than a run can have"));
        if (!files.emplace(name, static_cast<std::uint64_t>(size)).second)
            failPacked(m_file, explain("Problem", "it holds \"%1\" twice", {name.string()}));
    }
    if (!files.contains("experiment.json") || !files.contains("run.sqlite"))
        failPacked(m_file,
                   explain("Problem", "this is no packed run: experiment.json or run.sqlite is missing"));
    return files;
}

void Unpacking::extract(std::map<std::filesystem::path, std::uint64_t> files, const Provisional& run,
                        const std::filesystem::path& place, ArchiveCounter& counter) {
    const WantedRoom room{place, bytesOf(files)};
    const Archive reader = open();
    while (archive_entry* entry = next(reader.get())) {
        const std::filesystem::path name = nameOf(entry);
        if (name.empty())
            continue;
        const auto known = files.find(name);
        if (known == files.end())
            failPacked(m_file, explain("Problem", "it holds \"%1\" twice", {name.string()}));
        GrowingFile output(run.path() / name, room);
        extractOne(reader.get(), known->second, output, counter);
        output.finish();
        files.erase(known);
    }
    if (!files.empty())
        failPacked(m_file, explain("Problem", "the file could not be read to its end"));
}

void Unpacking::extractOne(archive* reader, std::uint64_t size, GrowingFile& to,
                           ArchiveCounter& counter) const {
    std::uint64_t left = size;
    std::vector<std::uint8_t> buffer(kArchiveChunk);
    for (;;) {
        const la_ssize_t count = archive_read_data(reader, buffer.data(), buffer.size());
        if (count < 0 || static_cast<std::uint64_t>(count) > left)
            failPacked(m_file, explain("Problem", "the file could not be read to its end"));
        if (count == 0)
            break;
        left -= static_cast<std::uint64_t>(count);
        to.write({buffer.data(), static_cast<std::size_t>(count)});
        counter.add(static_cast<std::size_t>(count));
    }
    if (left > 0)
        failPacked(m_file, explain("Problem", "the file could not be read to its end"));
}

void makeFolders(const Provisional& partial, const std::filesystem::path& run, std::uint64_t bytes) {
    std::error_code failed;
    std::filesystem::create_directories(partial.path() / "checkpoints", failed);
    if (failed)
        throw storageError(run, failed.value(), bytes);
    const std::filesystem::space_info space = std::filesystem::space(partial.path(), failed);
    if (!failed && space.available < bytes)
        throw storageError(run, ENOSPC, bytes);
}

} // namespace

PackedContent lookIntoPacked(const std::filesystem::path& file) {
    const Utf8Names names;
    Unpacking unpacking(file);
    const auto files = unpacking.check();
    const auto checkpoints = std::count_if(files.begin(), files.end(), [](const auto& each) {
        return each.first.parent_path() == "checkpoints";
    });
    return {unpacking.folder(), static_cast<std::int64_t>(bytesOf(files)),
            static_cast<std::size_t>(checkpoints)};
}

ArchiveReport unpackRun(const std::filesystem::path& file, const std::filesystem::path& run,
                        const ArchiveProgress& progress) {
    requireNothingAt(run);
    const Utf8Names names;
    Unpacking unpacking(file);
    const auto files = unpacking.check();
    const std::uint64_t bytes = bytesOf(files);
    Provisional partial(run);
    makeFolders(partial, run, bytes);
    ArchiveCounter counter(progress, bytes, file);
    unpacking.extract(files, partial, run, counter);
    Recovery recovery;
    RunStore::open(partial.path(), RunStore::Access::ReadOnly, &recovery);
    syncFolder(partial.path() / "checkpoints");
    syncFolder(partial.path());
    partial.moveIntoPlace(bytes);
    return {run.string(), static_cast<std::int64_t>(bytes), recovery.notes};
}

} // namespace neurarium
