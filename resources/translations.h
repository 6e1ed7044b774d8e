// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;
class QTranslator;

namespace neurarium {

/// Loads the program's words of a language ("en" or "ko") into the translator; false for any other language.
/// English has its plural forms there.
bool loadWords(QTranslator& translator, const QString& language);

} // namespace neurarium
