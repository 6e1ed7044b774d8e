// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/writing_wires.h"

#include <algorithm>

#include "app/lab.h"
#include "widgets/problem_text.h"
#include "widgets/writing_panel.h"

namespace neurarium {

namespace {

/// How one of the little stories begins; empty for other texts.
QString storyBeginning(const Experiment& experiment) {
    if (experiment.data.type != "stories")
        return {};
    const auto found = experiment.data.options.find("language");
    const auto* language =
        found == experiment.data.options.end() ? nullptr : std::get_if<std::string>(&found->second);
    return language != nullptr && *language == "ko" ? QStringLiteral("고양이가") : QStringLiteral("The cat");
}

} // namespace

WritingWires::WritingWires(Lab& lab, WritingPanel& panel)
    : QObject(&panel)
    , m_lab(lab)
    , m_panel(panel) {
    connect(&lab, &Lab::experimentChanged, this, [this] {
        m_asked.clear();
        m_panel.clear();
    });
    connect(&lab, &Lab::runStarted, this, &WritingWires::begin);
    connect(&lab, &Lab::epochsFinished, this, [this] {
        if (m_asked.empty() && m_panel.isVisible())
            m_panel.refresh();
    });
    connect(&lab, &Lab::stepsFinished, this, &WritingWires::follow);
    connect(&lab, &Lab::timelineChanged, this,
            [this](const Timeline& timeline) { m_panel.setSaves(timeline.checkpoints); });
    connect(&lab, &Lab::writingReady, this, &WritingWires::take);
    connect(&lab, &Lab::problem, this, [this](const Problem& problem) {
        if (m_asked.empty() || problem.kind != ProblemKind::Refused)
            return;
        m_asked.clear();
        m_panel.setProblem(wholeText(problem));
    });
    connect(&panel, &WritingPanel::writingWanted, this,
            [this](const WritingWish& wish) { write(wish, {}, false); });
    connect(&panel, &WritingPanel::answersWanted, this,
            [this](const WritingWish& wish, const std::vector<CheckpointId>& checkpoints) {
                m_answersPrompt = wish.prompt;
                for (const CheckpointId checkpoint : checkpoints)
                    write(wish, checkpoint, true);
            });
    if (lab.hasRun())
        begin();
}

bool WritingWires::canWrite() const {
    const auto split = m_lab.data();
    return m_lab.hasRun() && split && split->training->description().tokenizer;
}

void WritingWires::begin() {
    m_asked.clear();
    const auto split = m_lab.data();
    const auto tokenizer = split ? split->training->description().tokenizer : nullptr;
    m_panel.setVocabulary(tokenizer ? tokenizer->size() : 0);
    m_panel.setSaves(m_lab.timeline().checkpoints);
    if (m_panel.prompt().isEmpty())
        m_panel.setPrompt(storyBeginning(m_lab.experiment()));
    else
        m_panel.startAgain();
}

/// The bars move with the network; as often as eyes can follow, and never while an answer is waited for.
void WritingWires::follow() {
    constexpr qint64 kInterval = 400; // milliseconds
    if (!m_asked.empty() || !m_panel.isVisible() || (m_shown.isValid() && m_shown.elapsed() < kInterval))
        return;
    m_shown.start();
    m_panel.refreshBars();
}

void WritingWires::write(const WritingWish& wish, CheckpointId checkpoint, bool answer) {
    if (!canWrite())
        return;
    WritingTask task;
    task.prompt = wish.prompt.toStdString();
    for (const TokenPiece& each : wish.written)
        task.written.push_back(each.id);
    task.tokens = wish.tokens;
    task.sampling = wish.sampling;
    task.seed = wish.seed;
    if (!checkpoint)
        m_asked.push_back({wish.prompt, answer, std::max<std::int64_t>(1, wish.tokens)});
    m_lab.session().write(task, checkpoint);
}

/// What belongs to another prompt comes too late, and is dropped.
void WritingWires::take(const std::shared_ptr<const Writing>& writing) {
    if (writing->checkpoint) {
        if (m_answersPrompt == m_panel.prompt())
            m_panel.setAnswer(*writing);
        return;
    }
    if (m_asked.empty())
        return;
    const Asked asked = m_asked.front();
    if (--m_asked.front().left <= 0)
        m_asked.pop_front();
    if (!asked.prompt.isEmpty() && asked.prompt != m_panel.prompt())
        return;
    if (asked.answer)
        m_panel.setAnswer(*writing);
    else
        m_panel.setWriting(writing);
}

StagePanel createWriting(Lab& lab, QWidget* parent) {
    auto* panel = new WritingPanel(parent);
    new WritingWires(lab, *panel);
    return {panel, {panel}};
}

} // namespace neurarium
