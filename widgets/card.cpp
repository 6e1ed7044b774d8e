// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/card.h"

#include <QVBoxLayout>

#include "widgets/card_heading.h"

namespace neurarium {

Card::Card(const QString& icon, QWidget* parent)
    : QFrame(parent)
    , m_heading(new CardHeading(icon))
    , m_body(new QWidget)
    , m_content(new QVBoxLayout(m_body)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_heading);
    column->addWidget(m_body);
    m_content->setContentsMargins(12, 2, 12, 14);
    m_content->setSpacing(8);
    connect(m_heading, &QAbstractButton::toggled, m_body, &QWidget::setVisible);
    connect(m_heading, &QAbstractButton::clicked, this, &Card::openChanged);
}

void Card::setTitle(const QString& title) {
    m_heading->setText(title);
    m_heading->setAccessibleName(title);
}

void Card::setSummary(const QString& summary) {
    m_heading->setSummary(summary);
}

void Card::setLocked(bool locked) {
    m_heading->setLocked(locked);
}

bool Card::isOpen() const {
    return m_heading->isChecked();
}

void Card::setOpen(bool open) {
    m_heading->setChecked(open);
}

QAbstractButton* Card::heading() const {
    return m_heading;
}

} // namespace neurarium
