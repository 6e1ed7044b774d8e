// SPDX-License-Identifier: GPL-3.0-or-later
// Goes on from a saved state in a process of its own: fresh_process NETWORK THREADS STATE STEPS
// Prints the hash of the whole state after each step.
#include <cstdio>
#include <exception>
#include <string>

#include "checkpoint/safetensors.h"
#include "training_samples.h"

using namespace neurarium;

int main(int argc, char** argv) {
    if (argc != 5)
        return 2;
    try {
        const std::string name = argv[1];
        Trainer trainer(sampleExperiment(name), sampleData(name), {.threads = std::stoi(argv[2])});
        trainer.restore(readSafetensors(argv[3]));
        for (int i = std::stoi(argv[4]); i > 0; --i) {
            advance(trainer);
            std::puts(stateHash(trainer.state()).c_str());
        }
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
