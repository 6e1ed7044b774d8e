// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lesson_reader.h"

#include <QFile>

#include "app/lesson_text.h"
#include "report/error.h"
#include "widgets/whole_words.h"

namespace neurarium {

namespace {

void keepWordsTogether(LessonStep& step) {
    step.title = wholeWords(step.title);
    step.text = wholeWords(step.text);
    for (LessonTask& task : step.tasks)
        task.text = wholeWords(task.text);
    if (step.question) {
        step.question->text = wholeWords(step.question->text);
        step.question->explanation = wholeWords(step.question->explanation);
        for (QString& answer : step.question->answers)
            answer = wholeWords(answer);
    }
    if (step.word)
        step.word->meaning = wholeWords(step.word->meaning);
}

} // namespace

Lesson readLesson(const LessonKind& kind, const QString& language) {
    const QString name = QString::fromStdString(kind.id) + '.' + language + ".md";
    QFile file(":/lessons/" + name);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(ProblemKind::Failure, name.toStdString(),
                    explain("Problem", "this lesson is missing from the program"),
                    explain("Problem", "Install the program again."));
    LessonText text = parseLessonText(QString::fromUtf8(file.readAll()), name);
    for (LessonStep& step : text.steps)
        keepWordsTogether(step);
    Lesson lesson;
    lesson.summary.id = QString::fromStdString(kind.id);
    lesson.summary.title = text.title;
    lesson.summary.line = wholeWords(text.line);
    lesson.summary.minutes = kind.minutes;
    lesson.summary.picture = kind.picture;
    lesson.steps = std::move(text.steps);
    lesson.conditions = std::move(text.conditions);
    return lesson;
}

std::vector<LessonSummary> lessonSummaries(const QString& language) {
    std::vector<LessonSummary> summaries;
    for (const LessonKind& kind : lessonCatalogue()) {
        summaries.push_back(readLesson(kind, language).summary);
        summaries.back().number = static_cast<int>(summaries.size());
    }
    return summaries;
}

} // namespace neurarium
