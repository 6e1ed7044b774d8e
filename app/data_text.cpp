// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data_text.h"

#include <algorithm>

#include "datasets/source_options.h"
#include "datasets/stories.h"

namespace neurarium {

namespace {

constexpr std::size_t kEnough = 1'000'000;

/// Windows of stories overlap, so they are written once more.
std::string storiesOf(const Experiment& experiment) {
    const bool korean = std::get<std::string>(sourceOption(experiment, "language")) == "ko";
    const StoryWorld& world = storyWorld(korean ? StoryLanguage::Korean : StoryLanguage::English);
    const auto words = storyTokenizer(world);
    const std::int64_t count =
        trainingStories(std::get<std::int64_t>(sourceOption(experiment, "samples")), experiment.validation);
    std::string text;
    for (std::int64_t i = 0; i < count; ++i)
        text += storyText(writeStory(world, experiment.seed, static_cast<std::uint64_t>(i)), *words) + '\n';
    return text;
}

/// Windows of a text stand side by side; only the last may repeat a part of the one before.
std::string windowsOf(const Dataset& data, const Tokenizer& tokenizer) {
    const auto context = static_cast<std::size_t>(data.description().targetSize);
    std::vector<float> input(context), target(context);
    std::vector<TokenId> tokens;
    for (std::int64_t i = 0; i < data.size() && tokens.size() < kEnough; ++i) {
        data.sample(i, input, target);
        std::transform(input.begin(), input.end(), std::back_inserter(tokens),
                       [](float token) { return static_cast<TokenId>(token); });
    }
    return tokenizer.decode(tokens);
}

} // namespace

std::string dataText(const Experiment& experiment, const DataSplit& split) {
    const auto& tokenizer = split.training->description().tokenizer;
    if (!tokenizer)
        return {};
    return experiment.data.type == "stories" ? storiesOf(experiment) : windowsOf(*split.training, *tokenizer);
}

} // namespace neurarium
