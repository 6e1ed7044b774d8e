// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkpoint/run_archive.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <memory>
#include <set>
#include <system_error>

#include <archive.h>
#include <archive_entry.h>

#include "checkpoint/durable_file.h"
#include "checkpoint/run_recovery.h"
#include "checkpoint/run_store.h"

namespace neurarium {

namespace {

constexpr std::size_t kChunk = 1 << 18;
constexpr std::size_t kMostFiles = 100'000;
constexpr std::uint64_t kLargestFile = 16ULL << 30;
constexpr std::int64_t kTime = 315'532'800; // 1980-01-01, the first that a zip file knows

struct FreeArchive {
    void operator()(archive* reader) const { archive_free(reader); }
};
using Archive = std::unique_ptr<archive, FreeArchive>;

struct FreeEntry {
    void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};

[[noreturn]] void failPacked(const std::filesystem::path& file, Message what) {
    throw Error(ProblemKind::DamagedFile, file.string(), std::move(what),
                explain("Problem", "Ask for the file again, or for the run's folder"));
}

[[noreturn]] void endEarly(const std::filesystem::path& where) {
    throw Error(ProblemKind::Failure, where.string(), explain("Problem", "it was cancelled"));
}

/// Gone at the end of the scope unless kept.
class Provisional {
public:
    explicit Provisional(std::filesystem::path path)
        : m_path(std::move(path)) {
        remove();
    }
    ~Provisional() { remove(); }
    Provisional(const Provisional&) = delete;
    Provisional& operator=(const Provisional&) = delete;

    const std::filesystem::path& path() const { return m_path; }
    void moveTo(const std::filesystem::path& place) {
        std::error_code failed;
        std::filesystem::rename(m_path, place, failed);
        if (failed)
            throw storageError(place, failed.value(), 0);
        syncFolder(std::filesystem::absolute(place).parent_path());
    }

private:
    void remove() const {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }

    std::filesystem::path m_path;
};

std::filesystem::path partialOf(const std::filesystem::path& place) {
    const std::filesystem::path whole = std::filesystem::absolute(place / "").parent_path();
    std::string name(".");
    name.append(whole.filename().string()).append(kPartialEnding);
    return whole.parent_path() / name;
}

void requireFree(const std::filesystem::path& place) {
    std::error_code ignored;
    if (std::filesystem::exists(std::filesystem::symlink_status(place, ignored)))
        throw Error(ProblemKind::Refused, place.string(), explain("Problem", "there is such a file already"),
                    explain("Problem", "Choose another name"));
}

/// A file that belongs to every run, or one of its checkpoints: "checkpoints/000001.safetensors".
bool belongsToARun(const std::filesystem::path& name) {
    const std::string text = name.generic_string();
    return text == "experiment.json" || text == "run.sqlite" ||
           (name.parent_path() == "checkpoints" && isCheckpointName(name.filename().string()));
}

std::vector<std::filesystem::path> filesOf(const std::filesystem::path& run) {
    std::vector<std::filesystem::path> names;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(run)) {
        const std::filesystem::path name = std::filesystem::relative(entry.path(), run);
        if (entry.is_regular_file() && !entry.is_symlink() && belongsToARun(name))
            names.push_back(name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

/// Counts the bytes and asks whether to go on.
class Counter {
public:
    Counter(const ArchiveProgress& progress, std::uint64_t total, std::filesystem::path where)
        : m_progress(progress)
        , m_total(total)
        , m_where(std::move(where)) {}
    void add(std::size_t bytes) {
        m_done += bytes;
        if (m_progress && !m_progress(m_done, m_total))
            endEarly(m_where);
    }

private:
    const ArchiveProgress& m_progress;
    const std::uint64_t m_total;
    const std::filesystem::path m_where;
    std::uint64_t m_done = 0;
};

/// Writes one zip file.
class Packing {
public:
    explicit Packing(const std::filesystem::path& file)
        : m_file(file)
        , m_archive(archive_write_new()) {
        check(archive_write_set_format_zip(m_archive.get()));
        check(archive_write_open_filename(m_archive.get(), file.c_str()));
    }
    void add(const std::filesystem::path& from, const std::string& name, Counter& counter);
    void close() { check(archive_write_close(m_archive.get())); }

private:
    void check(la_ssize_t result) const {
        if (result < ARCHIVE_WARN) {
            const int reason = archive_errno(m_archive.get());
            throw storageError(m_file, reason > 0 ? reason : EIO, 0);
        }
    }

    const std::filesystem::path m_file;
    Archive m_archive;
};

void Packing::add(const std::filesystem::path& from, const std::string& name, Counter& counter) {
    std::uint64_t left = std::filesystem::file_size(from);
    const std::unique_ptr<archive_entry, FreeEntry> entry(archive_entry_new());
    archive_entry_set_pathname(entry.get(), name.c_str());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(left));
    archive_entry_set_mtime(entry.get(), kTime, 0);
    check(archive_write_header(m_archive.get(), entry.get()));
    std::ifstream input(from, std::ios::binary);
    std::vector<char> buffer(kChunk);
    while (left > 0) {
        input.read(buffer.data(), static_cast<std::streamsize>(std::min<std::uint64_t>(left, kChunk)));
        const auto count = static_cast<std::size_t>(input.gcount());
        if (count == 0)
            throw Error(ProblemKind::DamagedFile, from.string(),
                        explain("Problem", "the file could not be read to its end"));
        check(archive_write_data(m_archive.get(), buffer.data(), count));
        left -= count;
        counter.add(count);
    }
}

/// Reads a zip file that may come from anybody. Each walk through it begins anew.
class Unpacking {
public:
    explicit Unpacking(const std::filesystem::path& file)
        : m_file(file) {}
    /// Looks at every entry; the bytes they say they have.
    std::uint64_t check() const;
    void extractTo(const std::filesystem::path& folder, Counter& counter) const;

private:
    Archive open() const;
    archive_entry* next(archive* reader) const;
    std::filesystem::path nameOf(archive_entry* entry) const;
    /// Writes one entry that says it has `size` bytes.
    void extract(archive* reader, const std::filesystem::path& to, std::uint64_t size,
                 Counter& counter) const;

    const std::filesystem::path m_file;
};

Archive Unpacking::open() const {
    Archive reader(archive_read_new());
    archive_read_support_format_zip(reader.get());
    if (archive_read_open_filename(reader.get(), m_file.c_str(), kChunk) != ARCHIVE_OK)
        failPacked(m_file,
                   explain("Problem", "the file cannot be opened: %1", {archive_error_string(reader.get())}));
    return reader;
}

/// Null at the end.
archive_entry* Unpacking::next(archive* reader) const {
    archive_entry* entry = nullptr;
    const int result = archive_read_next_header(reader, &entry);
    if (result == ARCHIVE_EOF)
        return nullptr;
    if (result != ARCHIVE_OK)
        failPacked(m_file, explain("Problem", "this is no packed run: %1", {archive_error_string(reader)}));
    return entry;
}

/// The place within the run, without the folder that was packed; empty for a folder.
std::filesystem::path Unpacking::nameOf(archive_entry* entry) const {
    const char* text = archive_entry_pathname_utf8(entry);
    const std::filesystem::path whole = text == nullptr ? "" : text;
    const auto type = archive_entry_filetype(entry);
    const bool isLink = archive_entry_symlink(entry) != nullptr || archive_entry_hardlink(entry) != nullptr;
    const bool climbs =
        whole.empty() || whole.is_absolute() ||
        std::any_of(whole.begin(), whole.end(), [](const auto& part) { return part == ".."; });
    if (isLink || climbs || (type != AE_IFREG && type != AE_IFDIR))
        failPacked(m_file, explain("Problem", "it holds \"%1\", which no run has", {whole.string()}));
    if (type == AE_IFDIR)
        return {};
    const std::filesystem::path name =
        belongsToARun(whole) ? whole : whole.lexically_relative(*whole.begin());
    if (!belongsToARun(name))
        failPacked(m_file, explain("Problem", "it holds \"%1\", which no run has", {whole.string()}));
    return name;
}

std::uint64_t Unpacking::check() const {
    const Archive reader = open();
    std::set<std::filesystem::path> names;
    std::uint64_t total = 0;
    while (archive_entry* entry = next(reader.get())) {
        const std::filesystem::path name = nameOf(entry);
        if (name.empty())
            continue;
        const la_int64_t size = archive_entry_size_is_set(entry) != 0 ? archive_entry_size(entry) : -1;
        if (size < 0 || static_cast<std::uint64_t>(size) > kLargestFile || names.size() >= kMostFiles)
            failPacked(m_file, explain("Problem", "it holds more than a run can have"));
        if (!names.insert(name).second)
            failPacked(m_file, explain("Problem", "it holds \"%1\" twice", {name.string()}));
        total += static_cast<std::uint64_t>(size);
    }
    if (!names.contains("experiment.json") || !names.contains("run.sqlite"))
        failPacked(m_file,
                   explain("Problem", "this is no packed run: experiment.json or run.sqlite is missing"));
    return total;
}

void Unpacking::extractTo(const std::filesystem::path& folder, Counter& counter) const {
    const Archive reader = open();
    while (archive_entry* entry = next(reader.get()))
        if (const std::filesystem::path name = nameOf(entry); !name.empty()) {
            const auto size = static_cast<std::uint64_t>(archive_entry_size(entry));
            extract(reader.get(), folder / name, size, counter);
            if (std::filesystem::file_size(folder / name) != size)
                failPacked(m_file, explain("Problem", "\"%1\" does not have the size it should have",
                                           {name.string()}));
        }
}

void Unpacking::extract(archive* reader, const std::filesystem::path& to, std::uint64_t size,
                        Counter& counter) const {
    std::uint64_t left = size;
    std::ofstream output(to, std::ios::binary | std::ios::trunc);
    std::vector<char> buffer(kChunk);
    for (;;) {
        const la_ssize_t count = archive_read_data(reader, buffer.data(), buffer.size());
        if (count < 0 || static_cast<std::uint64_t>(count) > left)
            failPacked(m_file, explain("Problem", "the file could not be read to its end"));
        if (count == 0)
            break;
        left -= static_cast<std::uint64_t>(count);
        output.write(buffer.data(), count);
        if (!output)
            throw storageError(to, errno == 0 ? EIO : errno, static_cast<std::uint64_t>(count));
        counter.add(static_cast<std::size_t>(count));
    }
    output.close();
    if (!output)
        throw storageError(to, errno == 0 ? EIO : errno, 0);
}

} // namespace

void packRun(const std::filesystem::path& run, const std::filesystem::path& file,
             const ArchiveProgress& progress) {
    requireFree(file);
    const auto store = RunStore::open(run, RunStore::Access::ReadWrite); // nobody writes meanwhile
    store->flush();
    std::uint64_t total = 0;
    const std::vector<std::filesystem::path> names = filesOf(run);
    for (const std::filesystem::path& name : names)
        total += std::filesystem::file_size(run / name);
    const std::string folder = std::filesystem::absolute(run / "").parent_path().filename().string();
    Provisional partial(partialOf(file));
    Counter counter(progress, total, file);
    Packing packing(partial.path());
    for (const std::filesystem::path& name : names)
        packing.add(run / name, folder + "/" + name.generic_string(), counter);
    packing.close();
    partial.moveTo(file);
}

void unpackRun(const std::filesystem::path& file, const std::filesystem::path& run,
               const ArchiveProgress& progress) {
    requireFree(run);
    const Unpacking unpacking(file);
    const std::uint64_t total = unpacking.check();
    Provisional partial(partialOf(run));
    std::error_code failed;
    std::filesystem::create_directories(partial.path() / "checkpoints", failed);
    if (failed)
        throw storageError(partial.path() / "", failed.value(), total);
    if (std::filesystem::space(partial.path(), failed).available < total && !failed)
        throw storageError(partial.path() / "", ENOSPC, total);
    Counter counter(progress, total, file);
    unpacking.extractTo(partial.path(), counter);
    RunStore::open(partial.path(), RunStore::Access::ReadOnly);
    partial.moveTo(run);
}

} // namespace neurarium
