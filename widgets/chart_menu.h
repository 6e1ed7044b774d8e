// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include <QMenu>

#include "widgets/chart_options.h"

class QActionGroup;

namespace neurarium {

/// The choices of how a chart is shown: quantity, unit, scale, smoothing, and the whole chart again.
class ChartMenu : public QMenu {
    Q_OBJECT

public:
    explicit ChartMenu(QWidget* parent = nullptr);

    /// Ticks what these options say.
    void showOptions(const ChartOptions& options);
    void retranslate();

signals:
    /// Something else was chosen.
    void chosen(const neurarium::ChartOptions& options);

private:
    using Apply = std::function<void(ChartOptions&)>;
    struct Choice {
        QAction* action;
        Apply apply;
    };

    QActionGroup* addGroup();
    void addChoice(QActionGroup* group, const Apply& apply);

    ChartOptions m_options;
    std::vector<Choice> m_choices;
    QMenu *m_unit, *m_smoothing;
};

} // namespace neurarium
