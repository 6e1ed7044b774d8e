// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include <QString>

namespace neurarium {

/// Whether a word begins with what is typed. Latin letters are compared without regard to case, Hangul as it
/// is being typed: the initial consonants "ㅊㄱ" find 축구, and so do "추" and "축ㄱ" on the way to it.
bool beginsAsTyped(const QString& word, const QString& typed);

/// The places of the words that begin with what is typed: the word itself first, then short ones before long
/// ones. Blank letters at the beginning of a word (also shown as "␣" or "▁") do not count.
std::vector<std::int64_t> foundWords(const std::vector<QString>& words, const QString& typed);

} // namespace neurarium
