// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/network_probe.h"

#include <algorithm>
#include <string>

#include "report/error.h"
#include "training/network_builder.h"

namespace neurarium {

namespace {

DatasetDescription withTokens(DatasetDescription data, std::int64_t tokens) {
    data.inputShape = Shape{tokens};
    if (data.targetKind == TargetKind::Tokens)
        data.targetSize = tokens;
    return data;
}

std::string lastLayer(const Experiment& experiment) {
    return "network[" + std::to_string(experiment.network.size() - 1) + "]";
}

} // namespace

NetworkProbe::NetworkProbe(const Experiment& experiment, const DatasetDescription& data)
    : m_data(data)
    , m_network(buildNetwork(experiment, data))
    , m_loss(makeLoss(experiment.loss, m_network.outputShape(), data, lastLayer(experiment)))
    , m_executor(m_network, *m_loss, m_pool) {
    m_network.initialize(experiment.seed);
}

NetworkProbe::NetworkProbe(const Experiment& experiment, const DatasetDescription& data, std::int64_t tokens)
    : NetworkProbe(experiment, withTokens(data, tokens)) {}

void NetworkProbe::borrowWeights(const Network& trained) {
    const auto &own = m_network.parameters(), &others = trained.parameters();
    for (std::size_t i = 0; i < own.size(); ++i)
        if (own[i]->shape != others[i]->shape)
            throw Error(ProblemKind::Refused, own[i]->name,
                        explain("Problem", "This network reads texts of exactly %1 tokens",
                                {std::to_string(trained.inputShape().last())}));
    for (std::size_t i = 0; i < own.size(); ++i)
        own[i]->value = others[i]->value;
    copyBuffers(trained);
}

void NetworkProbe::copyWeights(const Network& trained) {
    const auto &own = m_network.parameters(), &others = trained.parameters();
    for (std::size_t i = 0; i < own.size(); ++i)
        std::copy(others[i]->value.begin(), others[i]->value.end(), own[i]->value.begin());
    copyBuffers(trained);
}

void NetworkProbe::copyBuffers(const Network& trained) {
    for (std::size_t i = 0; i < m_network.buffers().size(); ++i)
        m_network.buffers()[i]->value = trained.buffers()[i]->value;
}

} // namespace neurarium
