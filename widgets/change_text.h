// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QString>

#include "report/checkpoint_info.h"
#include "report/timeline.h"

namespace neurarium {

/// "dropout on, 25 %": a live change in a few words of the window's language.
QString changeText(const Change& change);

/// All changes of a mark, divided by commas.
QString markText(const Mark& mark);

/// "3" for "network[2]", counted from 1; "4.1" for a layer inside of the fourth.
QString layerNumber(const std::string& place);

/// The name of a slot; "before dropout" is said in the window's language.
QString slotName(const CheckpointInfo& checkpoint);

} // namespace neurarium
