// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data_text.h"

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "app/builtin_experiments.h"
#include "datasets/source_options.h"
#include "datasets/stories.h"

namespace neurarium {

namespace {

constexpr std::size_t kEnough = 1'000'000;

const StoryWorld& worldOf(const Experiment& experiment) {
    const bool korean = std::get<std::string>(sourceOption(experiment, "language")) == "ko";
    return storyWorld(korean ? StoryLanguage::Korean : StoryLanguage::English);
}

std::int64_t storiesTrainedOn(const Experiment& experiment) {
    return trainingStories(std::get<std::int64_t>(sourceOption(experiment, "samples")),
                           experiment.validation);
}

/// The sentences from the noun that a pronoun stands for to the pronoun's own: of a story's pronouns the one
/// with the fewest words.
Story shortestPronoun(const Story& story) {
    const auto endsSentence = [](const StoryPiece& piece) { return piece.text == "."; };
    Story shortest = story;
    for (const StoryPronoun& each : story.pronouns) {
        const auto owner = story.pieces.begin() + static_cast<std::ptrdiff_t>(each.owner),
                   pronoun = story.pieces.begin() + static_cast<std::ptrdiff_t>(each.pronoun);
        const auto first = std::find_if(std::make_reverse_iterator(owner), story.pieces.rend(), endsSentence);
        const auto last = std::find_if(pronoun, story.pieces.end(), endsSentence);
        Story part;
        part.pieces.assign(first.base(), last == story.pieces.end() ? last : last + 1);
        if (part.pieces.size() < shortest.pieces.size())
            shortest = std::move(part);
    }
    return shortest;
}

/// The shortest of some stories that the network does not train on.
std::string unseenPronoun(const Experiment& experiment) {
    constexpr std::int64_t kStories = 20;
    const StoryWorld& world = worldOf(experiment);
    const std::int64_t first = storiesTrainedOn(experiment),
                       all = std::get<std::int64_t>(sourceOption(experiment, "samples"));
    Story shortest;
    for (std::int64_t i = first; i < std::min(all, first + kStories); ++i) {
        Story part = shortestPronoun(writeStory(world, experiment.seed, static_cast<std::uint64_t>(i)));
        if (shortest.pieces.empty() || part.pieces.size() < shortest.pieces.size())
            shortest = std::move(part);
    }
    return storyText(shortest, *storyTokenizer(world));
}

/// Windows of stories overlap, so they are written once more.
std::string storiesOf(const Experiment& experiment) {
    const StoryWorld& world = worldOf(experiment);
    const auto words = storyTokenizer(world);
    std::string text;
    for (std::int64_t i = 0; i < storiesTrainedOn(experiment); ++i)
        text += storyText(writeStory(world, experiment.seed, static_cast<std::uint64_t>(i)), *words) + '\n';
    return text;
}

/// Windows of a text stand side by side; only the last may repeat a part of the one before.
std::string windowsOf(const Dataset& data, const Tokenizer& tokenizer, std::size_t most) {
    const auto context = static_cast<std::size_t>(data.description().targetSize);
    std::vector<float> input(context), target(context);
    std::vector<TokenId> tokens;
    for (std::int64_t i = 0; i < data.size() && tokens.size() < most; ++i) {
        data.sample(i, input, target);
        std::transform(input.begin(), input.end(), std::back_inserter(tokens),
                       [](float token) { return static_cast<TokenId>(token); });
    }
    tokens.resize(std::min(tokens.size(), most));
    return tokenizer.decode(tokens);
}

} // namespace

Experiment experimentOnText(const std::string& path) {
    Experiment experiment = parseExperiment(builtinExperiment("stories"));
    experiment.name = std::filesystem::path(path).stem().string();
    experiment.data = {"text",
                       {{"path", path},
                        {"tokenizer", std::string("bpe")},
                        {"vocab", std::int64_t{1000}},
                        {"context", std::int64_t{64}}}};
    return experiment;
}

std::string dataText(const Experiment& experiment, const DataSplit& split) {
    const auto& tokenizer = split.training->description().tokenizer;
    if (!tokenizer)
        return {};
    return experiment.data.type == "stories" ? storiesOf(experiment)
                                             : windowsOf(*split.training, *tokenizer, kEnough);
}

std::string unseenSentence(const Experiment& experiment, const DataSplit& split) {
    constexpr std::size_t kShort = 24;
    const auto& tokenizer = split.training->description().tokenizer;
    if (!tokenizer || split.validation == nullptr)
        return {};
    return experiment.data.type == "stories" ? unseenPronoun(experiment)
                                             : windowsOf(*split.validation, *tokenizer, kShort);
}

} // namespace neurarium
