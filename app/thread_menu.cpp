// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/thread_menu.h"

#include <algorithm>

#include <QActionGroup>
#include <QEvent>

namespace neurarium {

namespace {

constexpr int kMostOffered = 32;

} // namespace

int threadsBesideWindow(int cores) {
    return cores > 2 ? cores - 1 : std::max(cores, 1);
}

ThreadMenu::ThreadMenu(int cores, int threads, QWidget* parent)
    : QMenu(parent)
    , m_suitable(threadsBesideWindow(cores))
    , m_choices(new QActionGroup(this)) {
    for (int number = 0; number <= std::clamp(threads, 1, kMostOffered); ++number)
        add(number);
    choose(0);
    retranslate();
    connect(m_choices, &QActionGroup::triggered, this,
            [this](const QAction* action) { emit chosen(action->data().toInt()); });
}

void ThreadMenu::add(int threads) {
    QAction* action = addAction(QString::number(threads));
    action->setData(threads);
    action->setCheckable(true);
    m_choices->addAction(action);
}

void ThreadMenu::choose(int threads) {
    const QList<QAction*> actions = m_choices->actions();
    actions[std::clamp<qsizetype>(threads, 0, actions.size() - 1)]->setChecked(true);
}

int ThreadMenu::threads() const {
    const int number = m_choices->checkedAction()->data().toInt();
    return number == 0 ? m_suitable : number;
}

void ThreadMenu::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMenu::changeEvent(event);
}

void ThreadMenu::retranslate() {
    setTitle(tr("Threads"));
    m_choices->actions().front()->setText(tr("Automatic (%1)").arg(m_suitable));
}

} // namespace neurarium
