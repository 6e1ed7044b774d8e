// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

#include "data/data_loader.h"
#include "inspect/attention_probe.h"
#include "inspect/sample_sentences.h"
#include "layers/network.h"
#include "tensor/thread_pool.h"
#include "training/early_stopping.h"
#include "training/executor.h"
#include "training/loss.h"
#include "training/optimizer.h"
#include "training/schedule.h"
#include "training/thread_choice.h"
#include "training/trainer.h"

namespace neurarium {

/// What the epoch under way has given so far; part of the training state.
struct EpochSums {
    double loss = 0; ///< of all samples
    std::int64_t samples = 0;
    std::int64_t right = 0;
    std::int64_t answers = 0;
    bool operator==(const EpochSums&) const = default;
};

/// The parts of a Trainer, shared by its source files.
struct Trainer::Parts {
    Parts(const Experiment& experiment, DataSplit data, const TrainerOptions& options);

    const DatasetDescription& description() const { return data.training->description(); }
    void applyDropout();
    /// Gives each dropout layer the rate of the experiment again.
    void resetDropout();
    void applyPendingBatchSize();
    /// The batch of the last step, made once more when the state was restored; null before the first step.
    const Batch* lastBatchAgain();
    /// Keeps the running statistics for the case that the step diverges, and puts them back.
    void keepBuffers();
    void undoBuffers();
    /// "loss", or the first parameter whose gradient or value is NaN or Inf; empty when all is finite.
    std::string notFinitePlace(double batchLoss);
    /// Scales the gradient down to the experiment's largest norm (torch.nn.utils.clip_grad_norm_).
    void clipGradient();
    double learningRate() const;
    /// The epoch under way, or the one that ended right here.
    std::int64_t epochUnderWay() const { return epochsDone + (stepInEpoch > 0 ? 1 : 0); }
    /// Epochs done, with the share of the one under way.
    double epochsPassed() const;

    Experiment experiment;
    DataSplit data;
    TrainerOptions options;
    Network network;
    std::unique_ptr<Loss> loss;
    ThreadPool pool;
    ThreadChoice threadChoice;
    Executor executor;
    std::unique_ptr<Optimizer> optimizer;
    DataLoader loader;
    Schedule schedule;
    EarlyStopping earlyStopping;
    LiveSettings settings;
    NetworkGraph graph;
    FloatBuffer gradient;
    std::vector<double> ownDropout;                ///< rate of each dropout layer in the experiment
    std::vector<std::vector<float>> buffersBefore; ///< running statistics, to undo a step that diverged

    std::int64_t epochs = 0; ///< planned
    std::int64_t epochsDone = 0;
    std::int64_t stepsDone = 0;
    std::int64_t stepInEpoch = 0;
    EpochSums sums;
    double seconds = 0; ///< of the epoch under way; never part of the state
    Predictions predictions;
    bool predictionsFresh = false;
    const Batch* lastBatch = nullptr;
    std::vector<std::int64_t> tokenCounts;     ///< in the training data; empty until asked for
    std::unique_ptr<AttentionProbe> attention; ///< of the sentence that was looked at last
    std::vector<SampleSentence> sentences;     ///< of the validation text; empty until asked for
};

} // namespace neurarium
