// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/head_trial.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

#include "inspect/attention_probe.h"

namespace neurarium {

namespace {

constexpr std::int64_t kMostOutputs = std::int64_t{1} << 22; // logits at once: 16 MiB
constexpr std::int64_t kMostTogether = 16;

/// What was foretold of one sentence.
struct Foretold {
    double loss = 0; ///< mean over the tokens
    std::int64_t right = 0;
};

/// Tokens of a sentence that are to be foretold: all but the first.
std::int64_t foretellable(const SampleSentence& sentence, std::int64_t context) {
    return std::min<std::int64_t>(std::ssize(sentence.tokens) - 1, context);
}

/// −log softmax(logits)[right].
double lossOf(std::span<const float> logits, std::int64_t right) {
    const double largest = *std::max_element(logits.begin(), logits.end());
    double sum = 0;
    for (const float each : logits)
        sum += std::exp(double{each} - largest);
    return std::log(sum) - (double{logits[static_cast<std::size_t>(right)]} - largest);
}

Foretold foretold(const SampleSentence& sentence, const float* outputs, const Shape& shape) {
    Foretold result;
    const std::int64_t places = foretellable(sentence, shape[0]);
    for (std::int64_t t = 0; t < places; ++t) {
        const std::span<const float> logits(outputs + t * shape.last(),
                                            static_cast<std::size_t>(shape.last()));
        const std::int64_t right = sentence.tokens[static_cast<std::size_t>(t) + 1];
        result.loss += lossOf(logits, right) / static_cast<double>(places);
        result.right += std::max_element(logits.begin(), logits.end()) - logits.begin() == right ? 1 : 0;
    }
    return result;
}

/// What stands behind a sentence in its sample is left blank: it is not looked at.
std::vector<Foretold> foretell(const Network& network, Executor& executor,
                               const std::vector<SampleSentence>& sentences, const Inspection& looks) {
    const std::int64_t context = network.inputShape().elements(), size = network.outputShape().elements();
    const std::int64_t together = std::clamp<std::int64_t>(kMostOutputs / size, 1, kMostTogether);
    FloatBuffer inputs(together * context), outputs(together * size);
    std::vector<Foretold> results;
    for (std::int64_t first = 0; first < std::ssize(sentences); first += together) {
        const std::int64_t some = std::min(together, std::ssize(sentences) - first);
        std::fill_n(inputs.data(), together * context, 0.0F);
        for (std::int64_t n = 0; n < some; ++n) {
            const SampleSentence& sentence = sentences[static_cast<std::size_t>(first + n)];
            std::transform(sentence.tokens.begin(), sentence.tokens.begin() + foretellable(sentence, context),
                           inputs.data() + n * context,
                           [](std::int64_t token) { return static_cast<float>(token); });
        }
        executor.forward(inputs.data(), some, outputs.data(), looks);
        for (std::int64_t n = 0; n < some; ++n)
            results.push_back(foretold(sentences[static_cast<std::size_t>(first + n)],
                                       outputs.data() + n * size, network.outputShape()));
    }
    return results;
}

/// How much worse; what cannot be said any more is the worst.
double rise(const SentenceEffect& effect) {
    const double rise = effect.lossAfter - effect.lossBefore;
    return std::isnan(rise) ? std::numeric_limits<double>::infinity() : rise;
}

} // namespace

HeadEffect tryHeads(const Network& network, Executor& executor, const std::vector<SampleSentence>& sentences,
                    const std::vector<HeadPlace>& off) {
    HeadSwitches switches(network, off);
    const std::vector<Foretold> before = foretell(network, executor, sentences, {});
    const std::vector<Foretold> after = foretell(network, executor, sentences, {.lenses = switches.lenses()});
    HeadEffect effect;
    effect.off = off;
    for (std::size_t i = 0; i < sentences.size(); ++i)
        effect.sentences.push_back({sentences[i].text,
                                    foretellable(sentences[i], network.inputShape().elements()),
                                    before[i].loss, after[i].loss, before[i].right, after[i].right});
    std::stable_sort(effect.sentences.begin(), effect.sentences.end(),
                     [](const SentenceEffect& a, const SentenceEffect& b) { return rise(a) > rise(b); });
    return effect;
}

} // namespace neurarium
