// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QString>

namespace neurarium {

/// Something to do; the program sees by itself when it is done.
struct LessonTask {
    QString text; ///< Markdown
    bool done = false;
    QString target; ///< what "Show me" points at ("dropout", "step"); empty: nothing
    bool operator==(const LessonTask&) const = default;
};

/// A question with answers to choose from.
struct LessonQuestion {
    QString text;
    std::vector<QString> answers;
    int right = 0;       ///< which answer is right, from 0
    QString explanation; ///< shown once the question was answered
    bool operator==(const LessonQuestion&) const = default;
};

/// The word of a step: the term in the language of the window and in the other one, and a sentence.
struct LessonWord {
    QString term;
    QString otherLanguage;
    QString meaning;
    bool operator==(const LessonWord&) const = default;
};

/// One page of the guide.
struct LessonStep {
    QString title;
    QString text; ///< Markdown
    std::vector<LessonTask> tasks;
    std::optional<LessonQuestion> question;
    std::optional<LessonWord> word;
    bool operator==(const LessonStep&) const = default;
};

/// What is drawn on a lesson's card.
enum class LessonPicture { Network, Cats, Overfitting, Branches, Points, Tokens, Attention, WordMap };

/// A lesson as the welcome page shows it.
struct LessonSummary {
    QString id;
    int number = 0;
    QString title;
    QString line;
    int minutes = 0;
    LessonPicture picture = LessonPicture::Network;
    bool operator==(const LessonSummary&) const = default;
};

} // namespace neurarium
