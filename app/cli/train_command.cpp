// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/experiment_choice.h"
#include "app/cli/interrupt_watcher.h"
#include "app/cli/training_watch.h"
#include "app/data_source.h"

namespace neurarium::cli {

int runTrain(const Arguments& arguments, Console& console) {
    const Experiment experiment = chooseExperiment(onlyWord(arguments, "EXPERIMENT"), arguments);
    const std::filesystem::path folder = chooseRunFolder(experiment, arguments);
    SessionOptions options;
    options.trainer.threads = threadsOf(arguments);
    options.trainer.chooseThreads = true;
    options.steps = arguments.integer("--steps", 1);
    options.initialWeights = arguments.text("--init").value_or("");
    const auto budget = budgetOf(arguments);

    const InterruptWatcher interrupts;
    TrainingSession session(catalogueSource(options.trainer.threads));
    TrainingWatch watch(session, console, {arguments.has("--log-steps"), folder});
    QObject::connect(&interrupts, &InterruptWatcher::interrupted, &session, &TrainingSession::interrupt);
    session.create(experiment, QString::fromStdString(folder.string()), options);
    if (budget)
        session.setDiskBudget(*budget);
    session.start();
    return watch.run();
}

} // namespace neurarium::cli
