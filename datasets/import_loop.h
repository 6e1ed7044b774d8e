// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>

#include "datasets/catalogue.h"

namespace neurarium {

/// Tells how far reading has got, at most 20 times a second, and throws Error (Failure) when the user has
/// cancelled.
class ProgressTeller {
public:
    explicit ProgressTeller(const ReadContext& context)
        : m_context(context) {}
    void tell(const ImportProgress& progress);
    /// Tells it whenever the last time was: for the end.
    void tellNow(const ImportProgress& progress);

private:
    const ReadContext& m_context;
    std::chrono::steady_clock::time_point m_last;
};

/// Calls work(i) once for each i in [0, count), on several threads, in about that order. On the calling
/// thread `watch(started)` is called about 40 times a second. What either throws ends the loop and is thrown
/// on.
void shareWork(std::size_t count, int threads, const std::function<void(std::size_t)>& work,
               const std::function<void(std::size_t)>& watch);

} // namespace neurarium
