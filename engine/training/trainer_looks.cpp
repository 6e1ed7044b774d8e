// SPDX-License-Identifier: GPL-3.0-or-later
// What may be seen of a network in training: attention, and the vectors that it makes of tokens and pictures.
#include <algorithm>

#include "inspect/attention_probe.h"
#include "inspect/head_trial.h"
#include "inspect/token_names.h"
#include "layers/linear.h"
#include "layers/token_embedding.h"
#include "report/error.h"
#include "training/trainer_parts.h"

namespace neurarium {

namespace {

/// How often each token stands in the inputs of a dataset, or in about a million of them, evenly spread.
std::vector<std::int64_t> countTokens(const Dataset& dataset) {
    constexpr std::int64_t kMostCounted = 1'000'000;
    const DatasetDescription& data = dataset.description();
    const std::int64_t length = data.inputShape.elements();
    const std::int64_t samples = std::clamp<std::int64_t>(kMostCounted / length, 1, dataset.size());
    std::vector<std::int64_t> counts(static_cast<std::size_t>(data.tokens));
    std::vector<float> input(static_cast<std::size_t>(length)),
        target(static_cast<std::size_t>(data.targetSize));
    for (std::int64_t i = 0; i < samples; ++i) {
        dataset.sample(i * dataset.size() / samples, input, target);
        for (const float token : input)
            if (token >= 0 && token < static_cast<float>(data.tokens))
                ++counts[static_cast<std::size_t>(token)];
    }
    return counts;
}

/// The place that the last fully connected layer reads; -1 when there is none.
int lastHiddenValue(const Network& network) {
    int value = -1;
    for (const Node& node : network.nodes())
        if (dynamic_cast<const Linear*>(node.layer.get()) != nullptr)
            value = node.input;
    return value;
}

} // namespace

AttentionMaps Trainer::attention(const std::string& text, const std::vector<HeadPlace>& off) {
    Parts& p = *m_parts;
    const std::vector<std::int64_t> tokens = tokensOf(p.description(), text);
    if (!p.attention || p.attention->tokens() != std::ssize(tokens)) {
        p.attention.reset();
        p.attention = std::make_unique<AttentionProbe>(p.experiment, p.description(), std::ssize(tokens));
    }
    AttentionMaps maps = p.attention->look(p.network, tokens, off);
    maps.epoch = p.epochUnderWay();
    maps.step = p.stepsDone;
    maps.text = text;
    for (const std::int64_t token : tokens)
        maps.tokens.push_back(tokenName(p.description(), token));
    return maps;
}

HeadEffect Trainer::headEffect(const std::vector<HeadPlace>& off) {
    constexpr std::size_t kSentences = 32;
    Parts& p = *m_parts;
    if (!p.description().tokenInputs || p.description().targetKind != TargetKind::Tokens)
        throw Error(ProblemKind::Refused, "attention",
                    explain("Problem", "This network does not read text: there is no attention to look at"));
    if (p.data.validation == nullptr)
        throw Error(ProblemKind::Refused, "attention",
                    explain("Problem", "No text is kept for validation: there are no sentences to try"),
                    explain("Problem", "Keep a part of the text for validation."));
    if (p.sentences.empty())
        p.sentences = sampleSentences(*p.data.validation, kSentences);
    HeadEffect effect = tryHeads(p.network, p.executor, p.sentences, off);
    effect.epoch = p.epochUnderWay();
    effect.step = p.stepsDone;
    return effect;
}

std::optional<Embeddings> Trainer::tokenEmbeddings() const {
    Parts& p = *m_parts;
    for (const Node& node : p.network.nodes()) {
        if (dynamic_cast<const TokenEmbedding*>(node.layer.get()) == nullptr)
            continue;
        const Parameter& table = *node.layer->parameters().front();
        Embeddings embeddings{.epoch = p.epochUnderWay(),
                              .step = p.stepsDone,
                              .epochs = p.epochsPassed(),
                              .dimensions = table.shape[1]};
        if (p.tokenCounts.empty())
            p.tokenCounts = countTokens(*p.data.training);
        const TokenGroups* groups = p.data.groups.get();
        if (groups != nullptr)
            embeddings.groupNames = groups->names;
        for (std::size_t token = 0; token < p.tokenCounts.size(); ++token) {
            if (p.tokenCounts[token] == 0)
                continue;
            if (groups != nullptr)
                embeddings.groups.push_back(token < groups->ofToken.size() ? groups->ofToken[token] : -1);
            embeddings.labels.push_back(tokenName(p.description(), static_cast<std::int64_t>(token)));
            embeddings.counts.push_back(p.tokenCounts[token]);
            const auto row = table.value.subspan(token * static_cast<std::size_t>(embeddings.dimensions),
                                                 static_cast<std::size_t>(embeddings.dimensions));
            embeddings.vectors.insert(embeddings.vectors.end(), row.begin(), row.end());
        }
        return embeddings;
    }
    return std::nullopt;
}

std::optional<Embeddings> Trainer::pictureEmbeddings(std::int64_t most) {
    Parts& p = *m_parts;
    const int hidden = lastHiddenValue(p.network);
    if (!p.data.validation || !p.description().pictures || hidden < 0)
        return std::nullopt;
    const Dataset& dataset = *p.data.validation;
    const std::int64_t count = std::min(most, dataset.size());
    Embeddings embeddings{.epoch = p.epochUnderWay(), .step = p.stepsDone, .epochs = p.epochsPassed()};
    embeddings.dimensions = p.network.values()[static_cast<std::size_t>(hidden)].shape.elements();
    embeddings.vectors.resize(static_cast<std::size_t>(count * embeddings.dimensions));
    embeddings.groupNames = p.description().classNames;
    constexpr std::int64_t kTogether = 64;
    const std::int64_t inputSize = p.description().inputShape.elements();
    FloatBuffer inputs(kTogether * inputSize), outputs(kTogether * p.loss->outputShape().elements());
    std::vector<float> target(static_cast<std::size_t>(p.description().targetSize));
    for (std::int64_t first = 0; first < count; first += kTogether) {
        const std::int64_t some = std::min(kTogether, count - first);
        for (std::int64_t n = 0; n < some; ++n) {
            dataset.sample((first + n) * dataset.size() / count,
                           inputs.span().subspan(static_cast<std::size_t>(n * inputSize),
                                                 static_cast<std::size_t>(inputSize)),
                           target);
            const auto group = static_cast<std::size_t>(target.front());
            embeddings.groups.push_back(static_cast<std::int32_t>(group));
            embeddings.labels.push_back(group < embeddings.groupNames.size() ? embeddings.groupNames[group]
                                                                             : std::to_string(group));
        }
        p.executor.forward(
            inputs.data(), some, outputs.data(),
            {.value = hidden, .numbers = embeddings.vectors.data() + first * embeddings.dimensions});
    }
    return embeddings;
}

} // namespace neurarium
