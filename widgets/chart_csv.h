// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QByteArray>
#include <QString>

#include "widgets/twin_difference.h"

namespace neurarium {

/// Every step and every epoch, a row each; `kind` says which. Above 4 million steps a branch, a row stands
/// for as many steps as `steps` says and has the highest loss of them. What
/// twins differ by comes last: `branch` is "3-2" then.
QByteArray chartCsv(const ChartData& data, const std::optional<TwinPair>& twins = {});
/// The epochs as a table divided by tabs.
QString chartNumbers(const ChartData& data, const std::optional<TwinPair>& twins = {});

} // namespace neurarium
