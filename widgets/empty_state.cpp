// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/empty_state.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include "widgets/icon.h"

namespace neurarium {

namespace {

/// The dashed frame around the icon of what is missing.
class DashedFrame : public QWidget {
public:
    using QWidget::QWidget;

    QString iconName;

    QSize sizeHint() const override { return {90, 60}; }

protected:
    void paintEvent(QPaintEvent* /*event*/) override {
        constexpr double kIconSide = 26;
        constexpr double kRadius = 6;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Theme& theme = Theme::of(this);
        painter.setPen(QPen(theme.color(Token::Ctl), 1.5, Qt::DashLine));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kRadius, kRadius);
        QRectF place(0, 0, kIconSide, kIconSide);
        place.moveCenter(QRectF(rect()).center());
        paintIcon(painter, iconName, theme.color(Token::Text3), place);
    }
};

} // namespace

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent)
    , m_frame(new DashedFrame(this))
    , m_title(new QLabel(this))
    , m_line(new QLabel(this))
    , m_primary(new QPushButton(this))
    , m_sample(new QPushButton(this)) {
    m_frame->setFixedSize(m_frame->sizeHint());
    m_title->setProperty("role", "title");
    m_title->setWordWrap(true);
    m_line->setProperty("role", "hint");
    m_line->setWordWrap(true);
    m_primary->setProperty("primary", true);
    m_primary->hide();
    m_sample->hide();

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_primary);
    buttons->addWidget(m_sample);
    buttons->addStretch();
    auto* words = new QVBoxLayout;
    words->setSpacing(4);
    words->addStretch();
    words->addWidget(m_title);
    words->addWidget(m_line);
    words->addSpacing(4);
    words->addLayout(buttons);
    words->addStretch();
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(16);
    layout->addWidget(m_frame, 0, Qt::AlignVCenter);
    layout->addLayout(words, 1);

    connect(m_primary, &QPushButton::clicked, this, &EmptyState::primaryClicked);
    connect(m_sample, &QPushButton::clicked, this, &EmptyState::sampleClicked);
}

void EmptyState::setIcon(const QString& name) {
    static_cast<DashedFrame*>(m_frame)->iconName = name;
    m_frame->update();
}

void EmptyState::setTexts(const QString& title, const QString& line) {
    m_title->setText(title);
    m_line->setText(line);
    m_line->setVisible(!line.isEmpty());
}

void EmptyState::setPrimary(const QString& text, const QString& iconName) {
    m_primary->setText(text);
    m_primary->setVisible(!text.isEmpty());
    m_primaryIcon = iconName;
    recolor();
}

void EmptyState::setSample(const QString& text) {
    m_sample->setText(text);
    m_sample->setVisible(!text.isEmpty());
}

void EmptyState::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        recolor();
}

void EmptyState::recolor() {
    m_primary->setIcon(icon(m_primaryIcon, {Token::OnAccent, &Theme::of(this)}));
}

} // namespace neurarium
