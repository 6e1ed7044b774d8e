// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkpoint/growing_file.h"

#include <cerrno>
#include <fstream>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#include "checkpoint/durable_file.h"

namespace neurarium {

namespace {

constexpr std::int64_t kSendEvery = 4 << 20;
constexpr std::size_t kCopied = 1 << 20; ///< bytes at once

} // namespace

GrowingFile::GrowingFile(const std::filesystem::path& path, WantedRoom room, Sending sending)
    : m_room(std::move(room))
    , m_sending(sending)
    , m_file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666)) {
    if (m_file < 0)
        fail(errno);
}

GrowingFile::~GrowingFile() {
    if (m_file >= 0)
        ::close(m_file);
}

void GrowingFile::fail(int reason) const {
    throw storageError(m_room.place, reason, m_room.bytes);
}

void GrowingFile::write(std::span<const std::uint8_t> bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(m_file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            fail(written < 0 ? errno : ENOSPC);
        bytes = bytes.subspan(static_cast<std::size_t>(written));
        m_written += written;
    }
    if (m_sending == Sending::Steadily && m_written - m_sent >= kSendEvery)
        sendToDisk();
}

/// Where a file system cannot do so, all is left to `finish`. Any other failure is told here only.
void GrowingFile::sendToDisk() {
    constexpr unsigned kWait =
        SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WRITE | SYNC_FILE_RANGE_WAIT_AFTER;
    if (::sync_file_range(m_file, m_sent, m_written - m_sent, kWait) != 0 && errno != EINVAL &&
        errno != ENOSYS && errno != ESPIPE)
        fail(errno);
    m_sent = m_written;
}

void GrowingFile::close() {
    if (::close(std::exchange(m_file, -1)) != 0)
        fail(errno);
}

void GrowingFile::finish() {
    if (::fsync(m_file) != 0)
        fail(errno);
    close();
}

void copyForAWhile(const std::filesystem::path& from, const std::filesystem::path& to,
                   const WantedRoom& room) {
    std::ifstream input(from, std::ios::binary);
    GrowingFile output(to, room, GrowingFile::Sending::Never);
    std::vector<char> buffer(kCopied);
    while (input.read(buffer.data(), std::ssize(buffer)) || input.gcount() > 0)
        output.write(
            {reinterpret_cast<const std::uint8_t*>(buffer.data()), static_cast<std::size_t>(input.gcount())});
    if (!input.eof())
        throw Error(ProblemKind::DamagedFile, from.string(),
                    explain("Problem", "the file could not be read to its end"));
    output.close();
}

} // namespace neurarium
