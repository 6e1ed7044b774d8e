// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/guide_view.h"

#include <algorithm>

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include "widgets/guide_question.h"
#include "widgets/guide_steps.h"
#include "widgets/icon.h"
#include "widgets/text_scale.h"
#include "widgets/theme.h"

namespace neurarium {

namespace {

constexpr int kWidth = 288;
constexpr int kPadding = 14;

} // namespace

GuideView::GuideView(QWidget* parent)
    : QFrame(parent)
    , m_page(new QWidget)
    , m_heading(new QLabel)
    , m_place(new QLabel)
    , m_close(new QToolButton)
    , m_progress(new GuideSteps)
    , m_scroll(new QScrollArea)
    , m_title(new QLabel)
    , m_text(new QLabel)
    , m_tasks(new QVBoxLayout)
    , m_showMe(new QPushButton)
    , m_question(new GuideQuestion)
    , m_word(new QLabel)
    , m_back(new QPushButton)
    , m_next(new QPushButton) {
    auto* outside = new QVBoxLayout(this);
    outside->setContentsMargins(0, 0, 0, 0);
    outside->addWidget(m_page);
    auto* column = new QVBoxLayout(m_page);
    column->setContentsMargins(kPadding, 10, kPadding, kPadding);
    column->setSpacing(10);
    buildHead(column);
    buildPage(column);
    buildFoot(column);
    connectButtons();
    translate();
    recolor();
    showStep();
}

void GuideView::buildHead(QVBoxLayout* column) {
    auto* row = new QHBoxLayout;
    m_heading->setProperty("role", "title");
    m_place->setProperty("role", "hint");
    m_close->setProperty("flat", true);
    row->addWidget(m_heading);
    row->addStretch();
    row->addWidget(m_place);
    row->addWidget(m_close);
    column->addLayout(row);
    column->addWidget(m_progress);
}

void GuideView::buildPage(QVBoxLayout* column) {
    auto* inside = new QWidget;
    inside->setProperty("plate", "surface");
    inside->setAttribute(Qt::WA_StyledBackground);
    auto* page = new QVBoxLayout(inside);
    page->setContentsMargins(0, 4, 6, 4);
    page->setSpacing(12);
    m_title->setProperty("role", "heading");
    m_word->setProperty("role", "hint");
    for (QLabel* label : {m_title, m_text, m_word})
        label->setWordWrap(true);
    m_text->setTextFormat(Qt::MarkdownText);
    m_word->setTextFormat(Qt::RichText);
    m_word->setContentsMargins(10, 0, 0, 0);
    m_showMe->setProperty("link", true);
    m_tasks->setSpacing(6);
    page->addWidget(m_title);
    page->addWidget(m_text);
    page->addLayout(m_tasks);
    page->addWidget(m_showMe, 0, Qt::AlignLeft);
    page->addWidget(m_question);
    page->addStretch(1);
    page->addWidget(m_word);
    m_scroll->setWidget(inside);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_scroll, 1);
}

void GuideView::buildFoot(QVBoxLayout* column) {
    auto* row = new QHBoxLayout;
    m_next->setProperty("outlined", true);
    m_next->setLayoutDirection(Qt::RightToLeft); // the arrow stands behind the word
    row->addWidget(m_back);
    row->addStretch();
    row->addWidget(m_next);
    column->addLayout(row);
}

void GuideView::connectButtons() {
    connect(m_close, &QToolButton::clicked, this, &GuideView::closeRequested);
    connect(m_back, &QPushButton::clicked, this, [this] { setCurrentStep(m_current - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] {
        if (m_current + 1 < std::ssize(m_steps))
            setCurrentStep(m_current + 1);
        else
            emit lessonFinished();
    });
    connect(m_showMe, &QPushButton::clicked, this, [this] {
        if (const LessonTask* task = openTask())
            emit showMeRequested(task->target);
    });
    connect(m_question, &GuideQuestion::answered, this,
            [this](int, bool right) { emit questionAnswered(m_current, right); });
}

void GuideView::setSteps(const std::vector<LessonStep>& steps) {
    const bool sameLength = steps.size() == m_steps.size();
    m_steps = steps;
    m_current = sameLength ? m_current : 0;
    showStep();
}

void GuideView::setCurrentStep(int step) {
    const int last = std::max(0, static_cast<int>(m_steps.size()) - 1);
    const int wanted = std::clamp(step, 0, last);
    if (wanted == m_current)
        return;
    m_current = wanted;
    m_scroll->ensureVisible(0, 0);
    showStep();
    emit stepChanged(m_current);
}

void GuideView::setTaskDone(int step, int task, bool done) {
    if (step < 0 || step >= std::ssize(m_steps))
        return;
    auto& tasks = m_steps[static_cast<std::size_t>(step)].tasks;
    if (task < 0 || task >= std::ssize(tasks) || tasks[static_cast<std::size_t>(task)].done == done)
        return;
    tasks[static_cast<std::size_t>(task)].done = done;
    if (step == m_current)
        showTasks();
}

void GuideView::setFolded(bool folded) {
    m_folded = folded;
    m_page->setVisible(!folded);
    setMinimumWidth(folded ? kRail : 240);
    setMaximumWidth(folded ? kRail : QWIDGETSIZE_MAX);
    setCursor(folded ? Qt::PointingHandCursor : Qt::ArrowCursor);
    updateGeometry();
    update();
}

const LessonTask* GuideView::openTask() const {
    if (m_steps.empty())
        return nullptr;
    const auto& tasks = m_steps[static_cast<std::size_t>(m_current)].tasks;
    const auto open = std::find_if(tasks.begin(), tasks.end(), [](const LessonTask& task) {
        return !task.done && !task.target.isEmpty();
    });
    return open == tasks.end() ? nullptr : &*open;
}

void GuideView::showStep() {
    const LessonStep step = m_steps.empty() ? LessonStep{} : m_steps[static_cast<std::size_t>(m_current)];
    m_title->setText(step.title);
    m_text->setText(step.text);
    m_text->setVisible(!step.text.isEmpty());
    m_question->setVisible(step.question.has_value());
    if (step.question)
        m_question->setQuestion(*step.question);
    m_word->setVisible(step.word.has_value());
    if (step.word)
        m_word->setText(QStringLiteral("<b>%1</b>&nbsp; %2<br>%3")
                            .arg(step.word->term.toHtmlEscaped(), step.word->otherLanguage.toHtmlEscaped(),
                                 step.word->meaning.toHtmlEscaped()));
    const int count = static_cast<int>(m_steps.size());
    m_progress->setSteps(m_current, count);
    m_place->setText(count == 0 ? QString() : tr("step %1 of %2").arg(m_current + 1).arg(count));
    m_back->setEnabled(m_current > 0);
    m_next->setText(m_current + 1 < count ? tr("Next") : tr("Finish"));
    m_next->setEnabled(count > 0);
    showTasks();
    update();
}

void GuideView::showTasks() {
    while (QLayoutItem* item = m_tasks->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_taskBoxes.clear();
    if (!m_steps.empty()) {
        for (const LessonTask& task : m_steps[static_cast<std::size_t>(m_current)].tasks) {
            auto* line = new QWidget;
            auto* row = new QHBoxLayout(line);
            row->setContentsMargins(0, 0, 0, 0);
            auto* box = new QCheckBox;
            auto* text = new QLabel(task.text);
            text->setTextFormat(Qt::MarkdownText);
            text->setWordWrap(true);
            if (task.done)
                text->setProperty("role", "hint");
            box->setChecked(task.done);
            box->setAttribute(Qt::WA_TransparentForMouseEvents); // the program ticks it
            box->setFocusPolicy(Qt::NoFocus);
            box->setAccessibleName(task.text);
            row->addWidget(box, 0, Qt::AlignTop);
            row->addWidget(text, 1);
            m_tasks->addWidget(line);
            m_taskBoxes.push_back(box);
        }
    }
    m_showMe->setVisible(openTask() != nullptr);
}

void GuideView::translate() {
    m_heading->setText(tr("Guide"));
    m_showMe->setText(tr("Show me"));
    m_back->setText(tr("Back"));
    m_close->setToolTip(tr("Fold the guide (Ctrl+G)"));
    m_close->setAccessibleName(tr("Fold the guide"));
    setAccessibleName(tr("Guide"));
    showStep();
}

void GuideView::recolor() {
    const Theme& theme = Theme::of(this);
    m_close->setIcon(icon(QStringLiteral("cross"), {Token::Text, &theme}));
    m_back->setIcon(icon(QStringLiteral("left"), {Token::Text, &theme}));
    m_next->setIcon(icon(QStringLiteral("right"), {Token::Accent, &theme}));
    m_showMe->setIcon(icon(QStringLiteral("cursor"), {Token::Accent, &theme}));
}

QSize GuideView::sizeHint() const {
    return {m_folded ? kRail : kWidth, 640};
}

void GuideView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        translate();
    if (event->type() == QEvent::PaletteChange)
        recolor();
    QFrame::changeEvent(event);
}

void GuideView::mousePressEvent(QMouseEvent* event) {
    if (m_folded)
        emit openRequested();
    else
        QFrame::mousePressEvent(event);
}

void GuideView::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::Surface));
    painter.fillRect(0, 0, 1, height(), theme.color(Token::Line));
    if (!m_folded)
        return;
    constexpr int kIcon = 20;
    paintIcon(painter, QStringLiteral("guide"), theme.color(Token::Accent),
              QRectF((width() - kIcon) / 2.0, 12, kIcon, kIcon));
    painter.translate(width() / 2.0, 46);
    painter.rotate(90);
    painter.setPen(theme.color(Token::Text));
    painter.setFont(Theme::boldFont(TextRole::Body, textScale(this)));
    const int after = painter.fontMetrics().horizontalAdvance(m_heading->text());
    painter.drawText(QRectF(0, -12, 400, 24), Qt::AlignVCenter, m_heading->text());
    painter.setFont(Theme::font(TextRole::Axis, textScale(this)));
    painter.setPen(theme.color(Token::Text2));
    painter.drawText(QRectF(after + 8, -12, 400, 24), Qt::AlignVCenter, m_place->text());
}

} // namespace neurarium
