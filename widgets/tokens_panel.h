// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "report/text_cuts.h"
#include "widgets/panel.h"
#include "widgets/tokens_figure.h"

class QBoxLayout;
class QLabel;
class QLineEdit;
class QStackedWidget;

namespace neurarium {

class CutsPage;
class MergePage;
class SegmentedControl;
class VocabularyPage;

/// The panel of tokens: a text of the class's own cut in several ways, byte-pair encoding as a game, and what
/// each way knows. It needs no network. It is given report values and nothing else.
class TokensPanel : public Panel {
    Q_OBJECT

public:
    enum class Page { Cuts, Merges, Vocabulary };

    explicit TokensPanel(QWidget* parent = nullptr);

    void setCuts(const std::shared_ptr<const TextCuts>& cuts);
    void setMergeState(const std::shared_ptr<const MergeState>& state);
    /// How far the machine is with its merges; a total of 0: it is at rest.
    void setMergeProgress(qint64 done, qint64 total);
    /// Shown when it is that of the kind that was asked for.
    void setVocabulary(const std::shared_ptr<const Vocabulary>& vocabulary);
    /// What stands in the field, unless somebody is writing there.
    void setText(const QString& text);
    void setProblem(const QString& problem);
    void setPage(Page page);
    Page page() const;

    QLineEdit& field() { return *m_field; }
    CutsPage& cutsPage() { return *m_cuts; }
    MergePage& mergePage() { return *m_merges; }
    VocabularyPage& vocabularyPage() { return *m_vocabulary; }
    TokensFigure& figure() { return m_figure; }

signals:
    /// Cut this text; also while it is being typed.
    void textAsked(const QString& text);
    void mergeRequested(int place);
    void machineRequested(qint64 merges);
    void machineCancelled();
    void mergesCleared();
    void vocabularyWanted(neurarium::TokenizerKind kind);
    void joinedAgain();
    void pieceChosen();
    /// What was merged since the game was started: by hand, and in all.
    void merged(int byHand, qint64 all);
    void vocabularySearched();
    void pageChanged(neurarium::TokensPanel::Page page);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void connectPages();
    void showPage(Page page);
    void retranslate();

    TokensFigure m_figure;
    QBoxLayout* m_top = nullptr;
    QLineEdit* m_field;
    SegmentedControl* m_choice;
    QLabel* m_problem;
    QStackedWidget* m_pages;
    CutsPage* m_cuts;
    MergePage* m_merges;
    VocabularyPage* m_vocabulary;
};

} // namespace neurarium
