// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline_status.h"

#include <algorithm>

#include <QAccessible>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>

#include "widgets/elided_label.h"
#include "widgets/icon.h"
#include "widgets/recipe_words.h"

namespace neurarium {

namespace {

constexpr int kIconSide = 16;
constexpr int kBarWidth = 120;
constexpr int kPerMille = 1000;

} // namespace

TimelineStatus::TimelineStatus(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_plate(new QWidget(this))
    , m_icon(new QLabel(m_plate))
    , m_text(new ElidedLabel(m_plate))
    , m_count(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_back(new QPushButton(this))
    , m_cancel(new QPushButton(this)) {
    build();
    recolor();
    showParts();
}

void TimelineStatus::build() {
    m_plate->setAttribute(Qt::WA_StyledBackground);
    auto* plate = new QHBoxLayout(m_plate);
    plate->setContentsMargins(8, 2, 10, 2);
    plate->setSpacing(6);
    plate->addWidget(m_icon);
    plate->addWidget(m_text);
    m_bar->setRange(0, kPerMille);
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(kBarWidth);
    m_back->setProperty("outlined", true);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(8);
    m_layout->addWidget(m_plate);
    m_layout->addWidget(m_count);
    m_layout->addWidget(m_bar);
    m_layout->addWidget(m_back);
    m_layout->addWidget(m_cancel);
    connect(m_back, &QPushButton::clicked, this, &TimelineStatus::returnRequested);
    connect(m_cancel, &QPushButton::clicked, this, &TimelineStatus::cancelRequested);
}

void TimelineStatus::setNotice(const QString& text, Tone tone) {
    m_notice = text;
    m_tone = tone;
    recolor();
    showParts();
    if (text.isEmpty())
        return;
    m_plate->setAccessibleName(text);
    QAccessibleEvent told(m_plate, QAccessible::Alert);
    QAccessible::updateAccessibility(&told);
}

void TimelineStatus::setLooking(bool looking) {
    m_looking = looking;
    showParts();
}

void TimelineStatus::setProgress(const std::optional<StepProgress>& progress) {
    m_progress = progress;
    showParts();
}

void TimelineStatus::setUpright(bool upright) {
    m_layout->setDirection(upright ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_layout->setContentsMargins(upright ? QMargins(8, 2, 8, 2) : QMargins());
    m_layout->setSpacing(upright ? 2 : 8);
    constexpr int kAir = 6; // three parts have room above one another then
    m_cancel->setMaximumHeight(upright ? m_cancel->fontMetrics().height() + kAir : QWIDGETSIZE_MAX);
    showParts();
}

void TimelineStatus::showParts() {
    const bool working = m_progress.has_value();
    const bool told = !working && !m_notice.isEmpty();
    m_text->setText(m_notice);
    m_back->setText(tr("Back to now"));
    m_back->setToolTip(tr("Shows the network again as it is where training stands. Key: Escape"));
    m_cancel->setText(tr("Cancel"));
    if (working) {
        const qint64 total = std::max<qint64>(m_progress->total, 1);
        m_bar->setValue(static_cast<int>(m_progress->done * kPerMille / total));
        m_count->setText(tr("step %1 of %2").arg(countText(m_progress->done), countText(m_progress->total)));
        m_bar->setAccessibleName(m_count->text());
    }
    m_plate->setVisible(told);
    m_count->setVisible(working);
    m_bar->setVisible(working);
    m_back->setVisible(!working && m_looking);
    m_cancel->setVisible(working);
    setVisible(told || working || m_looking);
}

void TimelineStatus::recolor() {
    const bool good = m_tone == Tone::Good;
    m_plate->setProperty("plate", good ? "good" : "bad");
    m_plate->style()->unpolish(m_plate);
    m_plate->style()->polish(m_plate);
    m_icon->setPixmap(iconPixmap(good ? QStringLiteral("check") : QStringLiteral("warn"),
                                 {good ? Token::Good : Token::Bad, &Theme::of(this)}, kIconSide,
                                 devicePixelRatioF()));
    m_back->setIcon(icon(QStringLiteral("right"), {Token::Accent, &Theme::of(this)}));
}

void TimelineStatus::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showParts();
    else if (event->type() == QEvent::PaletteChange)
        recolor();
}

} // namespace neurarium
