// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace neurarium {

class ChartData;

/// Every step and every epoch, a row each; `kind` says which. Above 4 million steps a branch, a row stands
/// for as many steps as `steps` says and has the highest loss of them.
QByteArray chartCsv(const ChartData& data);
/// The epochs as a table divided by tabs.
QString chartNumbers(const ChartData& data);

} // namespace neurarium
