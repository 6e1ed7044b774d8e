// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/place_figures.h"

#include <cmath>

#include "widgets/chart_data.h"

namespace neurarium {

std::optional<double> trainingLossAt(const ChartData& data, const StepPlace& place) {
    const ChartBranch* branch = data.branch(place.branch);
    if (branch == nullptr)
        return std::nullopt;
    return data.trainingLossAt(place.branch, static_cast<std::int64_t>(branch->stepOnAxis(place.step)));
}

PlaceFigures figuresAt(const ChartData& data, const StepPlace& place) {
    PlaceFigures figures;
    const ChartBranch* branch = data.branch(place.branch);
    if (branch == nullptr)
        return figures;
    constexpr double kRounding = 1e-6;
    const double step = branch->stepOnAxis(place.step);
    figures.epoch = static_cast<std::int64_t>(std::ceil(branch->at(step, ChartUnit::Epochs) - kRounding));
    figures.trainingLoss = trainingLossAt(data, place);
    for (const EpochReport& epoch : data.epochsAlong(place.branch)) {
        if (static_cast<double>(epoch.step) > step)
            break;
        figures.validationLoss = epoch.validationLoss;
        figures.accuracy = epoch.validationAccuracy ? epoch.validationAccuracy : epoch.trainAccuracy;
    }
    return figures;
}

} // namespace neurarium
