// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/writing_panel.h"

#include <algorithm>
#include <cmath>

#include <QEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include "widgets/inline_knob.h"
#include "widgets/knob_value.h"
#include "widgets/prompt_strip.h"
#include "widgets/token_text.h"

namespace neurarium {

namespace {

constexpr int kTokenPause = 120; // milliseconds between two tokens that are written
constexpr int kKnobRest = 400;   // milliseconds until the answers follow a knob
constexpr std::int64_t kAnswerTokens = 16;
constexpr std::size_t kMostSaves = 4; // whose answers stand side by side

} // namespace

WritingPanel::~WritingPanel() = default;

void WritingPanel::connectParts() {
    connect(m_field, &QLineEdit::editingFinished, this, &WritingPanel::takePrompt);
    connect(m_strip, &PromptStrip::tokenChosen, this, &WritingPanel::askWhy);
    connect(m_next, &QPushButton::clicked, this, &WritingPanel::writeNext);
    connect(m_write, &QPushButton::clicked, this, [this] { setRunning(!m_running); });
    connect(m_again, &QToolButton::clicked, this, &WritingPanel::startAgain);
    connect(m_dice, &QToolButton::clicked, this, &WritingPanel::throwDice);
    connect(m_compare, &QToolButton::clicked, this, [this](bool shown) {
        m_answersShown = shown;
        fit();
    });
    for (const InlineKnob* knob : {m_temperature, m_topK, m_topP})
        connect(knob, &InlineKnob::valueChanged, this, &WritingPanel::takeKnobs);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kTokenPause);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_running)
            ask(1);
    });
    m_rest.setSingleShot(true);
    m_rest.setInterval(kKnobRest);
    connect(&m_rest, &QTimer::timeout, this, &WritingPanel::askAnswers);
}

QString WritingPanel::prompt() const {
    return m_prompt;
}

void WritingPanel::setPrompt(const QString& prompt) {
    m_field->setText(prompt);
    takePrompt();
}

void WritingPanel::takePrompt() {
    if (m_field->text() == m_prompt)
        return;
    m_prompt = m_field->text();
    startAgain();
    m_answered.clear();
    showAnswers();
    askAnswers();
}

void WritingPanel::setSampling(const SamplingOptions& sampling) {
    m_temperature->setValue(sampling.temperature);
    m_topK->setValue(static_cast<double>(sampling.topK));
    m_topP->setValue(sampling.topP);
    takeKnobs();
}

/// Bars follow at once where all candidates are known; else the network is asked.
void WritingPanel::takeKnobs() {
    const SamplingOptions before = m_content.sampling;
    m_content.sampling = {m_temperature->value(), std::llround(m_topK->value()), m_topP->value()};
    if (m_content.sampling == before)
        return;
    showSheet();
    const auto& writing = m_content.writing;
    if (writing && !withOptions(writing->next, writing->sampling.temperature, m_content.sampling) &&
        !m_running)
        ask(0);
    m_rest.start();
}

void WritingPanel::setVocabulary(std::int64_t tokens) {
    m_vocabulary = tokens;
    showSheet();
}

void WritingPanel::setSaves(const std::vector<CheckpointInfo>& checkpoints) {
    std::vector<CheckpointInfo> lettered;
    for (const CheckpointInfo& each : checkpoints)
        if (!each.letter.empty())
            lettered.push_back(each);
    if (lettered.size() > kMostSaves)
        lettered.erase(lettered.begin(), lettered.end() - kMostSaves);
    const auto sameSaves = [](const CheckpointInfo& a, const CheckpointInfo& b) { return a.id == b.id; };
    if (std::equal(lettered.begin(), lettered.end(), m_saves.begin(), m_saves.end(), sameSaves))
        return;
    m_saves = std::move(lettered);
    showAnswers();
    askAnswers();
}

void WritingPanel::clear() {
    setRunning(false);
    m_saves.clear();
    m_answered.clear();
    m_nextAt.clear();
    m_content.writing.reset();
    m_content.chosen.reset();
    m_asked.reset();
    m_waiting = false;
    m_problem.clear();
    m_strip->setTokens({});
    showSheet();
    showAnswers();
    showState();
}

WritingWish WritingPanel::wish(std::int64_t tokens) const {
    WritingWish wish{m_prompt, {}, tokens, m_content.sampling, m_seed};
    if (m_content.writing)
        for (const WrittenToken& each : m_content.writing->tokens)
            if (each.byNetwork)
                wish.written.push_back(each.piece);
    return wish;
}

WritingWish WritingPanel::answerWish() const {
    return {m_prompt, {}, kAnswerTokens, m_content.sampling, m_seed};
}

void WritingPanel::ask(std::int64_t tokens) {
    if (m_prompt.isEmpty() || (tokens > 0 && isFull()))
        return;
    m_waiting = true;
    m_asked.reset();
    emit writingWanted(wish(tokens));
}

void WritingPanel::askAnswers() {
    if (m_prompt.isEmpty())
        return;
    std::vector<CheckpointId> checkpoints;
    for (const CheckpointInfo& each : m_saves)
        checkpoints.push_back(each.id);
    checkpoints.push_back({});
    emit answersWanted(answerWish(), checkpoints);
}

void WritingPanel::writeNext() {
    setRunning(false);
    ask(1);
}

void WritingPanel::setRunning(bool running) {
    m_running = running && !m_prompt.isEmpty() && !isFull();
    if (!m_running)
        m_pause.stop();
    else if (!m_waiting)
        ask(1);
    showState();
}

void WritingPanel::startAgain() {
    setRunning(false);
    m_content.writing.reset();
    m_content.chosen.reset();
    m_nextAt.clear();
    m_problem.clear();
    m_strip->setTokens({});
    showSheet();
    showState();
    ask(0);
}

void WritingPanel::throwDice() {
    ++m_seed;
    startAgain();
    askAnswers();
}

void WritingPanel::refreshBars() {
    if (!m_waiting && !m_running && !m_asked && !m_content.chosen)
        ask(0);
}

void WritingPanel::refresh() {
    if (!m_waiting)
        ask(0);
    if (!m_prompt.isEmpty()) // saves answer as they did
        emit answersWanted(answerWish(), {CheckpointId{}});
}

void WritingPanel::setWriting(std::shared_ptr<const Writing> writing) {
    if (!writing)
        return;
    const auto length = writing->tokens.size();
    if (m_content.writing && m_content.writing->step != writing->step)
        m_nextAt.clear(); // candidates of another state of the network
    m_nextAt.resize(std::max(m_nextAt.size(), length + 1));
    m_nextAt[length] = writing->next;
    if (m_asked && static_cast<std::size_t>(*m_asked) == length) {
        m_asked.reset();
        showSheet();
        return;
    }
    m_waiting = false;
    m_problem.clear();
    const std::size_t before = m_content.writing ? m_content.writing->tokens.size() : 0;
    m_content.writing = std::move(writing);
    if (m_content.writing->tokens.size() != before)
        m_content.chosen.reset();
    m_strip->setTokens(m_content.writing->tokens);
    m_strip->setChosen(m_content.chosen);
    if (m_running && !isFull())
        m_pause.start();
    else
        setRunning(false);
    showSheet();
    showState();
    const auto& tokens = m_content.writing->tokens;
    emit written(static_cast<int>(std::count_if(tokens.begin(), tokens.end(),
                                                [](const WrittenToken& each) { return each.byNetwork; })));
}

void WritingPanel::setAnswer(const Writing& writing) {
    const auto same = std::find_if(m_answered.begin(), m_answered.end(), [&](const Writing& each) {
        return each.checkpoint == writing.checkpoint;
    });
    if (same == m_answered.end())
        m_answered.push_back(writing);
    else
        *same = writing;
    showAnswers();
}

void WritingPanel::setProblem(const QString& problem) {
    m_problem = problem;
    m_waiting = false;
    m_asked.reset();
    setRunning(false);
}

void WritingPanel::askWhy(int token) {
    if (!m_content.writing || token < 0 || token >= std::ssize(m_content.writing->tokens)) {
        m_content.chosen.reset();
        m_strip->setChosen({});
        showSheet();
        return;
    }
    m_content.chosen = token;
    m_strip->setChosen(token);
    const auto& tokens = m_content.writing->tokens;
    const auto place = static_cast<std::size_t>(token);
    if (token > 0 && (place >= m_nextAt.size() || !m_nextAt[place]) && !m_running) {
        WritingWish before{{}, {}, 0, m_content.sampling, m_seed};
        for (std::size_t i = 0; i < place; ++i)
            before.written.push_back(tokens[i].piece);
        m_asked = token;
        emit writingWanted(before);
    }
    showSheet();
    if (token > 0)
        emit attentionWanted(QString::fromStdString(m_content.writing->text), token - 1);
}

} // namespace neurarium
