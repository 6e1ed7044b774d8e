// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/centred_points.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "kernels/kernels.h"
#include "report/error.h"

namespace neurarium {

namespace {

void check(const Embeddings& embeddings) {
    const std::int64_t width = embeddings.dimensions;
    if (width < 1 || std::ssize(embeddings.vectors) / width != embeddings.size() ||
        std::ssize(embeddings.vectors) % width != 0)
        throw Error(ProblemKind::Refused, "embeddings",
                    explain("Problem", "must be %1 vectors of %2 numbers, are %3 numbers",
                            {std::to_string(embeddings.size()), std::to_string(width),
                             std::to_string(embeddings.vectors.size())}));
    if (kernels().allFinite(std::ssize(embeddings.vectors), embeddings.vectors.data()))
        return;
    const auto bad = std::find_if_not(embeddings.vectors.begin(), embeddings.vectors.end(),
                                      [](float number) { return std::isfinite(number); });
    const auto index = static_cast<std::size_t>((bad - embeddings.vectors.begin()) / width);
    throw Error(ProblemKind::Refused, "embeddings",
                explain("Problem", "The numbers of “%1” are not finite: there is no map of them",
                        {embeddings.labels[index]}),
                explain("Problem", "Go back to a checkpoint from before the training diverged."));
}

std::vector<double> means(const Embeddings& embeddings) {
    const auto width = static_cast<std::size_t>(embeddings.dimensions);
    std::vector<double> mean(width);
    for (std::size_t row = 0; row < embeddings.vectors.size(); row += width)
        for (std::size_t i = 0; i < width; ++i)
            mean[i] += embeddings.vectors[row + i];
    for (double& each : mean)
        each /= static_cast<double>(embeddings.size());
    return mean;
}

/// Calls take(place, number − its column's mean) for all numbers.
template <typename Take>
void overDifferences(const std::vector<float>& numbers, const std::vector<double>& mean, const Take& take) {
    for (std::size_t row = 0; row < numbers.size(); row += mean.size())
        for (std::size_t i = 0; i < mean.size(); ++i)
            take(row + i, numbers[row + i] - mean[i]);
}

} // namespace

Tensor centredPoints(const Embeddings& embeddings) {
    check(embeddings);
    const std::vector<double> mean = means(embeddings);
    double largest = 0;
    overDifferences(embeddings.vectors, mean, [&](std::size_t, double difference) {
        largest = std::max(largest, std::abs(difference));
    });
    Tensor points(Shape{embeddings.size(), embeddings.dimensions});
    // What is left of equal vectors is the rounding of their mean.
    double size = 0;
    for (const double each : mean)
        size = std::max(size, std::abs(each));
    if (largest <= size * 1e-12)
        return points;
    overDifferences(embeddings.vectors, mean, [&](std::size_t place, double difference) {
        points.data()[place] = static_cast<float>(difference / largest);
    });
    return points;
}

} // namespace neurarium
