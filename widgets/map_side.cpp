// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map_side.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include "widgets/segmented_control.h"

namespace neurarium {

namespace {

constexpr double kWideShape = 1.3; // width by height from which the parts stand side by side

} // namespace

MapSide::MapSide(QWidget* parent)
    : QWidget(parent)
    , m_choice(new SegmentedControl)
    , m_title(new QLabel)
    , m_neighbours(new NeighbourList)
    , m_lengths(new LengthChart) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_choice);
    column->addWidget(m_title);
    m_title->setWordWrap(true);
    m_title->setProperty("role", "hint");
    m_parts = new QBoxLayout(QBoxLayout::TopToBottom);
    m_parts->addWidget(m_neighbours, 1);
    m_parts->addWidget(m_lengths, 1);
    column->addLayout(m_parts, 1);
    m_choice->setTight(true);
    connect(m_choice, &SegmentedControl::chosenChanged, this, [this](int index) {
        setMeasure(index == 0 ? Nearness::Cosine : Nearness::Euclidean);
        emit measureChosen(m_measure);
    });
    connect(m_neighbours, &NeighbourList::thingChosen, this, &MapSide::thingChosen);
    retranslate();
}

void MapSide::setKind(MapThings kind) {
    m_kind = kind;
    m_lengths->setKind(kind);
    retranslate();
}

void MapSide::setMeasure(Nearness measure) {
    m_measure = measure;
    m_choice->setChosen(measure == Nearness::Cosine ? 0 : 1);
    m_neighbours->setMeasureText(LengthChart::axisText(measure));
}

void MapSide::setNeighbours(const QString& word, const std::vector<NeighbourRow>& rows) {
    if (word != m_word) {
        m_word = word;
        retranslate();
    }
    m_neighbours->setRows(rows);
}

void MapSide::setLengths(std::vector<LengthLine> lines) {
    m_lengths->setLines(std::move(lines), m_measure);
}

void MapSide::retranslate() {
    m_choice->setSegments({tr("Cosine"), tr("Euclidean")});
    m_choice->setToolTips({tr("1 − cosine of the angle: 0 for the same direction, 1 for none in common."),
                           tr("The straight way through all dimensions.")});
    m_choice->setAccessibleName(tr("How distances are measured"));
    const QString hint = m_kind == MapThings::Words
                             ? tr("Choose a word: its nearest neighbours stand here.")
                             : tr("Choose a picture: its nearest neighbours stand here.");
    m_title->setText(m_word.isEmpty() ? hint : tr("Nearest to “%1” in all dimensions:").arg(m_word));
    m_neighbours->setMeasureText(LengthChart::axisText(m_measure));
}

void MapSide::resizeEvent(QResizeEvent* event) {
    const bool wide = width() > height() * kWideShape;
    m_parts->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    QWidget::resizeEvent(event);
}

void MapSide::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace neurarium
