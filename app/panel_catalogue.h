// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "session/training_session.h"

class QWidget;

namespace neurarium {

class Lab;
class Panel;
class PanelWish;

/// A view on the stage: the frame that is laid out, and the panels in it that can be asked to fill the stage.
struct StagePanel {
    QWidget* widget = nullptr;
    std::vector<Panel*> panels;
    PanelWish* wish = nullptr; ///< for a view whose wants change with what is done in it
};

/// A row of the panel catalogue. To add a view: its two files, and one row.
struct PanelKind {
    std::string id;    ///< as lessons name it
    const char* title; ///< context "Stage"; for tabs, and for panels that have no title of their own
    /// What the view wants from the session while it can be seen.
    Wanted wanted;
    /// Makes the view and connects it with the lab.
    StagePanel (*create)(Lab& lab, QWidget* parent);
    bool ownTitle = true; ///< the view names itself
    bool leads = false;   ///< as the first view it has the largest place, and the loss chart stands below
    bool tall = false;    ///< ... but beside it where there is no other view
};

/// The loss chart is always on the stage and is no row.
const std::vector<PanelKind>& panelCatalogue();

/// Null when there is no such view.
const PanelKind* panelKind(const std::string& id);

/// The views that suit an experiment when no lesson names them.
std::vector<std::string> usualPanels(const Experiment& experiment);
/// All views that it can be looked at in, those first.
std::vector<std::string> offeredPanels(const Experiment& experiment);

} // namespace neurarium
