// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/stories.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "data/token_windows.h"
#include "datasets/source_options.h"
#include "datasets/story_groups.h"
#include "datasets/text_source.h"
#include "report/error.h"

namespace neurarium {

namespace {

/// Stories one behind the other, each with the end of its line, and where each begins.
struct Corpus {
    std::vector<TokenId> tokens;
    std::vector<std::uint32_t> beginnings;

    void add(const Tokenizer& tokenizer, const std::string& story) {
        beginnings.push_back(static_cast<std::uint32_t>(tokens.size()));
        const std::vector<TokenId> ids = tokenizer.encode(story + '\n');
        tokens.insert(tokens.end(), ids.begin(), ids.end());
    }
};

std::string joined(const std::vector<std::string>& stories, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += stories[i] + '\n';
    return text;
}

/// The stories from which a whole window follows within their part; null when there is none.
std::shared_ptr<const Dataset> windows(const Corpus& corpus, const DatasetDescription& description) {
    const auto needed = static_cast<std::size_t>(description.targetSize) + 1;
    std::vector<std::uint32_t> beginnings = corpus.beginnings;
    while (!beginnings.empty() && beginnings.back() + needed > corpus.tokens.size())
        beginnings.pop_back();
    if (beginnings.empty())
        return nullptr;
    auto text = std::make_shared<const std::vector<std::uint16_t>>(packed(corpus.tokens));
    return std::make_shared<TokenWindows>(description, std::move(text), std::move(beginnings));
}

} // namespace

std::shared_ptr<const WordsTokenizer> storyTokenizer(const StoryWorld& world) {
    return std::make_shared<const WordsTokenizer>(storyVocabulary(world));
}

std::vector<TokenId> storyTokens(const Story& story, const WordsTokenizer& tokenizer) {
    std::vector<TokenId> tokens;
    for (const StoryPiece& piece : story.pieces) {
        const auto token = piece.kind == StoryPieceKind::Word       ? tokenizer.word(piece.text)
                           : piece.kind == StoryPieceKind::Attached ? tokenizer.attached(piece.text)
                                                                    : tokenizer.opening(piece.text);
        tokens.push_back(token.value());
    }
    return tokens;
}

std::string storyText(const Story& story, const WordsTokenizer& tokenizer) {
    return tokenizer.decode(storyTokens(story, tokenizer));
}

std::int64_t trainingStories(std::int64_t samples, double validation) {
    if (validation <= 0 || samples < 2)
        return samples;
    const auto kept = std::llround(validation * static_cast<double>(samples));
    return samples - std::clamp<std::int64_t>(kept, 1, samples - 1);
}

DataSplit readStories(const Experiment& experiment, const ReadContext& context) {
    const bool korean = std::get<std::string>(sourceOption(experiment, "language")) == "ko";
    const auto samples = std::get<std::int64_t>(sourceOption(experiment, "samples"));
    const auto length = std::get<std::int64_t>(sourceOption(experiment, "context"));
    const StoryWorld& world = storyWorld(korean ? StoryLanguage::Korean : StoryLanguage::English);
    const auto words = storyTokenizer(world);
    std::vector<std::string> stories;
    for (std::int64_t i = 0; i < samples; ++i)
        stories.push_back(
            storyText(writeStory(world, experiment.seed, static_cast<std::uint64_t>(i)), *words));

    const auto count = static_cast<std::size_t>(trainingStories(samples, experiment.validation));
    std::shared_ptr<const Tokenizer> tokenizer = context.tokenizer;
    if (!tokenizer && std::get<std::string>(sourceOption(experiment, "tokenizer")) == "words")
        tokenizer = words;
    if (!tokenizer)
        tokenizer = askedTokenizer(experiment, joined(stories, count));
    Corpus training, validation;
    for (std::size_t i = 0; i < stories.size(); ++i)
        (i < count ? training : validation).add(*tokenizer, stories[i]);

    const DatasetDescription description = describeTokens(tokenizer, length);
    DataSplit split;
    if (const auto* whole = dynamic_cast<const WordsTokenizer*>(tokenizer.get()))
        split.groups = storyGroups(world, *whole);
    split.training = windows(training, description);
    if (split.training == nullptr)
        throw Error(
            ProblemKind::Refused, "data.context",
            explain("Problem", "is %1, more than all stories together have", {std::to_string(length)}),
            explain("Problem", "Ask for more stories with \"samples\", or make \"context\" smaller"));
    split.validation = windows(validation, description);
    return split;
}

} // namespace neurarium
