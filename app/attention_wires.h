// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/head_notes.h"
#include "app/panel_catalogue.h"

namespace neurarium {

class AttentionPanel;
class PanelWish;

/// The wires between the panel of attention and the lab: which sentence is looked at, which heads are off
/// while it is, and what the class wrote on them.
class AttentionWires : public QObject {
    Q_OBJECT
public:
    AttentionWires(Lab& lab, AttentionPanel& panel, PanelWish& wish);

private:
    void beginRun();
    void want(Wanted wanted);
    void ask(const QString& sentence);
    void switchHead(HeadPlace place, bool off);
    void keepNote(HeadPlace place, const QString& note);

    Lab& m_lab;
    AttentionPanel& m_panel;
    PanelWish& m_wish;
    HeadNotes m_notes;
};

StagePanel createAttention(Lab& lab, QWidget* parent);

} // namespace neurarium
