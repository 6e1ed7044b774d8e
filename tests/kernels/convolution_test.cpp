// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <array>
#include <cmath>
#include <limits>

#include "kernels/reference.h"
#include "random_numbers.h"

using namespace neurarium;

namespace {

Convolution shapeOf(std::int64_t size, std::int64_t channels, std::int64_t outChannels, std::int64_t kernel) {
    Convolution s;
    s.height = s.width = size;
    s.channels = channels;
    s.outChannels = outChannels;
    s.kernelHeight = s.kernelWidth = kernel;
    return s;
}

Convolution withOutputSize(Convolution s) {
    s.outHeight = (s.height + 2 * s.padding - s.kernelHeight) / s.stride + 1;
    s.outWidth = (s.width + 2 * s.padding - s.kernelWidth) / s.stride + 1;
    return s;
}

Convolution randomShape(std::mt19937& random) {
    const auto size = [&](std::int64_t low, std::int64_t high) {
        return test::randomSize(low, high, random);
    };
    Convolution s;
    s.samples = size(1, 3);
    s.kernelHeight = size(1, 5);
    s.kernelWidth = size(1, 5);
    s.padding = size(0, 6);
    s.stride = size(1, 4);
    s.groups = size(1, 3);
    s.channels = s.groups * size(1, 12);
    s.outChannels = s.groups * size(1, 40);
    s.height = std::max(size(1, 20), s.kernelHeight - 2 * s.padding);
    s.width = std::max(size(1, 20), s.kernelWidth - 2 * s.padding);
    return withOutputSize(s);
}

struct ConvolutionCase {
    ConvolutionCase(const Convolution& shape, std::mt19937& random)
        : s(shape)
        , x(test::randomNumbers(s.samples * s.height * s.width * s.channels, random))
        , gradY(test::randomNumbers(s.samples * s.outHeight * s.outWidth * s.outChannels, random))
        , weight(test::randomNumbers(s.outChannels * s.channels / s.groups * s.kernelHeight * s.kernelWidth,
                                     random))
        , bias(test::randomNumbers(s.outChannels, random)) {}

    std::vector<float> output(const Kernels& kernels) const {
        std::vector<float> y(gradY.size(), 7.0F);
        kernels.convolve(s, x.data(), weight.data(), bias.data(), {.data = y.data()});
        return y;
    }
    /// What the epilogue gives, and behind it the places that won.
    std::vector<float> outputWith(Epilogue epilogue, const Kernels& kernels) const {
        Convolution shape = s;
        shape.epilogue = epilogue;
        std::vector<float> y(2 * gradY.size(), 7.0F);
        kernels.convolve(shape, x.data(), weight.data(), bias.data(), {y.data(), y.data() + gradY.size()});
        return y;
    }
    std::vector<float> gradX(const Kernels& kernels) const {
        std::vector<float> result(x.size(), 7.0F);
        kernels.convolveBackwardInput(s, gradY.data(), weight.data(), result.data());
        return result;
    }
    /// What a few images add to sums that are there already.
    std::vector<float> gradWeight(const Kernels& kernels) const {
        std::vector<float> none = bias, sums = emptySums(kernels);
        kernels.convolveBackwardWeight(s, x.data(), gradY.data(), sums.data(), none.data());
        kernels.convolveBackwardWeight(s, x.data(), gradY.data(), sums.data(), nullptr);
        return finished(kernels, sums);
    }
    std::vector<float> gradBias(const Kernels& kernels) const {
        std::vector<float> none = emptySums(kernels), result = bias;
        kernels.convolveBackwardWeight(s, x.data(), gradY.data(), none.data(), result.data());
        return result;
    }
    std::vector<float> emptySums(const Kernels& kernels) const {
        return std::vector<float>(static_cast<std::size_t>(kernels.weightGradientSums(s)));
    }
    std::vector<float> finished(const Kernels& kernels, const std::vector<float>& sums) const {
        std::vector<float> gradient(weight.size(), 7.0F);
        kernels.finishWeightGradient(s, sums.data(), gradient.data());
        return gradient;
    }

    Convolution s;
    std::vector<float> x, gradY, weight, bias;
};

} // namespace

Q_DECLARE_METATYPE(neurarium::Convolution)

class ConvolutionTest : public QObject {
    Q_OBJECT
private slots:
    void agreesWithReference_data();
    void agreesWithReference();
    void epiloguesChangeNoBit();
    void epiloguesKeepNotANumber();
    void doesNotDependOnTheSlice();
    void noticesChangedWeights();
};

void ConvolutionTest::agreesWithReference_data() {
    QTest::addColumn<Convolution>("shape");
    const auto row = [](const char* name, Convolution s, std::int64_t padding, std::int64_t stride) {
        s.padding = padding;
        s.stride = stride;
        QTest::newRow(name) << withOutputSize(s);
    };
    row("one pixel", shapeOf(1, 1, 1, 1), 0, 1);
    row("first layer of the cats", shapeOf(64, 3, 32, 3), 1, 1);
    row("second", shapeOf(64, 32, 32, 3), 1, 1);
    row("third", shapeOf(32, 32, 64, 3), 1, 1);
    row("fourth", shapeOf(16, 64, 128, 3), 1, 1);
    row("pointwise", shapeOf(9, 17, 40, 1), 0, 1);
    row("pointwise with stride", shapeOf(9, 17, 40, 1), 0, 2);
    row("stride larger than the kernel", shapeOf(11, 3, 5, 2), 0, 3);
    row("padding larger than the kernel", shapeOf(3, 2, 5, 2), 4, 1);
    row("stem of a residual network", shapeOf(33, 3, 64, 7), 3, 2);
    row("odd size, even channels", shapeOf(15, 18, 34, 3), 1, 1);
    row("without padding", shapeOf(13, 16, 16, 3), 0, 1);
    row("wide padding", shapeOf(8, 33, 17, 3), 2, 1);
    Convolution depthwise = shapeOf(10, 12, 12, 3);
    depthwise.groups = 12;
    row("depthwise", depthwise, 1, 1);
    std::mt19937 random(3);
    for (int i = 0; i < 60; ++i)
        QTest::addRow("random %d", i) << randomShape(random);
}

void ConvolutionTest::agreesWithReference() {
    QFETCH(Convolution, shape);
    std::mt19937 random(4);
    const ConvolutionCase convolution(shape, random);
    for (const Kernels* kernels : test::availableLevels()) {
        const auto agrees = [&](auto result) {
            const auto expected = (convolution.*result)(referenceKernels());
            return test::relativeError((convolution.*result)(*kernels), expected) < 1e-4;
        };
        QVERIFY2(agrees(&ConvolutionCase::output), kernels->level);
        QVERIFY2(agrees(&ConvolutionCase::gradX), kernels->level);
        QVERIFY2(agrees(&ConvolutionCase::gradWeight), kernels->level);
        QVERIFY2(agrees(&ConvolutionCase::gradBias), kernels->level);
    }
}

/// The epilogue gives the same bits as ReLU and pooling of the outputs.
void ConvolutionTest::epiloguesChangeNoBit() {
    std::mt19937 random(9);
    for (const auto& [height, width, channels, outputs] :
         {std::array{8, 8, 16, 16}, std::array{9, 15, 17, 35}, std::array{14, 7, 40, 20},
          std::array{6, 5, 3, 9}}) {
        Convolution shape = shapeOf(height, channels, outputs, 3);
        shape.width = width;
        shape.padding = 1;
        shape.samples = 2;
        const ConvolutionCase one(withOutputSize(shape), random);
        for (const Kernels* kernels : test::availableLevels()) {
            std::vector<float> expected = one.output(*kernels);
            const auto count = static_cast<std::int64_t>(expected.size());
            kernels->relu(count, expected.data(), expected.data());
            std::vector<float> found = one.outputWith(Epilogue::Relu, *kernels);
            QVERIFY(std::equal(expected.begin(), expected.end(), found.begin()));
            if (!kernels->poolsInEpilogue(one.s))
                continue;
            PoolingShape pooling{.samples = 2, .height = height, .width = width, .channels = outputs};
            pooling.outHeight = height / 2;
            pooling.outWidth = width / 2;
            pooling.kernel = pooling.stride = 2;
            std::vector<float> pooled(expected.size()), places(expected.size());
            kernels->maxPool(pooling, expected.data(), pooled.data(), places.data());
            found = one.outputWith(Epilogue::ReluMaxPool, *kernels);
            for (std::int64_t i = 0; i < 2 * pooling.outHeight * pooling.outWidth * outputs; ++i) {
                const auto at = static_cast<std::size_t>(i);
                QCOMPARE(found[at], pooled[at]);
                QCOMPARE(found[at + expected.size()], pooled[at] > 0 ? places[at] : 4.0F);
            }
        }
    }
}

/// A number that is none must reach the loss, where it is noticed.
void ConvolutionTest::epiloguesKeepNotANumber() {
    std::mt19937 random(10);
    Convolution shape = shapeOf(8, 16, 16, 3);
    shape.padding = 1;
    ConvolutionCase one(withOutputSize(shape), random);
    one.x[0] = std::numeric_limits<float>::quiet_NaN();
    for (const Kernels* kernels : test::availableLevels())
        for (const Epilogue epilogue : {Epilogue::Relu, Epilogue::ReluMaxPool})
            QVERIFY(std::isnan(one.outputWith(epilogue, *kernels)[0]));
}

/// Three images at once give the bits of one image after the other.
void ConvolutionTest::doesNotDependOnTheSlice() {
    std::mt19937 random(5);
    Convolution shape = shapeOf(13, 5, 9, 3);
    shape.samples = 3;
    shape.padding = 1;
    const ConvolutionCase all(withOutputSize(shape), random);
    for (const Kernels* kernels : test::availableLevels()) {
        Convolution one = all.s;
        one.samples = 1;
        std::vector<float> y(all.gradY.size()), gradX(all.x.size());
        std::vector<float> sums = all.emptySums(*kernels), gradBias = all.bias;
        for (std::size_t i = 0; i < 3; ++i) {
            const std::size_t in = i * all.x.size() / 3, out = i * y.size() / 3;
            kernels->convolve(one, all.x.data() + in, all.weight.data(), all.bias.data(),
                              {.data = y.data() + out});
            kernels->convolveBackwardInput(one, all.gradY.data() + out, all.weight.data(), gradX.data() + in);
            kernels->convolveBackwardWeight(one, all.x.data() + in, all.gradY.data() + out, sums.data(),
                                            gradBias.data());
        }
        kernels->convolveBackwardWeight(all.s, all.x.data(), all.gradY.data(), sums.data(), nullptr);
        QCOMPARE(y, all.output(*kernels));
        QCOMPARE(gradX, all.gradX(*kernels));
        QCOMPARE(all.finished(*kernels, sums), all.gradWeight(*kernels));
        QCOMPARE(gradBias, all.gradBias(*kernels));
    }
}

/// Prepared weights are kept between calls: one that changes in its last bit must still be seen, and many
/// layers in turn must not mix.
void ConvolutionTest::noticesChangedWeights() {
    std::mt19937 random(6);
    for (const auto& [channels, call] : {std::pair(4, 0), std::pair(20, 0), std::pair(20, 1)}) {
        Convolution shape = shapeOf(9, channels, 24, 3);
        shape.padding = 1;
        shape.call = static_cast<std::uint64_t>(call);
        ConvolutionCase convolution(withOutputSize(shape), random);
        for (const Kernels* kernels : test::availableLevels()) {
            for (std::size_t at : {std::size_t{0}, convolution.weight.size() - 1}) {
                const std::vector<float> before = convolution.output(*kernels),
                                         gradX = convolution.gradX(*kernels);
                QCOMPARE(convolution.output(*kernels), before);
                convolution.weight[at] += 1.0F;
                convolution.s.call += convolution.s.call > 0 ? 1 : 0; // a new call: they are compared again
                QVERIFY(convolution.output(*kernels) != before);
                QVERIFY(convolution.gradX(*kernels) != gradX);
                const std::vector<float> expected = convolution.output(referenceKernels());
                QVERIFY(test::relativeError(convolution.output(*kernels), expected) < 1e-5);
            }
        }
    }
}

QTEST_GUILESS_MAIN(ConvolutionTest)
#include "convolution_test.moc"
