// SPDX-License-Identifier: GPL-3.0-or-later
// How long maps of many points take, and how far they may be trusted.
//   projection_bench [--points N] [--numbers D] [--dimensions 2|3] [--threads T] [--csv FILE] [--places FILE]
//                    [METHOD...]
// Without a file the points are N times D numbers around ten centres. A line a map: what it took until the
// first picture and until the end, processor seconds, and trustworthiness over all points.
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "inspect/centred_points.h"
#include "inspect/neighbours.h"
#include "inspect/projecting.h"
#include "inspect/trustworthiness.h"

using namespace neurarium;

namespace {

struct Arguments {
    std::int64_t points = 10'000;
    std::int64_t numbers = 128;
    std::int32_t dimensions = 2;
    int threads = 0;
    std::string csv{};    ///< vectors to read
    std::string places{}; ///< where the places of the last map are written
    std::vector<std::string> methods{};
};

Arguments read(int count, char** values) {
    Arguments arguments;
    for (int i = 1; i < count; ++i) {
        const std::string name = values[i];
        const auto number = [&] { return i + 1 < count ? std::stoll(values[++i]) : 0; };
        if (name == "--points")
            arguments.points = number();
        else if (name == "--numbers")
            arguments.numbers = number();
        else if (name == "--dimensions")
            arguments.dimensions = static_cast<std::int32_t>(number());
        else if (name == "--threads")
            arguments.threads = static_cast<int>(number());
        else if (name == "--csv")
            arguments.csv = i + 1 < count ? values[++i] : "";
        else if (name == "--places")
            arguments.places = i + 1 < count ? values[++i] : "";
        else
            arguments.methods.push_back(name);
    }
    if (arguments.methods.empty())
        arguments.methods = {"pca", "tsne", "umap", "pairs", "index"};
    return arguments;
}

Embeddings clusters(const Arguments& arguments) {
    std::mt19937 random(1);
    std::normal_distribution<float> normal;
    std::vector<float> centres(static_cast<std::size_t>(10 * arguments.numbers));
    for (float& each : centres)
        each = normal(random);
    Embeddings embeddings{.dimensions = arguments.numbers};
    for (std::int64_t i = 0; i < arguments.points; ++i) {
        embeddings.labels.emplace_back();
        for (std::int64_t j = 0; j < arguments.numbers; ++j)
            embeddings.vectors.push_back(centres[static_cast<std::size_t>(i % 10 * arguments.numbers + j)] +
                                         normal(random));
    }
    return embeddings;
}

/// One vector a line, its numbers between commas.
Embeddings fromFile(const std::string& path) {
    Embeddings embeddings;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        embeddings.labels.emplace_back();
        std::istringstream numbers(line);
        for (std::string number; std::getline(numbers, number, ',');)
            embeddings.vectors.push_back(std::stof(number));
    }
    embeddings.dimensions =
        embeddings.labels.empty() ? 0 : std::ssize(embeddings.vectors) / embeddings.size();
    return embeddings;
}

double seconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double processorSeconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

void measureNeighbours(const Embeddings& embeddings, bool byIndex, const BackgroundWork& work) {
    const Tensor points = centredPoints(embeddings);
    const double start = seconds(), processor = processorSeconds();
    const auto found = byIndex ? neighboursByIndex(points, 90, work) : neighboursByPairs(points, 90, work);
    const double took = seconds() - start, used = processorSeconds() - processor;
    std::int64_t missed = 0;
    if (byIndex) {
        const auto exact = neighboursByPairs(points, 90, work);
        for (std::size_t i = 0; i < exact->points.size(); i += 90)
            for (std::size_t j = 0; j < 90; ++j)
                missed += std::find(found->points.begin() + static_cast<std::ptrdiff_t>(i),
                                    found->points.begin() + static_cast<std::ptrdiff_t>(i) + 90,
                                    exact->points[i + j]) ==
                                  found->points.begin() + static_cast<std::ptrdiff_t>(i) + 90
                              ? 1
                              : 0;
    }
    std::printf("%-6s %28.2f s, processor %6.2f s, misses %.4f\n", byIndex ? "index" : "pairs", took, used,
                static_cast<double>(missed) / static_cast<double>(std::ssize(found->points)));
}

void measure(const std::string& method, const Embeddings& embeddings, const Arguments& arguments) {
    ThreadPool pool(arguments.threads);
    const BackgroundWork work{.pool = pool};
    if (method == "pairs" || method == "index")
        return measureNeighbours(embeddings, method == "index", work);
    ProjectionOptions options{.dimensions = arguments.dimensions};
    options.method = method == "pca"    ? ProjectionMethod::Pca
                     : method == "tsne" ? ProjectionMethod::TSne
                                        : ProjectionMethod::Umap;
    double first = -1;
    int pictures = 0;
    const double start = seconds(), processor = processorSeconds();
    const auto map = project(embeddings, options, work,
                             [&](const Projection&) { first = pictures++ == 0 ? seconds() - start : first; });
    const double took = seconds() - start, used = processorSeconds() - processor;
    const double trust = trustworthiness(centredPoints(embeddings), map->places, {.mostAsked = 0}, work);
    std::printf("%-6s first %6.3f s, all %7.2f s, processor %7.2f s, %4d pictures, trust %.5f (asked %.5f)\n",
                method.c_str(), first, took, used, pictures, trust, *map->trustworthiness);
    std::fflush(stdout);
    std::ofstream places(arguments.places);
    for (std::size_t i = 0; i < map->places.size(); ++i)
        places << map->places[i]
               << ((i + 1) % static_cast<std::size_t>(arguments.dimensions) == 0 ? '\n' : ',');
}

} // namespace

int main(int count, char** values) {
    const Arguments arguments = read(count, values);
    const Embeddings embeddings = arguments.csv.empty() ? clusters(arguments) : fromFile(arguments.csv);
    std::printf("%lld points of %lld numbers\n", static_cast<long long>(embeddings.size()),
                static_cast<long long>(embeddings.dimensions));
    for (const std::string& method : arguments.methods)
        measure(method, embeddings, arguments);
    return 0;
}
