// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include <QCoreApplication>

#include "app/cli/stored_network.h"
#include "datasets/catalogue.h"

namespace neurarium::cli {

namespace {

/// The run's own validation data, or everything in the folder of --data; classes are matched by their names.
std::shared_ptr<const Dataset> dataToAsk(const StoredNetwork& network, const Arguments& arguments) {
    Experiment experiment = storedExperiment(*network.store, arguments);
    ReadContext context;
    context.threads = threadsOf(arguments);
    const bool elsewhere = arguments.has("--data");
    if (elsewhere) {
        experiment.validation = 0;
        experiment.validationPath.clear();
        context.classNames = network.description.classNames;
    }
    const DataSplit data = readData(experiment, context);
    if (!elsewhere && data.hash != network.datasetHash)
        throw Error(ProblemKind::Refused, network.store->folder().string(),
                    explain("Problem", "The data is no longer what this run learned from"),
                    explain("Problem", "Name the data to ask with --data PATH."));
    return data.validation ? data.validation : data.training;
}

Json evaluationObject(const Evaluation& evaluation, const DatasetDescription& description) {
    return {{"loss", evaluation.loss},
            {"accuracy", evaluation.accuracy ? Json(*evaluation.accuracy) : Json(nullptr)},
            {"samples", evaluation.samples},
            {"classes", description.classNames},
            {"confusion", evaluation.predictions.confusion}};
}

void writeTable(const Evaluation& evaluation, const DatasetDescription& description, Console& console) {
    console.write(QCoreApplication::translate("Cli", "%1 samples: loss %2")
                      .arg(evaluation.samples)
                      .arg(evaluation.loss, 0, 'f', 4));
    if (evaluation.accuracy)
        console.write(
            QCoreApplication::translate("Cli", "Accuracy %1 %").arg(*evaluation.accuracy * 100, 0, 'f', 1));
    const auto& confusion = evaluation.predictions.confusion;
    for (std::size_t truth = 0; truth < confusion.size(); ++truth) {
        QStringList said;
        for (std::size_t answer = 0; answer < confusion[truth].size(); ++answer) {
            const bool named = answer < description.classNames.size();
            const QString name =
                named ? QString::fromStdString(description.classNames[answer]) : QString::number(answer);
            said << QString("%1 %2").arg(name).arg(confusion[truth][answer]);
        }
        const bool named = truth < description.classNames.size();
        const QString name =
            named ? QString::fromStdString(description.classNames[truth]) : QString::number(truth);
        console.write(QCoreApplication::translate("Cli", "%1 was called: %2").arg(name, said.join(", ")));
    }
}

} // namespace

int runEval(const Arguments& arguments, Console& console) {
    const StoredNetwork network = openNetwork(onlyWord(arguments, "RUN"), arguments);
    const std::shared_ptr<const Dataset> dataset = dataToAsk(network, arguments);
    const Evaluation evaluation = network.trainer->evaluate(*dataset);
    if (console.json)
        console.write(evaluationObject(evaluation, network.description));
    else
        writeTable(evaluation, network.description, console);
    return 0;
}

} // namespace neurarium::cli
