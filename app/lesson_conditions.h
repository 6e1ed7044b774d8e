// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QString>

#include "app/lesson_facts.h"
#include "report/error.h"

namespace neurarium {

/// A row of the condition catalogue: a word that a lesson's task may use, with or without a number behind it.
/// To add a condition: one row, and one in the README of the lessons.
struct LessonCondition {
    QString word;
    bool hasNumber = false;
    bool (*holds)(const LessonFacts& facts, double number) = nullptr;
};

const std::vector<LessonCondition>& lessonConditions();

/// Why a task's condition cannot be understood; nothing when it can. Conditions look like "dropout-off",
/// "accuracy 85" or, when all have to hold, "new-epochs 10, dropout-off".
std::optional<Message> conditionFault(const QString& condition);

/// Whether a condition without fault holds.
bool conditionHolds(const QString& condition, const LessonFacts& facts);

} // namespace neurarium
