// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

#include "widgets/lesson_content.h"

class QPainter;

namespace neurarium {

class Theme;

/// Paints what a lesson is about into a box.
void paintLessonPicture(QPainter& painter, const Theme& theme, LessonPicture picture, const QRectF& box);

/// The falling loss curve beside the first lesson.
void paintLossSketch(QPainter& painter, const Theme& theme, const QRectF& box);

} // namespace neurarium
