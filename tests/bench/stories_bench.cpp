// SPDX-License-Identifier: GPL-3.0-or-later
// What a network learns from the stories: stories_bench EXPERIMENT.json [SEEDS [EPOCHS]]. Trains it for each
// seed and prints the validation loss against guessing, how near soccer is to school and to today, and how
// surely a head of attention finds the owner of a pronoun in stories kept for validation.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <numeric>
#include <span>
#include <string>
#include <vector>

#include "checkpoint/training_state.h"
#include "datasets/source_options.h"
#include "datasets/stories.h"
#include "training/trainer.h"

using namespace neurarium;

namespace {

using Row = std::vector<double>;
using Rows = std::vector<Row>;

/// The weights of a network as its experiment made it: embeddings, blocks and what is between them.
class PlainGpt {
public:
    explicit PlainGpt(const Trainer& trainer)
        : m_state(trainer.state()) {
        const auto& layers = trainer.experiment().network;
        for (std::size_t i = 0; i < layers.size(); ++i) {
            if (layers[i].type == "token_embedding")
                m_embedding = tensor(std::to_string(i) + ".weight");
            if (layers[i].type == "position_embedding")
                m_positions = tensor(std::to_string(i) + ".weight");
            if (layers[i].type == "transformer_block") {
                m_blocks.push_back(std::to_string(i) + ".");
                m_heads = static_cast<std::size_t>(std::get<std::int64_t>(layers[i].options.at("heads")));
            }
        }
    }

    const Rows& embedding() const { return m_embedding; }
    std::size_t blocks() const { return m_blocks.size(); }
    std::size_t heads() const { return m_heads; }

    /// Attention of the rows asked for: weights[block * heads + head][number of the row].
    std::vector<Rows> attention(const std::vector<TokenId>& tokens, const std::vector<std::size_t>& rows) {
        Rows x;
        for (std::size_t t = 0; t < tokens.size(); ++t)
            x.push_back(sum(m_embedding[static_cast<std::size_t>(tokens[t])], m_positions[t]));
        std::vector<Rows> found;
        for (const std::string& block : m_blocks)
            through(block, x, rows, found);
        return found;
    }

private:
    Rows tensor(const std::string& name) const {
        const StoredTensor& stored = m_state.tensors.at(name);
        const std::vector<float> values = stored.floats();
        const auto width = static_cast<std::size_t>(stored.shape.last());
        Rows rows;
        for (std::size_t i = 0; i < values.size(); i += width)
            rows.emplace_back(values.begin() + static_cast<std::ptrdiff_t>(i),
                              values.begin() + static_cast<std::ptrdiff_t>(i + width));
        return rows;
    }
    static Row sum(const Row& a, const Row& b) {
        Row c = a;
        std::transform(a.begin(), a.end(), b.begin(), c.begin(), std::plus<>());
        return c;
    }
    Row normal(const std::string& name, const Row& x) {
        const double mean = std::accumulate(x.begin(), x.end(), 0.0) / static_cast<double>(x.size());
        double variance = 0;
        for (const double each : x)
            variance += (each - mean) * (each - mean) / static_cast<double>(x.size());
        const Row &weight = weights(name + ".weight")[0], &bias = weights(name + ".bias")[0];
        Row y;
        for (std::size_t i = 0; i < x.size(); ++i)
            y.push_back((x[i] - mean) / std::sqrt(variance + 1e-5) * weight[i] + bias[i]);
        return y;
    }
    Row linear(const std::string& name, const Row& x) {
        const Rows& weight = weights(name + ".weight");
        Row y = weights(name + ".bias")[0];
        for (std::size_t i = 0; i < y.size(); ++i)
            y[i] += std::inner_product(x.begin(), x.end(), weight[i].begin(), 0.0);
        return y;
    }
    const Rows& weights(const std::string& name) {
        auto [found, fresh] = m_weights.try_emplace(name);
        if (fresh)
            found->second = tensor(name);
        return found->second;
    }

    /// Adds what one head gives the tokens; returns its weights in the rows asked for.
    Rows attend(std::size_t head, const Rows& qkv, const std::vector<std::size_t>& rows,
                Rows& attended) const {
        Rows kept;
        const std::size_t width = qkv[0].size() / 3, size = width / m_heads, first = head * size;
        for (std::size_t t = 0; t < qkv.size(); ++t) {
            Row scores;
            for (std::size_t s = 0; s <= t; ++s) {
                double score = 0;
                for (std::size_t i = first; i < first + size; ++i)
                    score += qkv[t][i] * qkv[s][width + i];
                scores.push_back(std::exp(score / std::sqrt(static_cast<double>(size))));
            }
            const double total = std::accumulate(scores.begin(), scores.end(), 0.0);
            for (double& score : scores)
                score /= total;
            for (std::size_t s = 0; s <= t; ++s)
                for (std::size_t i = first; i < first + size; ++i)
                    attended[t][i] += scores[s] * qkv[s][2 * width + i];
            if (std::find(rows.begin(), rows.end(), t) != rows.end())
                kept.push_back(scores);
        }
        return kept;
    }

    void through(const std::string& block, Rows& x, const std::vector<std::size_t>& rows,
                 std::vector<Rows>& found) {
        Rows qkv, attended(x.size(), Row(x[0].size(), 0.0));
        for (const Row& each : x)
            qkv.push_back(linear(block + "attn.qkv", normal(block + "ln1", each)));
        for (std::size_t head = 0; head < m_heads; ++head)
            found.push_back(attend(head, qkv, rows, attended));
        for (std::size_t t = 0; t < x.size(); ++t) {
            x[t] = sum(x[t], linear(block + "attn.proj", attended[t]));
            Row hidden = linear(block + "mlp.fc1", normal(block + "ln2", x[t]));
            for (double& each : hidden)
                each = 0.5 * each * (1 + std::erf(each / std::sqrt(2.0)));
            x[t] = sum(x[t], linear(block + "mlp.fc2", hidden));
        }
    }

    TrainingState m_state;
    std::map<std::string, Rows> m_weights;
    Rows m_embedding, m_positions;
    std::vector<std::string> m_blocks;
    std::size_t m_heads = 1;
};

double cosine(const Row& a, const Row& b) {
    const auto dot = [](const Row& x, const Row& y) {
        return std::inner_product(x.begin(), x.end(), y.begin(), 0.0);
    };
    return dot(a, b) / std::sqrt(dot(a, a) * dot(b, b));
}

void printCosines(const PlainGpt& gpt, const WordsTokenizer& tokenizer, bool korean) {
    const auto vector = [&](const char* word) {
        return gpt.embedding()[static_cast<std::size_t>(tokenizer.word(word).value())];
    };
    const Row soccer = vector(korean ? "축구" : "soccer"), today = vector(korean ? "오늘" : "today");
    std::printf(
        "  cosine of soccer and school %.3f, and class %.3f, and today %.3f; yesterday and tomorrow %.3f\n",
        cosine(soccer, vector(korean ? "학교" : "school")), cosine(soccer, vector(korean ? "수업" : "class")),
        cosine(soccer, today),
        cosine(vector(korean ? "어제" : "yesterday"), vector(korean ? "내일" : "tomorrow")));
}

/// For each head, in how many stories a pronoun gives its owner more than half of its attention.
void printOwners(PlainGpt& gpt, const Experiment& experiment, const StoryWorld& world,
                 const WordsTokenizer& tokenizer) {
    constexpr std::uint64_t kStories = 200;
    const auto samples = std::get<std::int64_t>(sourceOption(experiment, "samples"));
    const auto first = static_cast<std::uint64_t>(trainingStories(samples, experiment.validation));
    std::vector<std::int64_t> sure(gpt.blocks() * gpt.heads());
    std::vector<double> mean(sure.size());
    std::int64_t pronouns = 0;
    for (std::uint64_t number = first; number < first + kStories; ++number) {
        const Story story = writeStory(world, experiment.seed, number);
        std::vector<std::size_t> rows;
        for (const StoryPronoun& each : story.pronouns)
            rows.push_back(each.pronoun);
        const auto heads = gpt.attention(storyTokens(story, tokenizer), rows);
        for (std::size_t i = 0; i < story.pronouns.size(); ++i, ++pronouns)
            for (std::size_t head = 0; head < heads.size(); ++head) {
                const double weight = heads[head][i][story.pronouns[i].owner];
                sure[head] += weight > 0.5 ? 1 : 0;
                mean[head] += weight;
            }
    }
    for (std::size_t head = 0; head < sure.size(); ++head)
        std::printf("%s%5.1f %% (%.2f)%s", head % gpt.heads() == 0 ? "  " : ", ",
                    100.0 * static_cast<double>(sure[head]) / static_cast<double>(pronouns),
                    mean[head] / static_cast<double>(pronouns),
                    head % gpt.heads() + 1 == gpt.heads() ? "\n" : "");
    const auto best = std::max_element(sure.begin(), sure.end());
    std::printf("  best head: more than half on the owner for %.1f %% of %lld pronouns\n",
                100.0 * static_cast<double>(*best) / static_cast<double>(pronouns),
                static_cast<long long>(pronouns));
}

void measure(Experiment experiment, bool korean) {
    const StoryWorld& world = storyWorld(korean ? StoryLanguage::Korean : StoryLanguage::English);
    const auto tokenizer = storyTokenizer(world);
    const auto start = std::chrono::steady_clock::now();
    Trainer trainer(experiment, readData(experiment),
                    {.threads = 2, .prefetch = true, .chooseThreads = true});
    EpochReport report;
    while (trainer.epochsDone() < experiment.epochs) {
        StepResult step;
        do
            step = trainer.step();
        while (!step.epochFinished);
        report = trainer.finishEpoch();
        std::fprintf(stderr, "epoch %lld: train %.3f, validation %.3f, %.0f samples/s, %.1f s\n",
                     static_cast<long long>(report.epoch), report.trainLoss,
                     report.validationLoss.value_or(0), report.samplesPerSecond,
                     std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    const auto tokens = static_cast<double>(trainer.data().training->description().tokens);
    const double loss = report.validationLoss.value_or(0);
    std::printf(
        "seed %llu: %lld parameters, validation loss %.3f, %.1f %% below guessing among %.0f tokens (%.3f)\n",
        static_cast<unsigned long long>(experiment.seed),
        static_cast<long long>(trainer.graph().weights + trainer.graph().biases), loss,
        100 * (1 - loss / std::log(tokens)), tokens, std::log(tokens));
    std::printf("  %.1f %% below guessing among the %.0f words\n", 100 * (1 - loss / std::log(tokens - 257)),
                tokens - 257);
    PlainGpt gpt(trainer);
    printCosines(gpt, *tokenizer, korean);
    printOwners(gpt, experiment, world, *tokenizer);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 2)
        return std::fprintf(stderr, "stories_bench EXPERIMENT.json [SEEDS [EPOCHS]]\n"), 2;
    Experiment experiment = readExperiment(argv[1]);
    if (argc > 3)
        experiment.epochs = std::stoll(argv[3]);
    const bool korean = std::get<std::string>(sourceOption(experiment, "language")) == "ko";
    for (int seed = 0; seed < (argc > 2 ? std::stoi(argv[2]) : 1); ++seed, ++experiment.seed)
        measure(experiment, korean);
}
