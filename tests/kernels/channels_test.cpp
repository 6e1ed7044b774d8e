// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <cmath>

#include "kernels/reference.h"
#include "random_numbers.h"

using namespace neurarium;

namespace {

/// Rows of a random number of channels, and what is done to them.
struct ChannelCase {
    explicit ChannelCase(std::mt19937& random)
        : rows(test::randomSize(1, 40, random))
        , channels(test::randomSize(1, 70, random))
        , x(test::randomNumbers(rows * channels, random))
        , gradY(test::randomNumbers(rows * channels, random))
        , ofChannels(test::randomNumbers(4 * channels, random))
        , statistics(ofChannels.begin(), ofChannels.begin() + 2 * channels) {}

    ChannelRows all() const { return {rows, channels, x.data()}; }
    std::vector<double> sums(const Kernels& kernels) const {
        std::vector<double> sums = statistics; // added to what is there
        kernels.sumChannels(all(), sums.data());
        return sums;
    }
    std::vector<double> gradientSums(const Kernels& kernels) const {
        std::vector<double> sums = statistics;
        kernels.sumChannelGradients(all(), gradY.data(), statistics.data(), sums.data());
        return sums;
    }
    std::vector<float> scaled(const Kernels& kernels) const {
        std::vector<float> y(x.size() + 1, 7.0F);
        const float* const numbers = ofChannels.data();
        kernels.scaleChannels(all(), {numbers, numbers + channels, numbers + 2 * channels}, y.data());
        return y;
    }
    std::vector<float> gradient(const Kernels& kernels) const {
        std::vector<float> gradX(x.size() + 1, 7.0F);
        const float* const numbers = ofChannels.data();
        kernels.channelGradient(all(),
                                {.gradY = gradY.data(),
                                 .mean = numbers,
                                 .scale = numbers + channels,
                                 .slope = numbers + 2 * channels,
                                 .offset = numbers + 3 * channels},
                                gradX.data());
        return gradX;
    }

    std::int64_t rows, channels;
    std::vector<float> x, gradY, ofChannels;
    std::vector<double> statistics;
};

bool close(const std::vector<float>& found, const std::vector<float>& expected) {
    return std::equal(found.begin(), found.end(), expected.begin(), expected.end(),
                      [](float a, float b) { return std::abs(a - b) <= 1e-5F * (1 + std::abs(b)); });
}

} // namespace

/// What batch normalisation asks of the kernels.
class ChannelsTest : public QObject {
    Q_OBJECT
private slots:
    void sumsHaveTheSameBitsEverywhere();
    void numbersAgreeWithReference();

private:
    std::mt19937 m_random{12};
};

void ChannelsTest::sumsHaveTheSameBitsEverywhere() {
    for (int i = 0; i < 60; ++i) {
        const ChannelCase one(m_random);
        for (const Kernels* kernels : test::availableLevels()) {
            QVERIFY2(one.sums(*kernels) == one.sums(referenceKernels()), kernels->level);
            QVERIFY2(one.gradientSums(*kernels) == one.gradientSums(referenceKernels()), kernels->level);
        }
    }
}

void ChannelsTest::numbersAgreeWithReference() {
    for (int i = 0; i < 60; ++i) {
        const ChannelCase one(m_random);
        for (const Kernels* kernels : test::availableLevels()) {
            QVERIFY2(close(one.scaled(*kernels), one.scaled(referenceKernels())), kernels->level);
            QVERIFY2(close(one.gradient(*kernels), one.gradient(referenceKernels())), kernels->level);
        }
    }
}

QTEST_GUILESS_MAIN(ChannelsTest)
#include "channels_test.moc"
