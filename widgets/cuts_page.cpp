// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cuts_page.h"

#include <QEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "widgets/cut_row.h"
#include "widgets/token_strip.h"

namespace neurarium {

CutsPage::CutsPage(QWidget* parent)
    : QWidget(parent)
    , m_area(new QScrollArea(this))
    , m_lines(nullptr)
    , m_join(new QPushButton(this)) {
    constexpr int kBetweenCuts = 12;
    auto* inside = new QWidget(m_area);
    inside->setProperty("plate", "surface");
    m_lines = new QVBoxLayout(inside);
    m_lines->setContentsMargins(0, 0, 4, 0);
    m_lines->setSpacing(kBetweenCuts);
    m_lines->addStretch();
    m_area->setWidget(inside);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_area, 1);
    rows->addWidget(m_join, 0, Qt::AlignLeft);
    connect(m_join, &QPushButton::clicked, this, [this] {
        setJoined(!m_joined);
        if (m_joined)
            emit joinedAgain();
    });
    setCuts(nullptr);
}

void CutsPage::setCuts(const std::shared_ptr<const TextCuts>& cuts) {
    m_cuts = cuts;
    const std::size_t count = cuts ? cuts->cuts.size() : 0;
    while (m_rows.size() > count) {
        m_rows.back()->hide(); // it may have the focus, or be told of by an event under way
        m_rows.back()->deleteLater();
        m_rows.pop_back();
    }
    while (m_rows.size() < count) {
        auto* row = new CutRow(m_area->widget());
        m_lines->insertWidget(static_cast<int>(m_rows.size()), row);
        // A piece chosen by key is brought into sight.
        connect(&row->strip(), &TokenStrip::pieceChosen, this, [this, row](int piece) {
            const QPointF center = row->strip().places().boxes()[static_cast<std::size_t>(piece)].center();
            const QPoint place = row->strip().mapTo(m_area->widget(), center.toPoint());
            m_area->ensureVisible(place.x(), place.y());
            emit pieceChosen();
        });
        m_rows.push_back(row);
    }
    for (std::size_t i = 0; i < count; ++i)
        m_rows[i]->setCut(*cuts, i);
    m_join->setEnabled(count > 0);
    setJoined(m_joined && count > 0);
}

void CutsPage::setJoined(bool joined) {
    m_joined = joined;
    for (CutRow* row : m_rows)
        row->setJoined(joined);
    retranslate();
}

void CutsPage::retranslate() {
    m_join->setText(m_joined ? tr("Cut again") : tr("Join again"));
}

void CutsPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace neurarium
