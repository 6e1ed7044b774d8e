// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/network_card.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "widgets/hairline.h"
#include "widgets/layer_editor.h"
#include "widgets/problem_text.h"
#include "widgets/recipe_words.h"

namespace neurarium {

NetworkCard::NetworkCard(QWidget* parent)
    : Card(QStringLiteral("layers"), parent)
    , m_editor(new LayerEditor)
    , m_sumName(new QLabel)
    , m_sum(new QLabel)
    , m_problem(new QLabel)
    , m_lockedNote(new QLabel)
    , m_unlock(new QPushButton) {
    m_sumName->setProperty("role", "hint");
    m_sum->setTextFormat(Qt::RichText);
    m_problem->setProperty("role", "bad");
    m_lockedNote->setProperty("role", "hint");
    m_unlock->setProperty("link", true);
    for (QLabel* label : {m_problem, m_lockedNote})
        label->setWordWrap(true);
    content()->addWidget(m_editor);
    content()->addWidget(new Hairline);
    auto* sum = new QVBoxLayout;
    sum->setSpacing(0);
    sum->addWidget(m_sumName);
    sum->addWidget(m_sum);
    content()->addLayout(sum);
    content()->addWidget(m_problem);
    content()->addWidget(m_lockedNote);
    content()->addWidget(m_unlock, 0, Qt::AlignLeft);
    connect(m_editor, &LayerEditor::networkChanged, this, &NetworkCard::edited);
    connect(m_unlock, &QPushButton::clicked, this, &NetworkCard::unlockRequested);
    setLive(false);
    translate();
}

void NetworkCard::setCatalogue(const RecipeCatalogue& catalogue) {
    m_editor->setCatalogue(catalogue);
}

void NetworkCard::setRecipe(const Recipe& recipe) {
    m_editor->setNetwork(recipe.network);
}

void NetworkCard::writeTo(Recipe& recipe) const {
    recipe.network = m_editor->network();
}

void NetworkCard::setCheck(const RecipeCheck& check) {
    m_check = check;
    m_editor->setCheck(check);
    showSum();
}

void NetworkCard::setLive(bool live) {
    setLocked(live);
    m_editor->setLocked(live);
    m_lockedNote->setVisible(live);
    m_unlock->setVisible(live);
}

void NetworkCard::showSum() {
    const std::int64_t weights = m_check.weights();
    const std::int64_t biases = m_check.biases();
    m_sum->setText(QStringLiteral("%1 + %2 = <b>%3</b>")
                       .arg(countText(weights), countText(biases), countText(weights + biases)));
    m_problem->setVisible(m_check.problem.has_value());
    if (m_check.problem)
        m_problem->setText(wholeText(*m_check.problem));
    setSummary(countText(weights + biases));
}

void NetworkCard::translate() {
    setTitle(tr("Network"));
    m_sumName->setText(tr("weights + biases"));
    m_lockedNote->setText(tr("The layers are fixed while this run lasts."));
    m_unlock->setText(tr("Start a new run to change them"));
    showSum();
}

void NetworkCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        translate();
    Card::changeEvent(event);
}

} // namespace neurarium
