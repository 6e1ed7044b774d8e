// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/training_watch.h"

#include <limits>
#include <utility>

#include <QCoreApplication>

#include "app/cli/event_json.h"
#include "app/cli/problem_line.h"

namespace neurarium::cli {

namespace {

QString percent(const std::optional<double>& fraction) {
    return fraction ? QString::number(*fraction * 100, 'f', 1) + " %" : QString();
}

QString epochLine(const EpochReport& epoch, std::int64_t epochs) {
    QString line = QCoreApplication::translate("Cli", "Epoch %1 of %2: loss %3")
                       .arg(epoch.epoch)
                       .arg(epochs)
                       .arg(epoch.trainLoss, 0, 'f', 4);
    if (epoch.trainAccuracy)
        line += QCoreApplication::translate("Cli", ", accuracy %1").arg(percent(epoch.trainAccuracy));
    if (epoch.validationLoss)
        line +=
            QCoreApplication::translate("Cli", ", validation loss %1").arg(*epoch.validationLoss, 0, 'f', 4);
    if (epoch.validationAccuracy)
        line += QCoreApplication::translate("Cli", ", validation accuracy %1")
                    .arg(percent(epoch.validationAccuracy));
    return line +
           QCoreApplication::translate("Cli", ", %1 samples a second").arg(epoch.samplesPerSecond, 0, 'f', 0);
}

QString changeList(const Mark& mark) {
    QStringList list;
    for (const Change& change : mark.changes)
        list << QString::fromStdString(change.knob + ": " + change.before + " → " + change.after);
    return list.join(", ");
}

} // namespace

TrainingWatch::TrainingWatch(TrainingSession& session, Console& console, Options options)
    : m_console(console)
    , m_options(std::move(options)) {
    connectTraining(session);
    connectHistory(session);
}

void TrainingWatch::connectTraining(TrainingSession& session) {
    connect(&session, &TrainingSession::started, this,
            [this](RunId, const NetworkGraph& graph) { onStarted(graph); });
    connect(&session, &TrainingSession::importProgress, this, [this](RunId, const ImportProgress& progress) {
        m_console.progress(
            QCoreApplication::translate("Cli", "Reading %1 of %2").arg(progress.done).arg(progress.total));
    });
    connect(&session, &TrainingSession::dataRead, this, [this](RunId, const ImportReport& report) {
        const int refused = static_cast<int>(report.refused.size());
        if (refused > 0)
            m_console.say(QCoreApplication::translate("Cli", "%n file(s) could not be used; the first is %1",
                                                      nullptr, refused)
                              .arg(QString::fromStdString(report.refused.front().path)));
    });
    connect(&session, &TrainingSession::stepsFinished, this,
            [this](RunId, const std::shared_ptr<const std::vector<StepReport>>& steps) { onSteps(*steps); });
    connect(&session, &TrainingSession::epochFinished, this,
            [this](RunId, const EpochReport& epoch) { onEpoch(epoch); });
    connect(&session, &TrainingSession::warned, this,
            [this](RunId, const Problem& problem) { m_console.problem(problem); });
    connect(&session, &TrainingSession::diverged, this,
            [this](RunId, const DivergenceReport& report) { onDiverged(report); });
    connect(&session, &TrainingSession::finished, this,
            [this](RunId, const Outcome& outcome) { onFinished(outcome); });
    connect(&session, &TrainingSession::failed, this, [this](RunId, const Problem& problem) {
        printWaiting(std::numeric_limits<std::int64_t>::max());
        m_console.problem(problem);
        end(exitCode(problem.kind));
    });
}

void TrainingWatch::connectHistory(TrainingSession& session) {
    connect(&session, &TrainingSession::changeApplied, this, [this](RunId, const Mark& mark) {
        after(mark.step, [this, mark] {
            if (m_console.json)
                m_console.write(markEvent(mark));
            else
                m_console.say(QCoreApplication::translate("Cli", "Mark %1 at step %2: %3")
                                  .arg(mark.number)
                                  .arg(mark.step)
                                  .arg(changeList(mark)));
        });
    });
    connect(&session, &TrainingSession::checkpointSaved, this,
            [this](RunId, const CheckpointInfo& checkpoint) {
                if (!m_console.json)
                    return;
                after(checkpoint.step,
                      [this, checkpoint] { m_console.write(checkpointEvent(checkpoint, m_options.folder)); });
            });
}

int TrainingWatch::run() {
    QCoreApplication::exec();
    return m_exitCode;
}

void TrainingWatch::onStarted(const NetworkGraph& graph) {
    m_graph = graph;
    if (m_console.json)
        m_console.write(startedEvent(graph));
    else
        m_console.say(
            QCoreApplication::translate("Cli", "%1 parameters, %2 training samples, %3 for validation")
                .arg(graph.weights + graph.biases)
                .arg(graph.trainingSamples)
                .arg(graph.validationSamples));
}

void TrainingWatch::onSteps(const std::vector<StepReport>& steps) {
    m_lastStep = steps.back();
    if (m_options.logSteps)
        for (const StepReport& step : steps) {
            printWaiting(step.step - 1);
            if (m_console.json)
                m_console.write(stepEvent(step));
            else
                m_console.write(QCoreApplication::translate("Cli", "Step %1: loss %2")
                                    .arg(step.step)
                                    .arg(static_cast<double>(step.loss), 0, 'f', 6));
            m_printedStep = step.step;
        }
    printWaiting(m_printedStep);
    showProgress();
}

void TrainingWatch::onEpoch(const EpochReport& epoch) {
    m_samplesPerSecond = epoch.samplesPerSecond;
    after(epoch.step, [this, epoch] {
        if (m_console.json)
            m_console.write(epochEvent(epoch));
        else
            m_console.write(epochLine(epoch, m_graph.epochs));
    });
}

void TrainingWatch::onDiverged(const DivergenceReport& report) {
    printWaiting(std::numeric_limits<std::int64_t>::max());
    Outcome outcome;
    outcome.epoch = report.epoch;
    outcome.step = report.step;
    outcome.last = report.lastGood;
    if (m_console.json)
        m_console.write(finishedEvent("diverged", outcome));
    m_console.problem({ProblemKind::Diverged, report.place,
                       explain("Problem", "The training diverged: NaN or Inf was seen at step %1",
                               {std::to_string(report.step)}),
                       explain("Problem", "Resume from checkpoint %1 with a lower learning rate.",
                               {std::to_string(report.lastGood.value)})});
    end(Diverged);
}

void TrainingWatch::onFinished(const Outcome& outcome) {
    printWaiting(std::numeric_limits<std::int64_t>::max());
    if (m_console.json)
        m_console.write(finishedEvent(reasonText(outcome.reason), outcome));
    else
        m_console.say(QCoreApplication::translate("Cli", "The run is in %1")
                          .arg(QString::fromStdString(m_options.folder.string())));
    end(outcome.reason == FinishReason::Interrupted ? Interrupted : Done);
}

void TrainingWatch::after(std::int64_t step, std::function<void()> print) {
    if (!m_options.logSteps || (m_waiting.empty() && step <= m_printedStep))
        print();
    else
        m_waiting.push_back({step, std::move(print)});
}

void TrainingWatch::printWaiting(std::int64_t step) {
    for (; !m_waiting.empty() && m_waiting.front().step <= step; m_waiting.pop_front())
        m_waiting.front().print();
}

void TrainingWatch::end(int code) {
    m_exitCode = code;
    QCoreApplication::quit();
}

void TrainingWatch::showProgress() {
    m_console.progress(
        QCoreApplication::translate("Cli", "Epoch %1 of %2, step %3, loss %4, %5 samples a second")
            .arg(m_lastStep.epoch)
            .arg(m_graph.epochs)
            .arg(m_lastStep.step)
            .arg(static_cast<double>(m_lastStep.loss), 0, 'f', 4)
            .arg(m_samplesPerSecond, 0, 'f', 0));
}

} // namespace neurarium::cli
