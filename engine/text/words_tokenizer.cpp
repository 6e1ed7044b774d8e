// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/words_tokenizer.h"

#include <algorithm>
#include <map>
#include <utility>

#include <nlohmann/json.hpp>

#include "text/tokenizers.h"
#include "text/utf8.h"

namespace neurarium {

namespace {

bool isLetter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
}

bool isBlank(std::string_view character) {
    return character == " " || character == "\n" || character == "\t" || character == "\r";
}

/// Part of a word: ASCII letters and digits, and every other character that is no punctuation.
bool isInWord(std::string_view character) {
    constexpr std::pair<char32_t, char32_t> kPunctuation[] = {
        {0x80, 0xA9},     {0xAB, 0xB4},     {0xB6, 0xB9},     {0xBB, 0xBF},
        {0x2000, 0x206F}, {0x3000, 0x3004}, {0x3008, 0x3020}, {0x30FB, 0x30FB},
        {0xFF01, 0xFF0F}, {0xFF1A, 0xFF20}, {0xFF3B, 0xFF40}, {0xFF5B, 0xFF65}};
    if (character.size() == 1)
        return isLetter(character[0]);
    const char32_t code = characterCode(character);
    return std::none_of(std::begin(kPunctuation), std::end(kPunctuation),
                        [&](const auto& range) { return code >= range.first && code <= range.second; });
}

bool opens(std::string_view character) {
    constexpr std::string_view kOpenings[] = {"(",  "[",  "{",  "“",  "‘",  "«", "「",
                                              "『", "《", "〈", "【", "〔", "（"};
    return std::find(std::begin(kOpenings), std::end(kOpenings), character) != std::end(kOpenings);
}

using Counts = std::map<std::string_view, std::int64_t>;

void addCommonest(const Counts& counts, std::int64_t most, std::vector<std::string>& list) {
    std::vector<std::pair<std::int64_t, std::string_view>> order;
    for (const auto& [word, count] : counts)
        order.emplace_back(-count, word);
    std::sort(order.begin(), order.end());
    order.resize(std::min(order.size(), static_cast<std::size_t>(std::max<std::int64_t>(most, 0))));
    for (const auto& [count, word] : order)
        list.emplace_back(word);
}

/// Bytes of the character of a word that the text begins with; 0 when it begins with none.
std::size_t letterAhead(std::string_view text) {
    const std::size_t length = characterLength(text);
    return length > 0 && isInWord(text.substr(0, length)) ? length : 0;
}

/// The word that the text begins with, apostrophes within it included; empty when it begins with none.
std::string_view wordAhead(std::string_view text) {
    std::size_t length = letterAhead(text);
    while (length > 0 && length < text.size()) {
        const std::string_view left = text.substr(length);
        const std::size_t apostrophe = left.starts_with("'") ? 1 : left.starts_with("’") ? 3 : 0;
        const std::size_t letter = letterAhead(left.substr(apostrophe));
        if (letter == 0)
            break;
        length += apostrophe + letter;
    }
    return text.substr(0, length);
}

} // namespace

std::int64_t WordLists::size() const {
    return WordsTokenizer::kFirstWord + std::ssize(words) + std::ssize(attached) + std::ssize(openings);
}

WordLists learnWords(std::string_view text, std::int64_t size) {
    std::unordered_map<std::string_view, std::int64_t> words;
    Counts attached, openings;
    while (!text.empty()) {
        if (const std::string_view word = wordAhead(text); !word.empty()) {
            if (word.size() <= WordsTokenizer::kLongestWord)
                ++words[word];
            text.remove_prefix(word.size());
            continue;
        }
        const bool whole = characterLength(text) > 0;
        const std::string_view each = takeCharacter(text);
        if (whole && !isBlank(each))
            ++(opens(each) ? openings : attached)[each];
    }
    WordLists lists;
    addCommonest(attached, size - lists.size(), lists.attached);
    addCommonest(openings, size - lists.size(), lists.openings);
    addCommonest({words.begin(), words.end()}, size - lists.size(), lists.words);
    return lists;
}

WordsTokenizer::Table::Table(const std::vector<std::string>& words, TokenId first) {
    for (const std::string& word : words) {
        m_tokens.emplace(word, first++);
        m_lengths.insert(word.size());
    }
}

std::optional<TokenId> WordsTokenizer::Table::find(std::string_view word) const {
    const auto found = m_tokens.find(word);
    return found == m_tokens.end() ? std::nullopt : std::optional(found->second);
}

/// Latin letters that belong together are not cut.
WordsTokenizer::Found WordsTokenizer::Table::longest(std::string_view text) const {
    for (const std::size_t length : m_lengths) {
        if (length > text.size())
            continue;
        const bool cuts = length < text.size() && isLetter(text[length - 1]) && isLetter(text[length]);
        const auto found = cuts ? m_tokens.end() : m_tokens.find(text.substr(0, length));
        if (found != m_tokens.end())
            return {found->second, length};
    }
    return {};
}

WordsTokenizer::WordsTokenizer(WordLists lists)
    : m_lists(std::move(lists))
    , m_firstAttached(kFirstWord + static_cast<TokenId>(m_lists.words.size()))
    , m_firstOpening(m_firstAttached + static_cast<TokenId>(m_lists.attached.size()))
    , m_words(m_lists.words, kFirstWord)
    , m_attached(m_lists.attached, m_firstAttached)
    , m_openings(m_lists.openings, m_firstOpening) {}

std::int64_t WordsTokenizer::size() const {
    return m_lists.size();
}

WordsTokenizer::Found WordsTokenizer::wordOrOpening(std::string_view text) const {
    const Found word = m_words.longest(text), opening = m_openings.longest(text);
    return opening.length > word.length ? opening : word;
}

/// `closed`: a word or something attached stands before, so that a word has a blank before it.
std::vector<TokenId> WordsTokenizer::encode(std::string_view text) const {
    std::vector<TokenId> ids;
    bool closed = false;
    while (!text.empty()) {
        if (closed && text[0] == ' ') {
            if (const Found word = wordOrOpening(text.substr(1)); word.length > 0) {
                ids.push_back(word.id);
                closed = !isOpening(word.id);
                text.remove_prefix(1 + word.length);
                continue;
            }
        }
        const Found word = wordOrOpening(text), attached = m_attached.longest(text);
        if (attached.length > 0 && (closed || attached.length > word.length)) {
            ids.push_back(attached.id);
            closed = true;
            text.remove_prefix(attached.length);
        } else if (word.length > 0) {
            if (closed)
                ids.push_back(kJoin);
            ids.push_back(word.id);
            closed = !isOpening(word.id);
            text.remove_prefix(word.length);
        } else {
            do // an unknown word is not cut into known ones
                for (const char byte : takeCharacter(text))
                    ids.push_back(byteToken(byte));
            while (ids.back() < 0x80 && isLetter(static_cast<char>(ids.back())) && !text.empty() &&
                   isLetter(text[0]));
            closed = false;
        }
    }
    return ids;
}

std::string WordsTokenizer::decode(std::span<const TokenId> ids) const {
    std::string joined;
    bool closed = false;
    for (const TokenId id : ids) {
        if (id < kByteTokens) {
            joined += static_cast<char>(id);
            closed = false;
        } else if (id == kJoin) {
            closed = false;
        } else {
            if (closed && !isAttached(id))
                joined += ' ';
            joined += text(id);
            closed = !isOpening(id);
        }
    }
    return joined;
}

const std::string& WordsTokenizer::text(TokenId id) const {
    if (id >= m_firstOpening)
        return m_lists.openings[static_cast<std::size_t>(id - m_firstOpening)];
    if (id >= m_firstAttached)
        return m_lists.attached[static_cast<std::size_t>(id - m_firstAttached)];
    return m_lists.words[static_cast<std::size_t>(id - kFirstWord)];
}

std::string WordsTokenizer::shown(TokenId id) const {
    if (id < kByteTokens)
        return shownPiece(std::string(1, static_cast<char>(id)));
    return id == kJoin ? "<join>" : shownPiece(text(id));
}

nlohmann::json WordsTokenizer::vocabulary() const {
    return {{"type", tokenizerName(kind())},
            {"words", m_lists.words},
            {"attached", m_lists.attached},
            {"openings", m_lists.openings}};
}

} // namespace neurarium
