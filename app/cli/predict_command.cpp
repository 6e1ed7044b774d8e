// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include <algorithm>

#include "app/cli/stored_network.h"
#include "datasets/file_bytes.h"
#include "datasets/picture_decoder.h"

namespace neurarium::cli {

namespace {

constexpr std::uint64_t kLargestFile = 256ULL << 20;

/// The file as the network gets it: 1×C×H×W in -1 ... 1. Grey where the network knows one channel.
Tensor readPicture(const std::string& file, const Shape& shape, PictureDecoder& decoder) {
    const std::int64_t area = shape[1] * shape[2];
    std::vector<std::uint8_t> planes(static_cast<std::size_t>(area * 3));
    const std::vector<std::uint8_t> bytes = readFileBytes(file, kLargestFile);
    try {
        decoder.decode(bytes, {static_cast<std::int32_t>(shape[1]), static_cast<std::int32_t>(shape[2])},
                       planes);
    } catch (const Error& error) {
        Problem problem = error.problem();
        if (problem.where.empty())
            problem.where = file;
        throw Error(problem);
    }
    Tensor picture(shape.withBatch(1));
    for (std::int64_t i = 0; i < picture.size(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        const auto step = static_cast<std::size_t>(area);
        const float value = shape[0] == 3 ? static_cast<float>(planes[at])
                                          : 0.299F * static_cast<float>(planes[at]) +
                                                0.587F * static_cast<float>(planes[at + step]) +
                                                0.114F * static_cast<float>(planes[at + 2 * step]);
        picture[i] = (value / 255.0F - 0.5F) / 0.5F;
    }
    return picture;
}

void checkPictures(const DatasetDescription& description) {
    const Shape& shape = description.inputShape;
    if (description.targetKind != TargetKind::Classes || shape.rank() != 3 ||
        (shape[0] != 3 && shape[0] != 1))
        throw Error(
            ProblemKind::Refused, "predict",
            explain("Problem", "This network does not sort pictures: its input is %1", {shape.text()}),
            explain("Problem", "Use eval with --data instead."));
}

/// One probability a class; a network with a single output says how likely class 1 is.
std::vector<float> probabilities(Trainer& trainer, const Tensor& picture) {
    const Tensor answer = trainer.probabilities(picture);
    const std::span<const float> values = answer.values();
    if (values.size() == 1)
        return {1.0F - values[0], values[0]};
    return {values.begin(), values.end()};
}

} // namespace

int runPredict(const Arguments& arguments, Console& console) {
    if (arguments.rest().size() < 2)
        throw Error(ProblemKind::Refused, "predict",
                    explain("Problem", "A run and at least one picture file are expected"));
    const StoredNetwork network = openNetwork(arguments.rest().front(), arguments);
    checkPictures(network.description);
    PictureDecoder decoder;
    int code = 0;
    for (std::size_t i = 1; i < arguments.rest().size(); ++i) {
        const std::string& file = arguments.rest()[i];
        try {
            const std::vector<float> each =
                probabilities(*network.trainer, readPicture(file, network.description.inputShape, decoder));
            const auto best = std::max_element(each.begin(), each.end());
            const auto number = static_cast<std::size_t>(best - each.begin());
            const auto& names = network.description.classNames;
            const std::string name = number < names.size() ? names[number] : std::to_string(number);
            if (console.json)
                console.write(
                    Json{{"file", file}, {"class", name}, {"confidence", *best}, {"probabilities", each}});
            else
                console.write(QString("%1: %2, %3 %")
                                  .arg(QString::fromStdString(file), QString::fromStdString(name))
                                  .arg(static_cast<double>(*best) * 100, 0, 'f', 1));
        } catch (const Error& error) {
            console.problem(error.problem()); // the other files are answered all the same
            code = error.kind() == ProblemKind::DamagedFile ? 3 : 2;
        }
    }
    return code;
}

} // namespace neurarium::cli
