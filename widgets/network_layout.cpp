// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/network_layout.h"

#include <algorithm>

#include <QLineF>

namespace neurarium {

namespace {

constexpr int kInputs = 2;
constexpr double kRadius = 18;
constexpr double kSmallest = 4;
constexpr double kWidestPitch = 80;

} // namespace

NetworkLayout::NetworkLayout(const std::vector<NeuronLayer>& layers, const QRectF& area)
    : m_rows{kInputs}
    , m_area(area) {
    for (const NeuronLayer& layer : layers)
        m_rows.push_back(static_cast<int>(layer.neurons.size()));
    const int most = *std::max_element(m_rows.begin(), m_rows.end());
    m_radius = std::clamp(area.height() / std::max(1, most) / 2 - 1, kSmallest, kRadius);
}

QPointF NetworkLayout::center(const NeuronPlace& place) const {
    const int count = rows(place.column);
    const double pitch = std::min(kWidestPitch, m_area.height() / std::max(1, count));
    const double top = m_area.center().y() - pitch * (count - 1) / 2;
    const double share = columns() < 2 ? 0.5 : static_cast<double>(place.column) / (columns() - 1);
    return {m_area.left() + share * m_area.width(), top + pitch * place.row};
}

NeuronPlace NetworkLayout::neuronAt(const QPointF& point) const {
    for (int column = 0; column < columns(); ++column)
        for (int row = 0; row < rows(column); ++row)
            if (QLineF(center({column, row}), point).length() <= m_radius)
                return {column, row};
    return {};
}

} // namespace neurarium
