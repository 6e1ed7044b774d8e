// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace neurarium {

/// One layer as the screen sees it.
struct LayerSummary {
    std::string place; ///< "3", "3.layers.0", or its name
    std::string type;
    std::vector<std::int64_t> outputShape; ///< of one sample
    std::int64_t weights = 0;
    std::int64_t biases = 0;
    bool operator==(const LayerSummary&) const = default;
};

/// What a run is made of, known once it has started.
struct NetworkGraph {
    std::vector<std::int64_t> inputShape; ///< of one sample
    std::vector<LayerSummary> layers;
    std::vector<std::string> classNames; ///< empty for regression
    std::int64_t trainingSamples = 0;
    std::int64_t validationSamples = 0;
    std::int64_t weights = 0;
    std::int64_t biases = 0;
    std::int64_t epochs = 0;
    std::int64_t stepsPerEpoch = 0;
    std::string datasetHash;
    bool operator==(const NetworkGraph&) const = default;
};

} // namespace neurarium
