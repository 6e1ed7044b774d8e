// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "tensor/thread_pool.h"

namespace neurarium {

/// What a long computation is given to work with.
struct BackgroundWork {
    ThreadPool& pool;
    /// Asked again and again on the calling thread; once true the computation ends without a result.
    std::function<bool()> cancelled = [] { return false; };
};

} // namespace neurarium
