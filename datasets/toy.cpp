// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/toy.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "data/memory_dataset.h"
#include "data/shuffle.h"
#include "datasets/source_options.h"
#include "datasets/toy_shapes.h"
#include "report/error.h"

namespace neurarium {

namespace {

// Places of draws of one point behind those of its shape.
constexpr std::uint64_t kFirstNoise = 16;
constexpr std::uint64_t kNoiseTries = 32;
constexpr std::uint64_t kWrongValue = 8;
/// A step that no point has: the draw of which labels are wrong.
constexpr std::uint64_t kWrongLabels = std::uint64_t{1} << 40;

struct ToyOptions {
    std::string shape;
    std::int64_t samples = 0;
    double noise = 0;
    double wrongLabels = 0;
    bool classes = true; ///< targets are class numbers
};

ToyOptions toyOptions(const Experiment& experiment) {
    ToyOptions options;
    options.shape = std::get<std::string>(sourceOption(experiment, "shape"));
    options.samples = std::get<std::int64_t>(sourceOption(experiment, "samples"));
    options.noise = std::get<double>(sourceOption(experiment, "noise"));
    options.wrongLabels = std::get<double>(sourceOption(experiment, "wrong_labels"));
    const std::string& loss = experiment.loss.type;
    const bool valueLoss = loss == "mse" || loss == "mae";
    if (!toyShapeHasClasses(options.shape) && !valueLoss)
        throw Error(ProblemKind::Refused, "training.loss",
                    explain("Problem",
                            "The shape \"%1\" has values to come close to, but the loss %2 needs classes",
                            {options.shape, loss}),
                    explain("Problem", "Choose the loss mse or mae, or another shape"));
    options.classes = !valueLoss;
    return options;
}

bool inSquare(const ToyPoint& point) {
    return std::abs(point.x) <= 1 && std::abs(point.y) <= 1;
}

/// Adds noise to a point (to its value only, where it has no class). Noise that leads out of the square is
/// drawn again, so that points do not pile up at its edges.
ToyPoint withNoise(const ToyPoint& point, const ToyOptions& options, const RandomStream& random,
                   std::int64_t index) {
    const auto step = static_cast<std::uint64_t>(index);
    const double noiseX = toyShapeHasClasses(options.shape) ? options.noise : 0;
    ToyPoint moved = point;
    for (std::uint64_t i = 0; i < kNoiseTries; ++i) {
        moved.x = point.x + noiseX * static_cast<double>(random.normal(step, kFirstNoise + 2 * i));
        moved.y = point.y + options.noise * static_cast<double>(random.normal(step, kFirstNoise + 2 * i + 1));
        if (inSquare(moved))
            return moved;
    }
    moved.x = std::clamp(moved.x, -1.0, 1.0);
    moved.y = std::clamp(moved.y, -1.0, 1.0);
    return moved;
}

/// Gives the asked share of the points, drawn at random, the other class; where there is none, any value.
void spoilLabels(std::vector<ToyPoint>& points, const ToyOptions& options, const RandomStream& random) {
    std::vector<std::int64_t> order = countUp(options.samples);
    shuffle(order, random, kWrongLabels);
    const auto wrong = std::llround(options.wrongLabels * static_cast<double>(options.samples));
    for (std::int64_t i = 0; i < wrong; ++i) {
        const std::int64_t index = order[static_cast<std::size_t>(i)];
        ToyPoint& point = points[static_cast<std::size_t>(index)];
        point.label = 1 - point.label;
        if (!toyShapeHasClasses(options.shape))
            point.y =
                2.0 * static_cast<double>(random.uniform(static_cast<std::uint64_t>(index), kWrongValue)) - 1;
    }
}

std::vector<ToyPoint> toyPoints(const ToyOptions& options, std::uint64_t seed) {
    const RandomStream random(seed, RandomPurpose::Generator);
    std::vector<ToyPoint> points;
    for (std::int64_t i = 0; i < options.samples; ++i)
        points.push_back(withNoise(toyPoint(options.shape, i, random), options, random, i));
    spoilLabels(points, options, random);
    return points;
}

float toyTarget(const ToyPoint& point, const ToyOptions& options) {
    if (!toyShapeHasClasses(options.shape))
        return static_cast<float>(point.y);
    if (options.classes)
        return static_cast<float>(point.label);
    return point.label == 0 ? -1.0F : 1.0F;
}

DatasetDescription describe(const ToyOptions& options) {
    DatasetDescription description;
    description.inputShape = toyShapeHasClasses(options.shape) ? Shape{2} : Shape{1};
    description.targetKind = options.classes ? TargetKind::Classes : TargetKind::Values;
    description.classes = options.classes ? 2 : 0;
    if (options.classes)
        description.classNames = {"0", "1"};
    return description;
}

} // namespace

DataSplit readToy(const Experiment& experiment, const ReadContext& /*context*/) {
    const ToyOptions options = toyOptions(experiment);
    DatasetDescription description = describe(options);
    Tensor inputs(description.inputShape.withBatch(options.samples));
    Tensor targets(Shape{options.samples, 1});
    const std::vector<ToyPoint> points = toyPoints(options, experiment.seed);
    float* input = inputs.data();
    for (std::int64_t i = 0; i < options.samples; ++i) {
        const ToyPoint& point = points[static_cast<std::size_t>(i)];
        *input++ = static_cast<float>(point.x);
        if (toyShapeHasClasses(options.shape))
            *input++ = static_cast<float>(point.y);
        targets[i] = toyTarget(point, options);
    }
    DataSplit split;
    split.training =
        std::make_shared<MemoryDataset>(std::move(description), std::move(inputs), std::move(targets));
    return split;
}

} // namespace neurarium
