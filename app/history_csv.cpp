// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history_csv.h"

#include "session/live_changes.h"

namespace neurarium {

namespace {

std::string cell(const std::optional<double>& number) {
    return number ? exactText(*number) : std::string();
}

void addStep(const StepReport& step, std::string& csv) {
    csv += "step," + std::to_string(step.branch.value) + ',' + std::to_string(step.epoch) + ',' +
           std::to_string(step.step) + ',' + exactText(step.loss) + ",,,," + exactText(step.learningRate) +
           ",,\r\n";
}

void addEpoch(const EpochReport& epoch, std::string& csv) {
    csv += "epoch," + std::to_string(epoch.branch.value) + ',' + std::to_string(epoch.epoch) + ',' +
           std::to_string(epoch.step) + ',' + exactText(epoch.trainLoss) + ',' + cell(epoch.trainAccuracy) +
           ',' + cell(epoch.validationLoss) + ',' + cell(epoch.validationAccuracy) + ',' +
           exactText(epoch.learningRate) + ',' + exactText(epoch.seconds) + ',' +
           exactText(epoch.samplesPerSecond) + "\r\n";
}

} // namespace

std::string historyCsv(const RunStore& store) {
    std::string csv = "kind,branch,epoch,step,train_loss,train_accuracy,val_loss,val_accuracy,lr,seconds,"
                      "samples_per_second\r\n";
    for (const Branch& branch : store.timeline().branches) {
        const std::vector<EpochReport> epochs = store.epochs(branch.id);
        auto epoch = epochs.begin();
        for (const StepReport& step : store.steps(branch.id)) {
            for (; epoch != epochs.end() && epoch->step < step.step; ++epoch)
                addEpoch(*epoch, csv);
            addStep(step, csv);
        }
        for (; epoch != epochs.end(); ++epoch)
            addEpoch(*epoch, csv);
    }
    return csv;
}

} // namespace neurarium
