// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkpoint/run_lock.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <fstream>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "checkpoint/durable_file.h"
#include "report/error.h"

namespace neurarium {

namespace {

constexpr int kAttempts = 10;
constexpr std::chrono::milliseconds kPause{10};
constexpr std::size_t kLongestHolder = 200;

std::filesystem::path lockFile(const std::filesystem::path& folder) {
    return folder / "run.lock";
}

std::string thisProcess() {
    std::string name;
    std::getline(std::ifstream("/proc/self/comm"), name);
    return (name.empty() ? "Neurarium" : name) + ", process " + std::to_string(::getpid());
}

std::string contentOf(int file) {
    std::array<char, kLongestHolder> text{};
    const ssize_t length = ::pread(file, text.data(), text.size(), 0);
    return length > 0 ? std::string(text.data(), static_cast<std::size_t>(length)) : "another program";
}

/// Somebody who only asks for the holder has the lock for a moment: try again before giving up.
bool tryLock(int file) {
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        if (::flock(file, LOCK_EX | LOCK_NB) == 0)
            return true;
        if (errno != EWOULDBLOCK && errno != EINTR)
            return false;
        std::this_thread::sleep_for(kPause);
    }
    errno = EWOULDBLOCK;
    return false;
}

} // namespace

RunLock::RunLock(const std::filesystem::path& folder)
    : m_file(::open(lockFile(folder).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666)) {
    if (m_file < 0)
        throw storageError(lockFile(folder), errno, 0);
    if (!tryLock(m_file)) {
        const int reason = errno;
        const std::string other = contentOf(m_file);
        ::close(m_file);
        if (reason != EWOULDBLOCK)
            throw storageError(lockFile(folder), reason, 0);
        throw Error(ProblemKind::Refused, folder.string(),
                    explain("Problem", "this run is already open in %1", {other}),
                    explain("Problem", "Close it there, or open it here for looking only"));
    }
    const std::string me = thisProcess();
    // The name is for people: the lock holds even when a full disk has no room for it.
    if (::ftruncate(m_file, 0) == 0) [[maybe_unused]]
        const ssize_t written = ::pwrite(m_file, me.data(), me.size(), 0);
}

RunLock::~RunLock() {
    [[maybe_unused]] const int emptied = ::ftruncate(m_file, 0);
    ::close(m_file);
}

std::string RunLock::holder(const std::filesystem::path& folder) {
    const int file = ::open(lockFile(folder).c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return {};
    const bool isHeld = ::flock(file, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    std::string name = isHeld ? contentOf(file) : std::string();
    ::close(file);
    return name;
}

} // namespace neurarium
