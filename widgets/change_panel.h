// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "report/comparison.h"
#include "report/timeline.h"
#include "widgets/layer_path.h"
#include "widgets/panel.h"

namespace neurarium {

class CheckpointChooser;
class ElidedLabel;
class FlipList;
class MovedTensors;
class SegmentedControl;

/// "What changed?" between two points of the tree: the answers that flipped, the tensors that moved most, and
/// the changes that were made on the way.
class ChangePanel : public Panel {
    Q_OBJECT
public:
    explicit ChangePanel(QWidget* parent = nullptr);

    void setTimeline(const Timeline& timeline);
    /// `points`: the classes are colours of points.
    void setClasses(const std::vector<std::string>& names, bool points);
    void setNetwork(const LayerList& network);
    /// Another run: nothing is compared yet.
    void clear();
    /// Chooses both and asks for the comparison; no id is where training stands.
    void compare(CheckpointId before, CheckpointId after);
    void setComparison(std::shared_ptr<const Comparison> comparison);
    /// There will be no comparison.
    void giveUp();

    CheckpointChooser* before() const { return m_before; }
    CheckpointChooser* after() const { return m_after; }
    FlipList* lost() const { return m_lost; }
    FlipList* gained() const { return m_gained; }
    MovedTensors* moved() const { return m_moved; }
    /// In a narrow panel one of the three is seen; the others are behind these.
    SegmentedControl* tabs() const { return m_tabs; }

signals:
    void compareRequested(neurarium::CheckpointId before, neurarium::CheckpointId after);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    QWidget* buildMoved();
    void ask();
    void arrange();
    void showKnobs();
    void showCounts();
    void retranslate();
    void recolor();

    Timeline m_timeline;
    LayerList m_network;
    std::shared_ptr<const Comparison> m_comparison;
    CheckpointChooser* m_before;
    QLabel* m_arrow;
    CheckpointChooser* m_after;
    SegmentedControl* m_tabs;
    FlipList* m_lost;
    FlipList* m_gained;
    QWidget* m_movedPart = nullptr;
    ElidedLabel* m_movedHeading;
    QLabel* m_movedIcon;
    MovedTensors* m_moved;
    ElidedLabel* m_knobs;
};

} // namespace neurarium
