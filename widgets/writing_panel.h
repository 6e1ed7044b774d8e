// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QTimer>

#include "report/checkpoint_info.h"
#include "widgets/panel.h"
#include "widgets/writing_figure.h"
#include "widgets/writing_wish.h"

class QBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;

namespace neurarium {

class InlineKnob;
class PromptStrip;

/// The network writes: from a prompt, one token at a time or running, with what may be next, and what each
/// save makes of the same prompt. It knows no network; what it wants it tells in wishes, which are answered
/// by `setWriting` and `setAnswer`.
class WritingPanel : public Panel {
    Q_OBJECT

public:
    explicit WritingPanel(QWidget* parent = nullptr);
    ~WritingPanel() override;

    QString prompt() const;
    /// Begins with that prompt, as if it was typed.
    void setPrompt(const QString& prompt);
    const SamplingOptions& sampling() const { return m_content.sampling; }
    void setSampling(const SamplingOptions& sampling);
    /// All tokens that the tokenizer knows.
    void setVocabulary(std::int64_t tokens);
    /// Saves whose answers are shown: the last few that have letters.
    void setSaves(const std::vector<CheckpointInfo>& checkpoints);
    /// Another run: nothing is written yet.
    void clear();

    /// The answer to a wish; of a text that is not wanted any more nothing is shown.
    void setWriting(std::shared_ptr<const Writing> writing);
    /// How one of the saves, or the network as it stands (no checkpoint), goes on from the prompt.
    void setAnswer(const Writing& writing);
    /// Why a wish cannot be answered; empty: it can.
    void setProblem(const QString& problem);

    bool isRunning() const { return m_running; }
    PromptStrip* strip() const { return m_strip; }
    CandidateBars* bars() const { return m_bars; }
    AnswerList* answers() const { return m_answers; }
    QPushButton* nextButton() const { return m_next; }
    QPushButton* writeButton() const { return m_write; }
    InlineKnob* temperature() const { return m_temperature; }
    InlineKnob* topK() const { return m_topK; }
    InlineKnob* topP() const { return m_topP; }
    QString message() const;
    WritingFigure& figure() { return *m_figure; }

public slots:
    void writeNext();
    void setRunning(bool running);
    /// The prompt again, without what was written.
    void startAgain();
    /// The same with other dice.
    void throwDice();
    /// The network moved on: probabilities and its own answer are asked for anew.
    void refresh();
    /// ... only what may be next, unless that is being asked for already or another place is looked at.
    void refreshBars();
    /// Why this token? Shows what else might have stood there.
    void askWhy(int token);

signals:
    void writingWanted(const neurarium::WritingWish& wish);
    /// None among them: the network as it stands.
    void answersWanted(const neurarium::WritingWish& wish,
                       const std::vector<neurarium::CheckpointId>& checkpoints);
    /// The attention that a token was foretold from: the row of the token before it.
    void attentionWanted(const QString& text, int row);
    void written(int tokens);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    QWidget* buildControls();
    void connectParts();
    WritingWish wish(std::int64_t tokens) const;
    WritingWish answerWish() const;
    void ask(std::int64_t tokens);
    void askAnswers();
    void takePrompt();
    void takeKnobs();
    void showSheet();
    void showAnswers();
    void showMessage();
    void showState();
    void fit();
    void fitWriteButton();
    void retranslate();
    bool isFull() const { return m_content.writing && m_content.writing->full; }

    WritingContent m_content;
    std::unique_ptr<WritingFigure> m_figure;
    std::vector<std::optional<std::vector<TokenCandidate>>> m_nextAt; ///< by the length of the text before it
    std::vector<CheckpointInfo> m_saves;
    std::vector<Writing> m_answered;
    QString m_prompt; ///< that was asked for; the field may hold another one
    QString m_problem;
    std::uint64_t m_seed = 1;
    std::int64_t m_vocabulary = 0;
    std::optional<int> m_asked; ///< a token whose candidates are waited for
    bool m_waiting = false;
    bool m_running = false;
    bool m_answersShown = false; ///< instead of the text, where there is no room for both
    QTimer m_pause;              ///< between two tokens
    QTimer m_rest;               ///< until the answers follow the knobs
    QLineEdit* m_field;
    PromptStrip* m_strip;
    QLabel* m_why;
    CandidateBars* m_bars;
    QWidget *m_text, *m_line, *m_side;
    QLabel* m_answersTitle;
    AnswerList* m_answers;
    QPushButton *m_next, *m_write;
    InlineKnob *m_temperature, *m_topK, *m_topP;
    QLabel* m_message;
    QToolButton *m_again, *m_dice, *m_compare;
};

} // namespace neurarium
