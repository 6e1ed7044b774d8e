// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/note_field.h"

#include <algorithm>

#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScreen>
#include <QVBoxLayout>

#include "widgets/icon.h"
#include "widgets/text_scale.h"
#include "widgets/theme.h"

namespace neurarium {

namespace {

constexpr int kHeight = 26;
constexpr int kIconSide = 14;
constexpr int kPadding = 8;
constexpr QSize kEditor(312, 132);
constexpr int kLongestNote = 4000;

} // namespace

NoteField::NoteField(QWidget* parent)
    : QAbstractButton(parent)
    , m_popup(new QFrame(this, Qt::Popup))
    , m_editor(new QPlainTextEdit(m_popup)) {
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::IBeamCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    buildEditor();
    connect(this, &QAbstractButton::clicked, this, [this] { edit(); });
    retranslate();
}

void NoteField::buildEditor() {
    m_popup->setProperty("plate", "panel");
    m_popup->hide();
    auto* hint = new QLabel(m_popup);
    hint->setObjectName(QStringLiteral("hint"));
    hint->setProperty("role", "hint");
    auto* layout = new QVBoxLayout(m_popup);
    layout->setContentsMargins(8, 8, 8, 6);
    layout->setSpacing(4);
    layout->addWidget(m_editor, 1);
    layout->addWidget(hint);
    m_editor->setTabChangesFocus(true);
    m_editor->installEventFilter(this);
    m_popup->installEventFilter(this);
}

void NoteField::setNote(const QString& note) {
    m_note = note;
    retranslate();
}

void NoteField::edit(const QWidget* anchor) {
    const QWidget* below = anchor == nullptr ? this : anchor;
    const QSize size = kEditor * textScale(this);
    m_editor->setPlainText(m_note);
    m_popup->resize(std::max(below->width(), size.width()), size.height());
    QPoint place = below->mapToGlobal(QPoint(0, below->height() - m_popup->height()));
    const QRect room = screen()->availableGeometry();
    place.setX(std::clamp(place.x(), room.left(), std::max(room.left(), room.right() - m_popup->width())));
    place.setY(std::max(place.y(), room.top()));
    m_popup->move(place);
    m_popup->show();
    m_editor->moveCursor(QTextCursor::End);
    m_editor->setFocus();
}

void NoteField::finish() {
    const QString note = m_editor->toPlainText().trimmed().left(kLongestNote);
    if (note == m_note)
        return;
    setNote(note);
    emit edited(note);
}

bool NoteField::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_editor && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (key->key() == Qt::Key_Escape)
            m_editor->setPlainText(m_note);
        if (key->key() == Qt::Key_Escape || (enter && key->modifiers().testFlag(Qt::ControlModifier))) {
            m_popup->close();
            return true;
        }
    }
    if (watched == m_popup && event->type() == QEvent::Hide)
        finish();
    return QAbstractButton::eventFilter(watched, event);
}

QSize NoteField::sizeHint() const {
    return QSize(160, kHeight) * textScale(this);
}

QSize NoteField::minimumSizeHint() const {
    return QSize(60, kHeight) * textScale(this);
}

void NoteField::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = Theme::of(this);
    const double scale = textScale(this);
    painter.setPen(hasFocus()     ? QPen(theme.color(Token::Text), 3)
                   : underMouse() ? QPen(theme.color(Token::Ctl), 1)
                                  : QPen(Qt::NoPen));
    painter.setBrush(theme.color(Token::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), 4, 4);
    const int side = static_cast<int>(kIconSide * scale);
    painter.drawPixmap(
        kPadding, (height() - side) / 2,
        iconPixmap(QStringLiteral("pencil"), {Token::Text3, &theme}, side, devicePixelRatioF()));
    const QFont font = Theme::font(TextRole::Axis, scale);
    const int left = kPadding + side + 6;
    const QRect room(left, 0, width() - left - kPadding, height());
    painter.setFont(font);
    painter.setPen(theme.color(m_note.isEmpty() ? Token::Text3 : Token::Text));
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(font).elidedText(text(), Qt::ElideRight, room.width()));
}

void NoteField::retranslate() {
    const QStringList lines = m_note.split(QLatin1Char('\n'));
    setText(m_note.isEmpty()   ? tr("Write a note")
            : lines.size() > 1 ? lines.front() + QStringLiteral(" …")
                               : lines.front());
    setToolTip(m_note);
    setAccessibleName(m_note.isEmpty() ? tr("Write a note") : tr("Note: %1").arg(m_note));
    m_editor->setAccessibleName(tr("Note"));
    m_popup->findChild<QLabel*>(QStringLiteral("hint"))->setText(tr("Ctrl+Enter: done. Esc: as it was"));
    update();
}

void NoteField::changeEvent(QEvent* event) {
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace neurarium
