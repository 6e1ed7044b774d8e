// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include <algorithm>
#include <chrono>

#include <QCoreApplication>

#include <sys/resource.h>

#include "app/cli/bench_workloads.h"
#include "kernels/kernels.h"
#include "tensor/random.h"
#include "tensor/thread_pool.h"
#include "text/next_token.h"
#include "text/token_reader.h"
#include "training/network_builder.h"
#include "training/trainer.h"

namespace neurarium::cli {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::int64_t kHashedSteps = 200;
constexpr double kTrainingPasses = 3; // forward, and backward for the inputs and for the weights

struct Measurement {
    std::int64_t samples = 0;
    double seconds = 0;
    double loss = 0;       ///< of the last step
    std::string weights{}; ///< hash of the weights after the first 200 steps
};

double secondsSince(Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

StepResult advance(Trainer& trainer) {
    const StepResult result = trainer.step();
    if (result.epochFinished)
        trainer.finishEpoch();
    return result;
}

/// The hash of the weights alone, so that it does not change with what else a state remembers.
std::string weightsHash(const Trainer& trainer) {
    TrainingState weights = trainer.state();
    std::erase_if(weights.tensors, [](const auto& each) { return each.first.starts_with("state/"); });
    weights.metadata.clear();
    return stateHash(weights);
}

/// Steps until the time is over, after those that are hashed: the same code as in training.
Measurement measureTraining(Trainer& trainer, double seconds) {
    while (trainer.stepsDone() < kHashedSteps)
        advance(trainer);
    Measurement measured{.weights = weightsHash(trainer)};
    const Clock::time_point begin = Clock::now();
    while ((measured.seconds = secondsSince(begin)) < seconds) {
        measured.loss = static_cast<double>(advance(trainer).report.loss);
        measured.samples += std::ssize(trainer.lastSamples());
    }
    return measured;
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
        for (; measured.seconds < duration; ++measured.samples) {
            for (reader.restart(); reader.place() < reader.length();) {
                const auto logits = reader.read(token);
                const auto place = static_cast<std::uint64_t>(reader.place());
                const float uniform = random.uniform(static_cast<std::uint64_t>(measured.samples), place);
                token = drawnToken(logits, uniform, memory);
            }
            measured.seconds = secondsSince(begin);
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

/// What the processor reaches at best: products of matrices that stay in its caches, in billions of
/// multiplications and additions a second.
double peakGflops(int threads) {
    constexpr std::int64_t kSide = 192;
    constexpr double kSeconds = 0.2;
    ThreadPool pool(threads);
    std::vector<std::vector<float>> numbers(static_cast<std::size_t>(pool.threads()));
    for (std::vector<float>& each : numbers)
        each.assign(3 * kSide * kSide, 0.5F);
    std::int64_t products = 0;
    const Clock::time_point begin = Clock::now();
    double seconds = 0;
    while ((seconds = secondsSince(begin)) < kSeconds) {
        pool.run(pool.threads(), [&](int piece, int) {
            float* a = numbers[static_cast<std::size_t>(piece)].data();
            for (int i = 0; i < 20; ++i)
                kernels().product({.m = kSide,
                                   .n = kSide,
                                   .k = kSide,
                                   .a = a,
                                   .lda = kSide,
                                   .b = a + kSide * kSide,
                                   .ldb = kSide,
                                   .c = a + 2 * kSide * kSide,
                                   .ldc = kSide});
        });
        products += 20 * pool.threads();
    }
    return 2e-9 * static_cast<double>(products * kSide * kSide * kSide) / seconds;
}

/// Bytes of memory that this process has used at most.
std::int64_t peakMemory() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return std::int64_t{1024} * usage.ru_maxrss;
}

} // namespace

int runBench(const Arguments& arguments, Console& console) {
    const Workload& workload = findWorkload(onlyWord(arguments, "WORKLOAD"));
    const double seconds = arguments.number("--seconds").value_or(3);
    if (seconds <= 0 || seconds > 3600)
        throw Error(ProblemKind::Refused, "--seconds",
                    explain("Problem", "A number above 0 and up to 3600 is expected"));
    const int threads = std::max(1, threadsOf(arguments));
    const Experiment experiment = parseExperiment(workload.experiment);
    const Measurement measured = measure(workload, experiment, {.threads = threads}, seconds);
    const double perSecond =
        static_cast<double>(measured.samples) * workload.itemsPerSample / measured.seconds;
    const double passes = workload.writes ? 1 : kTrainingPasses;
    const double gflops = 2e-9 * passes * workload.multiplications * perSecond;
    if (!console.json) {
        console.write(QCoreApplication::translate("Cli", "%1, %2 threads: %3 items a second")
                          .arg(QString::fromStdString(workload.name))
                          .arg(threads)
                          .arg(perSecond, 0, 'f', 0));
        return 0;
    }
    Json result{{"workload", workload.name},   {"threads", threads},          {"items_per_second", perSecond},
                {"samples", measured.samples}, {"seconds", measured.seconds}, {"gflops", gflops}};
    result["share_of_peak"] = gflops / peakGflops(workload.writes ? 1 : threads);
    result["peak_memory_bytes"] = peakMemory();
    result["level"] = kernels().level;
    if (!workload.writes) {
        result["loss"] = measured.loss;
        result["weights_after_200_steps"] = measured.weights;
    }
    console.write(result);
    return 0;
}

} // namespace neurarium::cli
