// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace neurarium {

/// The text with its Korean words kept together: a line that is too long breaks between words, not between
/// the syllables of one. For texts that are shown in several lines; names and numbers stay as they are.
QString wholeWords(QString text);

} // namespace neurarium
