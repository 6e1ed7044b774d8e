// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "experiment/experiment.h"
#include "training/executor.h"

namespace neurarium {

/// A second network with the layers of an experiment, to look into with the weights of the trained one; it
/// may read texts of another length. Nothing but its own memory changes. One thread.
class NetworkProbe {
public:
    /// For the samples that `data` describes. Throws Error (Refused) when the layers do not fit them.
    NetworkProbe(const Experiment& experiment, const DatasetDescription& data);
    /// ... for texts of so many tokens.
    NetworkProbe(const Experiment& experiment, const DatasetDescription& data, std::int64_t tokens);
    NetworkProbe(const NetworkProbe&) = delete;
    NetworkProbe& operator=(const NetworkProbe&) = delete;

    /// Reads the weights where they lie in `trained`: they may only be looked through while that stays, and
    /// while nobody trains it. Throws Error (Refused) when weights depend on the length of the text.
    void borrowWeights(const Network& trained);
    /// Takes a copy of the weights, as they are now.
    void copyWeights(const Network& trained);

    const DatasetDescription& data() const { return m_data; }
    Network& network() { return m_network; }
    Executor& executor() { return m_executor; }

private:
    void copyBuffers(const Network& trained);

    DatasetDescription m_data;
    Network m_network;
    std::unique_ptr<Loss> m_loss;
    ThreadPool m_pool{1};
    Executor m_executor;
};

} // namespace neurarium
