// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QPointF>
#include <QRectF>

#include "report/playground.h"

namespace neurarium {

/// A neuron of the picture: column 0 holds the inputs x and y, the last one the output.
struct NeuronPlace {
    int column = -1;
    int row = -1;
    bool isNeuron() const { return column > 0; }
    bool operator==(const NeuronPlace&) const = default;
};

/// Where the neurons of a small network stand in a picture.
class NetworkLayout {
public:
    NetworkLayout() = default;
    NetworkLayout(const std::vector<NeuronLayer>& layers, const QRectF& area);

    int columns() const { return static_cast<int>(m_rows.size()); }
    int rows(int column) const { return m_rows[static_cast<std::size_t>(column)]; }
    /// Half the width of a neuron: 18, less when they would touch.
    double radius() const { return m_radius; }
    QPointF center(const NeuronPlace& place) const;
    /// The neuron under a point of the picture; column -1 when there is none.
    NeuronPlace neuronAt(const QPointF& point) const;

private:
    std::vector<int> m_rows; ///< neurons in each column
    QRectF m_area;
    double m_radius = 18;
};

} // namespace neurarium
