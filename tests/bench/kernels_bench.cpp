// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the kernels on one thread, at each level that this processor has: kernels_bench [LEVEL]
#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <string>

#include "kernels/kernels.h"
#include "tensor/buffer.h"

using namespace neurarium;

namespace {

constexpr int kRounds = 7;
constexpr double kRoundSeconds = 0.03;

/// Processor seconds of one call (so that other programs disturb little): the median of some rounds.
template <typename Call>
double secondsOf(Call call) {
    const auto secondsFor = [&](int calls) {
        const std::clock_t start = std::clock();
        for (int i = 0; i < calls; ++i)
            call();
        return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    };
    int calls = 1;
    while (secondsFor(calls) < kRoundSeconds)
        calls *= 2;
    std::array<double, kRounds> rounds{};
    std::generate(rounds.begin(), rounds.end(), [&] { return secondsFor(calls) / calls; });
    std::nth_element(rounds.begin(), rounds.begin() + kRounds / 2, rounds.end());
    return rounds[kRounds / 2];
}

FloatBuffer someNumbers(std::int64_t count) {
    FloatBuffer numbers(count);
    for (std::int64_t i = 0; i < count; ++i)
        numbers.data()[i] = static_cast<float>((i * 37) % 101 - 50) / 50.0F;
    return numbers;
}

void report(const Kernels& kernels, const std::string& name, double operations, double seconds) {
    std::printf("%-9s %-36s %8.1f GFLOP/s %10.3f us\n", kernels.level, name.c_str(),
                operations / seconds * 1e-9, seconds * 1e6);
}

void measureProduct(const Kernels& kernels, const char* name, Product p) {
    const FloatBuffer a = someNumbers(p.m * p.k), b = someNumbers(p.k * p.n);
    FloatBuffer c(p.m * p.n);
    p.a = a.data();
    p.b = b.data();
    p.c = c.data();
    p.lda = p.transposeA ? p.m : p.k;
    p.ldb = p.transposeB ? p.k : p.n;
    p.ldc = p.n;
    const double operations = 2.0 * static_cast<double>(p.m * p.n * p.k);
    report(kernels, name, operations, secondsOf([&] { kernels.product(p); }));
}

void measureConvolution(const Kernels& kernels, std::int64_t size, std::int64_t channels,
                        std::int64_t outChannels) {
    const Convolution s{.height = size,
                        .width = size,
                        .channels = channels,
                        .outChannels = outChannels,
                        .outHeight = size,
                        .outWidth = size,
                        .kernelHeight = 3,
                        .kernelWidth = 3,
                        .padding = 1};
    const FloatBuffer x = someNumbers(size * size * channels), w = someNumbers(9 * channels * outChannels);
    FloatBuffer y = someNumbers(size * size * outChannels), gradX(x.size()),
                sums(kernels.weightGradientSums(s)), gradBias(outChannels);
    const double operations = 2.0 * static_cast<double>(y.size() * 9 * channels);
    const std::string side = std::to_string(size);
    const std::string title =
        "conv " + side + "x" + side + ", " + std::to_string(channels) + " to " + std::to_string(outChannels);
    report(kernels, title, operations,
           secondsOf([&] { kernels.convolve(s, x.data(), w.data(), gradBias.data(), {.data = y.data()}); }));
    report(kernels, title + ", gradient of x", operations,
           secondsOf([&] { kernels.convolveBackwardInput(s, y.data(), w.data(), gradX.data()); }));
    report(kernels, title + ", of the weight", operations, secondsOf([&] {
               kernels.convolveBackwardWeight(s, x.data(), y.data(), sums.data(), gradBias.data());
           }));
}

void measureFunctions(const Kernels& kernels) {
    constexpr std::int64_t kCount = 4096;
    const FloatBuffer x = someNumbers(kCount);
    FloatBuffer y(kCount), slope(kCount), moment1(kCount), moment2(kCount);
    const auto measure = [&](const char* name, auto call) {
        std::printf("%-9s %-36s %8.3f ns a number\n", kernels.level, name, secondsOf(call) / kCount * 1e9);
    };
    measure("exp", [&] { kernels.exp(kCount, x.data(), y.data()); });
    measure("log", [&] { kernels.log(kCount, x.data(), y.data()); });
    measure("tanh", [&] { kernels.tanh(kCount, x.data(), y.data()); });
    measure("sigmoid", [&] { kernels.sigmoid(kCount, x.data(), y.data()); });
    measure("gelu", [&] { kernels.gelu(kCount, x.data(), y.data(), slope.data()); });
    const AdamStep adam{.lr = 1e-3, .beta1 = 0.9, .beta2 = 0.999, .eps = 1e-8};
    measure("adam", [&] { kernels.adam(adam, kCount, x.data(), y.data(), moment1.data(), moment2.data()); });
    measure("sumOfSquares",
            [&] { slope.data()[0] = static_cast<float>(kernels.sumOfSquares(kCount, x.data())); });
}

void measureAll(const Kernels& kernels) {
    measureProduct(kernels, "playground 10x8x8, forward", {.m = 10, .n = 8, .k = 8, .transposeB = true});
    measureProduct(kernels, "playground 10x1x8, forward", {.m = 10, .n = 1, .k = 8, .transposeB = true});
    measureProduct(kernels, "playground 8x8x10, weights",
                   {.m = 8, .n = 8, .k = 10, .transposeA = true, .accumulate = true});
    measureProduct(kernels, "digits 16x128x784, forward", {.m = 16, .n = 128, .k = 784, .transposeB = true});
    measureProduct(kernels, "digits 64x128x784, forward", {.m = 64, .n = 128, .k = 784, .transposeB = true});
    measureProduct(kernels, "digits 128x784x16, weights",
                   {.m = 128, .n = 784, .k = 16, .transposeA = true, .accumulate = true});
    measureProduct(kernels, "digits 16x10x128, forward", {.m = 16, .n = 10, .k = 128, .transposeB = true});
    measureProduct(kernels, "gpt 128x512x128, forward", {.m = 128, .n = 512, .k = 128, .transposeB = true});
    measureProduct(kernels, "gpt 128x128x512, input", {.m = 128, .n = 128, .k = 512});
    measureProduct(kernels, "gpt 512x128x128, weights",
                   {.m = 512, .n = 128, .k = 128, .transposeA = true, .accumulate = true});
    measureProduct(kernels, "gpt 1x512x128, writing", {.m = 1, .n = 512, .k = 128, .transposeB = true});
    measureProduct(kernels, "square 1000", {.m = 1000, .n = 1000, .k = 1000});
    measureConvolution(kernels, 64, 3, 32);
    measureConvolution(kernels, 64, 32, 32);
    measureConvolution(kernels, 32, 32, 64);
    measureConvolution(kernels, 16, 64, 128);
    measureFunctions(kernels);
}

} // namespace

int main(int count, char** arguments) {
    for (const char* level : {"v4", "v3", "baseline"})
        if (const Kernels* kernels = kernelsAt(level); kernels != nullptr)
            if (count < 2 || std::string(arguments[1]) == level)
                measureAll(*kernels);
    return 0;
}
