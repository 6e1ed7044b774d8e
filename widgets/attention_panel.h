// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>

#include "report/attention_maps.h"
#include "report/head_effect.h"
#include "widgets/attention_figure.h"
#include "widgets/head_history.h"
#include "widgets/panel.h"

class QBoxLayout;
class QLabel;
class QLineEdit;
class QStackedWidget;

namespace neurarium {

class AttentionPage;
class BrokenSentences;
class EmptyState;
class HeadComparison;
class SegmentedControl;

/// The panel of attention: a sentence of the class's own, the heads that look at it, how the heads differ,
/// and the sentences that break without one. It is given report values and nothing else.
class AttentionPanel : public Panel {
    Q_OBJECT

public:
    enum class Page { Map, Heads, Sentences };

    explicit AttentionPanel(QWidget* parent = nullptr);

    /// The attention over one sentence; null before the network has read one.
    void setMaps(const std::shared_ptr<const AttentionMaps>& maps);
    /// What the heads that are off do to other sentences; null while all are on.
    void setEffect(const std::shared_ptr<const HeadEffect>& effect);
    void setNotes(const std::map<HeadPlace, QString>& notes);
    /// What stands in the field, unless somebody is writing there.
    void setSentence(const QString& text);
    /// Why the sentence could not be read; an empty text takes it away.
    void setProblem(const QString& problem);
    /// Training stands at that step again: what the heads did later belongs to another branch.
    void rewindTo(std::int64_t step);
    void setPage(Page page);
    Page page() const;

    AttentionPage& mapPage() { return *m_map; }
    HeadComparison& comparison() { return *m_heads; }
    BrokenSentences& sentences() { return *m_sentences; }
    QLineEdit& field() { return *m_field; }
    AttentionFigure& figure() { return m_figure; }

signals:
    void sentenceAsked(const QString& text);
    void headSwitched(neurarium::HeadPlace place, bool off);
    void noteEdited(neurarium::HeadPlace place, const QString& note);
    void headChosen(neurarium::HeadPlace place);
    void cellChosen(int row, int column);
    /// The share of attention in a cell that was chosen, 0 ... 1.
    void cellLookedAt(double share);
    /// Another page is seen; only the page of sentences needs their losses.
    void pageChanged(neurarium::AttentionPanel::Page page);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void connectPages();
    void ask(const QString& text);
    void choose(HeadPlace place);
    void showPage(Page page);
    void bringUpToDate();
    void describe();
    void retranslate();
    void recolor();

    std::shared_ptr<const AttentionMaps> m_maps;
    HeadHistory m_history;
    Page m_page = Page::Map;
    AttentionFigure m_figure;
    QBoxLayout* m_top = nullptr;
    QLineEdit* m_field;
    QToolButton* m_go;
    SegmentedControl* m_choice;
    QLabel* m_problem;
    QStackedWidget* m_pages;
    AttentionPage* m_map;
    HeadComparison* m_heads;
    BrokenSentences* m_sentences;
    EmptyState* m_nothing;
};

} // namespace neurarium
