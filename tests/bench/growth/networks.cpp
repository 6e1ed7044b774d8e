// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "app/cli/bench_workloads.h"
#include "tables.h"
#include "training/trainer.h"

namespace neurarium::growth {

namespace {

using cli::Workload;

constexpr const char* kConvolution =
    R"({"type":"conv2d","out_channels":%,"kernel":3,"padding":1},{"type":"relu"},)";

std::string with(std::string text, std::int64_t number) {
    return text.replace(text.find('%'), 1, std::to_string(number));
}

std::string experimentOf(const std::string& layers, std::int64_t batch) {
    return R"({"neurarium":1,"name":"growth","data":{"source":"toy"},"network":[)" + layers +
           R"(],"training":{"loss":"cross_entropy","optimizer":"adam","batch_size":)" +
           std::to_string(batch) + R"(,"epochs":1000000}})";
}

/// Pictures of 3 channels through convolutions of so many channels each, then the mean and two classes.
Workload convolutions(std::int64_t side, const std::vector<std::int64_t>& channels) {
    Workload workload;
    workload.input = {3, side, side};
    workload.samples = 64;
    workload.classes = 2;
    std::string layers;
    std::int64_t before = 3;
    for (const std::int64_t each : channels) {
        layers += with(kConvolution, each);
        workload.multiplications += static_cast<double>(9 * before * each * side * side);
        before = each;
    }
    workload.experiment =
        experimentOf(layers + R"({"type":"global_avg_pool2d"},{"type":"linear","out_features":2})", 16);
    return workload;
}

/// Four transformer blocks of width 128 on texts of `context` tokens; 2,048 tokens a step.
Workload transformer(std::int64_t context) {
    constexpr std::int64_t kTokensAStep = 2048, kWidth = 128, kBlocks = 4, kVocabulary = 256;
    Workload workload;
    workload.input = {context};
    workload.samples = 64;
    workload.classes = kVocabulary;
    workload.tokens = true;
    std::string layers = R"({"type":"token_embedding","vocab":256,"dim":128},)";
    layers += with(R"({"type":"position_embedding","length":%},)", context);
    for (std::int64_t i = 0; i < kBlocks; ++i)
        layers += R"({"type":"transformer_block","heads":4},)";
    layers += R"({"type":"layer_norm"},{"type":"linear","out_features":256,"bias":false})";
    workload.experiment = experimentOf(layers, kTokensAStep / context);
    workload.multiplications = static_cast<double>(
        context * (kBlocks * (12 * kWidth * kWidth + context * kWidth) + kVocabulary * kWidth));
    return workload;
}

/// Seconds that a sample takes in training.
double secondsOfSample(const Workload& workload, int threads = 1, double (*clock)() = processorSeconds) {
    Trainer trainer(parseExperiment(workload.experiment), cli::madeUpData(workload), {.threads = threads});
    std::int64_t samples = 0;
    const auto step = [&] {
        if (trainer.step().epochFinished)
            trainer.finishEpoch();
        samples = std::ssize(trainer.lastSamples());
    };
    step();
    return secondsOf(step, clock) / static_cast<double>(samples);
}

Table pictureSize() {
    Table table{"Size of the picture", "pixels a side", {"ns a pixel"}, {}};
    for (const std::int64_t side : {16, 32, 64, 128, 256})
        table.rows.push_back({std::to_string(side), [side] {
                                  const double seconds = secondsOfSample(convolutions(side, {32, 32}));
                                  return std::vector{1e9 * seconds / static_cast<double>(side * side)};
                              }});
    return table;
}

Table width() {
    Table table{"Width", "channels of each layer", {"ps a multiplication"}, {}};
    for (const std::int64_t channels : {8, 16, 32, 64, 128})
        table.rows.push_back({std::to_string(channels), [channels] {
                                  const Workload workload = convolutions(32, {channels, channels, channels});
                                  return std::vector{1e12 * secondsOfSample(workload) /
                                                     workload.multiplications};
                              }});
    return table;
}

Table depth() {
    Table table{"Depth", "convolutions of 32 channels", {"ps a multiplication"}, {}};
    for (const std::size_t layers : {2U, 4U, 8U, 16U, 32U})
        table.rows.push_back(
            {std::to_string(layers), [layers] {
                 const Workload workload = convolutions(32, std::vector<std::int64_t>(layers, 32));
                 return std::vector{1e12 * secondsOfSample(workload) / workload.multiplications};
             }});
    return table;
}

Table context() {
    Table table{"Context", "tokens", {"us a token", "ps a multiplication"}, {}};
    for (const std::int64_t tokens : {64, 128, 256, 512, 1024})
        table.rows.push_back({std::to_string(tokens), [tokens] {
                                  const Workload workload = transformer(tokens);
                                  const double seconds = secondsOfSample(workload);
                                  return std::vector{1e6 * seconds / static_cast<double>(tokens),
                                                     1e12 * seconds / workload.multiplications};
                              }});
    return table;
}

Table threads(const std::string& name) {
    Table table{"Threads: " + name, "threads", {"us an item on the wall, times the threads"}, {}};
    for (const int threads : {1, 2})
        table.rows.push_back({std::to_string(threads), [name, threads] {
                                  const Workload& workload = cli::findWorkload(name);
                                  const double seconds = secondsOfSample(workload, threads, wallSeconds) /
                                                         workload.itemsPerSample;
                                  return std::vector{1e6 * seconds * threads};
                              }});
    return table;
}

} // namespace

std::vector<Table> networks() {
    return {pictureSize(),         width(),          depth(),         context(),
            threads("playground"), threads("mnist"), threads("cats"), threads("gpt")};
}

} // namespace neurarium::growth
