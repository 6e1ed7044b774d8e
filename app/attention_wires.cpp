// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/attention_wires.h"

#include <algorithm>

#include "app/data_text.h"
#include "app/lab.h"
#include "app/panel_wish.h"
#include "report/error.h"
#include "widgets/attention_panel.h"
#include "widgets/problem_text.h"

namespace neurarium {

AttentionWires::AttentionWires(Lab& lab, AttentionPanel& panel, PanelWish& wish)
    : QObject(&panel)
    , m_lab(lab)
    , m_panel(panel)
    , m_wish(wish) {
    connect(&lab, &Lab::experimentChanged, this, [this] {
        m_panel.setMaps(nullptr);
        m_panel.setEffect(nullptr);
        m_panel.setProblem({});
        m_wish.want({});
    });
    connect(&lab, &Lab::runStarted, this, &AttentionWires::beginRun);
    connect(&lab, &Lab::attentionReady, this, [this](const std::shared_ptr<const AttentionMaps>& maps) {
        m_panel.setProblem({});
        m_panel.setMaps(maps);
    });
    connect(&lab, &Lab::headEffectReady, this, [this](const std::shared_ptr<const HeadEffect>& effect) {
        if (effect->off == m_wish.wanted().headsOff)
            m_panel.setEffect(effect);
    });
    connect(&lab, &Lab::inspectionRefused, this,
            [this](const Problem& problem) { m_panel.setProblem(wholeText(problem)); });
    connect(&lab.saves(), &SavedGames::wentBack, this,
            [this](const CheckpointInfo& checkpoint) { m_panel.rewindTo(checkpoint.step); });
    connect(&panel, &AttentionPanel::sentenceAsked, this, &AttentionWires::ask);
    connect(&panel, &AttentionPanel::headSwitched, this, &AttentionWires::switchHead);
    connect(&panel, &AttentionPanel::pageChanged, this, [this] { want(m_wish.wanted()); });
    connect(&panel, &AttentionPanel::noteEdited, this, &AttentionWires::keepNote);
    if (lab.hasRun())
        beginRun();
}

/// Begins with a sentence that the network does not train on.
void AttentionWires::beginRun() {
    m_notes = readHeadNotes(m_lab.runFolder());
    m_panel.setNotes(m_notes);
    const auto split = m_lab.data();
    const std::string sentence = split ? unseenSentence(m_lab.experiment(), *split) : std::string();
    m_panel.setSentence(QString::fromStdString(sentence));
    m_panel.setEffect(nullptr);
    Wanted wanted;
    wanted.sentence = sentence;
    want(wanted);
}

/// The sentences are tried while their page is open and some head is off.
void AttentionWires::want(Wanted wanted) {
    wanted.headEffect = m_panel.page() == AttentionPanel::Page::Sentences && !wanted.headsOff.empty();
    m_wish.want(wanted);
}

void AttentionWires::ask(const QString& sentence) {
    Wanted wanted = m_wish.wanted();
    wanted.sentence = sentence.toStdString();
    want(wanted);
}

void AttentionWires::switchHead(HeadPlace place, bool off) {
    Wanted wanted = m_wish.wanted();
    std::erase(wanted.headsOff, place);
    if (off)
        wanted.headsOff.push_back(place);
    std::sort(wanted.headsOff.begin(), wanted.headsOff.end());
    if (wanted.headsOff.empty())
        m_panel.setEffect(nullptr);
    want(wanted);
}

void AttentionWires::keepNote(HeadPlace place, const QString& note) {
    m_notes[place] = note;
    m_panel.setNotes(m_notes);
    try {
        if (m_lab.hasRun())
            writeHeadNotes(m_lab.runFolder(), m_notes);
    } catch (const Error& error) {
        emit m_lab.problem(error.problem());
    }
}

StagePanel createAttention(Lab& lab, QWidget* parent) {
    auto* panel = new AttentionPanel(parent);
    auto* wish = new PanelWish(panel);
    new AttentionWires(lab, *panel, *wish);
    return {panel, {panel}, wish};
}

} // namespace neurarium
