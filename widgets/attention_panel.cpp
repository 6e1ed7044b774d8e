// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/attention_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>
#include <QToolButton>

#include "widgets/attention_page.h"
#include "widgets/attention_words.h"
#include "widgets/broken_sentences.h"
#include "widgets/empty_state.h"
#include "widgets/head_comparison.h"
#include "widgets/icon.h"
#include "widgets/recipe_words.h"
#include "widgets/segmented_control.h"
#include "widgets/text_scale.h"
#include "widgets/whole_words.h"

namespace neurarium {

namespace {

constexpr int kGap = 8;
constexpr double kWide = 560; ///< pixels for field and pages side by side
constexpr int kPadding = 14;
constexpr int kLongestSentence = 4000; ///< letters; the network's context ends long before

} // namespace

AttentionPanel::AttentionPanel(QWidget* parent)
    : Panel(parent)
    , m_figure([this] { return m_map->content(); })
    , m_field(new QLineEdit(this))
    , m_go(new QToolButton(this))
    , m_choice(new SegmentedControl(this))
    , m_problem(new QLabel(this))
    , m_pages(new QStackedWidget(this))
    , m_map(new AttentionPage(this))
    , m_heads(new HeadComparison(this))
    , m_sentences(new BrokenSentences(this))
    , m_nothing(new EmptyState(this)) {
    build();
    connectPages();
    addExport(m_figure, *m_map);
    recolor();
    retranslate();
    bringUpToDate();
}

void AttentionPanel::build() {
    m_field->setMaxLength(kLongestSentence);
    m_go->setProperty("flat", true);
    m_problem->setProperty("role", "warn");
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_nothing->setIcon(QStringLiteral("eye"));
    m_choice->setTight(true);
    for (QWidget* page : {static_cast<QWidget*>(m_map), static_cast<QWidget*>(m_heads),
                          static_cast<QWidget*>(m_sentences), static_cast<QWidget*>(m_nothing)})
        m_pages->addWidget(page);
    m_top = new QBoxLayout(QBoxLayout::LeftToRight);
    m_top->setSpacing(kGap);
    auto* sentence = new QHBoxLayout;
    sentence->setSpacing(2);
    sentence->addWidget(m_field, 1);
    sentence->addWidget(m_go);
    m_top->addLayout(sentence, 1);
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

void AttentionPanel::connectPages() {
    m_field->setProperty("scrolls", true); // a sentence may be longer than there is room
    connect(m_field, &QLineEdit::returnPressed, this, [this] { ask(m_field->text()); });
    connect(m_go, &QToolButton::clicked, this, [this] { ask(m_field->text()); });
    connect(m_choice, &SegmentedControl::chosenChanged, this,
            [this](int page) { showPage(static_cast<Page>(page)); });
    connect(m_map, &AttentionPage::headChosen, this, &AttentionPanel::choose);
    connect(m_heads, &HeadComparison::headChosen, this, &AttentionPanel::choose);
    connect(m_map, &AttentionPage::cellChosen, this, [this](int row, int column) {
        emit cellChosen(row, column);
        if (const auto share = AttentionWords::weight(*m_maps, m_map->content().head, {row, column}))
            emit cellLookedAt(static_cast<double>(*share));
    });
    connect(m_map, &AttentionPage::headSwitched, this, &AttentionPanel::headSwitched);
    connect(m_map, &AttentionPage::sentencesAsked, this, [this] { setPage(Page::Sentences); });
    connect(m_map, &AttentionPage::noteEdited, this, &AttentionPanel::noteEdited);
    connect(m_sentences, &BrokenSentences::sentenceChosen, this, [this](const QString& text) {
        m_field->setText(text);
        setPage(Page::Map);
        ask(text);
    });
}

void AttentionPanel::ask(const QString& text) {
    if (!text.trimmed().isEmpty())
        emit sentenceAsked(text.trimmed());
}

void AttentionPanel::choose(HeadPlace place) {
    if (m_map->chosen() != place)
        m_map->setChosen(place);
    m_heads->setChosen(place);
    emit headChosen(place);
}

void AttentionPanel::setMaps(const std::shared_ptr<const AttentionMaps>& maps) {
    m_maps = maps;
    if (maps)
        m_history.add(*maps);
    bringUpToDate();
    describe();
}

void AttentionPanel::setEffect(const std::shared_ptr<const HeadEffect>& effect) {
    m_sentences->setEffect(effect);
}

void AttentionPanel::setNotes(const std::map<HeadPlace, QString>& notes) {
    m_map->setNotes(notes);
    m_heads->setNotes(notes);
}

void AttentionPanel::setSentence(const QString& text) {
    if (m_field->hasFocus() || text == m_field->text())
        return;
    m_field->setText(text);
    m_field->setCursorPosition(0); // where there is no room, its beginning is seen
}

void AttentionPanel::setProblem(const QString& problem) {
    m_problem->setText(wholeWords(problem));
    m_problem->setVisible(!problem.isEmpty());
}

void AttentionPanel::rewindTo(std::int64_t step) {
    m_history.cutAfter(step);
    bringUpToDate();
}

AttentionPanel::Page AttentionPanel::page() const {
    return m_page;
}

void AttentionPanel::setPage(Page page) {
    m_choice->setChosen(static_cast<int>(page));
    showPage(page);
}

void AttentionPanel::showPage(Page page) {
    const bool other = page != m_page;
    m_page = page;
    bringUpToDate();
    if (other)
        emit pageChanged(page);
}

/// Pages that are not seen are left as they are.
void AttentionPanel::bringUpToDate() {
    const bool nothing = (m_maps == nullptr || m_maps->heads.empty()) && m_page != Page::Sentences;
    m_pages->setCurrentIndex(nothing ? m_pages->indexOf(m_nothing) : static_cast<int>(m_page));
    if (m_page == Page::Map)
        m_map->setMaps(m_maps);
    if (m_page == Page::Heads) {
        m_heads->setMaps(m_maps, m_history);
        m_heads->setChosen(m_map->chosen());
    }
}

void AttentionPanel::retranslate() {
    setTitle(tr("Attention"));
    m_choice->setSegments({tr("Map"), tr("Heads"), tr("Sentences")});
    m_choice->setToolTips(
        {tr("One head large"), tr("How the heads differ"), tr("Sentences that break when a head is off")});
    m_choice->setAccessibleName(tr("What is shown of attention"));
    m_field->setPlaceholderText(tr("Your own sentence"));
    m_field->setAccessibleName(tr("Sentence that the heads look at"));
    setToolText(m_go, tr("Show its attention (Enter)"));
    describe();
}

/// What depends on the newest maps, in words.
void AttentionPanel::describe() {
    setNote(m_maps ? tr("the left word looks at the upper words, epoch %1").arg(countText(m_maps->epoch))
                   : tr("the left word looks at the upper words"));
    const bool headless = m_maps != nullptr;
    m_nothing->setTexts(headless ? tr("No attention heads") : tr("No attention yet"),
                        wholeWords(headless ? tr("This network has no transformer block.")
                                            : tr("Press Train, and each head shows what it looks at.")));
}

void AttentionPanel::recolor() {
    m_go->setIcon(icon(QStringLiteral("right"), {Token::Text2, &Theme::of(this)}));
}

/// The field keeps room for a sentence.
void AttentionPanel::resizeEvent(QResizeEvent* event) {
    Panel::resizeEvent(event);
    const bool wide = width() >= kWide * textScale(this);
    m_top->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void AttentionPanel::changeEvent(QEvent* event) {
    Panel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        recolor();
}

} // namespace neurarium
