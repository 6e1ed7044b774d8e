// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/tensor_file.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "checkpoint/safetensors.h"
#include "data/memory_dataset.h"
#include "datasets/source_options.h"
#include "report/error.h"

namespace neurarium {

namespace {

constexpr std::int64_t kMostClasses = 1 << 24; // whole numbers up to here are exact in float32

/// One of the two arrays of the file, and how it is called in messages.
struct Part {
    std::string place;
    StoredTensor tensor;
};

Part takePart(TrainingState& file, const std::string& path, const std::string& name) {
    const auto found = file.tensors.find(name);
    if (found == file.tensors.end())
        throw Error(
            ProblemKind::Refused, path, explain("Problem", "the file has no tensor \"%1\"", {name}),
            explain("Problem", "Save the samples as \"inputs\" and the right answers as \"targets\""));
    Part part{path + ": " + name, std::move(found->second)};
    if (part.tensor.type != ElementType::F32 && part.tensor.type != ElementType::I64)
        throw Error(ProblemKind::Refused, part.place,
                    explain("Problem", "must hold F32 or I64 numbers, and holds another type"));
    if (part.tensor.shape.rank() == 0 || part.tensor.shape.elements() == 0)
        throw Error(
            ProblemKind::Refused, part.place,
            explain("Problem", "must hold at least one number, its shape is %1", {part.tensor.shape.text()}));
    return part;
}

std::vector<float> finiteNumbers(const Part& part) {
    std::vector<float> values = part.tensor.floats();
    const auto bad =
        std::find_if(values.begin(), values.end(), [](float value) { return !std::isfinite(value); });
    if (bad != values.end())
        throw Error(
            ProblemKind::Refused, part.place,
            explain("Problem", "element %1 is not a finite number", {std::to_string(bad - values.begin())}),
            explain("Problem", "Replace NaN and infinite values before saving the file"));
    return values;
}

/// Class or token numbers as floats; `classes` grows to the largest one plus 1.
std::vector<float> classNumbers(const Part& part, std::int64_t& classes) {
    const std::vector<std::int64_t> numbers = part.tensor.integers();
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (numbers[i] < 0 || numbers[i] >= kMostClasses)
            throw Error(
                ProblemKind::Refused, part.place,
                explain("Problem", "element %1 is %2; class and token numbers count from 0 to %3",
                        {std::to_string(i), std::to_string(numbers[i]), std::to_string(kMostClasses - 1)}));
        classes = std::max(classes, numbers[i] + 1);
    }
    return {numbers.begin(), numbers.end()};
}

bool isInteger(const Part& part) {
    return part.tensor.type == ElementType::I64;
}

void checkShapes(const Part& inputs, const Part& targets) {
    const Shape& in = inputs.tensor.shape;
    const Shape& out = targets.tensor.shape;
    if (in.rank() < 2 || (isInteger(inputs) && in.rank() != 2))
        throw Error(ProblemKind::Refused, inputs.place,
                    explain("Problem", "must be N×... numbers or N×T tokens, its shape is %1", {in.text()}));
    if (out[0] != in[0])
        throw Error(ProblemKind::Refused, targets.place,
                    explain("Problem", "has %1 answers, but there are %2 samples",
                            {std::to_string(out[0]), std::to_string(in[0])}));
    const bool tokens = isInteger(targets) && out.rank() == 2 && in.rank() >= 2 && out[1] == in[1];
    if (isInteger(targets) && out.rank() != 1 && !tokens)
        throw Error(ProblemKind::Refused, targets.place,
                    explain("Problem",
                            "must be N class numbers or N×T tokens as long as the inputs; its shape is %1",
                            {out.text()}));
}

} // namespace

DataSplit readTensors(const Experiment& experiment, const ReadContext& /*context*/) {
    const std::filesystem::path path = sourcePath(experiment);
    TrainingState file = readSafetensors(path);
    Part inputs = takePart(file, path.string(), "inputs");
    Part targets = takePart(file, path.string(), "targets");
    checkShapes(inputs, targets);

    DatasetDescription description;
    description.inputShape = inputs.tensor.shape.sample();
    description.targetSize = targets.tensor.shape.sample().elements();
    description.tokenInputs = isInteger(inputs);
    if (!isInteger(targets))
        description.targetKind = TargetKind::Values;
    else if (targets.tensor.shape.rank() == 2)
        description.targetKind = TargetKind::Tokens;

    const Shape inputShape = inputs.tensor.shape;
    const Shape targetShape{targets.tensor.shape[0], description.targetSize};
    const std::vector<float> answers =
        isInteger(targets) ? classNumbers(targets, description.classes) : finiteNumbers(targets);
    const std::vector<float> numbers =
        isInteger(inputs) ? classNumbers(inputs, description.tokens) : finiteNumbers(inputs);
    inputs.tensor.bytes = {};
    if (isInteger(inputs) && description.targetKind == TargetKind::Tokens)
        description.tokens = description.classes = std::max(description.classes, description.tokens);

    DataSplit split;
    split.training = std::make_shared<MemoryDataset>(description, Tensor(inputShape, numbers),
                                                     Tensor(targetShape, answers));
    split.report.read = 1;
    return split;
}

} // namespace neurarium
