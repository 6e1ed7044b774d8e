// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace neurarium {

/// Rows of fields as CSV in UTF-8 (RFC 4180, but with bare line feeds).
QByteArray csvTable(const QList<QStringList>& rows);

/// The same divided by tabs, for a spreadsheet's clipboard; tabs and line ends in a field become blanks.
QString tabbedTable(const QList<QStringList>& rows);

/// A number as files have it, as a field.
QString tableNumber(double value);

} // namespace neurarium
