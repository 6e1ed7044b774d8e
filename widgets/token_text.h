// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QString>

class QFontMetricsF;

namespace neurarium {

/// A token as the window writes it: spaces can be seen ("␣"), line breaks and tabs are "\n" and "\t". Bytes
/// that are no UTF-8 become "<EC>" each, never a replacement character.
QString tokenText(const std::string& token);

/// The text, or its beginning and "…" when it is wider. It is cut between letters as a reader sees them:
/// never inside a syllable of several jamo, nor between a letter and its accent.
QString fittedText(const QString& text, const QFontMetricsF& metrics, double width);

/// Letters as a reader counts them: a Korean syllable is one, however it is written.
qsizetype letterCount(const QString& text);

} // namespace neurarium
