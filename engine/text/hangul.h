// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace neurarium::hangul {

// Syllables are numbered by their parts (The Unicode Standard, section 3.12):
//   code = 0xAC00 + (initial · 21 + vowel) · 28 + final,  final 0: none
inline constexpr std::int32_t kInitials = 19, kVowels = 21, kFinals = 28;
inline constexpr char32_t kFirstSyllable = 0xAC00;
inline constexpr std::int32_t kSyllables = kInitials * kVowels * kFinals;

/// The parts of a syllable, each counted from 0.
struct Parts {
    std::int32_t initial = 0;
    std::int32_t vowel = 0;
    std::int32_t final = 0; ///< 0: the syllable ends with its vowel
    bool operator==(const Parts&) const = default;
};

constexpr bool isSyllable(char32_t code) {
    return code >= kFirstSyllable && code < kFirstSyllable + kSyllables;
}

constexpr Parts takenApart(char32_t syllable) {
    const auto number = static_cast<std::int32_t>(syllable - kFirstSyllable);
    return {number / kFinals / kVowels, number / kFinals % kVowels, number % kFinals};
}

constexpr char32_t joined(const Parts& parts) {
    return kFirstSyllable +
           static_cast<char32_t>((parts.initial * kVowels + parts.vowel) * kFinals + parts.final);
}

/// Letters that stand for parts by themselves ("Hangul Compatibility Jamo").
inline constexpr std::array<char32_t, kInitials> kInitialLetters = {
    U'ㄱ', U'ㄲ', U'ㄴ', U'ㄷ', U'ㄸ', U'ㄹ', U'ㅁ', U'ㅂ', U'ㅃ', U'ㅅ',
    U'ㅆ', U'ㅇ', U'ㅈ', U'ㅉ', U'ㅊ', U'ㅋ', U'ㅌ', U'ㅍ', U'ㅎ'};
inline constexpr char32_t kFirstVowelLetter = U'ㅏ'; // the others follow it
inline constexpr std::array<char32_t, kFinals> kFinalLetters = {
    0,     U'ㄱ', U'ㄲ', U'ㄳ', U'ㄴ', U'ㄵ', U'ㄶ', U'ㄷ', U'ㄹ', U'ㄺ', U'ㄻ', U'ㄼ', U'ㄽ', U'ㄾ',
    U'ㄿ', U'ㅀ', U'ㅁ', U'ㅂ', U'ㅄ', U'ㅅ', U'ㅆ', U'ㅇ', U'ㅈ', U'ㅊ', U'ㅋ', U'ㅌ', U'ㅍ', U'ㅎ'};

} // namespace neurarium::hangul
