// SPDX-License-Identifier: GPL-3.0-or-later
// How the writing panel is built and shown.
#include <algorithm>

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

#include "widgets/empty_state.h"
#include "widgets/flow_layout.h"
#include "widgets/hairline.h"
#include "widgets/icon.h"
#include "widgets/inline_knob.h"
#include "widgets/knob_value.h"
#include "widgets/prompt_strip.h"
#include "widgets/recipe_words.h"
#include "widgets/text_scale.h"
#include "widgets/token_text.h"
#include "widgets/whole_words.h"
#include "widgets/writing_panel.h"

namespace neurarium {

namespace {

constexpr int kWide = 470; // from here on the answers stand beside the text
constexpr double kUsualTemperature = 1;
const KnobScale kTemperature{.minimum = 0, .maximum = 2, .step = 0.05, .decimals = 1};
const KnobScale kTopK{.minimum = 0, .maximum = 50, .step = 1};
const KnobScale kTopP{.minimum = 0.05, .maximum = 1, .step = 0.05, .decimals = 2};

/// The words after the prompt; the whole text where the tokenizer wrote the prompt in another way.
Answer answerOf(const Writing& writing, const QString& prompt, const QString& letter) {
    const QString text = QString::fromStdString(writing.text);
    const bool begins = text.startsWith(prompt);
    return {letter, writing.epoch, begins ? prompt : QString(), begins ? text.mid(prompt.size()) : text,
            false};
}

} // namespace

WritingPanel::WritingPanel(QWidget* parent)
    : Panel(parent)
    , m_figure(std::make_unique<WritingFigure>(m_content))
    , m_field(new QLineEdit)
    , m_strip(new PromptStrip)
    , m_why(new QLabel)
    , m_bars(new CandidateBars)
    , m_text(new QWidget)
    , m_line(new Hairline(nullptr, Qt::Vertical))
    , m_side(new QWidget)
    , m_answersTitle(new QLabel)
    , m_answers(new AnswerList)
    , m_next(new QPushButton)
    , m_write(new QPushButton)
    , m_temperature(new InlineKnob(kTemperature))
    , m_topK(new InlineKnob(kTopK))
    , m_topP(new InlineKnob(kTopP))
    , m_message(new QLabel)
    , m_again(addTool(QStringLiteral("restart"), {}))
    , m_dice(addTool(QStringLiteral("dice"), {}))
    , m_compare(addTool(QStringLiteral("compare"), {})) {
    build();
    addExport(*m_figure, *body());
    m_temperature->setValue(kUsualTemperature);
    m_topP->setValue(1);
    connectParts();
    retranslate();
    showState();
    showAnswers();
    fit();
}

void WritingPanel::build() {
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(12, 2, 12, 8);
    column->setSpacing(6);
    column->addWidget(m_field);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(12);
    auto* text = new QVBoxLayout(m_text);
    text->setContentsMargins(0, 0, 0, 0);
    text->setSpacing(4);
    text->addWidget(m_strip);
    text->addWidget(m_why);
    text->addWidget(m_bars, 1);
    auto* side = new QVBoxLayout(m_side);
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(6);
    side->addWidget(m_answersTitle);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(m_answers);
    m_answers->setAutoFillBackground(false);
    side->addWidget(scroll, 1);
    middle->addWidget(m_text, 3);
    middle->addWidget(m_line);
    middle->addWidget(m_side, 2);
    column->addLayout(middle, 1);
    column->addWidget(buildControls());
    column->addWidget(m_message);
    for (QLabel* label : {m_why, m_answersTitle, m_message}) {
        label->setWordWrap(true);
        label->setProperty("role", "hint");
    }
    m_compare->setCheckable(true);
    setBody(body);
}

QWidget* WritingPanel::buildControls() {
    auto* controls = new QWidget;
    auto* row = new FlowLayout(controls, 8);
    row->setContentsMargins(0, 0, 0, 0);
    for (QWidget* each :
         {static_cast<QWidget*>(m_next), static_cast<QWidget*>(m_write), static_cast<QWidget*>(m_temperature),
          static_cast<QWidget*>(m_topK), static_cast<QWidget*>(m_topP)})
        row->addWidget(each);
    return controls;
}

/// The candidates of the chosen place, or of the next token, as the knobs are now.
void WritingPanel::showSheet() {
    CandidateSheet sheet;
    sheet.vocabulary = m_vocabulary;
    const auto& writing = m_content.writing;
    if (writing) {
        const auto place =
            m_content.chosen ? static_cast<std::size_t>(*m_content.chosen) : writing->tokens.size();
        if (place < m_nextAt.size() && m_nextAt[place])
            sheet.candidates = *m_nextAt[place];
        if (const auto now = withOptions(sheet.candidates, writing->sampling.temperature, m_content.sampling))
            sheet.candidates = *now;
        if (m_content.chosen && place < writing->tokens.size())
            sheet.taken = writing->tokens[place].piece.id;
    }
    m_content.sheet = sheet;
    m_bars->setSheet(sheet);
    QString why;
    if (m_content.chosen && writing) {
        const QString word =
            tokenText(writing->tokens[static_cast<std::size_t>(*m_content.chosen)].piece.text);
        why = *m_content.chosen == 0 ? tr("“%1” is the beginning: nothing foretells it.").arg(word)
                                     : tr("Why “%1”? This might have stood there:").arg(word);
    }
    m_why->setText(wholeWords(why));
    m_why->setVisible(!why.isEmpty());
}

void WritingPanel::showAnswers() {
    std::vector<Answer> answers;
    const auto add = [&](CheckpointId checkpoint, const QString& letter, std::int64_t epoch) {
        const auto answered = std::find_if(m_answered.begin(), m_answered.end(), [&](const Writing& each) {
            return each.checkpoint == checkpoint;
        });
        answers.push_back(answered == m_answered.end() ? Answer{letter, epoch, m_prompt, {}, true}
                                                       : answerOf(*answered, m_prompt, letter));
    };
    for (const CheckpointInfo& save : m_saves)
        add(save.id, QString::fromStdString(save.letter), save.epoch);
    const bool any = !m_prompt.isEmpty() && (m_content.writing || !m_answered.empty());
    if (any)
        add({}, {}, m_content.writing ? m_content.writing->epoch : 0);
    m_content.answers = answers;
    m_answers->setAnswers(std::move(answers));
    m_answersTitle->setText(wholeWords(m_saves.empty()
                                           ? tr("Save here (A, B, C), and compare what they write.")
                                           : tr("What each save writes:")));
}

void WritingPanel::showMessage() {
    QString text = m_problem;
    if (text.isEmpty() && isFull())
        text = tr(
            "The context is full: %n token(s) are all that it can see. Start again, or shorten the prompt.",
            nullptr, static_cast<int>(m_content.writing->tokens.size()));
    if (text.isEmpty() && m_prompt.isEmpty())
        text = tr("Type how a text begins. The network goes on from there.");
    m_message->setText(wholeWords(text));
    m_message->setVisible(!text.isEmpty());
}

QString WritingPanel::message() const {
    return m_message->text();
}

void WritingPanel::showState() {
    const bool can = !m_prompt.isEmpty() && !isFull() && m_problem.isEmpty();
    m_next->setEnabled(can);
    m_write->setEnabled(can || m_running);
    const Theme& theme = Theme::of(this);
    m_next->setIcon(icon(QStringLiteral("step"), {Token::Text, &theme}));
    m_write->setIcon(
        icon(m_running ? QStringLiteral("pause") : QStringLiteral("play"), {Token::Text, &theme}));
    m_write->setText(m_running ? tr("Stop") : tr("Write"));
    setNote(m_content.writing ? tr("epoch %1").arg(countText(m_content.writing->epoch))
                              : tr("tokens and what may be next"));
    showMessage();
}

/// The button that writes is as wide as the longer of its two words, so that nothing jumps.
void WritingPanel::fitWriteButton() {
    int widest = 0;
    for (const QString& word : {tr("Stop"), tr("Write")}) {
        m_write->setText(word);
        widest = std::max(widest, m_write->sizeHint().width());
    }
    m_write->setMinimumWidth(widest);
    showState();
}

void WritingPanel::fit() {
    const bool wide = width() >= kWide * textScale(this);
    m_compare->setVisible(!wide);
    m_line->setVisible(wide);
    m_side->setVisible(wide || m_answersShown);
    m_text->setVisible(wide || !m_answersShown);
}

void WritingPanel::retranslate() {
    setTitle(tr("Writing"));
    m_field->setPlaceholderText(tr("How the text begins"));
    m_field->setAccessibleName(tr("Prompt"));
    m_next->setText(tr("Next token"));
    m_temperature->setTitle(tr("Temperature"),
                            tr("0 always takes the likeliest; above 1 unlikely ones get a chance."));
    m_topK->setTitle(tr("Top-k"), tr("Only that many of the likeliest may be drawn."));
    m_topK->setLowest(tr("all"));
    m_topP->setTitle(tr("Top-p"),
                     tr("Only the likeliest that together reach this probability may be drawn."));
    setToolText(m_again, tr("Start again from the prompt"));
    setToolText(m_dice, tr("Write again with other dice"));
    setToolText(m_compare, tr("What each save writes"));
    fitWriteButton();
    showSheet();
    showAnswers();
}

void WritingPanel::resizeEvent(QResizeEvent* event) {
    Panel::resizeEvent(event);
    fit();
}

void WritingPanel::changeEvent(QEvent* event) {
    Panel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        showState();
    else if (event->type() == QEvent::FontChange) {
        fitWriteButton();
        fit();
    }
}

} // namespace neurarium
