// SPDX-License-Identifier: GPL-3.0-or-later
#include <bit>

#include <QtTest>

#include "kernels/reference.h"
#include "random_numbers.h"

using namespace neurarium;

namespace {

/// Few different numbers, so that windows have equal largest ones, and some NaN and infinities.
std::vector<float> trickyNumbers(std::int64_t count, std::mt19937& random) {
    std::vector<float> numbers(static_cast<std::size_t>(count));
    for (float& number : numbers) {
        const std::int64_t kind = test::randomSize(0, 40, random);
        number = kind == 40   ? std::numeric_limits<float>::quiet_NaN()
                 : kind == 39 ? -std::numeric_limits<float>::infinity()
                              : static_cast<float>(kind % 5) - 2.0F;
    }
    return numbers;
}

PoolingShape randomShape(std::mt19937& random) {
    const auto size = [&](std::int64_t low, std::int64_t high) {
        return test::randomSize(low, high, random);
    };
    PoolingShape s;
    s.samples = size(1, 3);
    s.kernel = size(1, 4);
    s.stride = size(1, 5);
    s.padding = size(0, s.kernel / 2);
    s.channels = size(1, 40);
    s.height = std::max(size(1, 12), s.kernel);
    s.width = std::max(size(1, 12), s.kernel);
    s.outHeight = (s.height + 2 * s.padding - s.kernel) / s.stride + 1;
    s.outWidth = (s.width + 2 * s.padding - s.kernel) / s.stride + 1;
    return s;
}

bool sameBits(const std::vector<float>& a, const std::vector<float>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](float one, float other) {
        return std::bit_cast<std::uint32_t>(one) == std::bit_cast<std::uint32_t>(other);
    });
}

} // namespace

/// Comparisons and copies: every level gives the bits of the plain loops.
class PoolingTest : public QObject {
    Q_OBJECT
private slots:
    void maxPoolAgreesWithReference();
    void reluAgreesWithReference();

private:
    std::mt19937 m_random{8};
};

void PoolingTest::maxPoolAgreesWithReference() {
    for (int i = 0; i < 200; ++i) {
        const PoolingShape s = randomShape(m_random);
        const auto inputs = s.samples * s.height * s.width * s.channels;
        const auto outputs = s.samples * s.outHeight * s.outWidth * s.channels;
        const std::vector<float> x = trickyNumbers(inputs, m_random);
        const std::vector<float> gradY = test::randomNumbers(outputs, m_random);
        std::vector<float> y(gradY.size()), places(gradY.size()), gradX(x.size());
        referenceKernels().maxPool(s, x.data(), y.data(), places.data());
        referenceKernels().maxPoolBackward(s, gradY.data(), places.data(), gradX.data());
        for (const Kernels* kernels : test::availableLevels()) {
            std::vector<float> otherY(y.size(), 7.0F), otherPlaces(y.size(), 7.0F), otherX(x.size(), 7.0F);
            kernels->maxPool(s, x.data(), otherY.data(), otherPlaces.data());
            QVERIFY2(sameBits(otherY, y), kernels->level);
            QVERIFY2(sameBits(otherPlaces, places), kernels->level);
            kernels->maxPoolBackward(s, gradY.data(), places.data(), otherX.data());
            QVERIFY2(test::relativeError(otherX, gradX) < 1e-6, kernels->level);
        }
    }
}

void PoolingTest::reluAgreesWithReference() {
    const std::vector<float> x = trickyNumbers(1003, m_random), gradY = test::randomNumbers(1003, m_random);
    std::vector<float> y(x.size()), gradX(x.size());
    referenceKernels().relu(std::ssize(x), x.data(), y.data());
    referenceKernels().reluBackward(std::ssize(x), y.data(), gradY.data(), gradX.data());
    for (const Kernels* kernels : test::availableLevels()) {
        std::vector<float> inPlace = x, gradient = gradY;
        kernels->relu(std::ssize(x), inPlace.data(), inPlace.data());
        QVERIFY2(sameBits(inPlace, y), kernels->level);
        kernels->reluBackward(std::ssize(x), y.data(), gradient.data(), gradient.data());
        QVERIFY2(sameBits(gradient, gradX), kernels->level);
    }
}

QTEST_GUILESS_MAIN(PoolingTest)
#include "pooling_test.moc"
