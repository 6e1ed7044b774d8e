// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/status_line.h"

#include <cmath>
#include <string_view>

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

#include "widgets/icon.h"
#include "widgets/steady_room.h"
#include "widgets/text_scale.h"

namespace neurarium {

namespace {

constexpr int kHeight = 48;
constexpr int kIcon = 22;

struct Plate {
    std::string_view name;
    std::string_view icon;
    Token token;
    bool operator==(const Plate&) const = default;
};

Plate plateOf(VerdictKind kind) {
    switch (kind) {
    case VerdictKind::Exploding:
        return {"status-bad", "rise", Token::Bad};
    case VerdictKind::Overfitting:
        return {"status-warn", "warn", Token::Warn};
    case VerdictKind::LearningWell:
    case VerdictKind::LearningSlowly:
        return {"status-good", "trend", Token::Good};
    case VerdictKind::Paused:
        return {"status-flat", "pause", Token::Text2};
    case VerdictKind::LookingBack:
        return {"status-flat", "eye", Token::Text2};
    case VerdictKind::Guessing:
        return {"status-flat", "dice", Token::Text2};
    case VerdictKind::JustStarted:
        return {"status-flat", "clock", Token::Text2};
    case VerdictKind::Stuck:
    case VerdictKind::Unclear:
        break;
    }
    return {"status-flat", "minus", Token::Text2};
}

} // namespace

StatusLine::StatusLine(QWidget* parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_why(new QPushButton(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 4, 14, 4);
    row->setSpacing(10);
    row->addWidget(m_icon);
    row->addWidget(new SteadyRoom(m_text, 2), 1);
    row->addWidget(m_why);
    m_text->setProperty("role", "status");
    m_text->setTextFormat(Qt::RichText);
    m_text->setWordWrap(true);
    m_why->setProperty("link", true);
    m_why->setCursor(Qt::PointingHandCursor);
    setMinimumHeight(kHeight);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    connect(m_why, &QPushButton::clicked, this, [this] { emit whyRequested(m_verdict); });
    connect(&m_pace, &RedrawPace::due, this, &StatusLine::showText);
    showVerdict();
}

void StatusLine::setVerdict(const Verdict& verdict) {
    if (verdict == m_verdict)
        return;
    const bool samePlate = plateOf(verdict.kind) == plateOf(m_verdict.kind);
    m_verdict = verdict;
    if (!samePlate)
        showVerdict();
    else if (verdict.kind == VerdictKind::LookingBack)
        showText(); // it follows a hand
    else
        m_pace.news();
}

void StatusLine::setSampleWord(const QString& word) {
    m_samples = word;
    showText();
}

void StatusLine::showVerdict() {
    const Plate plate = plateOf(m_verdict.kind);
    const QByteArray name(plate.name.data(), std::ssize(plate.name));
    if (property("plate").toByteArray() != name) {
        setProperty("plate", name);
        style()->unpolish(this);
        style()->polish(this);
    }
    const int side = static_cast<int>(kIcon * textScale(this));
    const IconColor color{plate.token, &Theme::of(this)};
    m_icon->setPixmap(iconPixmap(QLatin1String(plate.icon.data(), std::ssize(plate.icon)), color, side,
                                 devicePixelRatioF()));
    showText();
}

void StatusLine::showText() {
    m_why->setText(tr("Why?"));
    m_why->setAccessibleName(tr("Why does it say so?"));
    const QString text =
        QStringLiteral("<b>%1</b> %2").arg(heading().toHtmlEscaped(), reason().toHtmlEscaped());
    if (text == m_text->text())
        return;
    m_text->setText(text);
    setAccessibleName(heading() + QLatin1Char(' ') + reason());
    QAccessibleEvent told(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&told);
}

QString StatusLine::heading() const {
    switch (m_verdict.kind) {
    case VerdictKind::Exploding:
        return tr("Exploding:");
    case VerdictKind::Overfitting:
        return tr("Overfitting:");
    case VerdictKind::Guessing:
        return tr("Guessing:");
    case VerdictKind::LearningWell:
        return tr("Learning well:");
    case VerdictKind::LearningSlowly:
        return tr("Learning slowly:");
    case VerdictKind::Stuck:
        return tr("Stuck:");
    case VerdictKind::Unclear:
        return tr("No clear trend:");
    case VerdictKind::JustStarted:
        return tr("Just started:");
    case VerdictKind::Paused:
        return tr("Paused");
    case VerdictKind::LookingBack:
        break;
    }
    return tr("Looking at epoch %1").arg(m_verdict.epochs);
}

QString StatusLine::reason() const {
    const QString epochs = QString::number(m_verdict.epochs);
    const QString samples = m_samples.isEmpty() ? tr("samples") : m_samples;
    switch (m_verdict.kind) {
    case VerdictKind::Exploding:
        if (m_verdict.times <= 0)
            return tr("the loss became too large to compute. Lower the learning rate.");
        return tr("the loss grew %1 times. Lower the learning rate.").arg(std::lround(m_verdict.times));
    case VerdictKind::Overfitting:
        return tr("new %1 got worse for %2 epochs, seen ones better.").arg(samples, epochs);
    case VerdictKind::Guessing:
        return tr("no better than chance so far.");
    case VerdictKind::LearningWell:
    case VerdictKind::LearningSlowly:
        return fallReason();
    case VerdictKind::Stuck:
        return tr("the loss moved less than 1 % in the last %1 epochs.").arg(epochs);
    case VerdictKind::Unclear:
        return tr("the loss rose %1 % in the last %2 epochs.")
            .arg(QString::number(std::lround(m_verdict.percent)), epochs);
    case VerdictKind::JustStarted:
        return tr("it takes three epochs to judge.");
    case VerdictKind::Paused:
        return tr("at epoch %1. Nothing is lost.").arg(epochs);
    case VerdictKind::LookingBack:
        break;
    }
    return tr("The training itself stays where it is.");
}

QString StatusLine::fallReason() const {
    const QString epochs = QString::number(m_verdict.epochs);
    const QString fell = QString::number(m_verdict.percent, 'f', m_verdict.percent < 2 ? 1 : 0);
    const QString text = m_verdict.validation ? tr("validation loss fell %1 % in the last %2 epochs.")
                                              : tr("training loss fell %1 % in the last %2 epochs.");
    return text.arg(fell, epochs);
}

void StatusLine::changeEvent(QEvent* event) {
    const QEvent::Type type = event->type();
    if (type == QEvent::LanguageChange || type == QEvent::PaletteChange || type == QEvent::FontChange ||
        type == QEvent::StyleChange)
        showVerdict();
    QFrame::changeEvent(event);
}

} // namespace neurarium
