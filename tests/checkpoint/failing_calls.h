// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace neurarium {

/// Makes the system calls that write to a disk (write, pwrite, fsync, fdatasync, rename, close) fail on
/// purpose, in our code and in the libraries we use. Once armed, the call number `first` fails (and all later
/// ones, `forEver`).
class FailingCalls {
public:
    FailingCalls(int first, bool forEver, int reason);
    ~FailingCalls();
    FailingCalls(const FailingCalls&) = delete;
    FailingCalls& operator=(const FailingCalls&) = delete;

    /// Calls that failed so far.
    int failed() const;
    /// Calls of fsync and fdatasync so far.
    int synced() const;
};

} // namespace neurarium
