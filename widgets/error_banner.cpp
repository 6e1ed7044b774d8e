// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/error_banner.h"

#include <QAccessible>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

#include "widgets/flow_layout.h"
#include "widgets/icon.h"
#include "widgets/problem_text.h"

namespace neurarium {

namespace {

constexpr int kMostActions = 3;
constexpr int kIconSide = 24;

QLabel* wordLabel(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

ErrorBanner::ErrorBanner(QWidget* parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_what(wordLabel(this))
    , m_safe(wordLabel(this))
    , m_buttons(new QWidget(this))
    , m_close(new QToolButton(this))
    , m_escape(new QShortcut(Qt::Key_Escape, this)) {
    setProperty("plate", "bad");
    setAttribute(Qt::WA_StyledBackground);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_what->setProperty("role", "title");
    m_close->setProperty("flat", true);
    auto* buttons = new FlowLayout(m_buttons, 8);
    for (int i = 0; i < kMostActions; ++i) {
        auto* button = new QPushButton(m_buttons);
        button->setProperty("primary", i == 0);
        buttons->addWidget(button);
        m_actions.push_back(button);
        connect(button, &QPushButton::clicked, this, [this, i] {
            close();
            emit actionChosen(i);
        });
    }
    auto* words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(m_what);
    words->addWidget(m_safe);
    words->addWidget(m_buttons);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 10, 8, 10);
    layout->setSpacing(12);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    layout->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_close, &QToolButton::clicked, this, &ErrorBanner::close);
    connect(m_escape, &QShortcut::activated, this, &ErrorBanner::close);
    retranslate();
    recolor();
    hide();
}

void ErrorBanner::showMessage(const QString& what, const QString& safe, const QStringList& actions) {
    m_problem.reset();
    fill(what, safe, actions);
}

void ErrorBanner::showProblem(const Problem& problem, const QString& safe, const QStringList& actions) {
    m_problem = problem;
    fill(wholeText(problem), safe, actions);
}

void ErrorBanner::fill(const QString& what, const QString& safe, const QStringList& actions) {
    m_what->setText(what);
    m_safe->setText(safe);
    m_safe->setVisible(!safe.isEmpty());
    for (int i = 0; i < kMostActions; ++i) {
        QPushButton* button = m_actions[static_cast<std::size_t>(i)];
        button->setText(actions.value(i));
        button->setVisible(i < actions.size());
    }
    m_buttons->setVisible(!actions.isEmpty());
    setAccessibleName(safe.isEmpty() ? what : what + u' ' + safe);
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void ErrorBanner::close() {
    if (isHidden())
        return;
    hide();
    emit closed();
}

QString ErrorBanner::what() const {
    return m_what->text();
}

QString ErrorBanner::safe() const {
    return m_safe->text();
}

void ErrorBanner::retranslate() {
    m_close->setToolTip(tr("Close (Esc)"));
    m_close->setAccessibleName(tr("Close"));
    if (m_problem)
        m_what->setText(wholeText(*m_problem));
}

void ErrorBanner::recolor() {
    const Theme& theme = Theme::of(this);
    m_icon->setPixmap(
        iconPixmap(QStringLiteral("warn"), {Token::Bad, &theme}, kIconSide, devicePixelRatioF()));
    m_close->setIcon(icon(QStringLiteral("cross"), {Token::Text2, &theme}));
}

void ErrorBanner::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        recolor();
}

} // namespace neurarium
