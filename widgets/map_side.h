// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "widgets/length_chart.h"
#include "widgets/map_things.h"
#include "widgets/neighbour_list.h"

class QBoxLayout;
class QLabel;

namespace neurarium {

class SegmentedControl;

/// What stands beside the word map: the measure, the nearest neighbours of the chosen word, and the lengths
/// of the rulers over the epochs. One above the other, or side by side where it is wide and low.
class MapSide : public QWidget {
    Q_OBJECT
public:
    explicit MapSide(QWidget* parent = nullptr);

    void setKind(MapThings kind);
    void setMeasure(Nearness measure);
    Nearness measure() const { return m_measure; }
    /// `word` is empty when none was chosen.
    void setNeighbours(const QString& word, const std::vector<NeighbourRow>& rows);
    void setLengths(std::vector<LengthLine> lines);

    NeighbourList* neighbours() const { return m_neighbours; }
    LengthChart* lengths() const { return m_lengths; }
    SegmentedControl* measureChoice() const { return m_choice; }

signals:
    void measureChosen(neurarium::Nearness measure);
    void thingChosen(qint64 thing);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void retranslate();

    MapThings m_kind = MapThings::Words;
    Nearness m_measure = Nearness::Cosine;
    QString m_word;
    SegmentedControl* m_choice;
    QLabel* m_title;
    NeighbourList* m_neighbours;
    LengthChart* m_lengths;
    QBoxLayout* m_parts;
};

} // namespace neurarium
