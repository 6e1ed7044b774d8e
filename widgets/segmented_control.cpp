// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/segmented_control.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QToolButton>

#include "widgets/text_scale.h"
#include "widgets/theme.h"

namespace neurarium {

SegmentedControl::SegmentedControl(QWidget* parent)
    : QFrame(parent)
    , m_group(new QButtonGroup(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(1, 1, 1, 1);
    row->setSpacing(0);
    m_group->setExclusive(true);
    connect(m_group, &QButtonGroup::idClicked, this, &SegmentedControl::chosenChanged);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void SegmentedControl::setSegments(const QStringList& words) {
    const int before = chosen();
    while (count() > words.size())
        delete m_group->button(count() - 1);
    for (int i = count(); i < words.size(); ++i) {
        auto* button = new QToolButton;
        button->setCheckable(true);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
        button->installEventFilter(this);
        m_group->addButton(button, i);
        layout()->addWidget(button);
    }
    for (int i = 0; i < words.size(); ++i) {
        m_group->button(i)->setText(words[i]);
        m_group->button(i)->setAccessibleName(words[i]);
    }
    setChosen(before < 0 ? 0 : before);
    restyle();
}

void SegmentedControl::setToolTips(const QStringList& tips) {
    for (int i = 0; i < tips.size() && i < count(); ++i)
        m_group->button(i)->setToolTip(tips[i]);
}

int SegmentedControl::chosen() const {
    return m_group->checkedId();
}

void SegmentedControl::setTight(bool tight) {
    m_tight = tight;
    restyle();
}

void SegmentedControl::setChosen(int index) {
    if (auto* button = m_group->button(index))
        button->setChecked(true);
}

int SegmentedControl::count() const {
    return static_cast<int>(m_group->buttons().size());
}

void SegmentedControl::restyle() {
    if (m_styling)
        return;
    const QScopedValueRollback guard(m_styling, true);
    const Theme& theme = Theme::of(this);
    const auto name = [&theme](Token token) { return theme.color(token).name(); };
    const int air = m_tight ? 7 : 11;
    setStyleSheet(
        QStringLiteral("neurarium--SegmentedControl { border: 1px solid %1; border-radius: 6px;"
                       " background: %2; }"
                       "QToolButton { border: none; border-radius: 0; background: transparent; color: %3;"
                       " font-weight: 400; padding: 4px %7px; }"
                       "QToolButton:focus { border: 3px solid %3; padding: 1px %8px; }"
                       "QToolButton:hover { background: %4; }"
                       "QToolButton:checked { background: %5; color: %6; font-weight: 700; }")
            .arg(name(Token::Ctl), name(Token::Surface), name(Token::Text), name(Token::Grid),
                 name(Token::Accent), name(Token::OnAccent))
            .arg(air)
            .arg(air - 3));
    for (auto* button : m_group->buttons()) {
        // The chosen word is bold: keep that room for all of them, so that nothing jumps.
        const QFontMetrics bold(Theme::boldFont(TextRole::Body, textScale(this)));
        button->setMinimumWidth(bold.horizontalAdvance(button->text()) + 2 * air + 2);
    }
}

void SegmentedControl::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
    QFrame::changeEvent(event);
}

void SegmentedControl::chooseByKey(int index) {
    if (index < 0 || index >= count())
        return;
    setChosen(index);
    m_group->button(index)->setFocus(Qt::TabFocusReason);
    emit chosenChanged(index);
}

bool SegmentedControl::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Left || key == Qt::Key_Right) {
            chooseByKey(chosen() + (key == Qt::Key_Left ? -1 : 1));
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace neurarium
