// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QObject>
#include <QTimer>

#include "report/proof.h"
#include "report/step_report.h"

namespace neurarium {

class ChartData;
class Lab;

/// Watches that the past can be repeated, and says so: some recorded steps behind a save that one went back
/// to are trained once more while nothing else is done; and the steps of a branch that left its parent
/// without a change are compared with the parent's as they come.
class RepeatWatch : public QObject {
    Q_OBJECT
public:
    /// `data` is to hold the recorded steps before those that come now.
    RepeatWatch(Lab& lab, const ChartData& data, QObject* parent = nullptr);

signals:
    /// Empty: what was said is over.
    void told(const QString& text, bool good);

private:
    void connectLab();
    void takeSteps(const std::vector<StepReport>& steps);
    void compare(const StepReport& step);
    /// Which recorded steps those of a branch should be the same as.
    void watch(BranchId branch);
    void tellRepetition(const Repetition& repetition);
    void forget();

    Lab& m_lab;
    const ChartData& m_data;
    QTimer m_idle;         ///< after going back
    CheckpointId m_goneTo; ///< to be repeated from when it has passed
    BranchId m_branch;     ///< whose steps are compared
    BranchId m_original;   ///< with those of this one; none: there is nothing to compare
    std::int64_t m_until = 0;
    int m_same = 0;
};

} // namespace neurarium
