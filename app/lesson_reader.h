// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <QString>

#include "app/lesson_catalogue.h"
#include "widgets/lesson_content.h"

namespace neurarium {

/// A lesson in one language. `conditions[step][task]` says when a task is done ("dropout-off", "epoch 12",
/// "accuracy 85"); lesson_conditions.h knows the words.
struct Lesson {
    LessonSummary summary;
    std::vector<LessonStep> steps;
    std::vector<std::vector<QString>> conditions;
};

/// Reads resources/lessons/ID.LANGUAGE.md. `language` is "en" or "ko". Throws Error (Failure) with file and line when
/// the text breaks the rules that resources/lessons/README.md gives.
Lesson readLesson(const LessonKind& kind, const QString& language);

/// What the welcome page shows of all lessons, numbered from 1.
std::vector<LessonSummary> lessonSummaries(const QString& language);

} // namespace neurarium
