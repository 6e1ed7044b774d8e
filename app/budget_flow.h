// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

#include "widgets/budget_dialog.h"

class QWidget;

namespace neurarium {

class Lab;
class TimelineView;

/// How much room the saves of the lab's run take, and may take.
class BudgetFlow : public QObject {
    Q_OBJECT
public:
    BudgetFlow(Lab& lab, TimelineView& timeline, QWidget* window);

    void open();
    /// Null while it is not looked at.
    BudgetDialog* dialog() const { return m_dialog; }

private:
    void connectDialog();
    void show();

    Lab& m_lab;
    TimelineView& m_timeline;
    QWidget* m_window;
    QPointer<BudgetDialog> m_dialog;
};

} // namespace neurarium
