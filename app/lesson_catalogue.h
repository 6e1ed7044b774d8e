// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "widgets/lesson_content.h"

namespace neurarium {

/// A row of the lesson catalogue. To add a lesson: its Markdown in both languages, and one row.
struct LessonKind {
    std::string id;                  ///< file name: resources/lessons/ID.en.md, ID.ko.md
    std::string experiment;          ///< the built-in experiment that it opens
    std::vector<std::string> panels; ///< views beside the loss chart
    int minutes = 15;
    LessonPicture picture = LessonPicture::Network;
    std::string koreanExperiment{}; ///< opened where the window speaks Korean; empty: the same
};

const std::vector<LessonKind>& lessonCatalogue();

/// Null when there is no such lesson.
const LessonKind* lessonKind(const std::string& id);

} // namespace neurarium
