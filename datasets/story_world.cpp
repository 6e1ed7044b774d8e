// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/story_world.h"

#include <set>
#include <sstream>
#include <string_view>

namespace neurarium {

namespace {

constexpr const char* kBlanks = " \t";

std::string trimmed(const std::string& text) {
    const std::size_t first = text.find_first_not_of(kBlanks);
    return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::vector<std::string> items(const std::string& text) {
    std::vector<std::string> found;
    std::istringstream stream(text);
    for (std::string item; std::getline(stream, item, ',');)
        if (!trimmed(item).empty())
            found.push_back(trimmed(item));
    return found;
}

std::vector<std::string> wordsOf(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> words;
    for (std::string word; stream >> word;)
        words.push_back(word);
    return words;
}

/// English: "baked bake the bread". Korean: "빵 구웠다 구울".
StoryAction actionOf(const std::string& text, bool objectFirst) {
    std::vector<std::string> words = wordsOf(text);
    const std::size_t verbs = objectFirst ? words.size() - 2 : 0;
    StoryAction action{"", words.at(verbs), words.at(verbs + 1)};
    for (std::size_t i = objectFirst ? 0 : 2; i < (objectFirst ? verbs : words.size()); ++i)
        action.object += (action.object.empty() ? "" : " ") + words[i];
    return action;
}

StoryPerson personOf(const std::string& text, bool woman, bool objectFirst) {
    const std::size_t colon = text.find(':');
    StoryPerson person{trimmed(text.substr(0, colon)), woman, {}};
    for (const std::string& action : items(text.substr(colon + 1)))
        person.actions.push_back(actionOf(action, objectFirst));
    return person;
}

void addLine(StoryWorld& world, const std::string& line, bool objectFirst) {
    const std::string key = line.substr(0, line.find(' ')), rest = trimmed(line.substr(key.size()));
    const std::size_t colon = rest.find(':');
    if (key == "scene")
        world.scenes.emplace_back();
    else if (key == "places")
        world.scenes.back().places = items(rest);
    else if (key == "he" || key == "she")
        world.scenes.back().people.push_back(personOf(rest, key == "she", objectFirst));
    else if (key == "things")
        world.scenes.back().things = items(rest);
    else if (key == "topics")
        world.scenes.back().topics = items(rest);
    else if (key == "animal")
        world.animals.push_back({rest.substr(0, colon), trimmed(rest.substr(colon + 1))});
    else if (key == "list")
        for (const std::string& item : items(rest.substr(colon + 1)))
            world.lists[rest.substr(0, colon)].push_back(item);
    else
        world.patterns[key].push_back(rest);
}

StoryWorld readWorld(const char* table, bool objectFirst) {
    StoryWorld world;
    std::istringstream stream(table);
    for (std::string line; std::getline(stream, line);)
        if (!line.empty())
            addLine(world, line, objectFirst);
    return world;
}

/// Collects words, each once.
class Collector {
public:
    void add(const std::string& text) {
        bool slot = false;
        for (const std::string& word : wordsOf(text)) {
            slot = slot || word.starts_with('{');
            if (!slot)
                addWord(word);
            slot = slot && !word.ends_with('}');
        }
    }
    void add(const std::vector<std::string>& texts) {
        for (const std::string& text : texts)
            add(text);
    }
    WordLists lists() && { return std::move(m_lists); }

private:
    void addWord(const std::string& word) {
        if (word == "“")
            return add(word, m_lists.openings);
        if (!word.starts_with('+'))
            return add(word, m_lists.words);
        const std::size_t slash = word.find('/');
        add(word.substr(1, slash == std::string::npos ? slash : slash - 1), m_lists.attached);
        if (slash != std::string::npos)
            add(word.substr(slash + 1), m_lists.attached);
    }
    void add(const std::string& word, std::vector<std::string>& list) {
        const char* const kind = &list == &m_lists.attached ? "+" : "";
        if (m_seen.insert(kind + word).second)
            list.push_back(word);
    }

    WordLists m_lists;
    std::set<std::string> m_seen;
};

} // namespace

const StoryWorld& storyWorld(StoryLanguage language) {
    static const StoryWorld english = readWorld(kEnglishWorld, false);
    static const StoryWorld korean = readWorld(kKoreanWorld, true);
    return language == StoryLanguage::English ? english : korean;
}

WordLists storyVocabulary(const StoryWorld& world) {
    Collector collector;
    for (const auto& [name, patterns] : world.patterns)
        collector.add(patterns);
    for (const auto& [name, list] : world.lists)
        collector.add(list);
    for (const StoryAnimal& animal : world.animals)
        collector.add({animal.name, animal.does});
    for (const StoryScene& scene : world.scenes) {
        for (const auto* list : {&scene.places, &scene.things, &scene.topics})
            collector.add(*list);
        for (const StoryPerson& person : scene.people) {
            collector.add(person.name);
            for (const StoryAction& action : person.actions)
                collector.add({action.object, action.did, action.willDo});
        }
    }
    return std::move(collector).lists();
}

} // namespace neurarium
