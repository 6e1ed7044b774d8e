// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <memory>
#include <system_error>

#include <archive.h>
#include <archive_entry.h>
#include <nlohmann/json.hpp>

#include "checkpoint/archive_parts.h"
#include "checkpoint/durable_file.h"
#include "checkpoint/growing_file.h"
#include "checkpoint/run_archive.h"
#include "checkpoint/run_recovery.h"
#include "checkpoint/run_store.h"

namespace neurarium {

namespace {

constexpr std::int64_t kTime = 315'532'800; // 1980-01-01, the first that a zip file knows
constexpr const char* kHistory = "run.sqlite";

struct FreeArchive {
    void operator()(archive* writer) const { archive_free(writer); }
};

struct FreeEntry {
    void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};

/// Writes one zip file. Checkpoints are stored as they are: their numbers can hardly be made smaller, and
/// trying takes the processor from the training.
class ZipFile {
public:
    ZipFile(const std::filesystem::path& path, WantedRoom room);
    void add(const std::filesystem::path& from, const std::string& name, std::uint64_t bytes,
             ArchiveCounter& counter);
    /// It is on the disk when this returns.
    void finish();

private:
    static la_ssize_t write(archive* writer, void* self, const void* bytes, std::size_t count);
    void check(la_ssize_t result) const;

    const std::filesystem::path m_place;
    GrowingFile m_file;
    std::exception_ptr m_failure; ///< of the file: nothing may be thrown through the library
    std::unique_ptr<archive, FreeArchive> m_archive;
};

ZipFile::ZipFile(const std::filesystem::path& path, WantedRoom room)
    : m_place(room.place)
    , m_file(path, std::move(room))
    , m_archive(archive_write_new()) {
    check(archive_write_set_format_zip(m_archive.get()));
    check(archive_write_set_bytes_per_block(m_archive.get(), static_cast<int>(kArchiveChunk)));
    check(archive_write_set_bytes_in_last_block(m_archive.get(), 1));
    check(archive_write_open(m_archive.get(), this, nullptr, &ZipFile::write, nullptr));
}

la_ssize_t ZipFile::write(archive* writer, void* self, const void* bytes, std::size_t count) {
    auto* zip = static_cast<ZipFile*>(self);
    try {
        if (!zip->m_failure)
            zip->m_file.write({static_cast<const std::uint8_t*>(bytes), count});
    } catch (...) {
        zip->m_failure = std::current_exception();
    }
    if (!zip->m_failure)
        return static_cast<la_ssize_t>(count);
    archive_set_error(writer, EIO, "the file could not be written");
    return -1;
}

void ZipFile::check(la_ssize_t result) const {
    if (m_failure)
        std::rethrow_exception(m_failure);
    if (result < ARCHIVE_WARN)
        throw storageError(m_place, EIO, 0);
}

void ZipFile::add(const std::filesystem::path& from, const std::string& name, std::uint64_t bytes,
                  ArchiveCounter& counter) {
    const bool isCheckpoint = name.ends_with(".safetensors");
    check(isCheckpoint ? archive_write_zip_set_compression_store(m_archive.get())
                       : archive_write_zip_set_compression_deflate(m_archive.get()));
    const std::unique_ptr<archive_entry, FreeEntry> entry(archive_entry_new());
    archive_entry_set_pathname(entry.get(), name.c_str());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(bytes));
    archive_entry_set_mtime(entry.get(), kTime, 0);
    check(archive_write_header(m_archive.get(), entry.get()));
    std::ifstream input(from, std::ios::binary);
    std::vector<char> buffer(kArchiveChunk);
    for (std::uint64_t left = bytes; left > 0;) {
        input.read(buffer.data(), static_cast<std::streamsize>(std::min<std::uint64_t>(left, kArchiveChunk)));
        const auto count = static_cast<std::size_t>(input.gcount());
        if (count == 0)
            throw Error(ProblemKind::DamagedFile, from.string(),
                        explain("Problem", "the file could not be read to its end"));
        check(archive_write_data(m_archive.get(), buffer.data(), count));
        left -= count;
        counter.add(count);
    }
}

void ZipFile::finish() {
    check(archive_write_close(m_archive.get()));
    m_file.finish();
}

/// Where the data lies that the run was trained with, which no run folder holds; empty for data that the
/// program makes up.
std::string dataPath(const std::string& experimentJson) {
    const auto json = nlohmann::json::parse(experimentJson, nullptr, false);
    const bool hasData = json.is_object() && json.contains("data") && json["data"].is_object();
    if (!hasData || !json["data"].contains("path") || !json["data"]["path"].is_string())
        return {};
    return json["data"]["path"].get<std::string>();
}

/// What lies in a run's folder because a program works there.
bool isPassing(const std::string& name) {
    return name == "run.lock" || name == "run.sqlite-journal" ||
           (name.starts_with('.') && name.ends_with(kPartialEnding));
}

} // namespace

RunPacking::RunPacking(RunStore& store, const std::filesystem::path& file)
    : m_file(file)
    , m_run(std::filesystem::absolute(store.folder() / "").parent_path())
    , m_history(file, "history")
    , m_headNotes(file, "head-notes") {
    requireNothingAt(file);
    store.flush();
    collect(store.folder());
    for (Item& item : m_items)
        if (item.name == kHistory || item.name == kHeadNotes) {
            const auto& copy = item.name == kHistory ? m_history : m_headNotes;
            copyForAWhile(item.from, copy.path(), {file, bytes()});
            item.from = copy.path();
            item.bytes = std::filesystem::file_size(item.from);
        }
    if (const std::string path = dataPath(store.experimentJson()); !path.empty())
        m_notes.push_back(explain("Problem", "The data is not in it: it stays in %1", {path}));
    if (const auto damaged = store.damaged().size(); damaged > 0)
        m_notes.push_back(
            explain("Problem", "Damaged checkpoints were packed as they are: %1", {std::to_string(damaged)}));
}

void RunPacking::collect(const std::filesystem::path& run) {
    std::vector<std::string> others;
    std::error_code failed;
    for (std::filesystem::recursive_directory_iterator each(run, failed), end; !failed && each != end;
         each.increment(failed)) {
        const std::filesystem::path name = each->path().lexically_relative(run);
        const std::filesystem::file_type type = each->symlink_status().type();
        const bool isPlace = type == std::filesystem::file_type::directory && name == "checkpoints";
        if (!isPlace)
            each.disable_recursion_pending();
        if (type == std::filesystem::file_type::regular && belongsToARun(name))
            m_items.push_back({each->path(), name.generic_string(), each->file_size()});
        else if (!isPlace && !isPassing(name.filename().string()))
            others.push_back(name.generic_string());
    }
    if (failed)
        throw Error(ProblemKind::Failure, run.string(),
                    explain("Problem", "the folder cannot be read: %1", {failed.message()}));
    std::sort(m_items.begin(), m_items.end(), [](const Item& a, const Item& b) { return a.name < b.name; });
    std::sort(others.begin(), others.end());
    if (!others.empty())
        m_notes.push_back(explain("Problem", "Left out, because no run has it: %1", {listedNames(others)}));
}

std::uint64_t RunPacking::bytes() const {
    std::uint64_t bytes = 0;
    for (const Item& item : m_items)
        bytes += item.bytes;
    return bytes;
}

/// The name of the folder in the file: that of the run's folder where everybody can read it.
std::string RunPacking::folderName() const {
    const std::string name = m_run.filename().string();
    const bool isText = std::mbstowcs(nullptr, name.c_str(), 0) != static_cast<std::size_t>(-1);
    return isText ? name : "run";
}

ArchiveReport RunPacking::write(const ArchiveProgress& progress) const {
    const std::uint64_t total = bytes();
    const Utf8Names names;
    Provisional partial(m_file);
    ArchiveCounter counter(progress, total, m_file);
    {
        ZipFile zip(partial.path(), {m_file, total});
        for (const Item& item : m_items)
            zip.add(item.from, folderName() + "/" + item.name, item.bytes, counter);
        zip.finish();
    }
    ArchiveReport report{m_file.string(), 0, m_notes};
    report.bytes = static_cast<std::int64_t>(std::filesystem::file_size(partial.path()));
    partial.moveIntoPlace(total);
    return report;
}

ArchiveReport packRun(const std::filesystem::path& run, const std::filesystem::path& file,
                      const ArchiveProgress& progress) {
    requireNothingAt(file);
    Recovery recovery;
    const auto store = RunStore::open(run, RunStore::Access::ReadWrite, &recovery); // nobody writes meanwhile
    ArchiveReport report = RunPacking(*store, file).write(progress);
    report.notes.insert(report.notes.begin(), recovery.notes.begin(), recovery.notes.end());
    return report;
}

} // namespace neurarium
