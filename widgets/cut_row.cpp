// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cut_row.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>

#include "widgets/flow_layout.h"
#include "widgets/recipe_words.h"
#include "widgets/share_bar.h"
#include "widgets/token_strip.h"
#include "widgets/token_text.h"
#include "widgets/token_words.h"

namespace neurarium {

CutRow::CutRow(QWidget* parent)
    : QWidget(parent)
    , m_name(new QLabel(this))
    , m_count(new QLabel(this))
    , m_costs(new QLabel(this))
    , m_vocabulary(new QLabel(this))
    , m_bar(new ShareBar(this))
    , m_strip(new TokenStrip(this))
    , m_whole(new QWidget(this))
    , m_joined(new QLabel(m_whole))
    , m_verdict(new QLabel(m_whole)) {
    m_name->setProperty("role", "title");
    m_costs->setProperty("role", "hint");
    m_count->setProperty("role", "hint");
    m_vocabulary->setProperty("role", "hint");
    m_joined->setTextFormat(Qt::PlainText);
    m_joined->setWordWrap(true);
    m_verdict->setProperty("role", "good");
    m_verdict->setWordWrap(true);
    auto* price = new QWidget(this);
    auto* prices = new QHBoxLayout(price);
    prices->setContentsMargins(0, 0, 0, 0);
    prices->addWidget(m_bar);
    prices->addWidget(m_costs);
    auto* heading = new FlowLayout(nullptr, 8);
    for (QWidget* part : {static_cast<QWidget*>(m_name), static_cast<QWidget*>(m_count), price,
                          static_cast<QWidget*>(m_vocabulary)})
        heading->addWidget(part);
    auto* whole = new QVBoxLayout(m_whole);
    whole->setContentsMargins(4, 4, 4, 4);
    whole->setSpacing(2);
    whole->addWidget(m_joined);
    whole->addWidget(m_verdict);
    m_whole->hide();
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(2);
    rows->addLayout(heading);
    rows->addWidget(m_strip);
    rows->addWidget(m_whole);
}

void CutRow::setCut(const TextCuts& cuts, std::size_t number) {
    m_cut = cuts.cuts[number];
    m_price = TokenWords::price(m_cut, cuts.text);
    const double highest = TokenWords::highestPrice(cuts);
    m_bar->setShare(highest > 0 ? m_price / highest : 0);
    m_strip->setPieces(m_cut.pieces);
    const std::string joined = number < cuts.joined.size() ? cuts.joined[number] : std::string();
    m_exact = joined == cuts.text;
    m_joined->setText(m_exact ? QString::fromStdString(joined) : tokenText(joined));
    m_verdict->setProperty("role", m_exact ? "good" : "bad");
    m_verdict->style()->unpolish(m_verdict);
    m_verdict->style()->polish(m_verdict);
    retranslate();
}

void CutRow::setJoined(bool joined) {
    m_strip->setVisible(!joined);
    m_whole->setVisible(joined);
}

QString CutRow::joinedText() const {
    return m_joined->text();
}

void CutRow::retranslate() {
    const QString name = TokenWords::name(m_cut.kind);
    m_name->setText(name);
    m_count->setText(TokenWords::count(m_cut));
    m_costs->setText(TokenWords::price(m_price));
    m_vocabulary->setText(tr("vocabulary %1").arg(countText(m_cut.vocabulary)));
    m_vocabulary->setToolTip(tr("Tokens in the vocabulary: %1").arg(countText(m_cut.vocabulary)));
    m_verdict->setText(m_exact ? tr("✓ exactly the same text") : tr("× not the same text"));
    m_strip->setName(QStringLiteral("%1, %2, %3").arg(name, m_count->text(), m_costs->text()));
}

void CutRow::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace neurarium
