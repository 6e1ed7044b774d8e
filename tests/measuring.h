// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ctime>

namespace neurarium {

/// Whether this was built with a sanitizer: several times slower and larger then.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kSanitized = true;
#else
inline constexpr bool kSanitized = false;
#endif

/// Milliseconds of processor time used so far. What else the machine has to do does not count.
inline double processorMilliseconds() {
    return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

} // namespace neurarium
