// SPDX-License-Identifier: GPL-3.0-or-later
// Measures what saving every epoch costs the training of a built-in experiment:
// saving_bench EXPERIMENT.json [EPOCHS]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "checkpoint/safetensors.h"
#include "datasets/catalogue.h"
#include "session/run_opening.h"
#include "session/training_run.h"

using namespace neurarium;

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

double median(std::vector<double> values) {
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2),
                     values.end());
    return values[values.size() / 2];
}

class Deaf : public RunListener {
public:
    void onEpoch(const EpochReport&) override {}
    void onMark(const Mark&) override {}
    void onSettings(const LiveSettings&) override {}
    void onCheckpoint(const CheckpointInfo&) override { ++checkpoints; }
    void onTimeline() override {}
    void onWarning(const Problem& problem) override { std::puts(problem.english().c_str()); }

    int checkpoints = 0;
};

/// A run of its own folder, taken up epoch after epoch.
struct Running {
    Running(Experiment experiment, const std::string& folder, const DataSplit& data, std::int64_t every) {
        experiment.checkpointEvery = every;
        experiment.patience.reset();
        CreateCommand command;
        command.experiment = experiment;
        command.folder = folder;
        run = std::make_unique<TrainingRun>(createRun(command, [&](const Experiment&) { return data; }),
                                            listener);
        run->begin();
    }

    void epoch() {
        const Clock::time_point start = Clock::now();
        const std::clock_t cpu = std::clock();
        while (run->step() != TrainingRun::StepOutcome::EpochFinished) {
        }
        wall.push_back(secondsSince(start));
        processor.push_back(static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC);
    }

    Deaf listener;
    std::unique_ptr<TrainingRun> run;
    std::vector<double> wall, processor;
};

void timeParts(Trainer& trainer, const std::string& file, double epoch) {
    std::vector<double> copy, hash, write;
    std::uint64_t bytes = 0;
    for (int i = 0; i < 11; ++i) {
        auto start = Clock::now();
        const TrainingState state = trainer.state();
        copy.push_back(secondsSince(start));
        start = Clock::now();
        bytes = stateHash(state).size() == 64 ? safetensorsSize(state) : 0;
        hash.push_back(secondsSince(start));
        start = Clock::now();
        writeSafetensors(file, state);
        write.push_back(secondsSince(start));
    }
    const auto tell = [epoch](const char* what, double seconds) {
        std::printf("  %-28s %8.3f ms  %6.3f %% of an epoch\n", what, seconds * 1e3, 100 * seconds / epoch);
    };
    std::printf("a state of %llu bytes\n", static_cast<unsigned long long>(bytes));
    tell("copied (training waits)", median(copy));
    tell("hashed (beside it)", median(hash));
    tell("hashed and written (beside it)", median(write));
}

/// From the wish to the end of the first new step, the end of the branch that is left being saved, too.
void timeGoingBack(TrainingRun& run) {
    std::vector<double> seconds;
    for (int i = 0; i < 7; ++i) {
        run.step();
        const Clock::time_point start = Clock::now();
        run.goBackTo(CheckpointId{1 + i % 2}, false);
        run.step();
        seconds.push_back(secondsSince(start));
    }
    std::printf("going back, with the first new step: %.1f ms\n", median(seconds) * 1e3);
}

int measure(const std::string& path, int epochs) {
    std::ifstream file(path);
    const Experiment experiment =
        parseExperiment({std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()});
    const std::filesystem::path folder = std::filesystem::temp_directory_path() / "neurarium-saving-bench";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    const DataSplit data = readData(experiment, {});
    Running saving(experiment, (folder / "saving").string(), data, 1);
    Running plain(experiment, (folder / "plain").string(), data, 1'000'000);
    for (int i = 0; i < epochs; ++i) {
        (i % 2 == 0 ? saving : plain).epoch();
        (i % 2 == 0 ? plain : saving).epoch();
    }
    saving.run->finishSaving();
    std::printf("%d checkpoints; seconds an epoch without and with saving:\n", saving.listener.checkpoints);
    const auto tell = [](const char* what, double without, double with) {
        std::printf("  %-10s %.4f  %.4f  %+.2f %%\n", what, without, with, 100 * (with / without - 1));
    };
    tell("wall", median(plain.wall), median(saving.wall));
    tell("processor", median(plain.processor), median(saving.processor));
    timeGoingBack(*saving.run);
    timeParts(saving.run->trainer(), (folder / "one.safetensors").string(), median(plain.wall));
    std::filesystem::remove_all(folder);
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::puts("saving_bench EXPERIMENT.json [EPOCHS]");
        return 2;
    }
    try {
        return measure(argv[1], argc > 2 ? std::stoi(argv[2]) : 12);
    } catch (const std::exception& error) {
        std::puts(error.what());
        return 1;
    }
}
