// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tokens_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>

#include "widgets/cuts_page.h"
#include "widgets/merge_page.h"
#include "widgets/segmented_control.h"
#include "widgets/text_scale.h"
#include "widgets/vocabulary_page.h"
#include "widgets/whole_words.h"

namespace neurarium {

namespace {

constexpr int kGap = 8;
constexpr double kWide = 560; ///< pixels for field and pages side by side
constexpr int kPadding = 14;
constexpr int kLongestText = 400; ///< letters; more would not be compared any more

} // namespace

TokensPanel::TokensPanel(QWidget* parent)
    : Panel(parent)
    , m_figure([this] {
        return TokensFigure::Content{m_cuts->cuts(), m_merges->state()};
    })
    , m_field(new QLineEdit(this))
    , m_choice(new SegmentedControl(this))
    , m_problem(new QLabel(this))
    , m_pages(new QStackedWidget(this))
    , m_cuts(new CutsPage(this))
    , m_merges(new MergePage(this))
    , m_vocabulary(new VocabularyPage(this)) {
    build();
    connectPages();
    addExport(m_figure, *m_pages);
    retranslate();
}

void TokensPanel::build() {
    m_field->setMaxLength(kLongestText);
    m_problem->setProperty("role", "warn");
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_choice->setTight(true);
    for (QWidget* page : {static_cast<QWidget*>(m_cuts), static_cast<QWidget*>(m_merges),
                          static_cast<QWidget*>(m_vocabulary)})
        m_pages->addWidget(page);
    m_top = new QBoxLayout(QBoxLayout::LeftToRight);
    m_top->setSpacing(kGap);
    m_top->addWidget(m_field, 1);
    m_top->addWidget(m_choice);
    auto* body = new QWidget(this);
    auto* rows = new QVBoxLayout(body);
    rows->setContentsMargins(kPadding, 0, kPadding, kPadding - 4);
    rows->setSpacing(kGap);
    rows->addLayout(m_top);
    rows->addWidget(m_problem);
    rows->addWidget(m_pages, 1);
    setBody(body);
}

void TokensPanel::connectPages() {
    connect(m_field, &QLineEdit::textEdited, this, &TokensPanel::textAsked);
    connect(m_choice, &SegmentedControl::chosenChanged, this,
            [this](int page) { showPage(static_cast<Page>(page)); });
    connect(m_cuts, &CutsPage::joinedAgain, this, &TokensPanel::joinedAgain);
    connect(m_cuts, &CutsPage::pieceChosen, this, &TokensPanel::pieceChosen);
    connect(m_merges, &MergePage::merged, this, &TokensPanel::merged);
    connect(m_vocabulary, &VocabularyPage::searched, this, &TokensPanel::vocabularySearched);
    connect(m_merges, &MergePage::mergeRequested, this, &TokensPanel::mergeRequested);
    connect(m_merges, &MergePage::machineRequested, this, &TokensPanel::machineRequested);
    connect(m_merges, &MergePage::cancelRequested, this, &TokensPanel::machineCancelled);
    connect(m_merges, &MergePage::restartRequested, this, &TokensPanel::mergesCleared);
    connect(m_vocabulary, &VocabularyPage::vocabularyWanted, this, &TokensPanel::vocabularyWanted);
}

void TokensPanel::setCuts(const std::shared_ptr<const TextCuts>& cuts) {
    m_cuts->setCuts(cuts);
    std::vector<TokenizerKind> kinds;
    for (std::size_t i = 0; cuts && i < cuts->cuts.size(); ++i)
        kinds.push_back(cuts->cuts[i].kind);
    m_vocabulary->setKinds(kinds);
}

void TokensPanel::setMergeState(const std::shared_ptr<const MergeState>& state) {
    m_merges->setState(state);
}

void TokensPanel::setMergeProgress(qint64 done, qint64 total) {
    m_merges->setProgress(done, total);
}

void TokensPanel::setVocabulary(const std::shared_ptr<const Vocabulary>& vocabulary) {
    if (!vocabulary || vocabulary->kind == m_vocabulary->kind())
        m_vocabulary->setVocabulary(vocabulary);
}

void TokensPanel::setText(const QString& text) {
    if (!m_field->hasFocus() && text != m_field->text())
        m_field->setText(text);
}

void TokensPanel::setProblem(const QString& problem) {
    m_problem->setText(wholeWords(problem));
    m_problem->setVisible(!problem.isEmpty());
}

TokensPanel::Page TokensPanel::page() const {
    return static_cast<Page>(m_pages->currentIndex());
}

void TokensPanel::setPage(Page page) {
    m_choice->setChosen(static_cast<int>(page));
    showPage(page);
}

void TokensPanel::showPage(Page page) {
    if (page == this->page())
        return;
    m_pages->setCurrentIndex(static_cast<int>(page));
    if (page == Page::Vocabulary)
        emit vocabularyWanted(m_vocabulary->kind());
    emit pageChanged(page);
}

void TokensPanel::retranslate() {
    setTitle(tr("Tokens"));
    setNote(tr("one text, cut in different ways"));
    m_choice->setSegments({tr("Cut"), tr("Merge"), tr("Vocabulary")});
    m_choice->setToolTips({tr("One text cut in different ways"),
                           tr("Learn larger pieces from the most common pairs"),
                           tr("All tokens of one way to cut")});
    m_choice->setAccessibleName(tr("What is shown of tokens"));
    m_field->setPlaceholderText(tr("Your own text"));
    m_field->setAccessibleName(tr("Text that is cut"));
}

/// The field keeps room for a sentence.
void TokensPanel::resizeEvent(QResizeEvent* event) {
    Panel::resizeEvent(event);
    const bool wide = width() >= kWide * textScale(this);
    m_top->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void TokensPanel::changeEvent(QEvent* event) {
    Panel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace neurarium
