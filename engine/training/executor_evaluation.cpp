// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/executor.h"

#include <algorithm>
#include <functional>

#include "training/prepare_layers.h"

namespace neurarium {

/// The numbers of a value, if it is the one that is wanted; its memory is used again later.
void Executor::copyWanted(const SliceWork& work, int value) const {
    if (value != m_looks.value)
        return;
    const Slice slice = valueSlice(work, value);
    std::copy_n(slice.data, slice.size(), m_looks.numbers + work.first * slice.sampleSize);
}

void Executor::forward(const float* inputs, std::int64_t samples, float* outputs, const Inspection& looks) {
    begin({.inputs = inputs, .samples = samples}, m_evaluationPlan, looks);
    prepareLayers(m_network, isWorthSharing(samples) ? &m_pool : nullptr);
    m_capacity =
        sliceSamples(*m_plan, std::max<std::int64_t>(1, (samples + m_pool.threads() - 1) / m_pool.threads()));
    const std::int64_t arena = m_capacity * m_plan->size;
    if (m_arenas.size() < m_pool.threads() * arena)
        m_arenas = FloatBuffer(m_pool.threads() * arena);
    const auto slices = static_cast<int>((samples + m_capacity - 1) / m_capacity);
    const auto run = [&](int slice, int thread) {
        const SliceWork work{.first = slice * m_capacity,
                             .samples = std::min(m_capacity, samples - slice * m_capacity),
                             .arena = m_arenas.data() + thread * arena};
        copyWanted(work, 0);
        for (std::size_t at = 0; at < m_network.nodes().size(); ++at) {
            forwardNode(work, at, Mode::Evaluation);
            copyWanted(work, m_network.nodes()[at].output);
        }
        const Slice output = valueSlice(work, m_network.outputValue());
        std::copy_n(output.data, output.size(), outputs + work.first * output.sampleSize);
    };
    if (!isWorthSharing(samples)) {
        const DenormalsFlushed flushed;
        for (int slice = 0; slice < slices; ++slice)
            run(slice, 0);
    } else {
        m_pool.run(slices, std::cref(run));
    }
}

void Executor::forward(const float* inputs, std::int64_t samples,
                       const std::function<void(const Node&, const Slice&)>& visit) {
    begin({.inputs = inputs, .samples = samples}, m_evaluationPlan);
    prepareLayers(m_network, nullptr);
    m_capacity = samples;
    if (m_arenas.size() < m_capacity * m_plan->size)
        m_arenas = FloatBuffer(m_capacity * m_plan->size);
    const DenormalsFlushed flushed;
    const SliceWork work{.first = 0, .samples = samples, .arena = m_arenas.data()};
    for (std::size_t at = 0; at < m_network.nodes().size(); ++at) {
        forwardNode(work, at, Mode::Evaluation);
        visit(m_network.nodes()[at], valueSlice(work, m_network.nodes()[at].output));
    }
}

} // namespace neurarium
