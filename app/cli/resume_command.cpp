// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include <filesystem>
#include <utility>

#include "app/cli/interrupt_watcher.h"
#include "app/cli/training_watch.h"
#include "app/data_source.h"
#include "data/wrong_labels.h"
#include "session/run_notes.h"

namespace neurarium::cli {

namespace {

/// The knobs as the options want them.
LiveSettings withOptions(LiveSettings settings, const Arguments& arguments) {
    const auto dropout = arguments.text("--dropout");
    settings.dropoutOn = dropout ? *dropout != "off" : settings.dropoutOn;
    if (dropout && *dropout != "off")
        settings.dropout = arguments.number("--dropout");
    settings.learningRate = arguments.number("--lr").value_or(settings.learningRate);
    if (const auto fraction = arguments.number("--wrong-labels"))
        settings.wrongLabels = fraction;
    return settings;
}

/// Labels can be wrong where there are classes: the run knows, before any data is read.
void checkLabels(const std::string& folder, double fraction) {
    const auto store = RunStore::open(folder, RunStore::Access::ReadOnly);
    if (isDataNoted(*store))
        checkMislabel(fraction, standInData(*store).training->description(), "--wrong-labels");
}

void checkOptions(const std::string& folder, const Arguments& arguments) {
    const LiveSettings wanted = withOptions({}, arguments);
    if (wanted.dropout && (*wanted.dropout < 0 || *wanted.dropout >= 1))
        throw Error(ProblemKind::Refused, "--dropout",
                    explain("Problem", "A rate from 0 to below 1, or off, is expected, this is \"%1\"",
                            {*arguments.text("--dropout")}));
    if (arguments.has("--lr") && wanted.learningRate <= 0)
        throw Error(ProblemKind::Refused, "--lr", explain("Problem", "A learning rate above 0 is expected"));
    if (wanted.wrongLabels)
        checkLabels(folder, *wanted.wrongLabels);
}

SessionOptions sessionOptions(const Arguments& arguments) {
    SessionOptions options;
    options.trainer.threads = threadsOf(arguments);
    options.trainer.chooseThreads = true;
    options.steps = arguments.integer("--steps", 1);
    options.moreEpochs = arguments.integer("--epochs", 1);
    options.weightsOnly = arguments.has("--weights-only");
    if (const auto data = arguments.text("--data"))
        options.dataPath = std::filesystem::absolute(*data).lexically_normal().string();
    return options;
}

} // namespace

int runResume(const Arguments& arguments, Console& console) {
    const std::string folder = onlyWord(arguments, "RUN");
    checkOptions(folder, arguments);
    const SessionOptions options = sessionOptions(arguments);
    const auto budget = budgetOf(arguments);

    const InterruptWatcher interrupts;
    TrainingSession session(catalogueSource(options.trainer.threads));
    TrainingWatch watch(session, console, {arguments.has("--log-steps"), folder});
    QObject::connect(&interrupts, &InterruptWatcher::interrupted, &session, &TrainingSession::interrupt);
    bool begun = false;
    QObject::connect(&session, &TrainingSession::settingsChanged, &watch,
                     [&](RunId, const LiveSettings& settings) {
                         if (std::exchange(begun, true))
                             return;
                         const LiveSettings wanted = withOptions(settings, arguments);
                         if (wanted != settings)
                             session.change(wanted);
                         session.start();
                     });
    session.open(QString::fromStdString(folder),
                 QString::fromStdString(arguments.text("--from").value_or("last")), options);
    if (budget)
        session.setDiskBudget(*budget);
    return watch.run();
}

} // namespace neurarium::cli
