// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/twin_text.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>

#include "widgets/change_text.h"
#include "widgets/number_text.h"
#include "widgets/recipe_words.h"

namespace neurarium {

namespace {

constexpr std::size_t kLastSteps = 20;

struct TwinWords {
    Q_DECLARE_TR_FUNCTIONS(neurarium::TwinWords)
};

QString validationText(const QString& change, int steps, double difference) {
    const QString size = lossText(std::abs(difference));
    if (difference < 0)
        return TwinWords::tr("With %1 the validation loss after %n step(s) is %2 lower", nullptr, steps)
            .arg(change, size);
    if (difference > 0)
        return TwinWords::tr("With %1 the validation loss after %n step(s) is %2 higher", nullptr, steps)
            .arg(change, size);
    return TwinWords::tr("With %1 the validation loss after %n step(s) is the same", nullptr, steps)
        .arg(change);
}

QString trainingText(const QString& change, int steps, double difference) {
    const QString size = lossText(std::abs(difference));
    if (difference < 0)
        return TwinWords::tr("With %1 the loss of the last %n step(s) is %2 lower", nullptr, steps)
            .arg(change, size);
    if (difference > 0)
        return TwinWords::tr("With %1 the loss of the last %n step(s) is %2 higher", nullptr, steps)
            .arg(change, size);
    return TwinWords::tr("With %1 the loss of the last %n step(s) is the same", nullptr, steps).arg(change);
}

double meanDifference(const std::vector<TwinStep>& steps, std::size_t last) {
    double sum = 0;
    for (auto step = steps.end() - static_cast<std::ptrdiff_t>(last); step != steps.end(); ++step)
        sum += static_cast<double>(step->difference());
    return sum / static_cast<double>(last);
}

} // namespace

bool isWithoutResult(const TwinReport& report) {
    return report.diverged || report.steps.empty();
}

QString twinText(const TwinReport& report) {
    const QString change = changeText(report.change);
    if (report.steps.empty())
        return TwinWords::tr("Ended before the first step");
    if (report.diverged) {
        const QString step = countText(report.steps.back().step);
        return std::isfinite(report.steps.back().same)
                   ? TwinWords::tr("With %1 the loss became too large in step %2").arg(change, step)
                   : TwinWords::tr("Without a change the loss became too large in step %1").arg(step);
    }
    const std::size_t epochs = std::min(report.sameEpochs.size(), report.otherEpochs.size());
    if (epochs > 0) {
        const EpochReport &same = report.sameEpochs[epochs - 1], &other = report.otherEpochs[epochs - 1];
        if (same.validationLoss && other.validationLoss)
            return validationText(change, static_cast<int>(other.step - report.from.step),
                                  *other.validationLoss - *same.validationLoss);
    }
    const std::size_t last = std::min(report.steps.size(), kLastSteps);
    return trainingText(change, static_cast<int>(last), meanDifference(report.steps, last));
}

} // namespace neurarium
