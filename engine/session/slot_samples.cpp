// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/slot_samples.h"

#include <algorithm>
#include <map>
#include <utility>

#include "inspect/attention_probe.h"
#include "inspect/sample_sentences.h"
#include "session/picture_samples.h"
#include "text/tokenizer.h"

namespace neurarium {

namespace {

constexpr std::size_t kMostPictures = 4;
constexpr std::int64_t kMostLookedAt = 64; ///< samples, for different classes
constexpr std::int32_t kPictureLimit = 96;
constexpr std::int32_t kMapCells = 48;
constexpr std::size_t kMostTokens = 12; ///< more cells would be too small to be told apart

/// Some samples of another dataset.
class Selection : public Dataset {
public:
    Selection(const Dataset& all, std::vector<std::int64_t> samples)
        : m_all(all)
        , m_samples(std::move(samples)) {}

    const DatasetDescription& description() const override { return m_all.description(); }
    std::int64_t size() const override { return std::ssize(m_samples); }
    void sample(std::int64_t index, std::span<float> input, std::span<float> target) const override {
        m_all.sample(m_samples[static_cast<std::size_t>(index)], input, target);
    }

private:
    const Dataset& m_all;
    std::vector<std::int64_t> m_samples;
};

/// The first samples of each class in turn, in the order of their places.
std::vector<std::int64_t> variedSamples(const Dataset& dataset) {
    const DatasetDescription& description = dataset.description();
    std::vector<float> input(static_cast<std::size_t>(description.inputShape.elements()));
    std::vector<float> target(static_cast<std::size_t>(description.targetSize));
    std::map<std::int64_t, std::int64_t> ofClass;
    std::vector<std::pair<std::int64_t, std::int64_t>> rounds; // how many of its class came before, and which
    for (std::int64_t i = 0; i < std::min(dataset.size(), kMostLookedAt); ++i) {
        dataset.sample(i, input, target);
        rounds.emplace_back(ofClass[static_cast<std::int64_t>(target.front())]++, i);
    }
    std::sort(rounds.begin(), rounds.end());
    std::vector<std::int64_t> samples;
    for (const auto& [round, sample] : rounds)
        if (samples.size() < kMostPictures)
            samples.push_back(sample);
    std::sort(samples.begin(), samples.end());
    return samples;
}

/// How the heads look at the beginning of the first validation text, or training text where none is kept.
AttentionMaps attentionOf(Trainer& trainer) {
    const DataSplit& split = trainer.data();
    const DatasetDescription& data = split.training->description();
    if (data.tokenizer == nullptr || data.targetKind != TargetKind::Tokens ||
        transformerBlocks(trainer.network()).empty())
        return {};
    const auto sentences = sampleSentences(split.validation ? *split.validation : *split.training, 1);
    if (sentences.empty())
        return {};
    std::vector<std::int64_t> tokens = sentences.front().tokens;
    tokens.resize(std::min(tokens.size(), kMostTokens));
    AttentionProbe probe(trainer.experiment(), data, std::ssize(tokens));
    AttentionMaps maps = probe.look(trainer.network(), tokens, {});
    for (const std::int64_t token : tokens)
        maps.tokens.push_back(data.tokenizer->shown(static_cast<TokenId>(token)));
    return maps;
}

} // namespace

SlotView slotView(Trainer& trainer, CheckpointId checkpoint) {
    SlotView view;
    view.checkpoint = checkpoint;
    const DatasetDescription& data = trainer.data().training->description();
    if (isPlane(data))
        view.decision = trainer.playground(kMapCells).decision;
    view.attention = attentionOf(trainer);
    const auto& validation = trainer.data().validation;
    if (!data.pictures || validation == nullptr || data.targetKind != TargetKind::Classes)
        return view;
    const std::vector<std::int64_t> samples = variedSamples(*validation);
    view.pictures = picturesOf(*validation, samples, kPictureLimit).pictures;
    const Predictions said = trainer.evaluate(Selection(*validation, samples)).predictions;
    view.truth = said.truth;
    view.answers = said.answers;
    return view;
}

} // namespace neurarium
