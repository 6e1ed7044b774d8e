// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "random_numbers.h"
#include "report/error.h"

using namespace neurarium;

/// Levels that promise the same arithmetic must give the same bits, and the level must be chosen as asked.
class LevelsTest : public QObject {
    Q_OBJECT
private slots:
    void levelIsChosenAsAsked();
    void productsHaveTheSameBits();
    void convolutionsHaveTheSameBits();
    void channelsHaveTheSameBits();
    void functionsHaveTheSameBits();
    void updatesHaveTheSameBits();

private:
    template <typename Compute>
    void compare(Compute compute);

    std::mt19937 m_random{7};
};

template <typename Compute>
void LevelsTest::compare(Compute compute) {
    const Kernels* const v3 = kernelsAt("v3");
    const Kernels* const v4 = kernelsAt("v4");
    if (v3 == nullptr || v4 == nullptr)
        QSKIP("This processor has only one level with fused multiply-add.");
    QCOMPARE(v3->arithmetic, v4->arithmetic);
    const std::vector<float> narrow = compute(*v3), wide = compute(*v4);
    QCOMPARE(std::memcmp(narrow.data(), wide.data(), narrow.size() * sizeof(float)), 0);
}

void LevelsTest::levelIsChosenAsAsked() {
    QVERIFY(kernelsAt("baseline") != nullptr);
    QVERIFY(kernelsAt("x86-64-v3") == nullptr);
    qputenv("NEURARIUM_ISA", "fastest");
    QVERIFY_EXCEPTION_THROWN(kernels(), Error);
    if (kernelsAt("v4") == nullptr) {
        qputenv("NEURARIUM_ISA", "v4");
        QVERIFY_EXCEPTION_THROWN(kernels(), Error);
    }
    qputenv("NEURARIUM_ISA", "baseline");
    QCOMPARE(kernels().level, "baseline");
    QCOMPARE(&kernels(), kernelsAt("baseline"));
}

void LevelsTest::productsHaveTheSameBits() {
    for (int i = 0; i < 150; ++i) {
        Product p{.m = test::randomSize(1, 90, m_random),
                  .n = test::randomSize(1, 90, m_random),
                  .k = test::randomSize(1, 300, m_random),
                  .transposeA = i % 2 == 1,
                  .transposeB = i / 2 % 2 == 1,
                  .accumulate = i / 4 % 2 == 1};
        p.lda = p.transposeA ? p.m : p.k;
        p.ldb = p.transposeB ? p.k : p.n;
        p.ldc = p.n;
        const std::vector<float> a = test::randomNumbers(p.m * p.k, m_random);
        const std::vector<float> b = test::randomNumbers(p.n * p.k, m_random);
        const std::vector<float> c = test::randomNumbers(p.m * p.n, m_random);
        p.a = a.data();
        p.b = b.data();
        p.bias = i / 8 % 2 == 1 ? b.data() : nullptr;
        compare([&](const Kernels& kernels) {
            std::vector<float> out = c;
            Product product = p;
            product.c = out.data();
            kernels.product(product);
            return out;
        });
    }
}

void LevelsTest::convolutionsHaveTheSameBits() {
    for (int i = 0; i < 60; ++i) {
        Convolution s;
        s.samples = test::randomSize(1, 2, m_random);
        s.kernelHeight = s.kernelWidth = i % 4 == 0 ? 3 : test::randomSize(1, 4, m_random);
        s.padding = test::randomSize(0, 2, m_random);
        s.stride = i % 2 == 0 ? 1 : test::randomSize(2, 3, m_random);
        s.groups = i % 3 == 0 ? 2 : 1;
        s.channels = s.groups * test::randomSize(1, 40, m_random);
        s.outChannels = s.groups * test::randomSize(1, 70, m_random);
        s.height = test::randomSize(4, 40, m_random);
        s.width = test::randomSize(4, 40, m_random);
        s.outHeight = (s.height + 2 * s.padding - s.kernelHeight) / s.stride + 1;
        s.outWidth = (s.width + 2 * s.padding - s.kernelWidth) / s.stride + 1;
        const std::vector<float> x =
            test::randomNumbers(s.samples * s.height * s.width * s.channels, m_random);
        const std::vector<float> gradY =
            test::randomNumbers(s.samples * s.outHeight * s.outWidth * s.outChannels, m_random);
        const std::vector<float> weight = test::randomNumbers(
            s.outChannels * s.channels / s.groups * s.kernelHeight * s.kernelWidth, m_random);
        const std::vector<float> bias = test::randomNumbers(s.outChannels, m_random);
        compare([&](const Kernels& kernels) {
            std::vector<float> y = gradY, gradX = x, gradWeight = weight, gradBias = bias;
            kernels.convolve(s, x.data(), weight.data(), bias.data(), {.data = y.data()});
            kernels.convolveBackwardInput(s, gradY.data(), weight.data(), gradX.data());
            std::vector<float> sums(static_cast<std::size_t>(kernels.weightGradientSums(s)));
            kernels.convolveBackwardWeight(s, x.data(), gradY.data(), sums.data(), gradBias.data());
            kernels.finishWeightGradient(s, sums.data(), gradWeight.data());
            for (const std::vector<float>* more : {&gradX, &gradWeight, &gradBias})
                y.insert(y.end(), more->begin(), more->end());
            return y;
        });
    }
}

void LevelsTest::channelsHaveTheSameBits() {
    for (int i = 0; i < 40; ++i) {
        const std::int64_t rows = test::randomSize(1, 30, m_random),
                           channels = test::randomSize(1, 70, m_random);
        const std::vector<float> x = test::randomNumbers(rows * channels, m_random);
        const std::vector<float> gradY = test::randomNumbers(rows * channels, m_random);
        const std::vector<float> numbers = test::randomNumbers(4 * channels, m_random);
        const float *mean = numbers.data(), *scale = mean + channels, *shift = scale + channels;
        compare([&](const Kernels& kernels) {
            std::vector<float> y(x.size()), gradX(x.size());
            kernels.scaleChannels({rows, channels, x.data()}, {mean, scale, shift}, y.data());
            kernels.channelGradient({rows, channels, x.data()},
                                    {gradY.data(), mean, scale, shift, shift + channels}, gradX.data());
            y.insert(y.end(), gradX.begin(), gradX.end());
            return y;
        });
    }
}

void LevelsTest::functionsHaveTheSameBits() {
    std::vector<float> x = test::randomNumbers(20'001, m_random);
    for (std::size_t i = 0; i < x.size(); ++i)
        x[i] = std::ldexp(x[i], static_cast<int>(i % 40) - 30);
    const auto count = static_cast<std::int64_t>(x.size());
    for (auto function : {&Kernels::exp, &Kernels::log, &Kernels::tanh, &Kernels::sigmoid}) {
        compare([&](const Kernels& kernels) {
            std::vector<float> y(x.size());
            (kernels.*function)(count, x.data(), y.data());
            for (float& value : y)
                value = std::isnan(value) ? 0.0F : value;
            return y;
        });
    }
    compare([&](const Kernels& kernels) {
        std::vector<float> y(2 * x.size());
        kernels.gelu(count, x.data(), y.data(), y.data() + x.size());
        return y;
    });
}

void LevelsTest::updatesHaveTheSameBits() {
    constexpr std::int64_t kCount = 1013;
    const std::vector<float> gradient = test::randomNumbers(kCount, m_random);
    const std::vector<float> value = test::randomNumbers(kCount, m_random);
    compare([&](const Kernels& kernels) {
        std::vector<float> weights = value, moment1(kCount), moment2(kCount), momentum(kCount);
        const AdamStep step{.lr = 1e-3, .beta1 = 0.9, .beta2 = 0.999, .eps = 1e-8, .weightDecay = 0.1};
        kernels.adam(step, kCount, gradient.data(), weights.data(), moment1.data(), moment2.data());
        kernels.adam(step, kCount, value.data(), weights.data(), moment1.data(), moment2.data());
        const SgdStep sgd{.lr = 0.1F, .momentum = 0.9F, .weightDecay = 0.1F, .nesterov = true};
        kernels.sgd(sgd, kCount, gradient.data(), weights.data(), momentum.data());
        weights.push_back(static_cast<float>(kernels.sumOfSquares(kCount, weights.data())));
        return weights;
    });
}

QTEST_GUILESS_MAIN(LevelsTest)
#include "levels_test.moc"
