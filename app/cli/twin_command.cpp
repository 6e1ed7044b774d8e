// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include <algorithm>
#include <array>

#include <QCoreApplication>

#include "app/cli/event_json.h"
#include "app/cli/interrupt_watcher.h"
#include "app/cli/knob_options.h"
#include "app/cli/layer_option.h"
#include "app/cli/problem_line.h"
#include "app/cli/stored_network.h"
#include "app/data_source.h"
#include "session/training_session.h"
#include "training/state_text.h"

namespace neurarium::cli {

namespace {

/// What is asked for; everything in it fits the run.
struct Wish {
    CheckpointId from;
    TwinChange change;
    std::int64_t steps = 0;
};

void requireOneChange(const Arguments& arguments) {
    constexpr std::array kChanges{"--dropout", "--lr", "--wrong-labels", "--layer"};
    const auto given = std::count_if(kChanges.begin(), kChanges.end(),
                                     [&](const char* option) { return arguments.has(option); });
    if (given != 1)
        throw Error(ProblemKind::Refused, "twin", explain("Problem", "A twin differs in exactly one thing"),
                    explain("Problem", "Say one of --dropout, --lr, --wrong-labels, or --layer with --set."));
    if (arguments.has("--layer") != arguments.has("--set"))
        throw Error(ProblemKind::Refused, arguments.has("--layer") ? "--set" : "--layer",
                    explain("Problem", "It is missing"),
                    explain("Problem", "Add --help to see what this command needs."));
}

Wish readWish(const std::string& run, const Arguments& arguments) {
    requireOneChange(arguments);
    checkKnobs(run, arguments);
    const auto steps = arguments.integer("--steps", 1);
    if (!steps)
        throw Error(ProblemKind::Refused, "--steps", explain("Problem", "It is missing"),
                    explain("Problem", "Add --help to see what this command needs."));
    const auto store = RunStore::open(run, RunStore::Access::ReadOnly);
    const CheckpointInfo from = store->find(arguments.text("--from").value_or("last"));
    Wish wish{from.id, {}, *steps};
    if (const auto place = arguments.text("--layer"))
        wish.change =
            withLayerOptions(storedExperiment(*store, from, arguments), *place, *arguments.text("--set"))
                .network;
    else
        wish.change = withKnobs(StateText(store->load(from.id).metadata).settings(), arguments);
    return wish;
}

void writeText(const TwinReport& report, Console& console) {
    console.write(
        QCoreApplication::translate("Cli", "Branch %1 went on as it was, branch %2 with %3 from %4 to %5")
            .arg(report.same.value)
            .arg(report.other.value)
            .arg(QString::fromStdString(report.change.knob), QString::fromStdString(report.change.before),
                 QString::fromStdString(report.change.after)));
    for (std::size_t i = 0; i < std::min(report.sameEpochs.size(), report.otherEpochs.size()); ++i) {
        const EpochReport &same = report.sameEpochs[i], &other = report.otherEpochs[i];
        console.write(QCoreApplication::translate("Cli", "Epoch %1: validation loss %2, with the change %3")
                          .arg(same.epoch)
                          .arg(same.validationLoss.value_or(same.trainLoss), 0, 'f', 4)
                          .arg(other.validationLoss.value_or(other.trainLoss), 0, 'f', 4));
    }
    if (report.diverged)
        console.say(QCoreApplication::translate("Cli", "One of the two diverged: both end there"));
}

/// Hears what becomes of the wish, and ends the event loop when it is done.
class TwinWatch : public QObject {
public:
    TwinWatch(TrainingSession& session, Console& console, std::filesystem::path run)
        : m_console(console)
        , m_run(std::move(run)) {
        using S = TrainingSession;
        connect(&session, &S::replayProgress, this, [this](RunId, qint64 done, qint64 total) {
            m_console.progress(QCoreApplication::translate("Cli", "Step %1 of %2").arg(done).arg(total));
        });
        connect(&session, &S::checkpointSaved, this, [this](RunId, const CheckpointInfo& checkpoint) {
            if (m_console.json)
                m_console.write(checkpointEvent(checkpoint, m_run));
        });
        connect(&session, &S::twinFinished, this,
                [this](RunId, const std::shared_ptr<const TwinReport>& report) { onTwin(*report); });
        connect(&session, &S::replayCancelled, this, [this] { m_refused = true; });
        connect(&session, &S::warned, this, [this](RunId, const Problem& problem) {
            m_console.problem(problem);
            if (m_refused)
                end(exitCode(problem.kind));
        });
        connect(&session, &S::failed, this, [this](RunId, const Problem& problem) {
            m_console.problem(problem);
            end(exitCode(problem.kind));
        });
        connect(&session, &S::finished, this, [this] { end(Interrupted); });
    }

    /// What was trained until then stays.
    void interrupted() { m_exitCode = Interrupted; }

    int run() {
        QCoreApplication::exec();
        return m_exitCode;
    }

private:
    void onTwin(const TwinReport& report) {
        if (m_console.json)
            m_console.write(twinObject(report, m_run));
        else
            writeText(report, m_console);
        end(m_exitCode);
    }
    void end(int code) {
        m_exitCode = code;
        QCoreApplication::quit();
    }

    Console& m_console;
    const std::filesystem::path m_run;
    bool m_refused = false; ///< the reason is told next
    int m_exitCode = Done;
};

} // namespace

int runTwin(const Arguments& arguments, Console& console) {
    const std::string run = onlyWord(arguments, "RUN");
    const Wish wish = readWish(run, arguments);
    SessionOptions options;
    options.trainer.threads = threadsOf(arguments);
    if (const auto data = arguments.text("--data"))
        options.dataPath = std::filesystem::absolute(*data).lexically_normal().string();

    const InterruptWatcher interrupts;
    TrainingSession session(catalogueSource(options.trainer.threads));
    TwinWatch watch(session, console, run);
    QObject::connect(&interrupts, &InterruptWatcher::interrupted, &session, [&] {
        watch.interrupted();
        session.interrupt();
    });
    session.open(QString::fromStdString(run), "last", options);
    session.runTwin(wish.from, wish.change, wish.steps);
    return watch.run();
}

} // namespace neurarium::cli
