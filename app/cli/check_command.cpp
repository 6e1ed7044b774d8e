// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include <QCoreApplication>

#include "app/cli/experiment_choice.h"
#include "datasets/catalogue.h"
#include "training/trainer.h"

namespace neurarium::cli {

namespace {

void throwFirstProblem(const RecipeCheck& check) {
    for (const LayerCheck& layer : check.layers)
        if (layer.problem)
            throw Error(*layer.problem);
    if (check.problem)
        throw Error(*check.problem);
}

QString shapeText(const std::vector<std::int64_t>& shape) {
    return QString::fromStdString(Shape(shape).text());
}

} // namespace

int runCheck(const Arguments& arguments, Console& console) {
    const Experiment experiment = chooseExperiment(onlyWord(arguments, "EXPERIMENT"), arguments);
    const DataSplit data = readData(experiment);
    const RecipeCheck check = checkRecipe(experiment, data.training->description());
    throwFirstProblem(check);
    const std::int64_t validation = data.validation ? data.validation->size() : 0;
    if (console.json) {
        console.write(Json{{"parameters", check.weights() + check.biases()},
                           {"weights", check.weights()},
                           {"biases", check.biases()},
                           {"training_samples", data.training->size()},
                           {"validation_samples", validation},
                           {"classes", data.training->description().classNames},
                           {"refused", data.report.refused.size()},
                           {"dataset_hash", data.hash}});
        return 0;
    }
    for (std::size_t i = 0; i < check.layers.size() && i < experiment.network.size(); ++i)
        console.write(QString("%1 %2 %3 %4")
                          .arg(i, 3)
                          .arg(QString::fromStdString(experiment.network[i].type), -20)
                          .arg(shapeText(check.layers[i].outputShape), -14)
                          .arg(check.layers[i].weights + check.layers[i].biases));
    console.write(QCoreApplication::translate("Cli", "%1 parameters, %2 training samples, %3 for validation")
                      .arg(check.weights() + check.biases())
                      .arg(data.training->size())
                      .arg(validation));
    return 0;
}

} // namespace neurarium::cli
