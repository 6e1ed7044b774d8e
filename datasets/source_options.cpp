// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/source_options.h"

#include <cmath>
#include <vector>

#include "report/error.h"

namespace neurarium {

namespace {

constexpr double kLargestSide = 4096;

std::int32_t side(double pixels) {
    if (!(pixels >= 1 && pixels <= kLargestSide) || pixels != std::floor(pixels))
        throw Error(ProblemKind::Refused, "data.image_size",
                    explain("Problem", "height and width must be whole numbers from 1 to %1, one is %2",
                            {std::to_string(static_cast<int>(kLargestSide)), std::to_string(pixels)}));
    return static_cast<std::int32_t>(pixels);
}

} // namespace

const OptionValue& sourceOption(const Experiment& experiment, const std::string& name) {
    const KindDescription& kind = describedKind(recipeCatalogue().sources, experiment.data.type);
    return optionValue(kind, experiment.data.options, name);
}

std::filesystem::path sourcePath(const Experiment& experiment) {
    const std::string& path = std::get<std::string>(sourceOption(experiment, "path"));
    if (path.empty())
        throw Error(ProblemKind::Refused, "data.path", explain("Problem", "is empty"),
                    explain("Problem", "Name the file or folder to learn from"));
    std::error_code trouble;
    if (!std::filesystem::exists(path, trouble))
        throw Error(ProblemKind::Refused, path, explain("Problem", "there is no such file or folder"),
                    explain("Problem", "Check the name, or choose where your data lies now"));
    return path;
}

PictureSize sourcePictureSize(const Experiment& experiment) {
    const auto& numbers = std::get<std::vector<double>>(sourceOption(experiment, "image_size"));
    if (numbers.size() != 2)
        throw Error(ProblemKind::Refused, "data.image_size",
                    explain("Problem", "must be two numbers, height and width"));
    return {side(numbers[0]), side(numbers[1])};
}

} // namespace neurarium
