// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/story.h"

#include <map>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string_view>

#include "tensor/random.h"
#include "text/hangul.h"
#include "text/utf8.h"

namespace neurarium {

namespace {

/// The draws of one story, one after the other.
class Draws {
public:
    Draws(std::uint64_t seed, std::uint64_t number)
        : m_random(seed, RandomPurpose::Generator)
        , m_number(number) {}
    std::size_t below(std::size_t bound) {
        return static_cast<std::size_t>(m_random.below(m_number, m_index++, bound));
    }
    bool chance(double probability) {
        return static_cast<double>(m_random.uniform(m_number, m_index++)) < probability;
    }
    template <class T>
    const T& of(const std::vector<T>& list) {
        return list.at(below(list.size()));
    }

private:
    RandomStream m_random;
    std::uint64_t m_number;
    std::uint64_t m_index = 0;
};

bool endsWithConsonant(const std::string& word) {
    std::string_view last, left = word;
    while (!left.empty())
        last = takeCharacter(left);
    const char32_t code = characterCode(last);
    return hangul::isSyllable(code) && hangul::takenApart(code).final > 0;
}

bool beginsWithVowel(const std::string& word) {
    return word.find_first_of("aeiou") == 0;
}

/// Names have no article.
bool isName(const std::string& noun) {
    return noun[0] >= 'A' && noun[0] <= 'Z';
}

class StoryWriter {
public:
    StoryWriter(const StoryWorld& world, std::uint64_t seed, std::uint64_t number)
        : m_world(world)
        , m_draws(seed, number) {
        choose();
    }

    Story write() {
        const bool animal = m_draws.chance(0.4);
        m_actor = m_draws.chance(0.5) ? 0 : 1;
        sentence("opening");
        if (animal)
            sentence("company");
        sentence("act");
        sentence("middle");
        m_actor = 1 - m_actor;
        sentence("act");
        if (animal)
            sentence("noise");
        sentence("closing");
        return std::move(m_story);
    }

private:
    /// Whom and what the story is about.
    void choose() {
        m_scene = &m_draws.of(m_world.scenes);
        m_people[0] = &somebody();
        do
            m_people[1] = &somebody();
        while (m_people[1]->woman == m_people[0]->woman);
        m_animal = &m_draws.of(m_world.animals);
    }

    /// Most people are at home in the scene; some are guests, so that its words tell what comes, too.
    const StoryPerson& somebody() {
        return m_draws.of(m_draws.chance(0.6) ? m_scene->people : m_draws.of(m_world.scenes).people);
    }

    void sentence(const std::string& kind) {
        m_used.clear();
        m_action = &m_draws.of(m_people[m_actor]->actions);
        m_plan = &m_draws.of(m_people[0]->actions);
        m_form.reset();
        std::istringstream pattern(m_draws.of(m_world.patterns.at(kind)));
        for (std::string word; pattern >> word;) {
            while (word.starts_with('{') && !word.ends_with('}')) {
                std::string more;
                pattern >> more;
                word += ' ' + more;
            }
            if (word.starts_with('{'))
                fill(word.substr(1, word.size() - 2));
            else
                add(word);
        }
    }

    /// Words of a phrase, particles chosen.
    void addPhrase(const std::string& phrase) {
        std::istringstream words(phrase);
        for (std::string word; words >> word;)
            add(word);
    }

    void add(const std::string& word) {
        if (word == "“")
            return m_story.pieces.push_back({word, StoryPieceKind::Opening});
        if (!word.starts_with('+'))
            return m_story.pieces.push_back({word, StoryPieceKind::Word});
        const std::size_t slash = word.find('/');
        std::string attached = word.substr(1, slash == std::string::npos ? slash : slash - 1);
        if (slash != std::string::npos && !endsWithConsonant(m_story.pieces.back().text))
            attached = word.substr(slash + 1);
        m_story.pieces.push_back({attached, StoryPieceKind::Attached});
    }

    void fill(const std::string& slot) {
        const bool begins = slot.starts_with('^');
        const std::string name = begins ? slot.substr(1) : slot;
        if (name == "A" || name == "B")
            addPerson(name == "A" ? 0 : 1, begins);
        else if (name == "he" || name == "it")
            addPronoun(name == "it", begins);
        else if (name == "an animal" || name == "animal")
            addAnimal(name == "an animal");
        else if (name == "a thing")
            addWithArticle(fresh(m_scene->things), 4);
        else
            addPhrase(phraseFor(name));
    }

    std::string phraseFor(const std::string& name) {
        if (name == "did" || name == "object")
            return name == "did" ? m_action->did : m_action->object;
        if (name == "do" || name == "object of A")
            return name == "do" ? m_plan->willDo : m_plan->object;
        if (name == "does")
            return m_animal->does;
        if (name == "place" || name == "other place")
            return fresh(m_scene->places);
        if (name == "thing" || name == "other thing")
            return fresh(m_scene->things);
        if (name == "topic" || name == "other topic")
            return fresh(m_scene->topics);
        if (name.find("weather") != std::string::npos)
            return sameForm(name);
        return fresh(m_world.list(name));
    }

    /// Weather is one thing in the forms that a sentence needs.
    std::string sameForm(const std::string& name) {
        const auto& list = m_world.list(name);
        if (!m_form)
            m_form = m_draws.below(list.size());
        return list.at(*m_form);
    }

    /// One that this sentence has not had yet.
    const std::string& fresh(const std::vector<std::string>& list) {
        while (true) {
            const std::string& word = m_draws.of(list);
            if (m_used.emplace(word, true).second)
                return word;
        }
    }

    void addPerson(std::size_t number, bool begins) {
        const std::string& name = m_people[number]->name;
        const auto articles = m_world.lists.find("articles");
        if (articles != m_world.lists.end() && !isName(name))
            add(articles->second.at(begins ? 0 : 1));
        m_places.try_emplace(number, m_story.pieces.size());
        add(name);
    }

    void addAnimal(bool article) {
        if (article)
            addWithArticle(m_animal->name, 2);
        else
            add(m_animal->name);
        m_places[2] = m_story.pieces.size() - 1;
    }

    /// "a" or "an"; `first` is the former's place among the articles.
    void addWithArticle(const std::string& noun, std::size_t first) {
        add(m_world.list("articles").at(first + (beginsWithVowel(noun) ? 1 : 0)));
        addPhrase(noun);
    }

    void addPronoun(bool animal, bool begins) {
        const char* const which = animal ? "it" : m_people[m_actor]->woman ? "she" : "he";
        const auto& forms = m_world.list(which);
        m_story.pronouns.push_back({m_story.pieces.size(), m_places.at(animal ? 2 : m_actor)});
        add(begins ? forms.front() : forms.back());
    }

    const StoryWorld& m_world;
    Draws m_draws;
    Story m_story;
    const StoryScene* m_scene = nullptr;
    const StoryPerson* m_people[2] = {nullptr, nullptr};
    const StoryAnimal* m_animal = nullptr;
    std::size_t m_actor = 0;               ///< who acts next
    const StoryAction* m_action = nullptr; ///< of the one who acts
    const StoryAction* m_plan = nullptr;   ///< of the first person
    std::optional<std::size_t> m_form;
    std::map<std::string, bool> m_used;
    std::map<std::size_t, std::size_t> m_places; ///< where the two people and the animal were named
};

} // namespace

Story writeStory(const StoryWorld& world, std::uint64_t seed, std::uint64_t number) {
    return StoryWriter(world, seed, number).write();
}

} // namespace neurarium
