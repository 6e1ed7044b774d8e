// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lesson_reader.h"

#include <QFile>

#include "app/lesson_text.h"
#include "report/error.h"

namespace neurarium {

namespace {

constexpr QChar kWordJoiner(0x2060);

bool isSyllable(QChar letter) {
    return letter.script() == QChar::Script_Hangul;
}

/// Korean words are not broken between their syllables at the end of a line.
void keepWordsWhole(QString& text) {
    for (qsizetype i = text.size() - 1; i > 0; --i)
        if (isSyllable(text[i - 1]) && isSyllable(text[i]))
            text.insert(i, kWordJoiner);
}

void keepWordsWhole(LessonStep& step) {
    keepWordsWhole(step.title);
    keepWordsWhole(step.text);
    for (LessonTask& task : step.tasks)
        keepWordsWhole(task.text);
    if (step.question) {
        keepWordsWhole(step.question->text);
        keepWordsWhole(step.question->explanation);
        for (QString& answer : step.question->answers)
            keepWordsWhole(answer);
    }
    if (step.word)
        keepWordsWhole(step.word->meaning);
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
        keepWordsWhole(step);
    Lesson lesson;
    lesson.summary.id = QString::fromStdString(kind.id);
    lesson.summary.title = text.title;
    lesson.summary.line = text.line;
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
