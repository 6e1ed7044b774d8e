// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/welcome_page.h"

#include <algorithm>

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "widgets/first_lesson.h"
#include "widgets/hairline.h"
#include "widgets/icon.h"
#include "widgets/lesson_card.h"
#include "widgets/segmented_control.h"
#include "widgets/text_scale.h"
#include "widgets/theme.h"

namespace neurarium {

namespace {

constexpr int kSideWidth = 312;
constexpr int kLogo = 56;
constexpr int kCardWidth = 270;
constexpr int kGap = 18;

QPushButton* sideButton() {
    auto* button = new QPushButton;
    button->setProperty("flat", true);
    button->setStyleSheet(QStringLiteral("text-align: left; min-height: 30px;"));
    return button;
}

} // namespace

WelcomePage::WelcomePage(QWidget* parent)
    : QWidget(parent)
    , m_side(new QScrollArea)
    , m_logo(new QLabel)
    , m_tagline(new QLabel)
    , m_languageName(new QLabel)
    , m_language(new SegmentedControl)
    , m_new(sideButton())
    , m_open(sideButton())
    , m_packed(sideButton())
    , m_photos(sideButton())
    , m_theme(new QPushButton)
    , m_recentName(new QLabel)
    , m_noRecent(new QLabel)
    , m_recentList(new QVBoxLayout)
    , m_lessonsName(new QLabel)
    , m_first(new FirstLesson)
    , m_grid(new QGridLayout) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(makeSide());
    row->addWidget(makeLessons(), 1);
    connectButtons();
    translate();
    recolor();
    showRecent();
    fitSide();
}

void WelcomePage::fitSide() {
    m_side->setFixedWidth(static_cast<int>(kSideWidth * textScale(this)));
    showRecent();
    placeCards();
}

QWidget* WelcomePage::makeSide() {
    auto* side = new QWidget;
    side->setProperty("plate", "surface");
    side->setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(22, 26, 22, 18);
    column->setSpacing(8);
    addLogo(column);
    column->addSpacing(12);
    m_languageName->setProperty("role", "hint");
    // Each language is named in its own words, whatever the window speaks.
    m_language->setSegments({QStringLiteral("한국어"), QStringLiteral("English")});
    m_language->setMinimumHeight(44);
    m_language->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    column->addWidget(m_languageName);
    column->addWidget(m_language);
    column->addSpacing(12);
    addActions(column);
    column->addStretch(1);
    addPromises(column);
    column->addWidget(m_theme, 0, Qt::AlignLeft);
    m_side->setWidget(side);
    m_side->setWidgetResizable(true);
    m_side->setFrameShape(QFrame::NoFrame);
    m_side->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_side->setFocusPolicy(Qt::NoFocus);
    return m_side;
}

void WelcomePage::addLogo(QVBoxLayout* column) {
    auto* row = new QHBoxLayout;
    auto* names = new QVBoxLayout;
    auto* name = new QLabel(QStringLiteral("Neurarium"));
    name->setProperty("role", "page");
    m_tagline->setProperty("role", "hint");
    names->setSpacing(0);
    names->addWidget(name);
    names->addWidget(m_tagline);
    row->addWidget(m_logo);
    row->addSpacing(8);
    row->addLayout(names, 1);
    column->addLayout(row);
}

void WelcomePage::addActions(QVBoxLayout* column) {
    for (QPushButton* button : {m_new, m_open, m_packed, m_photos})
        column->addWidget(button);
    column->addSpacing(6);
    column->addWidget(new Hairline);
    m_recentName->setProperty("role", "hint");
    column->addWidget(m_recentName);
    m_noRecent->setProperty("role", "hint");
    m_noRecent->setProperty("plate", "raised");
    m_noRecent->setWordWrap(true);
    m_noRecent->setContentsMargins(12, 10, 12, 10);
    column->addWidget(m_noRecent);
    m_recentList->setSpacing(2);
    column->addLayout(m_recentList);
}

void WelcomePage::addPromises(QVBoxLayout* column) {
    constexpr int kPromises = 3;
    for (int i = 0; i < kPromises; ++i) {
        auto* row = new QHBoxLayout;
        auto* sign = new QLabel;
        auto* words = new QLabel;
        words->setWordWrap(true);
        row->addWidget(sign);
        row->addWidget(words, 1);
        column->addLayout(row);
        m_promises.emplace_back(sign, words);
    }
    column->addSpacing(8);
}

QWidget* WelcomePage::makeLessons() {
    auto* inside = new QWidget;
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(28, 24, 28, 24);
    column->setSpacing(kGap);
    m_lessonsName->setProperty("role", "heading");
    column->addWidget(m_first);
    column->addWidget(m_lessonsName);
    m_grid->setSpacing(kGap);
    column->addLayout(m_grid);
    column->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    return scroll;
}

void WelcomePage::connectButtons() {
    connect(m_first, &FirstLesson::startRequested, this, &WelcomePage::lessonChosen);
    connect(m_new, &QPushButton::clicked, this, &WelcomePage::newLabRequested);
    connect(m_open, &QPushButton::clicked, this, &WelcomePage::openLabRequested);
    connect(m_packed, &QPushButton::clicked, this, &WelcomePage::packedLabRequested);
    connect(m_photos, &QPushButton::clicked, this, &WelcomePage::ownPhotosRequested);
    connect(m_theme, &QPushButton::clicked, this, [this] { emit darkToggled(!m_dark); });
    connect(m_language, &SegmentedControl::chosenChanged, this,
            [this](int index) { emit languageChosen(static_cast<TopBar::Language>(index)); });
}

void WelcomePage::setLessons(const std::vector<LessonSummary>& lessons) {
    qDeleteAll(m_cards);
    m_cards.clear();
    m_first->setVisible(!lessons.empty());
    if (lessons.empty())
        return;
    m_first->setLesson(lessons.front());
    for (std::size_t i = 1; i < lessons.size(); ++i) {
        auto* card = new LessonCard(lessons[i]);
        connect(card, &QAbstractButton::clicked, this, [this, id = lessons[i].id] { emit lessonChosen(id); });
        m_cards.push_back(card);
    }
    placeCards();
}

void WelcomePage::placeCards() {
    while (QLayoutItem* item = m_grid->takeAt(0))
        delete item;
    const int room = width() - m_side->width() - 56;
    const int columns = std::clamp((room + kGap) / (kCardWidth + kGap), 1, 4);
    for (int i = 0; i < 4; ++i)
        m_grid->setColumnStretch(i, i < columns ? 1 : 0);
    for (int i = 0; i < std::ssize(m_cards); ++i)
        m_grid->addWidget(m_cards[static_cast<std::size_t>(i)], i / columns, i % columns);
    m_lessonsName->setVisible(!m_cards.empty());
}

void WelcomePage::setRecent(const std::vector<RecentLab>& labs) {
    m_recent = labs;
    showRecent();
}

void WelcomePage::showRecent() {
    constexpr std::size_t kMost = 5;
    for (QPushButton* button : m_recentButtons)
        button->deleteLater();
    m_recentButtons.clear();
    m_noRecent->setVisible(m_recent.empty());
    for (std::size_t i = 0; i < std::min(kMost, m_recent.size()); ++i) {
        QPushButton* button = sideButton();
        const QString words = m_recent[i].line.isEmpty()
                                  ? m_recent[i].name
                                  : QStringLiteral("%1 · %2").arg(m_recent[i].name, m_recent[i].line);
        button->setText(fontMetrics().elidedText(words, Qt::ElideRight, m_side->width() - 60));
        button->setToolTip(m_recent[i].path);
        connect(button, &QPushButton::clicked, this,
                [this, path = m_recent[i].path] { emit recentChosen(path); });
        m_recentList->addWidget(button);
        m_recentButtons.push_back(button);
    }
}

void WelcomePage::setLanguage(TopBar::Language language) {
    m_language->setChosen(static_cast<int>(language));
}

void WelcomePage::setDark(bool dark) {
    m_dark = dark;
    translate();
    recolor();
}

void WelcomePage::translate() {
    m_tagline->setText(tr("See a network learn."));
    m_languageName->setText(QStringLiteral("Language, 언어"));
    m_language->setAccessibleName(tr("Language"));
    m_new->setText(tr("New lab"));
    m_open->setText(tr("Open a lab"));
    m_packed->setText(tr("Open a packed lab"));
    m_photos->setText(tr("Use your own photos"));
    m_new->setToolTip(QKeySequence(QKeySequence::New).toString(QKeySequence::NativeText));
    m_open->setToolTip(QKeySequence(QKeySequence::Open).toString(QKeySequence::NativeText));
    m_theme->setText(m_dark ? tr("Light") : tr("Dark"));
    m_theme->setToolTip(tr("Light or dark appearance"));
    m_recentName->setText(tr("Recent"));
    m_noRecent->setText(tr("Your labs will be listed here. Start with lesson 1, it takes one minute."));
    m_lessonsName->setText(tr("Lessons"));
    const QStringList promises{tr("Works without internet"), tr("No account"),
                               tr("Photos stay on this computer")};
    for (int i = 0; i < promises.size(); ++i)
        m_promises[static_cast<std::size_t>(i)].second->setText(promises[i]);
}

void WelcomePage::recolor() {
    const Theme& theme = Theme::of(this);
    const IconColor text{Token::Text, &theme};
    m_logo->setPixmap(artPixmap(QStringLiteral("neurarium"), kLogo, devicePixelRatioF()));
    m_new->setIcon(icon(QStringLiteral("plus"), text));
    m_open->setIcon(icon(QStringLiteral("folder"), text));
    m_packed->setIcon(icon(QStringLiteral("layers"), text));
    m_photos->setIcon(icon(QStringLiteral("photo"), text));
    m_theme->setIcon(icon(m_dark ? QStringLiteral("sun") : QStringLiteral("moon"), text));
    for (const auto& promise : m_promises)
        promise.first->setPixmap(
            iconPixmap(QStringLiteral("check"), {Token::Good, &theme}, 18, devicePixelRatioF()));
}

void WelcomePage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        translate();
    if (event->type() == QEvent::PaletteChange)
        recolor();
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitSide();
}

void WelcomePage::resizeEvent(QResizeEvent* event) {
    placeCards();
    QWidget::resizeEvent(event);
}

void WelcomePage::showEvent(QShowEvent* event) {
    m_first->startButton()->setFocus(Qt::OtherFocusReason);
    QWidget::showEvent(event);
}

} // namespace neurarium
