// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "app/word_facts.h"
#include "report/recipe.h"

namespace neurarium {

/// What a lesson may ask about the lab: how training stands, and what was done since the experiment was
/// opened. Accuracies are fractions 0 ... 1.
struct LessonFacts {
    bool running = false;
    bool paused = false; ///< a run stands still and has made steps
    bool finished = false;
    std::int64_t steps = 0;     ///< updates done where training stands
    std::int64_t epochs = 0;    ///< epochs done where training stands
    std::int64_t newEpochs = 0; ///< epochs finished since going back last; 0 before that
    int singleSteps = 0;        ///< times that exactly one step was made

    std::optional<double> trainLoss, validationLoss; ///< of the last finished epoch where training stands
    std::optional<double> trainAccuracy, validationAccuracy;
    double bestAccuracy = 0; ///< of all validations so far

    double learningRate = 0;
    int rateChanges = 0;    ///< changes of the learning rate while training
    double dropoutRate = 0; ///< as it works now: 0 when switched off
    AugmentationOptions augment;
    bool labelsCorrected = false; ///< wrong training labels were put right

    int saves = 0;         ///< made by a person
    int timesWentBack = 0; ///< to any checkpoint
    int backToSave = 0;    ///< where training last went back to: a person's save, from 1; 0 for any other
    std::int64_t backEpoch = 0; ///< the epoch that training last went back to
    int branches = 0;
    int comparisons = 0; ///< of two states of the run

    bool ownPhotos = false;
    int cellsChosen = 0; ///< of the confusion matrix
    WordFacts words;
};

} // namespace neurarium
