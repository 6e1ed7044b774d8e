// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace neurarium {

/// The network's answer for one sample.
struct Prediction {
    std::int32_t predicted = -1; ///< class number
    float confidence = 0;        ///< probability of that class, 0 ... 1
    bool operator==(const Prediction&) const = default;
};

/// The answers for the whole validation set after an epoch, or wherever the network stands.
struct Predictions {
    std::int64_t epoch = 0;
    std::int64_t step = 0;
    std::vector<std::int32_t> truth;       ///< right class of each validation sample
    std::vector<Prediction> answers;       ///< in the order of the validation set
    std::vector<std::vector<std::int64_t>> confusion; ///< confusion[true][said]
    std::int64_t right() const;
    bool operator==(const Predictions&) const = default;
};

} // namespace neurarium
