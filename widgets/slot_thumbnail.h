// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include "report/slot_view.h"

namespace neurarium {

class Theme;

/// The little picture of a save: its pictures with their frames (solid when the answer was right, dashed with
/// a cross when wrong), the plane with the points kept for checking, or how the heads together attend to a
/// text (of each weight the largest). Null when there is nothing to show. It is kept with the run and looks
/// the same in every theme.
QImage slotThumbnail(const SlotView& view, const PointSet* points);

} // namespace neurarium
