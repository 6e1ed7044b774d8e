// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QString>

#include "widgets/lesson_content.h"

namespace neurarium {

/// What a lesson's Markdown says.
struct LessonText {
    QString title;
    QString line; ///< for the lesson's card
    std::vector<LessonStep> steps;
    std::vector<std::vector<QString>> conditions; ///< of each step's tasks
};

/// Reads a lesson's Markdown by the rules that resources/lessons/README.md gives. Throws Error (Failure)
/// whose `where` is "FILE:LINE" when it breaks one.
LessonText parseLessonText(const QString& markdown, const QString& file);

} // namespace neurarium
