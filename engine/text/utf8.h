// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace neurarium {

/// Bytes of the character that the text begins with; 0 when it begins with no valid UTF-8 (RFC 3629), and for
/// an empty text.
std::size_t characterLength(std::string_view text);

/// The Unicode number of the valid character that the text begins with.
char32_t characterCode(std::string_view text);

/// Adds a character as UTF-8.
void appendCharacter(std::string& text, char32_t code);

/// Takes the first character off a text, or its first byte where it begins with no valid one.
std::string_view takeCharacter(std::string_view& text);

bool isUtf8(std::string_view text);

/// Any bytes as people may read them: a byte that is part of no character as "<EC>", what cannot be seen as
/// "<U+200B>". Lines and tabs stay.
std::string shownText(std::string_view bytes);

/// The same for one piece of a text: the end of a line is shown as "↵", a tab as "⇥".
std::string shownPiece(std::string_view bytes);

} // namespace neurarium
