// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "text/words_tokenizer.h"

namespace neurarium {

enum class StoryLanguage { English, Korean };

/// What somebody does.
struct StoryAction {
    std::string object; ///< "the bread", "빵"
    std::string did;    ///< "baked", "구웠다"
    std::string willDo; ///< "bake", "구울"
};

struct StoryPerson {
    std::string name;
    bool woman = false;
    std::vector<StoryAction> actions;
};

/// What keeps company: people, places and things that come together.
struct StoryScene {
    std::vector<std::string> places; ///< "at the school", "학교"
    std::vector<StoryPerson> people;
    std::vector<std::string> things; ///< that can be seen and touched
    std::vector<std::string> topics; ///< that people talk about: "soccer", "the test"
};

struct StoryAnimal {
    std::string name;
    std::string does; ///< what only this one does: "barked", "멍멍 짖었다"
};

/// All that stories of one language are made of. Words stand with blanks between them; what begins with a
/// plus is attached to the word before it, and "+이/가" is one of two particles: behind a consonant, behind a
/// vowel.
struct StoryWorld {
    std::vector<StoryScene> scenes;
    std::vector<StoryAnimal> animals;
    std::map<std::string, std::vector<std::string>> lists; ///< words of no scene: "past", "feeling" ...
    std::map<std::string, std::vector<std::string>>
        patterns; ///< sentences with places for words: "{A} met {B}"

    /// Throws std::out_of_range when there is none of that name.
    const std::vector<std::string>& list(const std::string& name) const { return lists.at(name); }
};

const StoryWorld& storyWorld(StoryLanguage language);

/// Every word that a story of this world may hold, in the order of the tables.
WordLists storyVocabulary(const StoryWorld& world);

/// The tables that storyWorld reads, one thing a line.
extern const char* const kEnglishWorld;
extern const char* const kKoreanWorld;

} // namespace neurarium
