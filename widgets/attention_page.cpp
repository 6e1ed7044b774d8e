// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/attention_page.h"

#include <algorithm>

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include "widgets/attention_map.h"
#include "widgets/head_grid.h"
#include "widgets/head_grid_painter.h"
#include "widgets/icon.h"
#include "widgets/text_scale.h"

namespace neurarium {

namespace {

constexpr int kGap = 8;
constexpr double kLeastNote = 130; ///< pixels for the note beside the switch
constexpr int kLongestNote = 120;
constexpr double kMostHeads = 0.38; ///< of the width

} // namespace

AttentionPage::AttentionPage(QWidget* parent)
    : QWidget(parent)
    , m_grid(new HeadGrid(this))
    , m_map(new AttentionMap(this))
    , m_name(new QLabel(this))
    , m_numbers(new QLabel(this))
    , m_switch(new QPushButton(this))
    , m_sentences(new QPushButton(this))
    , m_note(new QLineEdit(this))
    , m_pencil(new QLabel(this))
    , m_left(new QWidget(this))
    , m_foot(new QBoxLayout(QBoxLayout::LeftToRight)) {
    build();
    connect(m_grid, &HeadGrid::headChosen, this, [this](HeadPlace place) {
        showHead();
        emit headChosen(place);
    });
    connect(m_map, &AttentionMap::headStepRequested, this, &AttentionPage::stepHead);
    connect(m_map, &AttentionMap::cellChosen, this, &AttentionPage::cellChosen);
    connect(m_switch, &QPushButton::clicked, this, [this] {
        if (const AttentionHead* head = chosenHead())
            emit headSwitched(head->place, !head->off);
    });
    connect(m_sentences, &QPushButton::clicked, this, &AttentionPage::sentencesAsked);
    connect(m_note, &QLineEdit::editingFinished, this, &AttentionPage::editNote);
    recolor();
    showHead();
}

void AttentionPage::build() {
    m_name->setProperty("role", "title");
    m_name->setWordWrap(true);
    m_numbers->setProperty("role", "hint");
    m_numbers->setWordWrap(true);
    m_sentences->setProperty("link", true);
    m_note->setMaxLength(kLongestNote);
    auto* heads = new QVBoxLayout(m_left);
    heads->setContentsMargins(0, 0, 0, 0);
    heads->setSpacing(1);
    heads->addWidget(m_name);
    heads->addWidget(m_numbers);
    heads->addWidget(m_grid, 1);
    auto* maps = new QHBoxLayout;
    maps->setSpacing(kGap);
    maps->addWidget(m_left);
    maps->addWidget(m_map, 1);
    auto* note = new QHBoxLayout;
    note->setSpacing(4);
    note->addWidget(m_pencil);
    note->addWidget(m_note, 1);
    m_foot->setSpacing(kGap);
    m_foot->addWidget(m_switch, 0, Qt::AlignLeft);
    m_foot->addWidget(m_sentences, 0, Qt::AlignLeft);
    m_foot->addLayout(note, 1);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(kGap / 2);
    rows->addLayout(maps, 1);
    rows->addLayout(m_foot);
}

std::size_t AttentionPage::indexOf(HeadPlace place) const {
    if (!m_maps)
        return 0;
    const auto found = std::find_if(m_maps->heads.begin(), m_maps->heads.end(),
                                    [place](const AttentionHead& each) { return each.place == place; });
    return static_cast<std::size_t>(found - m_maps->heads.begin());
}

const AttentionHead* AttentionPage::chosenHead() const {
    const std::size_t index = indexOf(chosen());
    return m_maps && index < m_maps->heads.size() ? &m_maps->heads[index] : nullptr;
}

HeadPlace AttentionPage::chosen() const {
    return m_grid->chosen();
}

void AttentionPage::setMaps(const std::shared_ptr<const AttentionMaps>& maps) {
    const bool sameShape = m_maps && maps && m_maps->blocks == maps->blocks &&
                           m_maps->headsPerBlock == maps->headsPerBlock &&
                           m_maps->tokens.size() == maps->tokens.size();
    m_maps = maps;
    m_grid->setMaps(maps);
    if (!sameShape)
        fitWidths();
    showHead();
}

void AttentionPage::setNotes(const std::map<HeadPlace, QString>& notes) {
    m_notes = notes;
    showHead();
}

void AttentionPage::setChosen(HeadPlace place) {
    m_grid->setChosen(place);
    showHead();
}

void AttentionPage::stepHead(int by) {
    if (!m_maps || m_maps->heads.empty())
        return;
    const auto count = static_cast<int>(m_maps->heads.size());
    const int next = std::clamp(static_cast<int>(indexOf(chosen())) + by, 0, count - 1);
    const HeadPlace place = m_maps->heads[static_cast<std::size_t>(next)].place;
    if (place == chosen())
        return;
    setChosen(place);
    emit headChosen(place);
}

void AttentionPage::editNote() {
    const QString note = m_note->text().trimmed();
    if (note == m_notes[chosen()])
        return;
    m_notes[chosen()] = note;
    emit noteEdited(chosen(), note);
}

void AttentionPage::showHead() {
    m_map->setMaps(m_maps, indexOf(chosen()));
    const AttentionHead* head = chosenHead();
    m_name->setText(HeadGridPainter::headName(chosen()));
    m_numbers->setText(head == nullptr ? QString() : numbersText(head->entropy, head->distance));
    m_switch->setEnabled(head != nullptr);
    m_switch->setText(head != nullptr && head->off ? tr("Switch this head on") : tr("Switch this head off"));
    m_sentences->setText(tr("Which sentences break?"));
    m_sentences->setVisible(head != nullptr && head->off);
    fitFoot();
    m_note->setEnabled(head != nullptr);
    if (!m_note->hasFocus() || !m_note->isModified()) {
        const auto found = m_notes.find(chosen());
        const QString note = found == m_notes.end() ? QString() : found->second;
        if (note != m_note->text())
            m_note->setText(note);
    }
    m_note->setPlaceholderText(tr("Our note on this head"));
    m_note->setAccessibleName(tr("Our note on this head"));
}

AttentionFigure::Content AttentionPage::content() const {
    const auto note = m_notes.find(chosen());
    return {m_maps, indexOf(chosen()), m_map->window(), m_map->marked(),
            note == m_notes.end() ? QString() : note->second};
}

QString AttentionPage::numbersText(double entropy, double distance) {
    return tr("entropy %1 bits, distance %2").arg(entropy, 0, 'f', 1).arg(distance, 0, 'f', 1);
}

/// The numbers change several times a second: they have room for the widest, so that nothing else moves.
void AttentionPage::fitWidths() {
    double widest = 88.8; // no distance is longer than the text
    for (std::size_t tokens = 100; m_maps && m_maps->tokens.size() > tokens; tokens *= 10)
        widest = 10 * widest + 8;
    const int most = std::max(static_cast<int>(width() * kMostHeads), m_grid->minimumSizeHint().width());
    const int left = std::min(m_grid->sizeHint().width(), most);
    m_left->setFixedWidth(left);
    m_numbers->ensurePolished();
    const QRect room = m_numbers->fontMetrics().boundingRect(QRect(0, 0, left, height()), Qt::TextWordWrap,
                                                             numbersText(widest, widest));
    m_numbers->setFixedSize(left, room.height());
    fitFoot();
}

/// Switch, question and note side by side where there is room for them.
void AttentionPage::fitFoot() {
    int needed = m_switch->sizeHint().width() + 3 * kGap + static_cast<int>(kLeastNote * textScale(this));
    if (!m_sentences->isHidden())
        needed += m_sentences->sizeHint().width();
    m_foot->setDirection(width() >= needed ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void AttentionPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitWidths();
}

void AttentionPage::recolor() {
    const Theme& theme = Theme::of(this);
    m_switch->setIcon(icon(QStringLiteral("zzz"), {Token::Text, &theme}));
    constexpr int kPencil = 16;
    m_pencil->setPixmap(
        iconPixmap(QStringLiteral("pencil"), {Token::Text2, &theme}, kPencil, devicePixelRatioF()));
}

void AttentionPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        recolor();
    if (event->type() == QEvent::LanguageChange)
        showHead();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange)
        fitWidths();
}

} // namespace neurarium
