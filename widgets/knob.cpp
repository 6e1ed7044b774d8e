// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/knob.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>

#include "widgets/icon.h"
#include "widgets/knob_slider.h"
#include "widgets/knob_value.h"
#include "widgets/switch.h"
#include "widgets/text_scale.h"
#include "widgets/theme.h"

namespace neurarium {

namespace {

constexpr int kBar = 4;
constexpr int kIcon = 16;
constexpr int kMark = 20;

QPixmap markPicture(const Theme& theme, int number, double pixelRatio) {
    QPixmap picture(QSize(kMark, kMark) * pixelRatio);
    picture.setDevicePixelRatio(pixelRatio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Token::Text));
    painter.drawEllipse(0, 0, kMark, kMark);
    painter.setPen(theme.color(Token::Surface));
    painter.setFont(Theme::font(TextRole::Mark));
    painter.drawText(QRectF(0, 0, kMark, kMark), Qt::AlignCenter, QString::number(number));
    return picture;
}

} // namespace

Knob::Knob(const KnobParts& parts, QWidget* parent)
    : QFrame(parent)
    , m_icon(new QLabel)
    , m_title(new QLabel)
    , m_note(new QLabel) {
    m_body = new QVBoxLayout(this);
    m_body->setContentsMargins(kBar + 6, 6, 6, 8);
    m_body->setSpacing(2);
    buildHead(parts);
    if (m_value != nullptr)
        m_body->addWidget(m_value->slider());
    buildChangeRow();
    m_note->setWordWrap(true);
    m_note->setProperty("role", "hint");
    m_note->hide();
    m_body->addWidget(m_note);
    translate();
    showState();
}

void Knob::buildHead(const KnobParts& parts) {
    auto* head = new QHBoxLayout;
    head->setSpacing(4);
    m_title->setWordWrap(true);
    head->addWidget(m_icon);
    head->addWidget(m_title, 1);
    if (parts.hasSwitch) {
        m_switch = new Switch(this);
        m_switch->setChecked(true);
        connect(m_switch, &QAbstractButton::clicked, this, &Knob::switched);
        head->addWidget(m_switch);
    }
    if (parts.hasValue) {
        m_value = new KnobValue(parts.scale, this);
        connect(m_value, &KnobValue::changed, this, &Knob::valueChanged);
        head->addWidget(m_value->box());
    }
    m_body->addLayout(head);
}

void Knob::buildChangeRow() {
    m_changeRow = new QWidget(this);
    auto* row = new QHBoxLayout(m_changeRow);
    row->setContentsMargins(0, 2, 0, 0);
    row->setSpacing(6);
    m_mark = new QLabel;
    m_since = new QLabel;
    m_since->setProperty("role", "hint");
    m_since->setWordWrap(true);
    m_undo = new QPushButton;
    m_undo->setProperty("link", true);
    m_undo->setCursor(Qt::PointingHandCursor);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        if (m_change)
            emit undoRequested(m_change->mark);
    });
    row->addWidget(m_mark);
    row->addWidget(m_since, 1);
    row->addWidget(m_undo);
    m_changeRow->hide();
    m_body->addWidget(m_changeRow);
}

void Knob::setTitle(const QString& title) {
    m_title->setText(title);
    if (m_switch != nullptr)
        m_switch->setAccessibleName(title);
    if (m_value != nullptr) {
        m_value->slider()->setAccessibleName(title);
        m_value->box()->setAccessibleName(title);
    }
}

void Knob::setNote(const QString& note) {
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void Knob::setState(KnobState state) {
    m_state = state;
    showState();
}

void Knob::setChange(const std::optional<KnobChange>& change) {
    m_change = change;
    m_changeRow->setVisible(change.has_value());
    if (change) {
        m_mark->setPixmap(markPicture(Theme::of(this), change->mark, devicePixelRatioF()));
        m_since->setText(change->words);
    }
}

double Knob::value() const {
    return m_value == nullptr ? 0 : m_value->value();
}

bool Knob::isOn() const {
    return m_switch == nullptr || m_switch->isChecked();
}

void Knob::setValue(double value) {
    if (m_value != nullptr)
        m_value->setValue(value);
}

void Knob::setOn(bool on) {
    if (m_switch != nullptr)
        m_switch->setChecked(on);
}

void Knob::showState() {
    const bool locked = m_state == KnobState::Locked;
    const bool live = m_state == KnobState::Live;
    const Theme& theme = Theme::of(this);
    const char* name = live ? "bolt" : m_state == KnobState::Waiting ? "clock" : "lock";
    const Token token = locked ? Token::Text2 : Token::Accent;
    m_icon->setPixmap(iconPixmap(QLatin1String(name), {token, &theme}, kIcon, devicePixelRatioF()));
    m_icon->setVisible(m_state != KnobState::Plain);
    if (m_switch != nullptr)
        m_switch->setEnabled(!locked);
    if (m_value != nullptr) {
        m_value->slider()->setVisible(!locked);
        m_value->box()->setEnabled(!locked);
    }
    setChange(std::optional<KnobChange>(m_change));
    update();
}

void Knob::translate() {
    m_undo->setText(tr("undo"));
    m_undo->setToolTip(tr("Take this change back."));
}

void Knob::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        translate();
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        showState();
    if (event->type() == QEvent::FontChange && m_value != nullptr)
        m_value->fitText(textScale(this));
    QFrame::changeEvent(event);
}

void Knob::paintEvent(QPaintEvent*) {
    if (m_state == KnobState::Locked || m_state == KnobState::Plain)
        return;
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Token::AccentSoft));
    painter.drawRoundedRect(rect(), 6, 6);
    if (m_state == KnobState::Live) {
        painter.setBrush(theme.color(Token::Accent));
        painter.setClipRect(0, 0, kBar, height());
        painter.drawRoundedRect(QRectF(0, 0, 12, height()), 6, 6);
        return;
    }
    QPen dashes(theme.color(Token::Accent), kBar, Qt::CustomDashLine, Qt::FlatCap);
    dashes.setDashPattern({2, 1});
    painter.setPen(dashes);
    painter.drawLine(QPointF(kBar / 2.0, 0), QPointF(kBar / 2.0, height()));
}

} // namespace neurarium
