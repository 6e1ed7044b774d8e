// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace neurarium {

/// Qt's SVG generator cuts a text wherever the font changes, so that "검증 0.374" becomes three. This puts
/// the pieces together again, so that a search finds them and an editor edits them, and names the family for
/// Korean letters.
QByteArray withWholeTexts(const QByteArray& svg);

} // namespace neurarium
