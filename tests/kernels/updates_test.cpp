// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "kernels/reference.h"
#include "random_numbers.h"

using namespace neurarium;

class UpdatesTest : public QObject {
    Q_OBJECT
private slots:
    void adamAgreesWithReference();
    void sgdAgreesWithReference();
    void shardsAreAddedInOrder();
    void squaresAreSummed();
    void whatIsNotFiniteIsSeen();

private:
    std::mt19937 m_random{6};
};

namespace {

struct Weights {
    std::vector<float> value, moment1, moment2;
};

Weights afterAdam(const Kernels& kernels, Weights weights, const std::vector<float>& gradient,
                  bool decoupled) {
    for (int t = 1; t <= 20; ++t) {
        const AdamStep step{.lr = 0.01,
                            .beta1 = 0.9,
                            .beta2 = 0.999,
                            .eps = 1e-8,
                            .weightDecay = 0.02,
                            .decoupled = decoupled,
                            .correction1 = 1 - std::pow(0.9, t),
                            .correction2 = 1 - std::pow(0.999, t)};
        kernels.adam(step, static_cast<std::int64_t>(gradient.size()), gradient.data(), weights.value.data(),
                     weights.moment1.data(), weights.moment2.data());
    }
    return weights;
}

std::vector<float> afterSgd(const Kernels& kernels, std::vector<float> value,
                            const std::vector<float>& gradient, const SgdStep& step) {
    std::vector<float> momentum(value.size(), 5.0F);
    for (int t = 0; t < 20; ++t) {
        SgdStep now = step;
        now.first = t == 0;
        kernels.sgd(now, static_cast<std::int64_t>(gradient.size()), gradient.data(), value.data(),
                    momentum.data());
    }
    return value;
}

} // namespace

void UpdatesTest::adamAgreesWithReference() {
    const std::vector<float> gradient = test::randomNumbers(1003, m_random);
    const Weights weights{test::randomNumbers(1003, m_random), std::vector<float>(1003),
                          std::vector<float>(1003)};
    for (const bool decoupled : {false, true}) {
        const Weights expected = afterAdam(referenceKernels(), weights, gradient, decoupled);
        for (const Kernels* kernels : test::availableLevels()) {
            const Weights got = afterAdam(*kernels, weights, gradient, decoupled);
            QVERIFY(test::relativeError(got.value, expected.value) < 2e-6);
            QVERIFY(test::relativeError(got.moment1, expected.moment1) < 2e-6);
            QVERIFY(test::relativeError(got.moment2, expected.moment2) < 2e-6);
        }
    }
}

void UpdatesTest::sgdAgreesWithReference() {
    const std::vector<float> gradient = test::randomNumbers(77, m_random);
    const std::vector<float> value = test::randomNumbers(77, m_random);
    for (const SgdStep& step :
         {SgdStep{.lr = 0.1F}, SgdStep{.lr = 0.1F, .momentum = 0.9F},
          SgdStep{.lr = 0.1F, .momentum = 0.9F, .weightDecay = 0.1F, .nesterov = true}}) {
        const std::vector<float> expected = afterSgd(referenceKernels(), value, gradient, step);
        for (const Kernels* kernels : test::availableLevels())
            QVERIFY(test::relativeError(afterSgd(*kernels, value, gradient, step), expected) < 2e-6);
    }
}

void UpdatesTest::shardsAreAddedInOrder() {
    const std::vector<float> first = test::randomNumbers(101, m_random),
                             second = test::randomNumbers(101, m_random),
                             third = test::randomNumbers(101, m_random);
    const float* const shards[] = {first.data(), second.data(), third.data()};
    for (const Kernels* kernels : test::availableLevels()) {
        std::vector<float> expected(101), got = first;
        referenceKernels().sumShards(101, 3, shards, expected.data());
        kernels->sumShards(101, 3, shards, got.data());
        QCOMPARE(got, expected);
        kernels->sumShards(101, 1, shards, got.data());
        QCOMPARE(got, first);
    }
}

void UpdatesTest::squaresAreSummed() {
    const std::vector<float> x = test::randomNumbers(10'001, m_random);
    for (std::int64_t count : {0, 1, 15, 16, 17, 10'001}) {
        const double expected = referenceKernels().sumOfSquares(count, x.data());
        const double baseline = kernelsAt("baseline")->sumOfSquares(count, x.data());
        QVERIFY(std::abs(baseline - expected) <= 1e-12 * expected);
        for (const Kernels* kernels : test::availableLevels())
            QCOMPARE(kernels->sumOfSquares(count, x.data()), baseline);
    }
}

void UpdatesTest::whatIsNotFiniteIsSeen() {
    constexpr float kInfinity = std::numeric_limits<float>::infinity();
    for (const Kernels* kernels : test::availableLevels())
        for (std::int64_t count : {1, 15, 16, 17, 40}) {
            std::vector<float> x = test::randomNumbers(count, m_random);
            x[0] = std::numeric_limits<float>::max();
            QVERIFY2(kernels->allFinite(count, x.data()), kernels->level);
            for (float& number : x)
                for (const float bad : {kInfinity, -kInfinity, std::numeric_limits<float>::quiet_NaN()}) {
                    const float before = std::exchange(number, bad);
                    QVERIFY2(!kernels->allFinite(count, x.data()), kernels->level);
                    number = before;
                }
        }
    QVERIFY(kernels().allFinite(0, nullptr));
}

QTEST_GUILESS_MAIN(UpdatesTest)
#include "updates_test.moc"
