// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkpoint/durable_file.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace neurarium {

namespace {

constexpr std::size_t kChunk = 1 << 17;

/// An open file; closed at the end of its scope.
class Descriptor {
public:
    Descriptor(const std::filesystem::path& path, int flags)
        : m_number(::open(path.c_str(), flags | O_CLOEXEC, 0666)) {}
    ~Descriptor() {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    int number() const { return m_number; }
    bool isOpen() const { return m_number >= 0; }
    /// Some file systems tell of a full disk only here.
    bool close() { return ::close(std::exchange(m_number, -1)) == 0; }

private:
    int m_number;
};

std::uint64_t sizeOf(const FileParts& parts) {
    std::uint64_t size = 0;
    for (const auto& part : parts)
        size += part.size();
    return size;
}

/// Each of these gives 0, or the errno value of what went wrong.
int writeAll(int file, std::span<const std::uint8_t> bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return written < 0 ? errno : ENOSPC;
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return 0;
}

int writeNew(const std::filesystem::path& path, const FileParts& parts) {
    Descriptor file(path, O_WRONLY | O_CREAT | O_EXCL);
    if (!file.isOpen())
        return errno;
    for (const auto& part : parts)
        if (const int reason = writeAll(file.number(), part); reason != 0)
            return reason;
    if (::fsync(file.number()) != 0)
        return errno;
    return file.close() ? 0 : errno;
}

int syncEntries(const std::filesystem::path& folder) {
    const Descriptor directory(folder, O_RDONLY | O_DIRECTORY);
    if (!directory.isOpen())
        return errno;
    // Some network file systems cannot sync a folder; their rename is already lasting.
    return ::fsync(directory.number()) == 0 || errno == EINVAL ? 0 : errno;
}

int compare(int file, std::span<const std::uint8_t> expected, std::vector<std::uint8_t>& buffer) {
    while (!expected.empty()) {
        const ssize_t count = ::read(file, buffer.data(), std::min(buffer.size(), expected.size()));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return count < 0 ? errno : EIO;
        if (std::memcmp(buffer.data(), expected.data(), static_cast<std::size_t>(count)) != 0)
            return EIO;
        expected = expected.subspan(static_cast<std::size_t>(count));
    }
    return 0;
}

/// Reads from the disk rather than from memory where the system lets us.
int readBack(const std::filesystem::path& path, const FileParts& parts) {
    const Descriptor file(path, O_RDONLY);
    if (!file.isOpen())
        return errno;
    ::posix_fadvise(file.number(), 0, 0, POSIX_FADV_DONTNEED);
    std::vector<std::uint8_t> buffer(kChunk);
    for (const auto& part : parts)
        if (const int reason = compare(file.number(), part, buffer); reason != 0)
            return reason;
    return ::read(file.number(), buffer.data(), 1) == 0 ? 0 : EIO;
}

int putIntoPlace(const std::filesystem::path& partial, const std::filesystem::path& path) {
    return ::rename(partial.c_str(), path.c_str()) == 0 ? 0 : errno;
}

std::filesystem::path folderOf(const std::filesystem::path& file) {
    return file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
}

} // namespace

Error storageError(const std::filesystem::path& file, int reason, std::uint64_t bytesNeeded) {
    const std::string folder = folderOf(file).string();
    const std::string bytes = std::to_string(bytesNeeded);
    const Message advice = explain("Problem", "Make room there, or choose another folder");
    const auto error = [&file](Message what, Message next) {
        return Error(ProblemKind::Storage, file.string(), std::move(what), std::move(next));
    };
    switch (reason) {
    case ENOSPC:
    case EDQUOT: {
        std::error_code ignored;
        const std::filesystem::space_info space = std::filesystem::space(folder, ignored);
        return error(explain("Problem", "the disk is full: %1 bytes are needed in the folder %2, %3 are free",
                             {bytes, folder, ignored ? "0" : std::to_string(space.available)}),
                     advice);
    }
    case EFBIG:
        return error(explain("Problem",
                             "files may not grow so large here: %1 bytes are needed in the folder %2",
                             {bytes, folder}),
                     advice);
    case EACCES:
    case EPERM:
    case EROFS:
        return error(explain("Problem", "nothing may be written to the folder %1 (%2 bytes are needed)",
                             {folder, bytes}),
                     explain("Problem", "Allow writing there, or choose another folder"));
    case ENOENT:
    case ENOTDIR:
        return error(
            explain("Problem", "the folder %1 is not there any more (%2 bytes are needed)", {folder, bytes}),
            explain("Problem", "Bring it back, or choose another folder"));
    default:
        break;
    }
    return error(explain("Problem", "writing %1 bytes to the folder %2 failed: %3",
                         {bytes, folder, std::generic_category().message(reason)}),
                 explain("Problem", "Check the disk, or choose another folder"));
}

void syncFolder(const std::filesystem::path& folder) {
    if (const int reason = syncEntries(folder); reason != 0)
        throw storageError(folder / "", reason, 0);
}

void syncEntry(const std::filesystem::path& file, std::uint64_t bytesNeeded) {
    if (const int reason = syncEntries(folderOf(file)); reason != 0)
        throw storageError(file, reason, bytesNeeded);
}

void writeDurably(const std::filesystem::path& path, const FileParts& parts) {
    const std::filesystem::path folder = folderOf(path);
    std::string partialName = path.filename().string();
    partialName.insert(partialName.begin(), '.');
    partialName += kPartialEnding;
    const std::filesystem::path partial = folder / partialName;
    const bool isNew = ::access(path.c_str(), F_OK) != 0;
    ::unlink(partial.c_str());

    int reason = writeNew(partial, parts);
    if (reason == 0)
        reason = putIntoPlace(partial, path);
    if (reason != 0) {
        ::unlink(partial.c_str());
        throw storageError(path, reason, sizeOf(parts));
    }
    reason = syncEntries(folder);
    if (reason == 0)
        reason = readBack(path, parts);
    if (reason != 0) {
        if (isNew)
            ::unlink(path.c_str());
        throw storageError(path, reason, sizeOf(parts));
    }
}

void writeDurably(const std::filesystem::path& path, std::string_view text) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    writeDurably(path, FileParts{{bytes, text.size()}});
}

} // namespace neurarium
