// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace neurarium {

/// A text as a field of a CSV file (RFC 4180): in quotes where it has to be.
QByteArray csvField(const QString& text);

/// A number with enough digits to read it back exactly as a float; "nan" for what is not finite.
QByteArray csvNumber(double value);

} // namespace neurarium
