// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QImage>
#include <QWidget>

#include "widgets/network_layout.h"
#include "widgets/theme.h"

namespace neurarium {

class Theme;

/// A small network drawn neuron by neuron. In each circle: what the neuron answers over the plane. Lines are
/// weights: colour by sign, thickness by size. A sleeping neuron is dark and has no lines.
class NetworkView : public QWidget {
    Q_OBJECT
public:
    explicit NetworkView(QWidget* parent = nullptr);

    void setSnapshot(std::shared_ptr<const PlaygroundSnapshot> snapshot);
    const NeuronPlace& chosen() const { return m_chosen; }
    void choose(const NeuronPlace& place);
    /// The chosen neuron in numbers: weights from the neurons before, and the bias. Empty when none is
    /// chosen.
    QString chosenInNumbers() const;
    /// The weight whose line is nearest to a point, as hovering says it; empty when none is near.
    QString weightTextAt(const QPointF& point) const;
    /// Where a neuron stands.
    QPointF centerOf(const NeuronPlace& place) const { return m_layout.center(place); }

    QSize sizeHint() const override { return {520, 380}; }
    QSize minimumSizeHint() const override { return {260, 180}; }

signals:
    void neuronChosen(int column, int row);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct LegendEntry {
        Token token;
        QString text;
        QRectF place; ///< from the upper left of the legend
    };

    const NeuronView* neuron(const NeuronPlace& place) const;
    bool isAsleep(const NeuronPlace& place) const;
    void layOut();
    void paintLines(QPainter& painter, const Theme& theme) const;
    void paintNeuron(QPainter& painter, const NeuronPlace& place) const;
    void paintInput(QPainter& painter, const NeuronPlace& place) const;
    void paintHeads(QPainter& painter, const Theme& theme) const;
    /// One entry beside the other, in as many rows as the width asks for.
    std::vector<LegendEntry> legend() const;
    double legendHeight() const;
    void paintLegend(QPainter& painter, const Theme& theme) const;
    void walk(int columns, int rows);
    void describe();

    std::shared_ptr<const PlaygroundSnapshot> m_snapshot;
    std::vector<std::vector<QImage>> m_maps; ///< of each layer's neurons
    NetworkLayout m_layout;
    NeuronPlace m_chosen;
};

} // namespace neurarium
