// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <filesystem>
#include <functional>

#include <QObject>

#include "app/cli/console.h"
#include "session/training_session.h"

namespace neurarium::cli {

/// Prints what a session tells, in the order in which it happened, and knows the exit code at the end.
class TrainingWatch : public QObject {
    Q_OBJECT
public:
    struct Options {
        bool logSteps = false;
        std::filesystem::path folder;
    };
    TrainingWatch(TrainingSession& session, Console& console, Options options);

    /// Runs the event loop until training has ended. Returns the exit code.
    int run();

private:
    void connectTraining(TrainingSession& session);
    void connectHistory(TrainingSession& session);
    void onStarted(const NetworkGraph& graph);
    void onSteps(const std::vector<StepReport>& steps);
    void onEpoch(const EpochReport& epoch);
    void onDiverged(const DivergenceReport& report);
    void onFinished(const Outcome& outcome);
    /// Prints at once, or behind the line of step `step` when steps are printed too.
    void after(std::int64_t step, std::function<void()> print);
    void printWaiting(std::int64_t step);
    void end(int code);
    void showProgress();

    struct Waiting {
        std::int64_t step = 0;
        std::function<void()> print;
    };

    Console& m_console;
    const Options m_options;
    NetworkGraph m_graph;
    StepReport m_lastStep;
    double m_samplesPerSecond = 0;
    std::int64_t m_printedStep = 0;
    std::deque<Waiting> m_waiting;
    Outcome m_outcome;
    int m_exitCode = 0;
};

} // namespace neurarium::cli
