// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include <algorithm>
#include <chrono>

#include <QCoreApplication>

#include "data/memory_dataset.h"
#include "tensor/random.h"
#include "text/next_token.h"
#include "text/token_reader.h"
#include "training/network_builder.h"
#include "training/trainer.h"

namespace neurarium::cli {

namespace {

using Clock = std::chrono::steady_clock;

/// A workload: an experiment and made-up data that lies in memory. Items are training samples, or their
/// tokens.
struct Workload {
    const char* name;
    Shape input;
    std::int64_t samples;
    std::int64_t classes; ///< or tokens
    const char* experiment;
    bool tokens = false; ///< inputs are tokens, and each of them has a next one to guess
    bool writes = false; ///< texts are written, one token after the other, instead of training

    std::int64_t itemsOfSample() const { return tokens ? input[0] : 1; }
};

constexpr const char* kGpt =
    R"({"neurarium":1,"name":"gpt","data":{"source":"tensors","path":"none"},"network":[
       {"type":"token_embedding","vocab":256,"dim":128},{"type":"position_embedding","length":128},
       {"type":"dropout","rate":0.1},
       {"type":"transformer_block","heads":4,"dropout":0.1},{"type":"transformer_block","heads":4,"dropout":0.1},
       {"type":"transformer_block","heads":4,"dropout":0.1},{"type":"transformer_block","heads":4,"dropout":0.1},
       {"type":"layer_norm"},{"type":"linear","out_features":256,"bias":false}],
       "training":{"loss":"cross_entropy","optimizer":{"type":"adam","lr":0.0003},"batch_size":16,
       "epochs":1000000}})";

const std::vector<Workload>& workloads() {
    static const std::vector<Workload> table{
        {"playground", Shape{2}, 1000, 2,
         R"({"neurarium":1,"name":"playground","data":{"source":"toy"},"network":[
            {"type":"linear","out_features":8},{"type":"tanh"},{"type":"linear","out_features":8},{"type":"tanh"},
            {"type":"linear","out_features":8},{"type":"tanh"},{"type":"linear","out_features":1}],
            "training":{"loss":"binary_cross_entropy","optimizer":"adam","batch_size":10,"epochs":1000000}})"},
        {"mnist", Shape{784}, 6400, 10,
         R"({"neurarium":1,"name":"mnist","data":{"source":"toy"},"network":[
            {"type":"linear","out_features":128},{"type":"relu"},{"type":"linear","out_features":10}],
            "training":{"loss":"cross_entropy","optimizer":"adam","batch_size":64,"epochs":1000000}})"},
        {"cats", Shape{3, 64, 64}, 320, 2,
         R"({"neurarium":1,"name":"cats","data":{"source":"toy"},"network":[
            {"type":"conv2d","out_channels":32,"kernel":3,"padding":1},{"type":"relu"},
            {"type":"conv2d","out_channels":32,"kernel":3,"padding":1},{"type":"relu"},{"type":"max_pool2d","kernel":2},
            {"type":"conv2d","out_channels":64,"kernel":3,"padding":1},{"type":"relu"},{"type":"max_pool2d","kernel":2},
            {"type":"conv2d","out_channels":128,"kernel":3,"padding":1},{"type":"relu"},{"type":"max_pool2d","kernel":2},
            {"type":"global_avg_pool2d"},{"type":"dropout","rate":0.3},{"type":"linear","out_features":2}],
            "training":{"loss":"cross_entropy","optimizer":"adam","batch_size":32,"epochs":1000000}})"},
        {"gpt", Shape{128}, 1600, 256, kGpt, true},
        {"gpt-write", Shape{128}, 1, 256, kGpt, true, true},
    };
    return table;
}

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

/// Random numbers; the targets are classes in turn.
std::shared_ptr<const Dataset> madeUpNumbers(const Workload& workload, DatasetDescription description) {
    description.pictures = workload.input.rank() == 3;
    Tensor inputs(workload.input.withBatch(workload.samples));
    Tensor targets(Shape{workload.samples, 1});
    const RandomStream random(1, RandomPurpose::Generator);
    for (std::int64_t i = 0; i < inputs.size(); ++i)
        inputs[i] = random.uniform(0, static_cast<std::uint64_t>(i), -1, 1);
    for (std::int64_t i = 0; i < workload.samples; ++i)
        targets[i] = static_cast<float>(i % workload.classes);
    return std::make_shared<MemoryDataset>(std::move(description), std::move(inputs), std::move(targets));
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

struct Measurement {
    std::int64_t steps = 0;
    double seconds = 0;
    float loss = 0;
};

/// Steps until the time is over, after a short warm-up: the same code as in training.
Measurement measureTraining(Trainer& trainer, double seconds) {
    const auto train = [&](double duration) {
        Measurement measured;
        const Clock::time_point begin = Clock::now();
        while (measured.seconds < duration) {
            const StepResult result = trainer.step();
            if (result.epochFinished)
                trainer.finishEpoch();
            measured.loss = result.report.loss;
            ++measured.steps;
            measured.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
        }
        return measured;
    };
    train(std::min(1.0, seconds / 4));
    return train(seconds);
}

/// Writes texts token by token, as long as the network reads, after a short warm-up.
Measurement measureWriting(const Experiment& experiment, const DatasetDescription& data, double seconds) {
    Network network = buildNetwork(experiment, data);
    network.initialize(experiment.seed);
    TokenReader reader(network);
    std::vector<float> memory(static_cast<std::size_t>(network.outputShape().last()));
    const RandomStream random(experiment.seed, RandomPurpose::Generation);
    const auto write = [&](double duration) {
        Measurement measured;
        const Clock::time_point begin = Clock::now();
        std::int64_t token = 0;
        for (; measured.seconds < duration; ++measured.steps) {
            for (reader.restart(); reader.place() < reader.length();) {
                const auto logits = reader.read(token);
                const auto place = static_cast<std::uint64_t>(reader.place());
                const float uniform = random.uniform(static_cast<std::uint64_t>(measured.steps), place);
                token = drawnToken(logits, uniform, memory);
            }
            measured.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
        }
        return measured;
    };
    write(std::min(1.0, seconds / 4));
    return write(seconds);
}

Measurement measure(const Workload& workload, const Experiment& experiment, const TrainerOptions& options,
                    double seconds) {
    DataSplit data = madeUpData(workload);
    if (workload.writes)
        return measureWriting(experiment, data.training->description(), seconds);
    Trainer trainer(experiment, std::move(data), options);
    return measureTraining(trainer, seconds);
}

const Workload& findWorkload(const std::string& name) {
    const auto found = std::find_if(workloads().begin(), workloads().end(),
                                    [&](const Workload& workload) { return workload.name == name; });
    if (found == workloads().end())
        throw Error(ProblemKind::Refused, name, explain("Problem", "There is no such workload"),
                    explain("Problem", "There are playground, mnist, cats, gpt and gpt-write."));
    return *found;
}

} // namespace

int runBench(const Arguments& arguments, Console& console) {
    const Workload& workload = findWorkload(onlyWord(arguments, "WORKLOAD"));
    const double seconds = arguments.number("--seconds").value_or(3);
    if (seconds <= 0 || seconds > 3600)
        throw Error(ProblemKind::Refused, "--seconds",
                    explain("Problem", "A number above 0 and up to 3600 is expected"));
    const auto threads = static_cast<int>(arguments.integer("--threads", 1).value_or(1));
    const Experiment experiment = parseExperiment(workload.experiment);
    const Measurement measured = measure(workload, experiment, {.threads = threads}, seconds);
    const std::int64_t batchSize = workload.writes ? 1 : experiment.batchSize;
    const double samplesPerSecond = static_cast<double>(measured.steps * batchSize) / measured.seconds;
    const double perSecond = samplesPerSecond * static_cast<double>(workload.itemsOfSample());
    if (console.json)
        console.write(Json{{"workload", workload.name},
                           {"threads", threads},
                           {"items_per_second", perSecond},
                           {"epochs_per_second", samplesPerSecond / static_cast<double>(workload.samples)},
                           {"steps", measured.steps},
                           {"batch_size", batchSize},
                           {"seconds", measured.seconds},
                           {"loss", measured.loss}});
    else
        console.write(QCoreApplication::translate("Cli", "%1, %2 threads: %3 items a second")
                          .arg(workload.name)
                          .arg(threads)
                          .arg(perSecond, 0, 'f', 0));
    return 0;
}

} // namespace neurarium::cli
