// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/top_bar.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include "widgets/counter_widget.h"
#include "widgets/icon.h"
#include "widgets/recipe_words.h"
#include "widgets/segmented_control.h"
#include "widgets/text_scale.h"
#include "widgets/theme.h"

namespace neurarium {

namespace {

constexpr int kHeight = 60;
constexpr int kNarrowHeight = 56;
constexpr int kButton = 40;
constexpr int kBarIcon = 20;
constexpr int kLessonWidth = 216;
constexpr int kShortestLesson = 44; // the house alone
// The common style sheet makes buttons 34 high; those of the bar are 40.
constexpr char kBarHeight[] = "min-height: 26px;";

QToolButton* barButton() {
    auto* button = new QToolButton;
    button->setProperty("flat", true);
    return button;
}

QString lossText(const std::optional<double>& loss) {
    constexpr double kLarge = 1000;
    if (!loss)
        return QStringLiteral("–");
    if (!std::isfinite(*loss))
        return QStringLiteral("NaN");
    return *loss < kLarge ? QString::number(*loss, 'f', 3) : QString::number(*loss, 'g', 3);
}

void name(QWidget* widget, const QString& text) {
    widget->setToolTip(text);
    widget->setAccessibleName(text);
}

} // namespace

TopBar::TopBar(QWidget* parent)
    : QFrame(parent)
    , m_menu(barButton())
    , m_lesson(new QPushButton)
    , m_train(new QPushButton)
    , m_step(new QPushButton)
    , m_restart(new QPushButton)
    , m_speed(new SpeedSelector)
    , m_epoch(new CounterWidget)
    , m_trainingLoss(new CounterWidget)
    , m_validationLoss(new CounterWidget)
    , m_accuracy(new CounterWidget)
    , m_language(new SegmentedControl)
    , m_globe(barButton())
    , m_languages(new QMenu(this))
    , m_theme(barButton())
    , m_guide(barButton()) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(8);
    buildControls(row);
    buildCounters(row);
    row->addStretch(1);
    buildView(row);
    connectButtons();
    connect(&m_pace, &RedrawPace::due, this, &TopBar::showProgress);
    setNarrow(false);
    translate();
    recolor();
}

void TopBar::buildControls(QHBoxLayout* row) {
    m_lesson->setStyleSheet(QLatin1String(kBarHeight));
    m_lesson->setFixedWidth(kLessonWidth);
    m_train->setProperty("primary", true);
    m_train->setStyleSheet(QLatin1String(kBarHeight));
    m_train->setMinimumWidth(104);
    for (QPushButton* button : {m_step, m_restart})
        button->setStyleSheet(QLatin1String(kBarHeight));
    for (QWidget* part :
         {static_cast<QWidget*>(m_menu), static_cast<QWidget*>(m_lesson), static_cast<QWidget*>(m_train),
          static_cast<QWidget*>(m_step), static_cast<QWidget*>(m_restart), static_cast<QWidget*>(m_speed)})
        row->addWidget(part);
    row->insertSpacing(2, 12);
}

void TopBar::buildCounters(QHBoxLayout* row) {
    row->addSpacing(12);
    for (CounterWidget* counter : {m_epoch, m_trainingLoss, m_validationLoss, m_accuracy}) {
        row->addWidget(counter);
    }
    for (CounterWidget* counter : {m_trainingLoss, m_validationLoss})
        counter->setWidest(QStringLiteral("0.0000"));
    m_accuracy->setWidest(QStringLiteral("100.0 %"));
}

void TopBar::buildView(QHBoxLayout* row) {
    m_language->setMinimumHeight(34);
    m_globe->setPopupMode(QToolButton::InstantPopup);
    m_globe->setMenu(m_languages);
    // Each language is named in its own words, whatever the window speaks.
    const QStringList languages{QStringLiteral("한국어"), QStringLiteral("English")};
    m_language->setSegments(languages);
    for (int i = 0; i < languages.size(); ++i)
        m_languages->addAction(languages[i])->setData(i);
    m_guide->setCheckable(true);
    for (QWidget* part : {static_cast<QWidget*>(m_language), static_cast<QWidget*>(m_globe),
                          static_cast<QWidget*>(m_theme), static_cast<QWidget*>(m_guide)})
        row->addWidget(part);
}

void TopBar::connectButtons() {
    connect(m_lesson, &QPushButton::clicked, this, &TopBar::lessonRequested);
    connect(m_train, &QPushButton::clicked, this, [this] {
        if (m_running)
            emit pauseRequested();
        else
            emit trainRequested();
    });
    connect(m_step, &QPushButton::clicked, this, &TopBar::stepRequested);
    connect(m_restart, &QPushButton::clicked, this, &TopBar::restartRequested);
    connect(m_speed, &SpeedSelector::speedChanged, this, &TopBar::speedChanged);
    connect(m_language, &SegmentedControl::chosenChanged, this, &TopBar::chooseLanguage);
    connect(m_languages, &QMenu::triggered, this,
            [this](QAction* action) { chooseLanguage(action->data().toInt()); });
    connect(m_theme, &QToolButton::clicked, this, [this] { emit darkToggled(!m_dark); });
    connect(m_guide, &QToolButton::clicked, this, &TopBar::guideToggled);
}

void TopBar::chooseLanguage(int index) {
    emit languageChosen(static_cast<Language>(index));
}

void TopBar::setMenu(QMenu* menu) {
    m_menu->setMenu(menu);
    m_menu->setPopupMode(QToolButton::InstantPopup);
}

void TopBar::setLesson(const QString& title) {
    m_title = title;
    m_lesson->setToolTip(title);
    m_lesson->setAccessibleName(tr("Lesson: %1").arg(title));
    fitLesson();
}

void TopBar::fitText() {
    const double scale = textScale(this);
    const auto scaled = [scale](int pixels) { return static_cast<int>(pixels * scale); };
    setFixedHeight(scaled(m_narrow ? kNarrowHeight : kHeight));
    const int side = static_cast<int>(kButton * (1 + scale) / 2); // the words need the room more
    for (QToolButton* button : {m_menu, m_globe, m_theme, m_guide}) {
        button->setFixedSize(side, side);
        button->setIconSize(QSize(scaled(kBarIcon), scaled(kBarIcon)));
    }
    fitLesson();
}

/// The lesson's name gives way where the other controls need the room.
void TopBar::fitLesson() {
    constexpr int kRoomAround = 66; // icon and padding
    constexpr int kLeastWords = 40;
    const double scale = textScale(this);
    const auto scaled = [scale](int pixels) { return static_cast<int>(pixels * scale); };
    const int others = layout()->sizeHint().width() - m_lesson->minimumWidth();
    const int room = std::clamp(width() - others, scaled(kShortestLesson), scaled(kLessonWidth));
    m_lesson->setFixedWidth(room);
    const QFontMetrics metrics(Theme::boldFont(TextRole::Body, scale));
    const int words = room - scaled(kRoomAround);
    m_lesson->setText(words < scaled(kLeastWords) ? QString()
                                                  : metrics.elidedText(m_title, Qt::ElideRight, words));
}

void TopBar::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    fitLesson();
}

void TopBar::setRunning(bool running) {
    m_running = running;
    translate();
    recolor();
}

void TopBar::setTrainable(bool trainable) {
    for (QPushButton* button : {m_train, m_step, m_restart})
        button->setEnabled(trainable);
}

void TopBar::setProgress(const Progress& progress) {
    m_progress = progress;
    m_pace.news();
}

void TopBar::showProgress() {
    const QString of = tr("of %1").arg(countText(m_progress.epochs));
    m_epoch->setWidest(QString(countText(m_progress.epochs).size(), QLatin1Char('0')), of);
    m_epoch->setValue(countText(m_progress.epoch), of);
    m_epoch->setBranch(m_progress.branch);
    m_trainingLoss->setValue(lossText(m_progress.trainingLoss));
    m_validationLoss->setValue(lossText(m_progress.validationLoss));
    m_accuracy->setValue(m_progress.accuracy
                             ? QString::number(*m_progress.accuracy * 100, 'f', 1) + QStringLiteral(" %")
                             : QStringLiteral("–"));
}

void TopBar::setLanguage(Language language) {
    m_language->setChosen(static_cast<int>(language));
}

void TopBar::setDark(bool dark) {
    m_dark = dark;
    translate();
    recolor();
}

void TopBar::setGuideOpen(bool open) {
    m_guide->setChecked(open);
}

void TopBar::setNarrow(bool narrow) {
    const bool changed = std::exchange(m_narrow, narrow) != narrow;
    m_speed->setNarrow(narrow);
    m_trainingLoss->setVisible(!narrow);
    m_language->setVisible(!narrow);
    m_globe->setVisible(narrow);
    translate();
    fitText();
    if (changed)
        emit narrowChanged(narrow);
}

void TopBar::translate() {
    m_train->setText(m_running ? tr("Pause") : tr("Train"));
    m_step->setText(m_narrow ? QString() : tr("Step"));
    m_restart->setText(m_narrow ? QString() : tr("Restart"));
    name(m_train, m_running ? tr("Pause (Space)") : tr("Train (Space)"));
    name(m_step, tr("One step (.)"));
    name(m_restart, tr("Restart from the beginning (Ctrl+R)"));
    name(m_menu, tr("Menu"));
    name(m_globe, tr("Language"));
    name(m_theme, m_dark ? tr("Light appearance (Ctrl+Shift+D)") : tr("Dark appearance (Ctrl+Shift+D)"));
    name(m_guide, tr("Guide (Ctrl+G)"));
    m_language->setAccessibleName(tr("Language"));
    m_epoch->setName(tr("epoch"));
    m_trainingLoss->setName(tr("training loss"));
    m_validationLoss->setName(tr("validation loss"));
    m_accuracy->setName(tr("accuracy"));
    showProgress();
}

void TopBar::recolor() {
    const Theme& theme = Theme::of(this);
    const IconColor text{Token::Text, &theme};
    m_menu->setIcon(icon(QStringLiteral("menu"), text));
    m_lesson->setIcon(icon(QStringLiteral("home"), text));
    m_train->setIcon(
        icon(m_running ? QStringLiteral("pause") : QStringLiteral("play"), {Token::OnAccent, &theme}));
    m_step->setIcon(icon(QStringLiteral("step"), text));
    m_restart->setIcon(icon(QStringLiteral("restart"), text));
    m_globe->setIcon(icon(QStringLiteral("globe"), text));
    m_theme->setIcon(icon(m_dark ? QStringLiteral("sun") : QStringLiteral("moon"), text));
    m_guide->setIcon(icon(QStringLiteral("guide"), {Token::Accent, &theme}));
}

void TopBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        translate();
    if (event->type() == QEvent::PaletteChange)
        recolor();
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        fitText();
}

void TopBar::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::Surface));
    painter.fillRect(0, height() - 1, width(), 1, theme.color(Token::Line));
}

} // namespace neurarium
