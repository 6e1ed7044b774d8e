// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ctime>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <sys/resource.h>

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

/// The niceness of each thread of this process that the training thread is or has started: they share its
/// name. Nothing where the system does not list threads.
inline std::vector<int> trainingThreads() {
    std::vector<int> found;
    std::error_code none;
    for (const auto& task : std::filesystem::directory_iterator("/proc/self/task", none)) {
        std::string name;
        std::getline(std::ifstream(task.path() / "comm"), name);
        if (name == "training")
            found.push_back(getpriority(PRIO_PROCESS, static_cast<id_t>(std::stoi(task.path().filename()))));
    }
    return found;
}

} // namespace neurarium
