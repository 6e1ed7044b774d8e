// SPDX-License-Identifier: GPL-3.0-or-later
// How long training waits for its batches, and what validation costs, on a folder of photographs:
//
//     data_bench PHOTOS [EPOCHS]
//
// Trains the cats' network of 64 x 64 pixels with every augmentation on, on one and on two threads.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "data/data_loader.h"
#include "datasets/catalogue.h"
#include "report/error.h"
#include "training/trainer.h"

using namespace neurarium;

namespace {

using Clock = std::chrono::steady_clock;

constexpr const char* kCats = R"({"neurarium":1,"name":"cats","seed":42,
    "data":{"source":"image-folder","path":".","image_size":[64,64],"validation":0.2,
        "augment":{"flip":true,"shift":0.1,"rotate":10,"zoom":0.1,"brightness":0.2,"holes":{"count":1,"size":0.25}}},
    "network":[
        {"type":"conv2d","out_channels":32,"kernel":3,"padding":1},{"type":"relu"},
        {"type":"conv2d","out_channels":32,"kernel":3,"padding":1},{"type":"relu"},{"type":"max_pool2d","kernel":2},
        {"type":"conv2d","out_channels":64,"kernel":3,"padding":1},{"type":"relu"},{"type":"max_pool2d","kernel":2},
        {"type":"conv2d","out_channels":128,"kernel":3,"padding":1},{"type":"relu"},{"type":"max_pool2d","kernel":2},
        {"type":"global_avg_pool2d"},{"type":"dropout","rate":0.3},{"type":"linear","out_features":"classes"}],
    "training":{"loss":"cross_entropy","optimizer":"adam","batch_size":32,"epochs":1000}})";

double secondsSince(Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// What one epoch took, in seconds.
struct Epoch {
    double steps = 0;
    double waited = 0;
    double validation = 0;
};

Epoch trainEpoch(Trainer& trainer) {
    Epoch epoch;
    const double waitedBefore = DataLoader::secondsWaited();
    Clock::time_point begin = Clock::now();
    while (!trainer.step().epochFinished) {
    }
    epoch.steps = secondsSince(begin);
    epoch.waited = DataLoader::secondsWaited() - waitedBefore;
    begin = Clock::now();
    trainer.finishEpoch();
    epoch.validation = secondsSince(begin);
    return epoch;
}

/// All samples of a dataset, in pieces as large as validation reads them.
std::vector<Tensor> inputsOf(const Dataset& dataset) {
    constexpr std::int64_t kPiece = 21;
    const Shape& shape = dataset.description().inputShape;
    std::vector<Tensor> pieces;
    std::vector<float> target(static_cast<std::size_t>(dataset.description().targetSize));
    for (std::int64_t first = 0; first < dataset.size(); first += kPiece) {
        const std::int64_t count = std::min(kPiece, dataset.size() - first);
        Tensor& piece = pieces.emplace_back(shape.withBatch(count));
        const auto size = static_cast<std::size_t>(shape.elements());
        for (std::int64_t n = 0; n < count; ++n)
            dataset.sample(first + n, piece.values().subspan(static_cast<std::size_t>(n) * size, size),
                           target);
    }
    return pieces;
}

/// Seconds for the network's answers alone: nothing is read and nothing is counted.
double forwardPass(Trainer& trainer, const std::vector<Tensor>& inputs) {
    const Clock::time_point begin = Clock::now();
    for (const Tensor& piece : inputs)
        (void)trainer.outputs(piece);
    return secondsSince(begin);
}

void measure(const Experiment& experiment, const DataSplit& data, int threads, int epochs) {
    Trainer trainer(experiment, data, {.threads = threads});
    const std::vector<Tensor> inputs = inputsOf(*data.validation);
    trainEpoch(trainer);
    std::vector<double> seconds, waited, validation, forward;
    for (int i = 0; i < epochs; ++i) {
        const Epoch epoch = trainEpoch(trainer);
        seconds.push_back(epoch.steps);
        waited.push_back(100 * epoch.waited / epoch.steps);
        validation.push_back(1000 * epoch.validation);
        forward.push_back(1000 * forwardPass(trainer, inputs));
    }
    std::printf("| %d | %.0f | %.2f %% | %.0f ms | %.0f ms | x%.2f |\n", threads,
                static_cast<double>(data.training->size()) / median(seconds), median(waited),
                median(validation), median(forward), median(validation) / median(forward));
    std::fflush(stdout);
}

} // namespace

int main(int count, char** words) {
    if (count < 2) {
        std::fprintf(stderr, "data_bench PHOTOS [EPOCHS]\n");
        return 2;
    }
    try {
        Experiment experiment = parseExperiment(kCats);
        experiment.data.options["path"] = std::string(words[1]);
        const DataSplit data = readData(experiment);
        std::printf("%lld photographs to train with, %lld to validate with\n\n",
                    static_cast<long long>(data.training->size()),
                    static_cast<long long>(data.validation->size()));
        std::printf("| threads | photographs/s | of an epoch waiting for batches | validation | forward pass "
                    "alone | |\n"
                    "|---|---|---|---|---|---|\n");
        for (const int threads : {1, 2})
            measure(experiment, data, threads, count > 2 ? std::atoi(words[2]) : 7);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
