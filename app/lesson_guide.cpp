// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lesson_guide.h"

#include <algorithm>

#include <QLocale>

#include "app/lesson_conditions.h"
#include "app/lesson_reader.h"
#include "app/lesson_watch.h"
#include "app/word_watch.h"
#include "widgets/confusion_matrix.h"
#include "widgets/guide_view.h"

namespace neurarium {

namespace {

QString languageOfWindow() {
    return QLocale().language() == QLocale::Korean ? QStringLiteral("ko") : QStringLiteral("en");
}

} // namespace

struct LessonGuide::Content {
    Content(Lab& lab, GuideView& guide)
        : watch(lab)
        , view(guide) {}

    void read();
    void tick();
    void watchPanels();

    LessonWatch watch;
    GuideView& view;
    std::string id;
    Lesson lesson;
    std::vector<std::vector<bool>> done;
    int reached = 0; ///< the furthest step that was shown
};

/// Takes the text in the language of the window; what is done stays done.
void LessonGuide::Content::read() {
    const LessonKind* kind = lessonKind(id);
    lesson = kind == nullptr ? Lesson{} : readLesson(*kind, languageOfWindow());
    done.resize(lesson.steps.size());
    for (std::size_t step = 0; step < lesson.steps.size(); ++step) {
        done[step].resize(lesson.steps[step].tasks.size(), false);
        for (std::size_t task = 0; task < done[step].size(); ++task)
            lesson.steps[step].tasks[task].done = done[step][task];
    }
    view.setSteps(lesson.steps);
}

/// Ticks what holds now in the steps that were reached. A tick stays, whatever happens later.
void LessonGuide::Content::tick() {
    const auto steps = std::min(lesson.conditions.size(), static_cast<std::size_t>(reached) + 1);
    for (std::size_t step = 0; step < steps; ++step)
        for (std::size_t task = 0; task < done[step].size(); ++task)
            if (!done[step][task] && conditionHolds(lesson.conditions[step][task], watch.facts())) {
                done[step][task] = true;
                view.setTaskDone(static_cast<int>(step), static_cast<int>(task), true);
            }
}

/// The stage makes its views when they are wanted first, so they are looked for again and again.
void LessonGuide::Content::watchPanels() {
    for (ConfusionMatrix* matrix : view.window()->findChildren<ConfusionMatrix*>())
        QObject::connect(matrix, &ConfusionMatrix::cellChosen, &watch, &LessonWatch::noteCellChosen,
                         Qt::UniqueConnection);
    watchWordPanels(*view.window(), watch);
}

LessonGuide::LessonGuide(Lab& lab, GuideView& view, QObject* parent)
    : QObject(parent)
    , m_content(std::make_unique<Content>(lab, view)) {
    connect(&m_content->watch, &LessonWatch::changed, this, [this] { m_content->tick(); });
    connect(&lab, &Lab::phaseChanged, this, [this] { m_content->watchPanels(); });
    connect(&view, &GuideView::showMeRequested, this, &LessonGuide::showMeRequested);
    connect(&view, &GuideView::stepChanged, this, [this](int step) {
        m_content->reached = std::max(m_content->reached, step);
        m_content->tick();
    });
}

LessonGuide::~LessonGuide() = default;

void LessonGuide::open(const std::string& lesson) {
    m_content->id = lesson;
    m_content->done.clear();
    m_content->reached = 0;
    m_content->read();
    m_content->view.setCurrentStep(0);
    m_content->tick();
}

const std::string& LessonGuide::lesson() const {
    return m_content->id;
}

QString LessonGuide::title() const {
    return m_content->lesson.summary.title;
}

void LessonGuide::retranslate() {
    m_content->read();
}

} // namespace neurarium
