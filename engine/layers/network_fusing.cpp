// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "layers/activation.h"
#include "layers/fused_convolution.h"
#include "layers/network.h"
#include "layers/pooling.h"

namespace neurarium {

namespace {

/// Of each value: how many nodes read it; the network's output is read by the loss.
std::vector<int> readersOf(const Network& network) {
    std::vector<int> readers(network.values().size(), 0);
    for (const Node& node : network.nodes())
        for (const int value : {node.input, node.other})
            if (value >= 0)
                ++readers[static_cast<std::size_t>(value)];
    ++readers[static_cast<std::size_t>(network.outputValue())];
    return readers;
}

template <typename Kind>
const Kind* layerAs(const Node& node) {
    return dynamic_cast<const Kind*>(node.layer.get());
}

bool halves(const MaxPool2d& pooling) {
    const Window& window = pooling.window();
    return window.kernel == 2 && window.stride == 2 && window.padding == 0;
}

} // namespace

std::size_t Network::fusible(std::size_t first, const std::vector<int>& readers) const {
    const auto leadsOnlyTo = [&](std::size_t next) { // from the node before
        const int value = m_nodes[next - 1].output;
        return next < m_nodes.size() && m_nodes[next].input == value &&
               readers[static_cast<std::size_t>(value)] == 1;
    };
    const auto* convolution = layerAs<Conv2d>(m_nodes[first]);
    if (convolution == nullptr || !leadsOnlyTo(first + 1) || layerAs<ReLU>(m_nodes[first + 1]) == nullptr)
        return 1;
    const auto* pooling = leadsOnlyTo(first + 2) ? layerAs<MaxPool2d>(m_nodes[first + 2]) : nullptr;
    return pooling != nullptr && halves(*pooling) && convolution->poolsInEpilogue() ? 3 : 2;
}

void Network::fuse() {
    const std::vector<int> readers = readersOf(*this);
    std::vector<Node> fused;
    for (std::size_t i = 0; i < m_nodes.size();) {
        const std::size_t count = fusible(i, readers);
        Node node = std::move(m_nodes[i]);
        if (count > 1) {
            const Shape convolved = m_values[static_cast<std::size_t>(node.output)].shape;
            std::unique_ptr<Conv2d> convolution(static_cast<Conv2d*>(node.layer.release()));
            node.layer = std::make_unique<FusedConvolution>(std::move(convolution), convolved, count == 3);
            node.output = m_nodes[i + count - 1].output;
        }
        fused.push_back(std::move(node));
        i += count;
    }
    m_nodes = std::move(fused);
    for (Value& value : m_values)
        value.producer = -1;
    for (std::size_t i = 0; i < m_nodes.size(); ++i)
        m_values[static_cast<std::size_t>(m_nodes[i].output)].producer = static_cast<int>(i);
}

} // namespace neurarium
