// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/state_check.h"

#include <algorithm>
#include <cstring>

#include "report/error.h"

namespace neurarium {

namespace {

/// Weights, buffers and the optimiser's moments; "no best loss yet" elsewhere may well be infinite.
bool mustBeFinite(const std::string& name) {
    return !name.starts_with("state/") || name.starts_with("state/optimizer/");
}

bool isFinite(const std::string& name, const StoredTensor& tensor) {
    if (tensor.type != ElementType::F32 || !mustBeFinite(name))
        return true;
    constexpr std::uint32_t kExponent = 0x7f800000;
    for (std::size_t i = 0; i + sizeof(std::uint32_t) <= tensor.bytes.size(); i += sizeof(std::uint32_t)) {
        std::uint32_t word = 0;
        std::memcpy(&word, tensor.bytes.data() + i, sizeof word);
        if ((word & kExponent) == kExponent)
            return false;
    }
    return true;
}

} // namespace

bool isFinite(const TrainingState& state) {
    return std::all_of(state.tensors.begin(), state.tensors.end(),
                       [](const auto& entry) { return isFinite(entry.first, entry.second); });
}

void checkFinite(const TrainingState& state) {
    for (const auto& [name, tensor] : state.tensors)
        if (!isFinite(name, tensor))
            throw Error(ProblemKind::Diverged, name,
                        explain("Problem", "The state holds numbers that are not finite, so it is not saved"),
                        explain("Problem", "Go back to an earlier checkpoint and lower the learning rate."));
}

} // namespace neurarium
