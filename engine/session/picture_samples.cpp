// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/picture_samples.h"

#include <algorithm>

namespace neurarium {

namespace {

constexpr std::int32_t kBatchPictureLimit = 96;

/// -1 ... 1 as 0 ... 255, rounded: half a unit is added, then the fraction is dropped.
std::uint8_t toByte(float value) {
    return static_cast<std::uint8_t>(std::clamp(value * 127.5F + 128.0F, 0.0F, 255.5F));
}

/// The mean of a square of `side` pixels of one channel.
float boxMean(const float* channel, std::int64_t width, std::int64_t side) {
    float sum = 0;
    for (std::int64_t y = 0; y < side; ++y)
        for (std::int64_t x = 0; x < side; ++x)
            sum += channel[y * width + x];
    return sum / static_cast<float>(side * side);
}

void addPoints(const Dataset& dataset, bool validation, PointSet& points) {
    const DatasetDescription& description = dataset.description();
    std::vector<float> input(2);
    std::vector<float> target(static_cast<std::size_t>(description.targetSize));
    for (std::int64_t i = 0; i < dataset.size(); ++i) {
        dataset.sample(i, input, target);
        points.x.push_back(input[0]);
        points.y.push_back(input[1]);
        points.targets.push_back(target.front());
        points.validation.push_back(validation);
    }
}

} // namespace

Picture toPicture(const float* values, const Shape& shape, std::int32_t limit) {
    const std::int64_t channels = shape[0];
    const std::int64_t height = shape[1];
    const std::int64_t width = shape[2];
    const std::int64_t side = std::max<std::int64_t>(1, (std::max(height, width) + limit - 1) / limit);
    Picture picture;
    picture.width = static_cast<std::int32_t>(width / side);
    picture.height = static_cast<std::int32_t>(height / side);
    picture.rgb.resize(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) *
                       3);
    std::uint8_t* to = picture.rgb.data();
    for (std::int64_t y = 0; y < picture.height; ++y)
        for (std::int64_t x = 0; x < picture.width; ++x)
            for (std::int64_t c = 0; c < 3; ++c) {
                const float* channel = values + (channels == 3 ? c : 0) * height * width;
                const float* from = channel + y * side * width + x * side;
                *to++ = toByte(side == 1 ? *from : boxMean(from, width, side));
            }
    return picture;
}

PictureSet pictureSet(const Dataset& dataset, std::int64_t most, std::int32_t limit) {
    std::vector<std::int64_t> samples;
    const std::int64_t count = std::min(most, dataset.size());
    for (std::int64_t i = 0; i < count; ++i)
        samples.push_back(i * dataset.size() / count);
    return picturesOf(dataset, samples, limit);
}

PictureSet picturesOf(const Dataset& dataset, const std::vector<std::int64_t>& samples, std::int32_t limit) {
    const DatasetDescription& description = dataset.description();
    PictureSet set;
    set.classNames = description.classNames;
    set.samples = samples;
    std::vector<float> input(static_cast<std::size_t>(description.inputShape.elements()));
    std::vector<float> target(static_cast<std::size_t>(description.targetSize));
    for (const std::int64_t sample : samples) {
        dataset.sample(sample, input, target);
        set.pictures.push_back(toPicture(input.data(), description.inputShape, limit));
        set.classes.push_back(static_cast<std::int32_t>(target.front()));
    }
    return set;
}

BatchPictures batchPictures(const Trainer& trainer, std::int64_t most) {
    const Dataset& dataset = *trainer.data().training;
    const DatasetDescription& description = dataset.description();
    const Shape& shape = description.inputShape;
    BatchPictures batch;
    batch.step = trainer.stepsDone();
    std::vector<float> input(static_cast<std::size_t>(shape.elements()));
    std::vector<float> target(static_cast<std::size_t>(description.targetSize));
    const std::vector<std::int64_t>& samples = trainer.lastSamples();
    const auto count = std::min(most, static_cast<std::int64_t>(samples.size()));
    for (std::int64_t i = 0; i < count; ++i) {
        const float* augmented = trainer.lastInputs().data() + i * shape.elements();
        batch.augmented.push_back(toPicture(augmented, shape, kBatchPictureLimit));
        dataset.sample(samples[static_cast<std::size_t>(i)], input, target);
        batch.originals.push_back(toPicture(input.data(), shape, kBatchPictureLimit));
        batch.classes.push_back(static_cast<std::int32_t>(trainer.lastTargets()[i * description.targetSize]));
    }
    return batch;
}

PointSet pointSet(const DataSplit& data) {
    PointSet points;
    points.classes = data.training->description().targetKind == TargetKind::Classes;
    addPoints(*data.training, false, points);
    if (data.validation)
        addPoints(*data.validation, true, points);
    return points;
}

bool isPlane(const DatasetDescription& description) {
    return description.inputShape == Shape{2} && !description.tokenInputs;
}

} // namespace neurarium
