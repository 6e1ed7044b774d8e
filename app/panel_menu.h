// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace neurarium {

class Lab;
class Stage;

/// The views that the experiment can be looked at in; those on the stage are ticked, any other is opened
/// there.
class PanelMenu : public QMenu {
    Q_OBJECT
public:
    PanelMenu(const Lab& lab, Stage& stage, QWidget* parent);

    /// What is offered now; also called whenever the menu opens.
    void fill();

protected:
    void changeEvent(QEvent* event) override;

private:
    const Lab& m_lab;
    Stage& m_stage;
};

} // namespace neurarium
