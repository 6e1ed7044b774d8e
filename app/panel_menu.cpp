// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panel_menu.h"

#include <QCoreApplication>
#include <QEvent>

#include "app/lab.h"
#include "app/panel_catalogue.h"
#include "app/stage.h"

namespace neurarium {

PanelMenu::PanelMenu(const Lab& lab, Stage& stage, QWidget* parent)
    : QMenu(parent)
    , m_lab(lab)
    , m_stage(stage) {
    setTitle(tr("Views on the stage"));
    connect(this, &QMenu::aboutToShow, this, &PanelMenu::fill);
}

void PanelMenu::fill() {
    clear();
    if (m_lab.phase() == LabPhase::Empty)
        return;
    for (const std::string& id : offeredPanels(m_lab.experiment())) {
        QAction* action = addAction(QCoreApplication::translate("Stage", panelKind(id)->title));
        action->setCheckable(true);
        action->setChecked(m_stage.view(id) != nullptr);
        connect(action, &QAction::triggered, this, [this, id] { m_stage.open(id); });
    }
}

void PanelMenu::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        setTitle(tr("Views on the stage"));
    QMenu::changeEvent(event);
}

} // namespace neurarium
