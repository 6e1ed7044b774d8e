// SPDX-License-Identifier: GPL-3.0-or-later
#include "failing_calls.h"

#include <cerrno>

#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

namespace {

// Only the thread that arms them: Qt Test has one of its own.
thread_local bool armed = false;
thread_local bool allLater = false;
thread_local int callsLeft = 0;
thread_local int failures = 0;
thread_local int failure = 0;
thread_local int syncs = 0;

bool fails() {
    if (!armed)
        return false;
    --callsLeft;
    const bool now = callsLeft == 0 || (allLater && callsLeft < 0);
    failures += now ? 1 : 0;
    if (now)
        errno = failure;
    return now;
}

} // namespace

// The program's own definitions come before those of the C library.
extern "C" {

ssize_t write(int file, const void* bytes, size_t count) {
    return fails() ? -1 : syscall(SYS_write, file, bytes, count);
}

ssize_t pwrite(int file, const void* bytes, size_t count, off_t place) {
    return fails() ? -1 : syscall(SYS_pwrite64, file, bytes, count, place);
}

ssize_t pwrite64(int file, const void* bytes, size_t count, off_t place) {
    return fails() ? -1 : syscall(SYS_pwrite64, file, bytes, count, place);
}

int fsync(int file) {
    ++syncs;
    return fails() ? -1 : static_cast<int>(syscall(SYS_fsync, file));
}

int fdatasync(int file) {
    ++syncs;
    return fails() ? -1 : static_cast<int>(syscall(SYS_fdatasync, file));
}

int rename(const char* from, const char* to) {
    return fails() ? -1 : static_cast<int>(syscall(SYS_renameat2, -100, from, -100, to, 0));
}

int close(int file) {
    const int result = static_cast<int>(syscall(SYS_close, file));
    return fails() ? -1 : result;
}

} // extern "C"

namespace neurarium {

FailingCalls::FailingCalls(int first, bool forEver, int reason) {
    callsLeft = first;
    allLater = forEver;
    failure = reason;
    failures = 0;
    syncs = 0;
    armed = true;
}

FailingCalls::~FailingCalls() {
    armed = false;
}

int FailingCalls::failed() const {
    return failures;
}

int FailingCalls::synced() const {
    return syncs;
}

} // namespace neurarium
