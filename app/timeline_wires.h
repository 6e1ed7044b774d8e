// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QObject>
#include <QTimer>

#include "report/epoch_report.h"
#include "report/step_report.h"
#include "report/timeline.h"
#include "widgets/timeline_status.h"

namespace neurarium {

class Lab;
class LossChart;
class Stage;
class TimelineView;

/// The wires between a lab's saves, the timeline and the loss chart: both show the same tree with the same
/// axis, the same chosen slot and the same playhead.
class TimelineWires : public QObject {
    Q_OBJECT
public:
    TimelineWires(Lab& lab, TimelineView& timeline, Stage& stage, QObject* parent = nullptr);

private:
    void connectWishes();
    void connectPlayhead();
    void connectProgress();
    void connectHistory();
    void showTree();
    void showPlace();
    void showProgress();
    void compareWithEarlier(CheckpointId checkpoint);
    void shareSpan();

    Lab& m_lab;
    TimelineView& m_timeline;
    Stage& m_stage;
    LossChart& m_chart;
    QTimer m_patience; ///< work that takes no longer has no progress
    std::optional<StepProgress> m_progress;
};

} // namespace neurarium
