// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QCoreApplication>

#include "widgets/chart_stage.h"

class QPainter;

namespace neurarium {

/// A line's name where it is painted.
struct LineName {
    BranchId branch;
    QString text;
    QRectF place;
    QPointF end;         ///< of the line
    bool leader = false; ///< joined to the line by a thin stroke
    bool bold = false;
    QColor line, words;
};

/// Puts the names of the lines and that of the line of guessing beside their ends, or one below the other at
/// the right edge, so that none overlaps.
class ChartNames {
    Q_DECLARE_TR_FUNCTIONS(neurarium::ChartNames)

public:
    explicit ChartNames(const ChartStage& stage);

    /// The room the names need right of the plot; it depends on the branches only, so that the plot does not
    /// move.
    double rightMargin() const;
    /// Where the names stand for `stage.content.ends`.
    std::vector<LineName> names() const;
    void paint(QPainter& painter) const;

private:
    std::optional<double> guessing() const;
    QString guessingName() const;
    LineName nameOf(const LineEnd& end) const;
    LineName nameOfGuessing() const;
    QString nameOf(const ChartBranch& branch, bool validation) const;
    QString valueOf(double value) const;
    QFont fontOf(bool bold) const;
    bool several() const { return m_stage.data.branches().size() > 1; }

    const ChartStage& m_stage;
};

} // namespace neurarium
