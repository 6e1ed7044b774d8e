// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/merge_page.h"

#include <algorithm>

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QToolButton>

#include "widgets/flow_layout.h"
#include "widgets/icon.h"
#include "widgets/pair_table.h"
#include "widgets/recipe_words.h"
#include "widgets/share_bar.h"
#include "widgets/text_scale.h"
#include "widgets/token_strip.h"
#include "widgets/whole_words.h"

namespace neurarium {

namespace {

constexpr int kGap = 8;
constexpr double kWide = 420; ///< pixels for both tables
constexpr double kHigh = 260; ///< pixels for everything
constexpr int kUsualGoal = 500;
constexpr int kMostMerges = 60'000;

void dress(QTableView& view) {
    view.setShowGrid(false);
    view.setAlternatingRowColors(true);
    view.setWordWrap(false);
    view.setTabKeyNavigation(false);
    view.verticalHeader()->hide();
    view.setSelectionBehavior(QAbstractItemView::SelectRows);
    view.setSelectionMode(QAbstractItemView::SingleSelection);
    view.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view.horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    view.horizontalHeader()->setSectionResizeMode(PairTable::Pair, QHeaderView::Stretch);
    constexpr int kLeastHeight = 60;
    view.setMinimumHeight(kLeastHeight);
}

} // namespace

MergePage::MergePage(QWidget* parent)
    : QWidget(parent)
    , m_strip(new TokenStrip(this))
    , m_summary(new QLabel(this))
    , m_common(new PairTable(PairTable::Kind::Common, this))
    , m_merged(new PairTable(PairTable::Kind::Merged, this))
    , m_commonView(new QTableView(this))
    , m_mergedView(new QTableView(this))
    , m_merge(new QPushButton(this))
    , m_machine(new QPushButton(this))
    , m_cancel(new QPushButton(this))
    , m_again(new QToolButton(this))
    , m_goal(new QSpinBox(this))
    , m_foot(new QWidget(this))
    , m_progressRow(new QWidget(this))
    , m_bar(new QProgressBar(this))
    , m_progress(new QLabel(this)) {
    build();
    buildFoot();
    connect(m_merge, &QPushButton::clicked, this, &MergePage::mergeChosen);
    connect(m_commonView, &QTableView::doubleClicked, this, &MergePage::mergeChosen);
    connect(m_machine, &QPushButton::clicked, this, [this] { emit machineRequested(m_goal->value()); });
    connect(m_again, &QToolButton::clicked, this, &MergePage::restartRequested);
    connect(m_cancel, &QPushButton::clicked, this, &MergePage::cancelRequested);
    recolor();
    retranslate();
    showState();
}

void MergePage::build() {
    m_summary->setWordWrap(true);
    m_summary->setProperty("role", "hint");
    m_commonView->setModel(m_common);
    m_commonView->setItemDelegate(new ShareBarDelegate(m_commonView));
    m_commonView->installEventFilter(this);
    m_mergedView->setModel(m_merged);
    for (QTableView* view : {m_commonView, m_mergedView})
        dress(*view);
    auto* tables = new QHBoxLayout;
    tables->setSpacing(kGap);
    tables->addWidget(m_commonView, 3);
    tables->addWidget(m_mergedView, 2);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(kGap);
    rows->addWidget(m_strip);
    rows->addWidget(m_summary);
    rows->addLayout(tables, 1);
    rows->addWidget(m_foot);
    rows->addWidget(m_progressRow);
}

void MergePage::buildFoot() {
    m_merge->setProperty("primary", true);
    m_goal->setRange(1, kMostMerges);
    m_goal->setValue(kUsualGoal);
    m_goal->setSingleStep(100);
    auto* buttons = new FlowLayout(m_foot, kGap);
    for (QWidget* each : {static_cast<QWidget*>(m_merge), static_cast<QWidget*>(m_machine),
                          static_cast<QWidget*>(m_goal), static_cast<QWidget*>(m_again)})
        buttons->addWidget(each);
    auto* progress = new QHBoxLayout(m_progressRow);
    progress->setContentsMargins(0, 0, 0, 0);
    progress->addWidget(m_bar, 1);
    progress->addWidget(m_progress);
    progress->addWidget(m_cancel);
    m_bar->setTextVisible(false);
    m_progressRow->hide();
}

void MergePage::mergeChosen() {
    if (!m_state || m_state->common.empty() || m_busy)
        return;
    m_asked = true;
    emit mergeRequested(std::max(m_commonView->currentIndex().row(), 0));
}

void MergePage::setState(const std::shared_ptr<const MergeState>& state) {
    const std::size_t before = m_state ? m_state->merged.size() : 0, after = state ? state->merged.size() : 0;
    if (std::exchange(m_asked, false) && after == before + 1)
        ++m_byHand;
    if (after == 0) {
        m_byHand = 0;
        m_tokensAtFirst = state ? state->corpusTokens : 0;
    }
    m_state = state;
    showState();
    if (after != before)
        emit merged(m_byHand, static_cast<qint64>(after));
}

void MergePage::setProgress(qint64 done, qint64 total) {
    const bool wasBusy = std::exchange(m_busy, total > 0);
    m_progressRow->setVisible(m_busy);
    if (m_busy && !wasBusy && m_foot->isAncestorOf(focusWidget()))
        m_cancel->setFocus(); // the buttons that were used give way
    if (wasBusy && !m_busy && m_cancel->hasFocus())
        m_commonView->setFocus();
    m_bar->setRange(0, static_cast<int>(std::max<qint64>(total, 1)));
    m_bar->setValue(static_cast<int>(done));
    m_progress->setText(tr("%1 of %2").arg(countText(done), countText(total)));
    showState();
}

void MergePage::showState() {
    static const MergeState none;
    const MergeState& state = m_state ? *m_state : none;
    m_strip->setPieces(state.text);
    m_common->setPairs(state.common);
    m_merged->setPairs(state.merged);
    if (m_common->rowCount() > 0 && !m_commonView->currentIndex().isValid())
        m_commonView->selectRow(0);
    m_mergedView->scrollToBottom();
    m_summary->setText(wholeWords(summary()));
    const bool more = !state.common.empty() && !m_busy;
    m_merge->setEnabled(more);
    m_machine->setEnabled(more);
    m_goal->setEnabled(more);
    m_again->setEnabled(!state.merged.empty() && !m_busy);
    m_foot->setVisible(!m_busy);
}

QString MergePage::summary() const {
    if (!m_state)
        return tr("There is no text to learn pieces from yet.");
    if (m_state->common.empty())
        return tr("No pair stands side by side twice any more: nothing is left to merge.");
    QString words = m_byHand < kByHand ? tr("%1 of %2 merged by hand.").arg(m_byHand).arg(kByHand)
                                       : tr("%1 merged by hand.").arg(m_byHand);
    words += u' ' + (m_tokensAtFirst > m_state->corpusTokens
                         ? tr("The text has %1 pieces, at first %2.")
                               .arg(countText(m_state->corpusTokens), countText(m_tokensAtFirst))
                         : tr("The text has %1 pieces.").arg(countText(m_state->corpusTokens)));
    return words;
}

void MergePage::retranslate() {
    m_common->retranslate();
    m_merged->retranslate();
    m_strip->setName(tr("The sentence with the pieces learnt so far"));
    m_commonView->setAccessibleName(tr("The most common pairs; Enter merges one"));
    m_mergedView->setAccessibleName(tr("Pairs merged so far"));
    m_merge->setText(tr("Merge this pair"));
    m_machine->setText(tr("Let the machine go on"));
    m_goal->setSuffix(tr(" merges"));
    m_goal->setAccessibleName(tr("How many merges the machine goes on to"));
    m_again->setToolTip(tr("Start again"));
    m_again->setAccessibleName(tr("Start again"));
    m_cancel->setText(tr("Cancel"));
    m_summary->setText(wholeWords(summary()));
}

void MergePage::recolor() {
    const Theme& theme = Theme::of(this);
    m_machine->setIcon(icon(QStringLiteral("chip"), {Token::Text, &theme}));
    m_again->setIcon(icon(QStringLiteral("restart"), {Token::Text, &theme}));
}

bool MergePage::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            mergeChosen();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

/// In a narrow page what was merged gives way (the sentence shows it), in a low one what can be done without.
void MergePage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const double scale = textScale(this);
    m_mergedView->setVisible(width() >= kWide * scale);
    m_summary->setVisible(height() >= kHigh * scale);
    for (QTableView* view : {m_commonView, m_mergedView})
        view->horizontalHeader()->setVisible(height() >= kHigh * scale);
}

void MergePage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        recolor();
}

} // namespace neurarium
