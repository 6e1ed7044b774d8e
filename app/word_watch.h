// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace neurarium {

class LessonWatch;

/// Lets a watch hear what is done in the panels of tokens, attention and words of a window. May be called
/// again and again: each panel is heard once.
void watchWordPanels(const QWidget& window, LessonWatch& watch);

} // namespace neurarium
