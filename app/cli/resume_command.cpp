// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include <filesystem>
#include <utility>

#include "app/cli/interrupt_watcher.h"
#include "app/cli/knob_options.h"
#include "app/cli/training_watch.h"
#include "app/data_source.h"

namespace neurarium::cli {

namespace {

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
    checkKnobs(folder, arguments);
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
                         const LiveSettings wanted = withKnobs(settings, arguments);
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
