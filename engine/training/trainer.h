// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "checkpoint/training_state.h"
#include "data/data_split.h"
#include "experiment/experiment.h"
#include "report/attention_maps.h"
#include "report/embeddings.h"
#include "report/epoch_report.h"
#include "report/head_effect.h"
#include "report/network_graph.h"
#include "report/playground.h"
#include "report/predictions.h"
#include "report/step_report.h"
#include "tensor/tensor.h"

namespace neurarium {

class Network;

struct TrainerOptions {
    int threads = 0;            ///< 0: the number of physical cores
    bool prefetch = true;       ///< prepare batches ahead on another thread
    bool chooseThreads = false; ///< train on one thread where trials show that this is quicker
};

/// The live knobs as they are now. They are part of the training state.
struct LiveSettings {
    double learningRate = 0;       ///< the base rate that the schedule starts from
    std::optional<double> dropout; ///< the rate of all dropout layers; absent: each layer's own
    bool dropoutOn = true;         ///< off keeps the rates
    AugmentationOptions augment;
    std::int64_t batchSize = 32; ///< a change waits for the next epoch
    /// The part of the training labels that are wrong, 0 ... 1; absent: as the experiment says.
    std::optional<double> wrongLabels;
    bool operator==(const LiveSettings&) const = default;
};

/// What evaluating a dataset gave.
struct Evaluation {
    double loss = 0;
    std::optional<double> accuracy{}; ///< absent for regression
    Predictions predictions{};        ///< filled where targets are classes
    std::int64_t samples = 0;
};

/// What one step gave.
struct StepResult {
    StepReport report;  ///< branch is left empty
    bool finite = true; ///< false: NaN or Inf in loss, gradient, weights or statistics; nothing was touched
    std::string place;  ///< when not finite: "loss" or the tensor's name
    bool epochFinished = false; ///< this was the last step of its epoch: call finishEpoch next
};

/// One network in training: weights, optimiser, data order, random numbers, schedule, early stopping. All of
/// it is one TrainingState; restoring that state and going on gives the same bits again, for any number of
/// threads. Used from one thread at a time. No Qt, no files.
class Trainer {
public:
    /// Throws Error (Refused) when the experiment does not fit the data, with the layer's place, or when it
    /// needs more than half of the machine's memory.
    Trainer(const Experiment& experiment, DataSplit data, TrainerOptions options = {});
    ~Trainer();
    Trainer(const Trainer&) = delete;
    Trainer& operator=(const Trainer&) = delete;

    const Experiment& experiment() const;
    const DataSplit& data() const;
    const NetworkGraph& graph() const;

    /// Replaces the weights by bare-named tensors (those beginning with "state/" are ignored). Throws Error
    /// (Refused) naming the first three missing, extra or misshapen tensors; nothing is changed then.
    void loadWeights(const TrainingState& weights);
    /// The whole state, or restores one. `restore` throws Error (Refused) when the state belongs to another
    /// experiment, dataset or arithmetic, or differs in its tensors; nothing is changed then.
    TrainingState state() const;
    void restore(const TrainingState& state);

    /// One batch: forward, backward, update.
    StepResult step();
    /// Evaluates, moves the schedule and early stopping, and reports. Call after a step with `epochFinished`.
    EpochReport finishEpoch();
    /// The answers for the validation set made by the last finishEpoch, or by a new pass when there are none.
    const Predictions& predictions();
    /// Early stopping says so (false without patience).
    bool shouldStopEarly() const;
    /// The last finished epoch has the lowest validation loss so far.
    bool isBest() const;

    std::int64_t epochsDone() const;
    std::int64_t stepsDone() const;
    std::int64_t stepsPerEpoch() const;
    /// Steps already taken in the epoch that is under way; 0 between epochs.
    std::int64_t stepInEpoch() const;
    /// The planned last epoch; may be raised while training (does not change the schedule).
    void setEpochs(std::int64_t epochs);

    LiveSettings settings() const;
    /// Takes effect at the next step (the batch size at the next epoch). Throws Error (Refused), and changes
    /// nothing, for wrong labels that this data cannot have.
    void change(const LiveSettings& settings);

    Evaluation evaluate(const Dataset& dataset);
    /// The network itself, for reading text token by token between two steps. Not to be changed.
    Network& network();
    /// The network's outputs N×... for inputs N×..., as in evaluation.
    Tensor outputs(const Tensor& inputs);
    /// Outputs turned into probabilities: softmax or sigmoid as the loss says; unchanged for regression.
    Tensor probabilities(const Tensor& inputs);
    /// The batch that the last step used, for the strip of pictures; its samples' numbers in the training
    /// set. Behind a restored state it is made once more, with the augmentation as it is now.
    const Tensor& lastInputs() const;
    /// Its targets as they were trained on, wrong labels included.
    const Tensor& lastTargets() const;
    const std::vector<std::int64_t>& lastSamples() const;
    /// For two-dimensional inputs: the decision map of size×size cells and the neurons (small networks only).
    PlaygroundSnapshot playground(std::int32_t size);
    /// How the heads attend to a text, as in evaluation; those in `off` count as zero. Throws Error (Refused)
    /// when the network has no attention, or the text is empty or too long for it.
    AttentionMaps attention(const std::string& text, const std::vector<HeadPlace>& off = {});
    /// How well the network foretells sentences of the validation text, with all heads and without those.
    /// Throws Error (Refused) when it does not read text, no text is kept for validation, or there is no such
    /// head.
    HeadEffect headEffect(const std::vector<HeadPlace>& off);
    /// The rows of the first token embedding whose tokens occur in the training data: nothing was learnt of
    /// the others. Nothing when there is no such layer.
    std::optional<Embeddings> tokenEmbeddings() const;
    /// What the last fully connected layer reads of up to `most` validation pictures, spread evenly; without
    /// thumbnails. Nothing when there are no pictures or no such layer.
    std::optional<Embeddings> pictureEmbeddings(std::int64_t most);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

/// Checks an experiment against the data's description without allocating: one answer a layer.
RecipeCheck checkRecipe(const Experiment& experiment, const DatasetDescription& data);

} // namespace neurarium
