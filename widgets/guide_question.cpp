// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/guide_question.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QStyle>
#include <QVBoxLayout>

namespace neurarium {

GuideQuestion::GuideQuestion(QWidget* parent)
    : QFrame(parent)
    , m_text(new QLabel)
    , m_answers(new QVBoxLayout)
    , m_group(new QButtonGroup(this))
    , m_check(new QPushButton)
    , m_verdict(new QLabel)
    , m_explanation(new QLabel) {
    setProperty("plate", "raised");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    for (QLabel* label : {m_text, m_verdict, m_explanation})
        label->setWordWrap(true);
    column->addWidget(m_text);
    column->addLayout(m_answers);
    column->addWidget(m_check, 0, Qt::AlignLeft);
    column->addWidget(m_verdict);
    column->addWidget(m_explanation);
    connect(m_check, &QPushButton::clicked, this, &GuideQuestion::check);
    connect(m_group, &QButtonGroup::idClicked, this, [this] {
        m_checked = false;
        translate();
    });
    translate();
}

void GuideQuestion::setQuestion(const LessonQuestion& question) {
    if (question == m_question)
        return;
    m_question = question;
    m_checked = false;
    m_text->setText(QStringLiteral("<b>%1</b>").arg(question.text.toHtmlEscaped()));
    qDeleteAll(m_rows);
    m_rows.clear();
    for (std::size_t i = 0; i < question.answers.size(); ++i) {
        auto* line = new QWidget;
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        auto* button = new QRadioButton;
        button->setAccessibleName(question.answers[i]);
        auto* words = new QLabel(question.answers[i]); // the text of a radio button does not wrap
        words->setWordWrap(true);
        words->setBuddy(button);
        words->installEventFilter(this);
        row->addWidget(button, 0, Qt::AlignTop);
        row->addWidget(words, 1);
        m_group->addButton(button, static_cast<int>(i));
        m_answers->addWidget(line);
        m_rows.push_back(line);
    }
    translate();
}

void GuideQuestion::choose(int answer) {
    if (auto* button = m_group->button(answer))
        button->click();
}

void GuideQuestion::check() {
    if (m_group->checkedId() < 0)
        return;
    m_checked = true;
    translate();
    emit answered(m_group->checkedId(), m_group->checkedId() == m_question.right);
}

bool GuideQuestion::eventFilter(QObject* watched, QEvent* event) {
    const auto* words = qobject_cast<QLabel*>(watched);
    if (event->type() == QEvent::MouseButtonRelease && words != nullptr)
        qobject_cast<QRadioButton*>(words->buddy())->click();
    return QFrame::eventFilter(watched, event);
}

QString GuideQuestion::verdict() const {
    return m_verdict->text();
}

void GuideQuestion::translate() {
    m_check->setText(tr("Check my answer"));
    m_check->setEnabled(m_group->checkedId() >= 0);
    const bool right = m_group->checkedId() == m_question.right;
    m_verdict->setVisible(m_checked);
    m_explanation->setVisible(m_checked && right);
    m_verdict->setText(!m_checked ? QString()
                       : right    ? tr("✓ That is right.")
                                  : tr("× Look again, and try another one."));
    m_verdict->setProperty("role", right ? "good" : "bad");
    m_verdict->style()->unpolish(m_verdict);
    m_verdict->style()->polish(m_verdict);
    m_explanation->setText(m_question.explanation);
}

void GuideQuestion::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        translate();
    QFrame::changeEvent(event);
}

} // namespace neurarium
