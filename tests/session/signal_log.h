// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

#include "session/training_session.h"

namespace neurarium {

/// Writes down what a session says, in the order in which it says it.
class SignalLog : public QObject {
    Q_OBJECT
public:
    explicit SignalLog(TrainingSession& session);

    /// Waits until a signal of this name has come `count` times in all. False after `milliseconds`.
    bool waitFor(const QString& name, int count = 1, int milliseconds = 30000);
    /// Waits for finished or failed.
    bool waitForEnd(int milliseconds = 60000);
    int count(const QString& name) const { return static_cast<int>(names.count(name)); }

    QStringList names;
    std::vector<StepReport> steps;
    std::vector<EpochReport> epochs;
    std::vector<Mark> marks;
    std::vector<CheckpointInfo> checkpoints;
    std::vector<Problem> warnings;
    LiveSettings settings;
    std::shared_ptr<const Timeline> timeline;
    std::shared_ptr<const std::vector<Thumbnail>> thumbnails;
    std::shared_ptr<const PictureSet> pictures;
    std::shared_ptr<const BatchPictures> batch;
    std::shared_ptr<const Predictions> predictions;
    std::vector<StepPlace> places;
    Proof proof;
    Repetition repetition;
    CheckpointId redo;
    StepPlace undone;
    std::shared_ptr<const TwinStart> twinStart;
    std::shared_ptr<const TwinReport> twin;
    std::shared_ptr<const Comparison> comparison;
    DivergenceReport divergence;
    Outcome outcome;
    Problem problem;       ///< of `failed`, or of packing
    ArchiveReport archive; ///< what was packed last

private:
    void listenToTraining(TrainingSession& session);
    /// Going to steps, proofs, comparisons, twins.
    void listenToTheWay(TrainingSession& session);
    void listenToViews(TrainingSession& session);
};

} // namespace neurarium
