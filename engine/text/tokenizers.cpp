// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/tokenizers.h"

#include <algorithm>
#include <set>
#include <stdexcept>
#include <utility>

#include <nlohmann/json.hpp>

#include "experiment/json_object.h"
#include "report/error.h"
#include "text/bpe_tokenizer.h"
#include "text/characters_tokenizer.h"
#include "text/hangul.h"
#include "text/jamo_tokenizer.h"
#include "text/utf8.h"
#include "text/words_tokenizer.h"

namespace neurarium {

namespace {

using nlohmann::json;
using TokenizerPointer = std::shared_ptr<const Tokenizer>;

[[noreturn]] void refuse(const std::string& place, Message what) {
    throw Error(ProblemKind::Refused, place, std::move(what));
}

const json& taken(JsonObject& object, const std::string& key) {
    const json* value = object.take(key);
    if (value == nullptr)
        refuse(object.placeOf(key), explain("Problem", "is missing; it must be given"));
    return *value;
}

void checkCount(std::size_t tokens, const std::string& place) {
    if (tokens > static_cast<std::size_t>(kMostTokens))
        refuse(place, explain("Problem", "the vocabulary has %1 tokens; there may be %2",
                              {std::to_string(tokens), std::to_string(kMostTokens)}));
}

/// The object and its "type", which was looked at before.
JsonObject objectOf(const json& vocabulary, const std::string& place) {
    JsonObject object(vocabulary, place);
    object.take("type");
    return object;
}

bool anyCharacter(char32_t /*character*/) {
    return true;
}

bool noSyllable(char32_t character) {
    return !hangul::isSyllable(character);
}

TokenizerPointer learnCharacters(std::string_view text, std::int64_t size) {
    const auto most = static_cast<std::size_t>(size - kByteTokens);
    return std::make_shared<CharactersTokenizer>(commonCharacters(text, most, anyCharacter));
}

TokenizerPointer readCharacters(const json& vocabulary, const std::string& place) {
    JsonObject object = objectOf(vocabulary, place);
    auto characters = CharacterTable::read(taken(object, "characters"), object.placeOf("characters"));
    object.finish();
    checkCount(kByteTokens + characters.size(), place);
    return std::make_shared<CharactersTokenizer>(std::move(characters));
}

TokenizerPointer learnJamo(std::string_view text, std::int64_t size) {
    const auto most = static_cast<std::size_t>(size - JamoTokenizer::kFirstCharacter);
    return std::make_shared<JamoTokenizer>(commonCharacters(text, most, noSyllable));
}

TokenizerPointer readJamo(const json& vocabulary, const std::string& place) {
    JsonObject object = objectOf(vocabulary, place);
    const std::string at = object.placeOf("characters");
    auto characters = CharacterTable::read(taken(object, "characters"), at);
    object.finish();
    checkCount(JamoTokenizer::kFirstCharacter + characters.size(), place);
    const auto syllable = std::find_if_not(characters.begin(), characters.end(), noSyllable);
    if (syllable != characters.end()) {
        std::string shown;
        appendCharacter(shown, *syllable);
        refuse(at, explain("Problem", "\"%1\" is a syllable, which is cut into its parts", {shown}));
    }
    return std::make_shared<JamoTokenizer>(std::move(characters));
}

TokenizerPointer learnBytes(std::string_view /*text*/, std::int64_t /*size*/) {
    return std::make_shared<BytesTokenizer>();
}

TokenizerPointer readBytes(const json& vocabulary, const std::string& place) {
    objectOf(vocabulary, place).finish();
    return std::make_shared<BytesTokenizer>();
}

TokenizerPointer learnBpe(std::string_view text, std::int64_t size) {
    return std::make_shared<BpeTokenizer>(learnMerges(text, size));
}

TokenIdPair readMerge(const json& value, std::size_t number, const std::string& place) {
    const auto limit = kByteTokens + static_cast<std::int64_t>(number);
    const auto valid = [limit](const json& id) { return id.is_number_integer() && id >= 0 && id < limit; };
    if (!value.is_array() || value.size() != 2 || !valid(value[0]) || !valid(value[1]))
        refuse(place, explain("Problem", "must be two tokens below %1, is %2",
                              {std::to_string(limit), shortText(value)}));
    return {value[0].get<TokenId>(), value[1].get<TokenId>()};
}

TokenizerPointer readBpe(const json& vocabulary, const std::string& place) {
    JsonObject object = objectOf(vocabulary, place);
    const json& list = taken(object, "merges");
    object.finish();
    const std::string at = object.placeOf("merges");
    if (!list.is_array())
        refuse(at, explain("Problem", "must be a list of merges in square brackets"));
    checkCount(kByteTokens + list.size(), place);
    std::vector<TokenIdPair> merges;
    std::set<TokenIdPair> seen;
    std::vector<std::size_t> lengths(kByteTokens, 1);
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::string here = at + "[" + std::to_string(i) + "]";
        merges.push_back(readMerge(list[i], i, here));
        if (!seen.insert(merges.back()).second)
            refuse(here, explain("Problem", "stands in the vocabulary twice"));
        const auto lengthOf = [&](TokenId id) { return lengths[static_cast<std::size_t>(id)]; };
        lengths.push_back(lengthOf(merges.back().left) + lengthOf(merges.back().right));
        if (lengths.back() > kLongestStretch)
            refuse(here, explain("Problem", "makes a token of %1 bytes; there may be %2",
                                 {std::to_string(lengths.back()), std::to_string(kLongestStretch)}));
    }
    return std::make_shared<BpeTokenizer>(std::move(merges));
}

TokenizerPointer learnWordLists(std::string_view text, std::int64_t size) {
    return std::make_shared<WordsTokenizer>(learnWords(text, size));
}

std::vector<std::string> readWords(JsonObject& object, const std::string& key) {
    OptionDescription option = textOption(key, "");
    option.kind = OptionKind::Texts;
    const std::string place = object.placeOf(key);
    auto words = std::get<std::vector<std::string>>(checkedOption(taken(object, key), option, place));
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        const std::string at = place + "[" + std::to_string(i) + "]";
        if (word.empty() || word.size() > WordsTokenizer::kLongestWord ||
            word.find_first_of(" \n\t\r") != std::string::npos)
            refuse(at, explain("Problem", "must be one word of 1 to %1 bytes, is \"%2\"",
                               {std::to_string(WordsTokenizer::kLongestWord),
                                shownPiece(word.substr(0, WordsTokenizer::kLongestWord))}));
        if (!seen.insert(word).second)
            refuse(at, explain("Problem", "\"%1\" stands in the vocabulary twice", {shownPiece(word)}));
    }
    return words;
}

TokenizerPointer readWordLists(const json& vocabulary, const std::string& place) {
    JsonObject object = objectOf(vocabulary, place);
    WordLists lists;
    lists.words = readWords(object, "words");
    lists.attached = readWords(object, "attached");
    lists.openings = readWords(object, "openings");
    object.finish();
    checkCount(static_cast<std::size_t>(lists.size()), place);
    return std::make_shared<WordsTokenizer>(std::move(lists));
}

} // namespace

const std::vector<TokenizerType>& tokenizerTypes() {
    static const std::vector<TokenizerType> types{
        {TokenizerKind::Characters, "characters", kByteTokens, learnCharacters, readCharacters},
        {TokenizerKind::Jamo, "jamo", JamoTokenizer::kFirstCharacter, learnJamo, readJamo},
        {TokenizerKind::Bytes, "bytes", kByteTokens, learnBytes, readBytes},
        {TokenizerKind::Bpe, "bpe", kByteTokens, learnBpe, readBpe},
        {TokenizerKind::Words, "words", WordsTokenizer::kFirstWord, learnWordLists, readWordLists},
    };
    return types;
}

const TokenizerType& tokenizerType(TokenizerKind kind) {
    const auto& types = tokenizerTypes();
    const auto found = std::find_if(types.begin(), types.end(),
                                    [kind](const TokenizerType& type) { return type.kind == kind; });
    if (found == types.end())
        throw std::out_of_range("no such tokenizer");
    return *found;
}

const std::string& tokenizerName(TokenizerKind kind) {
    return tokenizerType(kind).name;
}

std::shared_ptr<const Tokenizer> learnTokenizer(const TokenizerType& type, std::string_view text,
                                                std::int64_t size, const std::string& place) {
    if (size < type.smallest || size > kMostTokens)
        refuse(place, explain("Problem", "the tokenizer %1 has from %2 to %3 tokens, not %4",
                              {type.name, std::to_string(type.smallest), std::to_string(kMostTokens),
                               std::to_string(size)}));
    return type.learn(text, size);
}

std::shared_ptr<const Tokenizer> readTokenizer(const json& vocabulary, const std::string& place) {
    JsonObject object(vocabulary, place);
    const std::string name = object.takeText("type", "");
    std::string names;
    for (const TokenizerType& type : tokenizerTypes()) {
        if (type.name == name)
            return type.read(vocabulary, place);
        names += (names.empty() ? "" : ", ") + type.name;
    }
    refuse(object.placeOf("type"), explain("Problem", "\"%1\" is not known; there are: %2", {name, names}));
}

} // namespace neurarium
