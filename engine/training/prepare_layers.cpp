// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/prepare_layers.h"

#include <functional>

namespace neurarium {

void prepareLayers(Network& network, ThreadPool* pool) {
    const auto prepareOne = [&](int at, int) {
        const Node& node = network.nodes()[static_cast<std::size_t>(at)];
        if (node.kind == Node::Kind::Layer)
            node.layer->prepare();
    };
    const auto nodes = static_cast<int>(network.nodes().size());
    if (pool != nullptr)
        return pool->run(nodes, std::cref(prepareOne));
    for (int at = 0; at < nodes; ++at)
        prepareOne(at, 0);
}

} // namespace neurarium
