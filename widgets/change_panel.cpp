// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/change_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

#include "widgets/change_text.h"
#include "widgets/checkpoint_chooser.h"
#include "widgets/elided_label.h"
#include "widgets/empty_state.h"
#include "widgets/flip_list.h"
#include "widgets/flow_layout.h"
#include "widgets/icon.h"
#include "widgets/moved_tensors.h"
#include "widgets/recipe_words.h"
#include "widgets/segmented_control.h"
#include "widgets/text_scale.h"
#include "widgets/tree_way.h"

namespace neurarium {

namespace {

constexpr int kWide = 860; ///< from this width on all three parts stand side by side
constexpr int kIconSide = 16;
constexpr int kPadding = 12;
constexpr int kPartGap = 20;

QString knobsText(const std::vector<Mark>& marks) {
    QStringList texts;
    for (const Mark& mark : marks)
        texts << QStringLiteral("%1 %2").arg(mark.number).arg(markText(mark));
    return texts.join(QStringLiteral(", "));
}

} // namespace

ChangePanel::ChangePanel(QWidget* parent)
    : Panel(parent)
    , m_before(new CheckpointChooser)
    , m_arrow(new QLabel)
    , m_after(new CheckpointChooser)
    , m_tabs(new SegmentedControl)
    , m_lost(new FlipList(FlipKind::BecameWrong))
    , m_gained(new FlipList(FlipKind::BecameRight))
    , m_movedHeading(new ElidedLabel)
    , m_movedIcon(new QLabel)
    , m_moved(new MovedTensors)
    , m_knobs(new ElidedLabel) {
    build();
    connect(m_before, &CheckpointChooser::checkpointChosen, this, &ChangePanel::ask);
    connect(m_after, &CheckpointChooser::checkpointChosen, this, &ChangePanel::ask);
    connect(m_tabs, &SegmentedControl::chosenChanged, this, &ChangePanel::arrange);
    retranslate();
    recolor();
    arrange();
}

void ChangePanel::build() {
    auto* choosers = new FlowLayout(nullptr, 8);
    for (QWidget* part : {static_cast<QWidget*>(m_before), static_cast<QWidget*>(m_arrow),
                          static_cast<QWidget*>(m_after), static_cast<QWidget*>(m_tabs)})
        choosers->addWidget(part);
    auto* parts = new QHBoxLayout;
    parts->setSpacing(kPartGap);
    parts->addWidget(m_lost, 1);
    parts->addWidget(m_gained, 1);
    parts->addWidget(buildMoved(), 1);
    m_knobs->setProperty("role", "hint");
    m_tabs->setTight(true);
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(kPadding, 4, kPadding, 8);
    column->setSpacing(8);
    column->addLayout(choosers);
    column->addLayout(parts, 1);
    column->addWidget(m_knobs);
    setBody(body);
    auto* empty = new EmptyState;
    empty->setIcon(QStringLiteral("compare"));
    setEmptyPage(empty);
    setEmpty(true);
}

QWidget* ChangePanel::buildMoved() {
    m_movedPart = new QWidget;
    auto* top = new QHBoxLayout;
    top->setSpacing(6);
    top->addWidget(m_movedIcon);
    top->addWidget(m_movedHeading, 1);
    auto* column = new QVBoxLayout(m_movedPart);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(top);
    column->addWidget(m_moved, 1);
    return m_movedPart;
}

void ChangePanel::setTimeline(const Timeline& timeline) {
    m_timeline = timeline;
    m_before->setTimeline(timeline);
    m_after->setTimeline(timeline);
    setEmpty(timeline.checkpoints.empty());
}

void ChangePanel::setClasses(const std::vector<std::string>& names, bool points) {
    m_lost->setClasses(names, points);
    m_gained->setClasses(names, points);
}

void ChangePanel::setNetwork(const LayerList& network) {
    m_network = network;
}

void ChangePanel::clear() {
    setTimeline({});
    setComparison(nullptr);
}

void ChangePanel::compare(CheckpointId before, CheckpointId after) {
    m_before->setCheckpoint(before);
    m_after->setCheckpoint(after);
    ask();
}

void ChangePanel::ask() {
    setWaiting(true);
    emit compareRequested(m_before->checkpoint(), m_after->checkpoint());
}

void ChangePanel::giveUp() {
    setWaiting(false);
}

void ChangePanel::setComparison(std::shared_ptr<const Comparison> comparison) {
    m_comparison = std::move(comparison);
    setWaiting(false);
    m_lost->setComparison(m_comparison);
    m_gained->setComparison(m_comparison);
    m_moved->setMoves(m_comparison == nullptr ? std::vector<TensorMove>{} : m_comparison->moves, m_network);
    showCounts();
    showKnobs();
}

void ChangePanel::showCounts() {
    m_tabs->setSegments({QStringLiteral("✓ → ×  %1").arg(countText(m_lost->count())),
                         QStringLiteral("× → ✓  %1").arg(countText(m_gained->count())), tr("Layers")});
    m_tabs->setToolTips({m_lost->heading(), m_gained->heading(), m_movedHeading->text()});
    setNote(m_comparison == nullptr     ? QString()
            : m_comparison->samples > 0 ? tr("%1 checked").arg(countText(m_comparison->samples))
                                        : tr("there is nothing to check the answers with"));
}

/// What was changed by hand on one way and not on the other; the way between two saves of one branch has but
/// one.
void ChangePanel::showKnobs() {
    QStringList texts;
    if (m_comparison != nullptr) {
        const CheckpointInfo &first = m_comparison->before, &second = m_comparison->after;
        if (const QString only = knobsText(marksOnlyOnTheWayTo(first, second, m_timeline)); !only.isEmpty())
            texts << tr("Changed by hand on the way to the first only: %1").arg(only);
        const QString more = knobsText(marksOnlyOnTheWayTo(second, first, m_timeline));
        texts << (more.isEmpty() ? tr("No knob was changed in between.")
                                 : tr("Changed by hand in between: %1").arg(more));
    }
    m_knobs->setText(texts.join(QStringLiteral("   ")));
    m_knobs->setVisible(!texts.isEmpty());
}

/// All three parts, or the one that the tabs choose.
void ChangePanel::arrange() {
    const bool wide = width() >= kWide * textScale(this);
    m_arrow->setFixedHeight(m_before->sizeHint().height());
    m_tabs->setVisible(!wide);
    m_lost->setVisible(wide || m_tabs->chosen() == 0);
    m_gained->setVisible(wide || m_tabs->chosen() == 1);
    m_movedPart->setVisible(wide || m_tabs->chosen() == 2);
}

void ChangePanel::retranslate() {
    setTitle(tr("What changed?"));
    m_before->setAccessibleName(tr("Before"));
    m_after->setAccessibleName(tr("After"));
    m_before->setToolTip(tr("The earlier of the two states"));
    m_after->setToolTip(tr("The later of the two states"));
    m_movedHeading->setText(tr("Moved most"));
    m_moved->setAccessibleName(m_movedHeading->text());
    if (auto* empty = findChild<EmptyState*>())
        empty->setTexts(tr("No saves yet"),
                        tr("Train a little. Then two saves can be compared: which answers flipped?"));
    showCounts();
    showKnobs();
}

void ChangePanel::recolor() {
    const Theme& theme = Theme::of(this);
    m_arrow->setPixmap(
        iconPixmap(QStringLiteral("right"), {Token::Text2, &theme}, kIconSide, devicePixelRatioF()));
    m_movedIcon->setPixmap(
        iconPixmap(QStringLiteral("layers"), {Token::Text2, &theme}, kIconSide, devicePixelRatioF()));
}

void ChangePanel::changeEvent(QEvent* event) {
    Panel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        recolor();
    else if (event->type() == QEvent::FontChange)
        arrange();
}

void ChangePanel::resizeEvent(QResizeEvent* event) {
    Panel::resizeEvent(event);
    arrange();
}

} // namespace neurarium
