// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QObject>

#include "app/lab.h"
#include "app/lesson_facts.h"

namespace neurarium {

/// Keeps the facts that lessons ask about, by listening to a lab. Another experiment, or the same one anew,
/// begins with fresh facts.
class LessonWatch : public QObject {
    Q_OBJECT
public:
    explicit LessonWatch(Lab& lab, QObject* parent = nullptr);

    const LessonFacts& facts() const { return m_facts; }

public slots:
    /// A cell of the confusion matrix was clicked.
    void noteCellChosen();

public:
    /// Something was done in the panels of tokens, attention or words.
    void noteWords(const std::function<void(WordFacts&)>& change);

signals:
    void changed();

private:
    void connectTraining();
    void connectHistory();
    void begin(const Experiment& experiment);
    void takeRecipe(const Experiment& experiment);
    void takeSettings(const LiveSettings& settings);
    void takePhase(LabPhase phase);
    void takeSteps(const std::vector<StepReport>& all);
    void takeEpochs(const std::vector<EpochReport>& all);
    void takeTimeline(const Timeline& timeline);
    void goBack(const CheckpointInfo& checkpoint);

    Lab& m_lab;
    LessonFacts m_facts;
    std::int64_t m_stepsOfThisRun = 0; ///< since training was set going last
    double m_ownDropout = 0;           ///< the largest rate that the recipe's layers have
};

} // namespace neurarium
