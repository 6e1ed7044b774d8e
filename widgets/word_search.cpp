// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/word_search.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace neurarium {

namespace {

// A syllable is 0xAC00 + (initial * 21 + vowel) * 28 + final, final 0 being none (Unicode, chapter 3.12).
constexpr char16_t kFirstSyllable = 0xAC00, kLastSyllable = 0xD7A3;
constexpr int kVowels = 21, kFinals = 28;
constexpr std::u16string_view kInitials = u"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
constexpr std::u16string_view kVowelLetters = u"ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
constexpr std::u16string_view kFinalLetters = u"\0ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

struct Syllable {
    char16_t initial = 0, vowel = 0, final = 0; ///< letters; final 0: none
};

bool isSyllable(QChar letter) {
    return letter.unicode() >= kFirstSyllable && letter.unicode() <= kLastSyllable;
}

Syllable taken(QChar letter) {
    const auto place = static_cast<std::size_t>(letter.unicode() - kFirstSyllable);
    return {kInitials[place / kFinals / kVowels], kVowelLetters[place / kFinals % kVowels],
            place % kFinals == 0 ? char16_t(0) : kFinalLetters[place % kFinals]};
}

/// What a vowel or a final becomes with one more key: ㅗ then ㅏ is ㅘ, ㄹ then ㄱ is ㄺ.
bool growsInto(char16_t typed, char16_t whole) {
    static constexpr std::array<std::u16string_view, 7> kGrowing{
        u"ㅗㅘㅙㅚ", u"ㅜㅝㅞㅟ", u"ㅡㅢ", u"ㄱㄳ", u"ㄴㄵㄶ", u"ㄹㄺㄻㄼㄽㄾㄿㅀ", u"ㅂㅄ"};
    return std::any_of(kGrowing.begin(), kGrowing.end(), [&](std::u16string_view each) {
        return each.front() == typed && each.find(whole) != std::u16string_view::npos;
    });
}

/// The syllable under the cursor may still become another: "구" becomes "국", and "축" becomes "추구".
bool mayBecome(QChar typed, QChar word, QChar next) {
    const Syllable now = taken(typed), whole = taken(word);
    if (now.initial != whole.initial)
        return false;
    if (now.final == 0)
        return now.vowel == whole.vowel || growsInto(now.vowel, whole.vowel);
    if (now.vowel != whole.vowel)
        return false;
    const bool movesOn = whole.final == 0 && isSyllable(next) && taken(next).initial == now.final;
    return now.final == whole.final || growsInto(now.final, whole.final) || movesOn;
}

bool fits(const QString& word, const QString& typed, qsizetype place) {
    const QChar wanted = word[place], key = typed[place];
    if (wanted.toCaseFolded() == key.toCaseFolded())
        return true;
    if (!isSyllable(wanted))
        return false;
    if (kInitials.find(key.unicode()) != std::u16string_view::npos)
        return taken(wanted).initial == key.unicode();
    const bool last = place + 1 == typed.size();
    return last && isSyllable(key) &&
           mayBecome(key, wanted, place + 1 < word.size() ? word[place + 1] : QChar());
}

bool isBlank(QChar letter) {
    constexpr char16_t kOpenBox = 0x2423, kLowBlock = 0x2581;
    return letter.isSpace() || letter == kOpenBox || letter == kLowBlock;
}

QString trimmedWord(const QString& word) {
    qsizetype first = 0;
    while (first < word.size() && isBlank(word[first]))
        ++first;
    return word.mid(first).normalized(QString::NormalizationForm_C);
}

} // namespace

bool beginsAsTyped(const QString& word, const QString& typed) {
    const QString whole = trimmedWord(word), start = trimmedWord(typed);
    if (start.isEmpty() || start.size() > whole.size())
        return false;
    for (qsizetype i = 0; i < start.size(); ++i)
        if (!fits(whole, start, i))
            return false;
    return true;
}

std::vector<std::int64_t> foundWords(const std::vector<QString>& words, const QString& typed) {
    std::vector<std::pair<qsizetype, std::int64_t>> found; // rank: 0 for the word itself, else its length
    const QString wanted = trimmedWord(typed).toCaseFolded();
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!beginsAsTyped(words[i], typed))
            continue;
        const QString word = trimmedWord(words[i]).toCaseFolded();
        found.emplace_back(word == wanted ? 0 : word.size(), static_cast<std::int64_t>(i));
    }
    std::sort(found.begin(), found.end());
    std::vector<std::int64_t> places;
    for (const auto& [rank, place] : found)
        places.push_back(place);
    return places;
}

} // namespace neurarium
