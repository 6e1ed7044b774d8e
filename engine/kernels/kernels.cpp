// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/kernels.h"

#include <cstdlib>
#include <span>
#include <string>
#include <string_view>

#include "report/error.h"

namespace neurarium {

namespace baseline {
extern const Kernels kTable;
}
#if defined(__x86_64__)
namespace v3 {
extern const Kernels kTable;
}
namespace v4 {
extern const Kernels kTable;
}
#endif

namespace {

/// An instruction level: its kernels, and whether this processor has its instructions.
struct Level {
    const Kernels* table;
    bool available;
};

/// From the fastest to the one that always works. Processors are asked for features, never for their names.
std::span<const Level> levels() {
#if defined(__x86_64__)
    static const Level kLevels[] = {
        {&v4::kTable, static_cast<bool>(__builtin_cpu_supports("x86-64-v4"))},
        {&v3::kTable, static_cast<bool>(__builtin_cpu_supports("x86-64-v3"))},
        {&baseline::kTable, true},
    };
#else
    static const Level kLevels[] = {{&baseline::kTable, true}};
#endif
    return kLevels;
}

bool isKnown(std::string_view level) {
    return level == "baseline" || level == "v3" || level == "v4";
}

const Kernels& choose() {
    const char* const forced = std::getenv("NEURARIUM_ISA");
    if (forced == nullptr || *forced == '\0') {
        for (const Level& level : levels())
            if (level.available)
                return *level.table;
    }
    if (!isKnown(forced))
        throw Error(
            ProblemKind::Refused, "NEURARIUM_ISA",
            explain("Problem", "There is no instruction level “%1”: it must be baseline, v3 or v4", {forced}),
            explain("Problem", "Choose one of these, or unset the variable to use the fastest"));
    const Kernels* const table = kernelsAt(forced);
    if (table == nullptr)
        throw Error(
            ProblemKind::Refused, "NEURARIUM_ISA",
            explain("Problem", "This processor lacks the instructions of level %1", {forced}),
            explain("Problem", "Unset the variable to use the fastest level that this processor has"));
    return *table;
}

} // namespace

const Kernels* kernelsAt(const char* level) {
    for (const Level& candidate : levels())
        if (candidate.available && std::string_view(candidate.table->level) == level)
            return candidate.table;
    return nullptr;
}

const Kernels& kernels() {
    static const Kernels& chosen = choose();
    return chosen;
}

} // namespace neurarium
