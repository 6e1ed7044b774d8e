// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <functional>
#include <span>
#include <utility>

#include "training/trainer_parts.h"

namespace neurarium {

namespace {

constexpr std::int64_t kChunkFloats = std::int64_t{1} << 18; // inputs read at once while evaluating: 1 MiB
constexpr std::int64_t kMostSamples = 1024;
constexpr std::int64_t kFewestSamples = 16;

/// Samples to be evaluated at once: neither what is read nor what is answered shall be large, but there shall
/// be some for each thread.
std::int64_t samplesAtOnce(std::int64_t inputSize, std::int64_t outputSize, int threads) {
    const auto fitting = [fewest = std::max<std::int64_t>(kFewestSamples, 2 * threads)](std::int64_t size) {
        return std::clamp<std::int64_t>(kChunkFloats / std::max<std::int64_t>(size, 1), fewest, kMostSamples);
    };
    return std::min(fitting(inputSize), fitting(outputSize));
}

/// Calls work(n) for each of some samples of so many numbers, on all threads where there are many.
template <typename Work>
void overSamples(ThreadPool& pool, std::int64_t samples, std::int64_t numbers, const Work& work) {
    constexpr std::int64_t kWorthSharing = 32'768;
    const auto one = [&](int n, int) { work(std::int64_t{n}); };
    if (samples * numbers >= kWorthSharing)
        return pool.run(static_cast<int>(samples), std::cref(one));
    const DenormalsFlushed flushed;
    for (std::int64_t n = 0; n < samples; ++n)
        work(n);
}

/// The class that the outputs of a sample name, and how surely.
Prediction predictionOf(const Loss& loss, std::vector<float>& outputs) {
    loss.toProbabilities(outputs.data());
    if (outputs.size() == 1) {
        const bool second = outputs[0] > 0.5F;
        return {second ? 1 : 0, second ? outputs[0] : 1.0F - outputs[0]};
    }
    const auto best = std::max_element(outputs.begin(), outputs.end());
    return {static_cast<std::int32_t>(best - outputs.begin()), *best};
}

/// Reads the samples of a dataset, some at once.
class SampleReader {
public:
    SampleReader(const Dataset& dataset, std::int64_t outputSize, ThreadPool& pool)
        : m_dataset(dataset)
        , m_pool(pool)
        , m_inputSize(static_cast<std::size_t>(dataset.description().inputShape.elements()))
        , m_targetSize(static_cast<std::size_t>(dataset.description().targetSize))
        , m_chunk(samplesAtOnce(static_cast<std::int64_t>(m_inputSize), outputSize, pool.threads()))
        , m_inputs(m_chunk * static_cast<std::int64_t>(m_inputSize))
        , m_targets(static_cast<std::size_t>(m_chunk) * m_targetSize) {}

    std::int64_t chunk() const { return m_chunk; }
    const float* inputs() const { return m_inputs.data(); }
    const float* target(std::int64_t n) const {
        return m_targets.data() + static_cast<std::size_t>(n) * m_targetSize;
    }

    /// Reads up to chunk() samples and tells how many. Files may be damaged, which the threads of a pool
    /// could not say: they share what is in memory.
    std::int64_t read(std::int64_t first) {
        const std::int64_t count = std::min(m_chunk, m_dataset.size() - first);
        const auto readOne = [&](std::int64_t n) {
            m_dataset.sample(
                first + n, m_inputs.span().subspan(static_cast<std::size_t>(n) * m_inputSize, m_inputSize),
                std::span(m_targets).subspan(static_cast<std::size_t>(n) * m_targetSize, m_targetSize));
        };
        if (m_dataset.inMemory())
            overSamples(m_pool, count, static_cast<std::int64_t>(m_inputSize), readOne);
        else
            for (std::int64_t n = 0; n < count; ++n)
                readOne(n);
        return count;
    }

private:
    const Dataset& m_dataset;
    ThreadPool& m_pool;
    std::size_t m_inputSize, m_targetSize;
    std::int64_t m_chunk;
    FloatBuffer m_inputs;
    std::vector<float> m_targets;
};

/// How far the answer to a sample is from its target.
struct Judgement {
    double loss = 0;
    std::int64_t right = 0;
};

/// Counts what a network said about the samples of a dataset.
class Tally {
public:
    Tally(const Loss& loss, const DatasetDescription& data)
        : m_loss(loss)
        , m_outputs(static_cast<std::size_t>(loss.outputShape().elements()))
        , m_classes(data.targetKind == TargetKind::Classes && loss.answers() == 1) {
        const std::int64_t said = m_outputs == 1 ? 2 : static_cast<std::int64_t>(m_outputs);
        const auto count = static_cast<std::size_t>(std::max(data.classes, said));
        if (m_classes)
            m_evaluation.predictions.confusion.assign(count, std::vector<std::int64_t>(count, 0));
    }

    void add(const Judgement& judgement, const float* outputs, const float* target) {
        ++m_evaluation.samples;
        m_sum += judgement.loss;
        m_right += judgement.right;
        if (!m_classes)
            return;
        m_row.assign(outputs, outputs + m_outputs);
        const Prediction prediction = predictionOf(m_loss, m_row);
        const auto truth = static_cast<std::int32_t>(target[0]);
        Predictions& predictions = m_evaluation.predictions;
        predictions.truth.push_back(truth);
        predictions.answers.push_back(prediction);
        ++predictions
              .confusion[static_cast<std::size_t>(truth)][static_cast<std::size_t>(prediction.predicted)];
    }

    Evaluation result() {
        const auto samples = static_cast<double>(m_evaluation.samples);
        m_evaluation.loss = m_sum / samples;
        if (m_loss.answers() > 0)
            m_evaluation.accuracy =
                static_cast<double>(m_right) / (samples * static_cast<double>(m_loss.answers()));
        return std::move(m_evaluation);
    }

private:
    const Loss& m_loss;
    std::size_t m_outputs;
    bool m_classes;
    Evaluation m_evaluation;
    double m_sum = 0;
    std::int64_t m_right = 0;
    std::vector<float> m_row;
};

} // namespace

Evaluation Trainer::evaluate(const Dataset& dataset) {
    Parts& p = *m_parts;
    Tally tally(*p.loss, dataset.description());
    const std::int64_t outputSize = p.loss->outputShape().elements();
    SampleReader reader(dataset, outputSize, p.pool);
    FloatBuffer outputs(reader.chunk() * outputSize);
    std::vector<Judgement> judgements(static_cast<std::size_t>(reader.chunk()));
    for (std::int64_t first = 0; first < dataset.size(); first += reader.chunk()) {
        const std::int64_t count = reader.read(first);
        p.executor.forward(reader.inputs(), count, outputs.data());
        overSamples(p.pool, count, outputSize, [&](std::int64_t n) {
            const float* const said = outputs.data() + n * outputSize;
            judgements[static_cast<std::size_t>(n)] = {
                .loss = p.loss->sample(said, reader.target(n), nullptr, 1.0F),
                .right = p.loss->rightAnswers(said, reader.target(n))};
        });
        for (std::int64_t n = 0; n < count; ++n)
            tally.add(judgements[static_cast<std::size_t>(n)], outputs.data() + n * outputSize,
                      reader.target(n));
    }
    return tally.result();
}

const Predictions& Trainer::predictions() {
    Parts& p = *m_parts;
    if (!p.predictionsFresh && p.data.validation != nullptr) {
        p.predictions = evaluate(*p.data.validation).predictions;
        p.predictions.epoch = p.epochsDone;
        p.predictions.step = p.stepsDone;
        p.predictionsFresh = true;
    }
    return p.predictions;
}

} // namespace neurarium
