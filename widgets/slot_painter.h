// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/timeline_painter.h"

namespace neurarium {

/// Draws one save slot of a timeline as a card, a letter or a dot.
void paintSlot(QPainter& painter, const TimelineScene& scene, const SlotPlace& slot);

/// The score that a slot shows: the share of right answers, or the loss.
QString scoreText(const CheckpointInfo& checkpoint);

} // namespace neurarium
