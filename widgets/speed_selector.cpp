// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/speed_selector.h"

#include <array>

#include <QEvent>
#include <QMenu>
#include <QPushButton>

#include "widgets/icon.h"
#include "widgets/segmented_control.h"
#include "widgets/theme.h"

namespace neurarium {

double stepsPerSecond(Speed speed) {
    constexpr std::array<double, 4> kSteps{2, 60, 1000, 0};
    return kSteps[static_cast<std::size_t>(speed)];
}

SpeedSelector::SpeedSelector(QWidget* parent)
    : QStackedWidget(parent)
    , m_group(new SegmentedControl)
    , m_button(new QPushButton)
    , m_menu(new QMenu(this)) {
    m_group->setMinimumHeight(40);
    m_button->setStyleSheet(QStringLiteral("min-height: 26px;"));
    m_button->setMenu(m_menu);
    m_button->setLayoutDirection(Qt::RightToLeft); // the chevron stands behind the word
    addWidget(m_group);
    addWidget(m_button);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_group, &SegmentedControl::chosenChanged, this, &SpeedSelector::choose);
    connect(m_menu, &QMenu::triggered, this, [this](QAction* action) { choose(action->data().toInt()); });
    translate();
    setSpeed(m_speed);
}

void SpeedSelector::setSpeed(Speed speed) {
    m_speed = speed;
    const int index = static_cast<int>(speed);
    m_group->setChosen(index);
    m_button->setText(m_menu->actions().at(index)->text());
    for (QAction* action : m_menu->actions())
        action->setChecked(action->data().toInt() == index);
}

void SpeedSelector::choose(int index) {
    setSpeed(static_cast<Speed>(index));
    emit speedChanged(m_speed);
}

void SpeedSelector::setNarrow(bool narrow) {
    setCurrentIndex(narrow ? 1 : 0);
    updateGeometry();
}

QSize SpeedSelector::sizeHint() const {
    return currentWidget()->sizeHint().expandedTo({0, 40});
}

void SpeedSelector::translate() {
    const QStringList words{tr("Slow"), tr("Normal"), tr("Fast"), tr("Max")};
    m_group->setSegments(words);
    m_group->setToolTips({tr("2 steps a second"), tr("60 steps a second"), tr("1,000 steps a second"),
                          tr("As fast as this computer can")});
    m_group->setAccessibleName(tr("Speed"));
    m_button->setAccessibleName(tr("Speed"));
    m_menu->clear();
    for (int i = 0; i < words.size(); ++i) {
        QAction* action = m_menu->addAction(words[i]);
        action->setData(i);
        action->setCheckable(true);
    }
    m_button->setIcon(icon(QStringLiteral("down"), {Token::Text, &Theme::of(this)}));
    setSpeed(m_speed);
}

void SpeedSelector::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        translate();
    QStackedWidget::changeEvent(event);
}

} // namespace neurarium
