// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/measure_bar.h"

#include <QEvent>
#include <QLabel>
#include <QToolButton>

#include "widgets/flow_layout.h"
#include "widgets/map_rulers.h"

namespace neurarium {

MeasureBar::MeasureBar(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel)
    , m_hint(new QLabel)
    , m_add(new QToolButton) {
    auto* row = new FlowLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_title);
    for (std::size_t i = 0; i < kMostMeasured; ++i) {
        auto* chip = new QToolButton;
        chip->setProperty("chip", true);
        connect(chip, &QToolButton::clicked, this, [this, i] { emit removeRequested(static_cast<int>(i)); });
        row->addWidget(chip);
        m_chips.push_back(chip);
    }
    m_add->setProperty("chip", true);
    connect(m_add, &QToolButton::clicked, this, &MeasureBar::addRequested);
    row->addWidget(m_add);
    row->addWidget(m_hint);
    m_hint->setProperty("role", "hint");
    m_title->setProperty("role", "hint");
    showWords();
}

void MeasureBar::setKind(MapThings kind) {
    m_kind = kind;
    showWords();
}

void MeasureBar::setWords(const QStringList& measured, const std::optional<QString>& candidate) {
    if (measured == m_measured && candidate == m_candidate)
        return;
    m_measured = measured;
    m_candidate = candidate;
    showWords();
}

void MeasureBar::showWords() {
    m_title->setText(tr("Ruler"));
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        const bool any = static_cast<qsizetype>(i) < m_measured.size();
        m_chips[i]->setVisible(any);
        if (!any)
            continue;
        const QString& word = m_measured[static_cast<qsizetype>(i)];
        m_chips[i]->setText(word + QStringLiteral(" ×"));
        m_chips[i]->setAccessibleName(tr("Do not measure %1 any more").arg(word));
        m_chips[i]->setToolTip(m_chips[i]->accessibleName());
    }
    m_add->setVisible(m_candidate.has_value());
    if (m_candidate) {
        m_add->setText(QStringLiteral("+ ") + *m_candidate);
        m_add->setAccessibleName(tr("Measure %1").arg(*m_candidate));
        m_add->setToolTip(tr("Measure %1 (Enter on the map)").arg(*m_candidate));
    }
    m_hint->setVisible(m_measured.isEmpty() && !m_candidate);
    m_hint->setText(m_kind == MapThings::Words ? tr("Choose a word to measure from.")
                                               : tr("Choose a picture to measure from."));
    updateGeometry();
}

void MeasureBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        showWords();
    QWidget::changeEvent(event);
}

} // namespace neurarium
