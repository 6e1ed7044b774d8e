// SPDX-License-Identifier: GPL-3.0-or-later
#include "table.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <optional>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "report/error.h"
#include "tests/measuring.h"

namespace neurarium::growth {

namespace {

struct Measured {
    std::vector<double> costs;
    double megabytes = 0;
};

/// The child's part: never comes back.
[[noreturn]] void measureAndTell(const Row& row, int pipe) {
    int code = 0;
    try {
        for (const double cost : row.measure())
            code |= write(pipe, &cost, sizeof cost) == sizeof cost ? 0 : 1;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s: %s\n", row.size.c_str(), error.what());
        code = 1;
    }
    _exit(code);
}

Measured measureApart(const Row& row) {
    int ends[2];
    if (pipe(ends) != 0)
        throw Error(ProblemKind::Failure, row.size, explain("Problem", "no pipe"));
    std::fflush(stdout);
    const pid_t child = fork();
    if (child == 0)
        measureAndTell(row, ends[1]);
    close(ends[1]);
    Measured measured;
    for (double cost = 0; read(ends[0], &cost, sizeof cost) == sizeof cost;)
        measured.costs.push_back(cost);
    close(ends[0]);
    int status = 1;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    if (status != 0)
        throw Error(ProblemKind::Failure, row.size, explain("Problem", "could not be measured"));
    measured.megabytes = static_cast<double>(usage.ru_maxrss) / 1024;
    return measured;
}

} // namespace

void print(const Table& table) {
    std::printf("\n### %s\n\n| %s |", table.title.c_str(), table.grows.c_str());
    for (const std::string& column : table.columns)
        std::printf(" %s |", column.c_str());
    std::printf(" peak memory, MB |\n|---|");
    for (std::size_t i = 0; i <= table.columns.size(); ++i)
        std::printf("---|");
    std::printf("\n");
    std::optional<Measured> first;
    for (const Row& row : table.rows) {
        const Measured measured = measureApart(row);
        if (!first)
            first = measured;
        std::printf("| %s |", row.size.c_str());
        for (std::size_t i = 0; i < measured.costs.size(); ++i)
            std::printf(" %.3g (x%.2f) |", measured.costs[i], measured.costs[i] / first->costs[i]);
        std::printf(" %.0f |\n", measured.megabytes);
    }
}

double wallSeconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double processorSeconds() {
    return processorMilliseconds() / 1000;
}

double secondsOf(const std::function<void()>& work, double (*clock)(), double stretch) {
    double best = 0;
    for (int i = 0; i < 3; ++i) {
        const double begin = clock();
        double seconds = 0;
        int calls = 0;
        do {
            work();
            ++calls;
            seconds = clock() - begin;
        } while (seconds < stretch);
        best = i == 0 ? seconds / calls : std::min(best, seconds / calls);
    }
    return best;
}

} // namespace neurarium::growth
