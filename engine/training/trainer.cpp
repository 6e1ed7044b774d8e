// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/trainer.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <span>

#include "data/wrong_labels.h"
#include "experiment/experiment.h"
#include "kernels/kernels.h"
#include "layers/dropout_knob.h"
#include "report/error.h"
#include "training/network_builder.h"
#include "training/trainer_parts.h"

namespace neurarium {

namespace {

using Clock = std::chrono::steady_clock;

constexpr double kClipEpsilon = 1e-6; // torch.nn.utils.clip_grad_norm_

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

LiveSettings initialSettings(const Experiment& experiment) {
    const KindDescription& kind = describedKind(recipeCatalogue().optimizers, experiment.optimizer.type);
    LiveSettings settings;
    settings.learningRate = numberValue(kind, experiment.optimizer.options, "lr");
    settings.augment = experiment.augment;
    settings.batchSize = experiment.batchSize;
    return settings;
}

LoaderOptions loaderOptions(const Experiment& experiment, const DatasetDescription& data, bool prefetch) {
    LoaderOptions options;
    options.batchSize = experiment.batchSize;
    options.shuffle = experiment.shuffle;
    options.seed = experiment.seed;
    options.augment = data.pictures ? experiment.augment : AugmentationOptions{};
    options.mislabel = experiment.mislabel;
    options.prefetch = prefetch;
    return options;
}

DataSplit checkedData(DataSplit data) {
    if (data.training == nullptr || data.training->size() == 0)
        throw Error(ProblemKind::Refused, "data", explain("Problem", "holds no sample to learn from"));
    if (data.validation != nullptr && data.validation->size() == 0)
        data.validation.reset();
    return data;
}

/// While it lives, the pool uses as many threads as proved quicker, and the time is taken for that.
class ChosenThreads {
public:
    ChosenThreads(ThreadPool& pool, ThreadChoice* choice, std::int64_t samples)
        : m_pool(pool)
        , m_choice(choice)
        , m_samples(samples) {
        if (m_choice == nullptr)
            return;
        m_start = Clock::now();
        m_pool.setAlone(m_choice->alone());
    }
    ~ChosenThreads() {
        if (m_choice == nullptr)
            return;
        m_pool.setAlone(false);
        m_choice->stepTook(secondsSince(m_start), m_samples);
    }
    ChosenThreads(const ChosenThreads&) = delete;
    ChosenThreads& operator=(const ChosenThreads&) = delete;

private:
    ThreadPool& m_pool;
    ThreadChoice* m_choice;
    std::int64_t m_samples;
    Clock::time_point m_start;
};

std::string lastLayer(const Experiment& experiment) {
    return "network[" + std::to_string(experiment.network.size() - 1) + "]";
}

} // namespace

Trainer::Parts::Parts(const Experiment& given, DataSplit split, const TrainerOptions& given_options)
    : experiment(given)
    , data(checkedData(std::move(split)))
    , options(given_options)
    , network(buildNetwork(experiment, description()))
    , loss(makeLoss(experiment.loss, network.outputShape(), description(), lastLayer(experiment)))
    , pool(options.threads)
    , executor(network, *loss, pool)
    , optimizer(makeOptimizer(experiment.optimizer, network.parameterCount()))
    , loader(data.training, loaderOptions(experiment, description(), options.prefetch), &pool)
    , schedule(experiment.schedule, experiment.epochs * loader.batches())
    , earlyStopping(experiment.patience)
    , settings(initialSettings(experiment))
    , gradient(network.parameterCount())
    , epochs(experiment.epochs) {
    checkMislabel(experiment.mislabel.fraction, description(), "data.mislabel");
    network.initialize(experiment.seed);
    graph.inputShape = description().inputShape.lengths();
    graph.layers = network.summaries();
    graph.classNames = description().classNames;
    graph.trainingSamples = data.training->size();
    graph.validationSamples = data.validation == nullptr ? 0 : data.validation->size();
    for (const LayerSummary& layer : graph.layers) {
        graph.weights += layer.weights;
        graph.biases += layer.biases;
    }
    graph.epochs = epochs;
    graph.stepsPerEpoch = loader.batches();
    graph.datasetHash = data.hash;
    for (const Node& node : network.nodes())
        if (const auto* dropout = dynamic_cast<const DropoutKnob*>(node.layer.get()))
            ownDropout.push_back(dropout->rate());
}

double Trainer::Parts::learningRate() const {
    return schedule.rate(settings.learningRate, stepsDone, epochsDone);
}

double Trainer::Parts::epochsPassed() const {
    return static_cast<double>(epochsDone) +
           static_cast<double>(stepInEpoch) / static_cast<double>(loader.batches());
}

void Trainer::Parts::applyDropout() {
    for (Node& node : network.nodes())
        if (auto* dropout = dynamic_cast<DropoutKnob*>(node.layer.get())) {
            if (settings.dropout)
                dropout->setRate(*settings.dropout);
            dropout->setOn(settings.dropoutOn);
        }
}

void Trainer::Parts::resetDropout() {
    std::size_t next = 0;
    for (Node& node : network.nodes())
        if (auto* dropout = dynamic_cast<DropoutKnob*>(node.layer.get()))
            dropout->setRate(ownDropout[next++]);
}

void Trainer::Parts::applyPendingBatchSize() {
    if (stepInEpoch == 0 && loader.options().batchSize != settings.batchSize)
        loader.setBatchSize(settings.batchSize);
}

const Batch* Trainer::Parts::lastBatchAgain() {
    if (lastBatch == nullptr && stepsDone > 0) {
        const bool betweenEpochs = stepInEpoch == 0;
        lastBatch = &loader.batch(betweenEpochs ? epochsDone : epochsDone + 1,
                                  (betweenEpochs ? loader.batches() : stepInEpoch) - 1);
    }
    return lastBatch;
}

void Trainer::Parts::keepBuffers() {
    buffersBefore.resize(network.buffers().size());
    for (std::size_t i = 0; i < buffersBefore.size(); ++i)
        buffersBefore[i] = network.buffers()[i]->value;
}

void Trainer::Parts::undoBuffers() {
    for (std::size_t i = 0; i < buffersBefore.size(); ++i)
        network.buffers()[i]->value = buffersBefore[i];
}

std::string Trainer::Parts::notFinitePlace(double batchLoss) {
    if (!std::isfinite(batchLoss))
        return "loss";
    const auto allFinite = [](std::span<const float> values) {
        return kernels().allFinite(std::ssize(values), values.data());
    };
    for (const StateBuffer* buffer : network.buffers())
        if (!allFinite(buffer->value))
            return buffer->name;
    std::atomic<bool> finite{true};
    pool.runStretches(gradient.size(), [&](std::int64_t begin, std::int64_t end) {
        if (!kernels().allFinite(end - begin, gradient.data() + begin) ||
            !kernels().allFinite(end - begin, network.weights().data() + begin))
            finite = false;
    });
    if (finite)
        return {};
    for (const Parameter* parameter : network.parameters())
        if (!allFinite(parameter->value) ||
            !allFinite(gradient.span().subspan(static_cast<std::size_t>(parameter->offset),
                                               parameter->value.size())))
            return parameter->name;
    return "loss";
}

void Trainer::Parts::clipGradient() {
    if (experiment.gradientClip <= 0)
        return;
    const double norm = std::sqrt(kernels().sumOfSquares(gradient.size(), gradient.data()));
    if (norm <= experiment.gradientClip)
        return;
    const auto scale = static_cast<float>(experiment.gradientClip / (norm + kClipEpsilon));
    for (float& each : gradient.span())
        each *= scale;
}

Trainer::Trainer(const Experiment& experiment, DataSplit data, TrainerOptions options)
    : m_parts(std::make_unique<Parts>(experiment, std::move(data), options)) {}

Trainer::~Trainer() = default;

const Experiment& Trainer::experiment() const {
    return m_parts->experiment;
}

const DataSplit& Trainer::data() const {
    return m_parts->data;
}

Network& Trainer::network() {
    return m_parts->network;
}

const NetworkGraph& Trainer::graph() const {
    return m_parts->graph;
}

StepResult Trainer::step() {
    Parts& p = *m_parts;
    const auto start = Clock::now();
    const DenormalsFlushed flushed;
    p.applyPendingBatchSize();
    const Batch& batch = p.loader.batch(p.epochsDone + 1, p.stepInEpoch);
    const ChosenThreads chosen(p.pool, p.options.chooseThreads ? &p.threadChoice : nullptr, batch.size());
    p.lastBatch = &batch;
    p.predictionsFresh = false;
    p.keepBuffers();
    const double rate = p.learningRate();
    const BatchOutcome outcome = p.executor.gradient({.inputs = batch.inputs.data(),
                                                      .targets = batch.targets.data(),
                                                      .samples = batch.size(),
                                                      .targetSize = p.description().targetSize,
                                                      .seed = p.experiment.seed,
                                                      .step = static_cast<std::uint64_t>(p.stepsDone)},
                                                     p.gradient.data());
    StepResult result;
    result.report = {.step = p.stepsDone + 1,
                     .epoch = p.epochsDone + 1,
                     .loss = static_cast<float>(outcome.loss),
                     .learningRate = rate};
    result.place = p.notFinitePlace(outcome.loss);
    if (!result.place.empty()) {
        p.undoBuffers();
        result.finite = false;
        return result;
    }
    p.clipGradient();
    ++p.stepsDone;
    ++p.stepInEpoch;
    p.optimizer->update(p.network, p.gradient.data(), {.number = p.stepsDone, .learningRate = rate}, p.pool);
    p.sums.loss += outcome.loss * static_cast<double>(batch.size());
    p.sums.samples += batch.size();
    p.sums.right += outcome.right;
    p.sums.answers += outcome.answers;
    p.seconds += secondsSince(start);
    result.epochFinished = p.stepInEpoch >= p.loader.batches();
    return result;
}

EpochReport Trainer::finishEpoch() {
    Parts& p = *m_parts;
    EpochReport report;
    report.learningRate = p.schedule.rate(p.settings.learningRate, p.stepsDone - 1, p.epochsDone);
    ++p.epochsDone;
    p.stepInEpoch = 0;
    p.applyPendingBatchSize();
    report.epoch = p.epochsDone;
    report.step = p.stepsDone;
    report.trainLoss = p.sums.loss / static_cast<double>(p.sums.samples);
    if (p.sums.answers > 0)
        report.trainAccuracy = static_cast<double>(p.sums.right) / static_cast<double>(p.sums.answers);
    report.seconds = p.seconds;
    report.samplesPerSecond = p.seconds > 0 ? static_cast<double>(p.sums.samples) / p.seconds : 0;
    p.sums = {};
    p.seconds = 0;
    if (p.data.validation != nullptr) {
        Evaluation evaluation = evaluate(*p.data.validation);
        report.validationLoss = evaluation.loss;
        report.validationAccuracy = evaluation.accuracy;
        p.predictions = std::move(evaluation.predictions);
        p.predictions.epoch = p.epochsDone;
        p.predictions.step = p.stepsDone;
        p.predictionsFresh = true;
    }
    const double watched = report.validationLoss.value_or(report.trainLoss);
    p.schedule.epochFinished(watched);
    p.earlyStopping.epochFinished(p.epochsDone, p.stepsDone, watched);
    return report;
}

bool Trainer::shouldStopEarly() const {
    return m_parts->earlyStopping.shouldStop();
}

bool Trainer::isBest() const {
    return m_parts->epochsDone > 0 && m_parts->earlyStopping.best().epoch == m_parts->epochsDone;
}

std::int64_t Trainer::epochsDone() const {
    return m_parts->epochsDone;
}

std::int64_t Trainer::stepsDone() const {
    return m_parts->stepsDone;
}

std::int64_t Trainer::stepsPerEpoch() const {
    return m_parts->loader.batches();
}

std::int64_t Trainer::stepInEpoch() const {
    return m_parts->stepInEpoch;
}

void Trainer::setEpochs(std::int64_t epochs) {
    m_parts->epochs = epochs;
    m_parts->graph.epochs = epochs;
}

LiveSettings Trainer::settings() const {
    return m_parts->settings;
}

void Trainer::change(const LiveSettings& settings) {
    Parts& p = *m_parts;
    checkMislabel(settings.wrongLabels.value_or(0), p.description(), "wrong_labels");
    const bool augment = settings.augment != p.settings.augment;
    const bool mislabel = settings.wrongLabels != p.settings.wrongLabels;
    if (!settings.dropout)
        p.resetDropout();
    p.settings = settings;
    p.applyDropout();
    p.applyPendingBatchSize();
    if (augment && p.description().pictures)
        p.loader.setAugmentation(settings.augment);
    if (mislabel)
        p.loader.setMislabel(settings.wrongLabels ? MislabelOptions{*settings.wrongLabels, 1}
                                                  : p.experiment.mislabel);
}

const Tensor& Trainer::lastInputs() const {
    static const Tensor none;
    const Batch* batch = m_parts->lastBatchAgain();
    return batch == nullptr ? none : batch->inputs;
}

const Tensor& Trainer::lastTargets() const {
    static const Tensor none;
    return m_parts->lastBatch == nullptr ? none : m_parts->lastBatch->targets;
}

const std::vector<std::int64_t>& Trainer::lastSamples() const {
    static const std::vector<std::int64_t> none;
    const Batch* batch = m_parts->lastBatchAgain();
    return batch == nullptr ? none : batch->samples;
}

} // namespace neurarium
