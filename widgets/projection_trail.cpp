// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/projection_trail.h"

#include <utility>

namespace neurarium {

namespace {

bool areAlike(const Projection& a, const Projection& b) {
    return a.method == b.method && a.dimensions == b.dimensions && a.places.size() == b.places.size();
}

} // namespace

void ProjectionTrail::clear() {
    m_now.reset();
    m_finished.reset();
    m_past.clear();
}

void ProjectionTrail::add(std::shared_ptr<const Projection> projection) {
    if (!projection || (m_now && !areAlike(*m_now, *projection)))
        clear();
    m_now = std::move(projection);
    if (!m_now)
        return;
    if (m_finished && m_finished->epoch < m_now->epoch)
        m_past.push_back(std::exchange(m_finished, nullptr));
    while (!m_past.empty() && m_past.back()->epoch >= m_now->epoch)
        m_past.pop_back();
    while (m_past.size() > kEpochs)
        m_past.pop_front();
    if (m_now->progress >= 1)
        m_finished = m_now;
}

} // namespace neurarium
