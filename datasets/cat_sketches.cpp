// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/cat_sketches.h"

#include <algorithm>
#include <atomic>
#include <utility>
#include <vector>

#include "datasets/sketch_picture.h"
#include "datasets/source_options.h"
#include "report/error.h"
#include "tensor/thread_pool.h"

namespace neurarium {

namespace {

constexpr std::int64_t kSpecies = 4;
constexpr std::int64_t kMostBytes = std::int64_t{2} << 30;
/// Pictures between two reports of progress.
constexpr std::int64_t kChunk = 512;

/// The pictures as bytes, a class for each.
class SketchSet : public Dataset {
public:
    SketchSet(DatasetDescription description, std::vector<std::uint8_t> bytes)
        : m_description(std::move(description))
        , m_bytes(std::move(bytes))
        , m_pictureSize(m_description.inputShape.elements()) {}

    const DatasetDescription& description() const override { return m_description; }
    std::int64_t size() const override { return static_cast<std::int64_t>(m_bytes.size()) / m_pictureSize; }
    void sample(std::int64_t index, std::span<float> input, std::span<float> target) const override {
        const std::uint8_t* bytes = m_bytes.data() + index * m_pictureSize;
        std::transform(bytes, bytes + m_pictureSize, input.begin(),
                       [](std::uint8_t byte) { return (static_cast<float>(byte) / 255.0F - 0.5F) / 0.5F; });
        target[0] = static_cast<float>(index % m_description.classes);
    }

private:
    DatasetDescription m_description;
    std::vector<std::uint8_t> m_bytes;
    std::int64_t m_pictureSize;
};

DatasetDescription describe(const SketchStyle& style, std::int64_t classes) {
    DatasetDescription description;
    description.inputShape = {3, style.height, style.width};
    description.classes = classes;
    description.classNames = {"cat", "dog", "rabbit", "bear"};
    description.classNames.resize(static_cast<std::size_t>(classes));
    description.pictures = true;
    return description;
}

/// Draws all pictures, a chunk at a time on all threads.
std::vector<std::uint8_t> drawAll(const SketchStyle& style, const DatasetDescription& description,
                                  std::int64_t samples, const ReadContext& context) {
    const std::int64_t pictureSize = description.inputShape.elements();
    if (samples > kMostBytes / pictureSize)
        throw Error(ProblemKind::Refused, "data.samples",
                    explain("Problem", "%1 pictures of this size do not fit into memory; at most %2 do",
                            {std::to_string(samples), std::to_string(kMostBytes / pictureSize)}),
                    explain("Problem", "Ask for fewer or smaller pictures"));
    std::vector<std::uint8_t> bytes(static_cast<std::size_t>(samples * pictureSize));
    ThreadPool pool(context.threads);
    for (std::int64_t first = 0; first < samples; first += kChunk) {
        if (context.progress && !context.progress({first, samples, {}}))
            throw Error(ProblemKind::Failure, "data", explain("Problem", "cancelled"));
        const auto count = static_cast<int>(std::min(kChunk, samples - first));
        pool.run(count, [&](int piece, int /*thread*/) {
            const std::int64_t number = first + piece;
            drawSketch(style, number, static_cast<SketchSpecies>(number % description.classes),
                       std::span(bytes).subspan(static_cast<std::size_t>(number * pictureSize),
                                                static_cast<std::size_t>(pictureSize)));
        });
    }
    return bytes;
}

} // namespace

DataSplit readCatSketches(const Experiment& experiment, const ReadContext& context) {
    const PictureSize size = sourcePictureSize(experiment);
    const auto samples = std::get<std::int64_t>(sourceOption(experiment, "samples"));
    const auto classes =
        std::clamp<std::int64_t>(std::get<std::int64_t>(sourceOption(experiment, "classes")), 1, kSpecies);
    const SketchStyle style{size.width, size.height, experiment.seed,
                            std::get<std::string>(sourceOption(experiment, "bias")) == "cushion"};
    const DatasetDescription description = describe(style, classes);
    DataSplit split;
    split.training = std::make_shared<SketchSet>(description, drawAll(style, description, samples, context));
    return split;
}

} // namespace neurarium
