// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/story_groups.h"

#include <sstream>

namespace neurarium {

namespace {

/// Gives words to groups; the first one keeps a word.
class Grouping {
public:
    explicit Grouping(const WordsTokenizer& tokenizer)
        : m_tokenizer(tokenizer) {
        m_groups.ofToken.assign(static_cast<std::size_t>(tokenizer.size()), -1);
    }

    void begin(const char* name) { m_groups.names.emplace_back(name); }

    /// The last word of a phrase that is attached to nothing: "at the school", "월요일 +에".
    void add(const std::string& phrase) {
        std::istringstream words(phrase);
        std::string last;
        for (std::string word; words >> word;)
            if (!word.starts_with('+'))
                last = word;
        const auto token = m_tokenizer.word(last);
        if (!token)
            return;
        std::int32_t& group = m_groups.ofToken[static_cast<std::size_t>(*token)];
        if (group < 0)
            group = static_cast<std::int32_t>(m_groups.names.size()) - 1;
    }

    void add(const std::vector<std::string>& phrases) {
        for (const std::string& each : phrases)
            add(each);
    }

    TokenGroups groups() && { return std::move(m_groups); }

private:
    const WordsTokenizer& m_tokenizer;
    TokenGroups m_groups;
};

} // namespace

std::shared_ptr<const TokenGroups> storyGroups(const StoryWorld& world, const WordsTokenizer& tokenizer) {
    Grouping grouping(tokenizer);
    grouping.begin("people");
    for (const StoryScene& scene : world.scenes)
        for (const StoryPerson& person : scene.people)
            grouping.add(person.name);
    grouping.begin("animals");
    for (const StoryAnimal& animal : world.animals)
        grouping.add(animal.name);
    grouping.begin("places");
    for (const StoryScene& scene : world.scenes)
        grouping.add(scene.places);
    grouping.begin("times");
    for (const char* list : {"past", "future"})
        grouping.add(world.list(list));
    grouping.begin("things");
    for (const StoryScene& scene : world.scenes)
        grouping.add(scene.things);
    grouping.begin("topics");
    for (const StoryScene& scene : world.scenes)
        grouping.add(scene.topics);
    grouping.begin("actions");
    for (const StoryScene& scene : world.scenes)
        for (const StoryPerson& person : scene.people)
            for (const StoryAction& action : person.actions)
                for (const std::string* form : {&action.did, &action.willDo})
                    grouping.add(*form);
    return std::make_shared<const TokenGroups>(std::move(grouping).groups());
}

} // namespace neurarium
