// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bench_workloads.h"

#include <algorithm>

#include "data/memory_dataset.h"
#include "report/error.h"
#include "tensor/random.h"

namespace neurarium::cli {

namespace {

constexpr const char* kPlayground =
    R"({"neurarium":1,"name":"playground","data":{"source":"toy"},"network":[
       {"type":"linear","out_features":8},{"type":"tanh"},{"type":"linear","out_features":8},{"type":"tanh"},
       {"type":"linear","out_features":8},{"type":"tanh"},{"type":"linear","out_features":1},{"type":"tanh"}],
       "training":{"loss":"mse","optimizer":{"type":"adam","lr":0.003},"batch_size":10,"epochs":1000000}})";

constexpr const char* kMnist =
    R"({"neurarium":1,"name":"mnist","data":{"source":"toy"},"network":[
       {"type":"linear","out_features":128},{"type":"relu"},{"type":"linear","out_features":10}],
       "training":{"loss":"cross_entropy","optimizer":"adam","batch_size":64,"epochs":1000000}})";

constexpr const char* kCats =
    R"({"neurarium":1,"name":"cats","data":{"source":"toy"},"network":[
       {"type":"conv2d","out_channels":32,"kernel":3,"padding":1},{"type":"relu"},
       {"type":"conv2d","out_channels":32,"kernel":3,"padding":1},{"type":"relu"},{"type":"max_pool2d","kernel":2},
       {"type":"conv2d","out_channels":64,"kernel":3,"padding":1},{"type":"relu"},{"type":"max_pool2d","kernel":2},
       {"type":"conv2d","out_channels":128,"kernel":3,"padding":1},{"type":"relu"},{"type":"max_pool2d","kernel":2},
       {"type":"global_avg_pool2d"},{"type":"dropout","rate":0.3},{"type":"linear","out_features":2}],
       "training":{"loss":"cross_entropy","optimizer":"adam","batch_size":32,"epochs":1000000}})";

constexpr const char* kGpt =
    R"({"neurarium":1,"name":"gpt","data":{"source":"tensors","path":"none"},"network":[
       {"type":"token_embedding","vocab":256,"dim":128},{"type":"position_embedding","length":128},
       {"type":"dropout","rate":0.1},
       {"type":"transformer_block","heads":4,"dropout":0.1},{"type":"transformer_block","heads":4,"dropout":0.1},
       {"type":"transformer_block","heads":4,"dropout":0.1},{"type":"transformer_block","heads":4,"dropout":0.1},
       {"type":"layer_norm"},{"type":"linear","out_features":256,"bias":false}],
       "training":{"loss":"cross_entropy","optimizer":{"type":"adam","lr":0.0003},"batch_size":16,
       "epochs":1000000}})";

/// Random tokens; the targets are the tokens that follow.
std::shared_ptr<const Dataset> madeUpTokens(const Workload& workload, DatasetDescription description) {
    const std::int64_t length = workload.input[0];
    description.targetKind = TargetKind::Tokens;
    description.targetSize = length;
    description.tokenInputs = true;
    description.tokens = workload.classes;
    Tensor inputs(Shape{workload.samples, length}), targets(Shape{workload.samples, length});
    const RandomStream random(1, RandomPurpose::Generator);
    const auto token = [&](std::int64_t place) {
        return static_cast<float>(
            random.below(0, static_cast<std::uint64_t>(place), static_cast<std::uint64_t>(workload.classes)));
    };
    for (std::int64_t i = 0; i < inputs.size(); ++i) {
        inputs[i] = token(i);
        targets[i] = token(i + 1);
    }
    return std::make_shared<MemoryDataset>(std::move(description), std::move(inputs), std::move(targets));
}

/// Random numbers from -1 to 1; the targets are classes in turn, or -1 and 1 where values are learnt.
std::shared_ptr<const Dataset> madeUpNumbers(const Workload& workload, DatasetDescription description) {
    description.pictures = workload.input.rank() == 3;
    description.targetKind = workload.classes > 0 ? TargetKind::Classes : TargetKind::Values;
    Tensor inputs(workload.input.withBatch(workload.samples));
    Tensor targets(Shape{workload.samples, 1});
    const RandomStream random(1, RandomPurpose::Generator);
    constexpr float kUnit = 0x1p-31F; // words are 32 bits wide
    for (std::int64_t i = 0; i < inputs.size(); i += 4) {
        const auto words = random.words(0, static_cast<std::uint64_t>(i / 4));
        for (std::int64_t k = 0; k < std::min<std::int64_t>(4, inputs.size() - i); ++k)
            inputs[i + k] = static_cast<float>(words[static_cast<std::size_t>(k)]) * kUnit - 1;
    }
    for (std::int64_t i = 0; i < workload.samples; ++i)
        targets[i] = static_cast<float>(workload.classes > 0 ? i % workload.classes : i % 2 * 2 - 1);
    return std::make_shared<MemoryDataset>(std::move(description), std::move(inputs), std::move(targets));
}

/// Multiplications of the cats' network for pictures of side * side pixels.
double catsMultiplications(double side) {
    const double pixels = side * side;
    return 9 * (3 * 32 * pixels + 32 * 32 * pixels + 32 * 64 * pixels / 4 + 64 * 128 * pixels / 16) + 2 * 128;
}

std::vector<Workload> table() {
    constexpr double kTokens = 128, kWidth = 128, kBlocks = 4;
    // Of one token: the matrices of a block, half of all scores and their use twice, and the output.
    constexpr double kGptToken = kBlocks * (12 * kWidth * kWidth + kTokens * kWidth) + 256 * kWidth;
    return {
        {.name = "playground",
         .input = {2},
         .samples = 1000,
         .experiment = kPlayground,
         .itemsPerSample = 1.0 / 1000,
         .multiplications = 1000 * (2 * 8 + 8 * 8 + 8 * 8 + 8)},
        {.name = "mnist",
         .input = {784},
         .samples = 60000,
         .classes = 10,
         .experiment = kMnist,
         .multiplications = 784 * 128 + 128 * 10},
        {.name = "cats",
         .input = {3, 64, 64},
         .samples = 512,
         .classes = 2,
         .experiment = kCats,
         .multiplications = catsMultiplications(64)},
        {.name = "cats32",
         .input = {3, 32, 32},
         .samples = 512,
         .classes = 2,
         .experiment = kCats,
         .multiplications = catsMultiplications(32)},
        {.name = "gpt",
         .input = {128},
         .samples = 1600,
         .classes = 256,
         .experiment = kGpt,
         .itemsPerSample = kTokens,
         .multiplications = kGptToken,
         .tokens = true},
        {.name = "gpt-write",
         .input = {128},
         .samples = 1,
         .classes = 256,
         .experiment = kGpt,
         .itemsPerSample = kTokens,
         .multiplications = kGptToken,
         .tokens = true,
         .writes = true},
    };
}

} // namespace

const std::vector<Workload>& workloads() {
    static const std::vector<Workload> all = table();
    return all;
}

const Workload& findWorkload(const std::string& name) {
    const auto found = std::find_if(workloads().begin(), workloads().end(),
                                    [&](const Workload& workload) { return workload.name == name; });
    if (found == workloads().end())
        throw Error(ProblemKind::Refused, name, explain("Problem", "There is no such workload"),
                    explain("Problem", "There are playground, mnist, cats, cats32, gpt and gpt-write."));
    return *found;
}

DataSplit madeUpData(const Workload& workload) {
    DatasetDescription description;
    description.inputShape = workload.input;
    description.classes = workload.classes;
    DataSplit data;
    data.training = workload.tokens ? madeUpTokens(workload, std::move(description))
                                    : madeUpNumbers(workload, std::move(description));
    data.hash = std::string(64, '0');
    return data;
}

} // namespace neurarium::cli
