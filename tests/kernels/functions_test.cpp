// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <numbers>

#include "random_numbers.h"

using namespace neurarium;

namespace {

constexpr float kInfinity = std::numeric_limits<float>::infinity();
constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

/// Units in the last place of the expected number; denormals have those of the smallest normal number.
double unitsApart(float got, double expected) {
    const double rounded = static_cast<double>(static_cast<float>(expected));
    if (std::isnan(expected) || std::isinf(rounded))
        return (std::isnan(expected) ? std::isnan(got) : got == static_cast<float>(rounded)) ? 0 : 1e9;
    int exponent = 0;
    std::frexp(std::max(std::abs(expected), 0x1p-126), &exponent);
    return std::abs(static_cast<double>(got) - expected) / std::ldexp(1.0, exponent - 24);
}

/// Every kind of number: both signs, all magnitudes, the extremes; an odd count, so that there is a tail.
std::vector<float> allKinds() {
    std::vector<float> numbers{0.0F,      -0.0F,      1.0F,      -1.0F,  kInfinity, -kInfinity, kNan,
                               0x1p-149F, -0x1p-149F, 0x1p-127F, 88.72F, 88.73F,    -87.3F,     -103.9F,
                               -104.5F,   3e38F,      -3e38F,    0.625F, -0.625F,   40.0F,      -40.5F};
    for (float size = 0x1p-140F; size < 0x1p120F; size *= 1.37F) {
        numbers.push_back(size);
        numbers.push_back(-size);
    }
    for (float x = -110.0F; x < 95.0F; x += 0.00371F)
        numbers.push_back(x);
    for (float x = -3.0F; x < 3.0F; x += 0.000217F)
        numbers.push_back(x);
    if (numbers.size() % 2 == 0)
        numbers.push_back(0.5F);
    return numbers;
}

double normalDistribution(double x) {
    return std::erfc(-x / std::numbers::sqrt2) / 2;
}

double normalDensity(double x) {
    return std::exp(-x * x / 2) / std::sqrt(2 * std::numbers::pi);
}

double geluOf(double x) {
    return x == -INFINITY ? -0.0 : x * normalDistribution(x);
}

double geluSlope(double x) {
    return std::isinf(x) ? (x > 0 ? 1.0 : 0.0) : normalDistribution(x) + x * normalDensity(x);
}

} // namespace

class FunctionsTest : public QObject {
    Q_OBJECT
private slots:
    void areNearTheExactValue_data();
    void areNearTheExactValue();
    void geluIsNearTheExactValue();
    void doNotDependOnThePlace();
};

using Function = void (*)(std::int64_t, const float*, float*);
using Exact = double (*)(double);
Q_DECLARE_METATYPE(Function Kernels::*)
Q_DECLARE_METATYPE(Exact)

void FunctionsTest::areNearTheExactValue_data() {
    QTest::addColumn<Function Kernels::*>("function");
    QTest::addColumn<Exact>("exact");
    QTest::newRow("exp") << &Kernels::exp << Exact([](double x) { return std::exp(x); });
    QTest::newRow("log") << &Kernels::log << Exact([](double x) { return std::log(x); });
    QTest::newRow("tanh") << &Kernels::tanh << Exact([](double x) { return std::tanh(x); });
    QTest::newRow("sigmoid") << &Kernels::sigmoid << Exact([](double x) { return 1 / (1 + std::exp(-x)); });
}

void FunctionsTest::areNearTheExactValue() {
    QFETCH(Function Kernels::*, function);
    QFETCH(Exact, exact);
    const std::vector<float> x = allKinds();
    for (const Kernels* kernels : test::availableLevels()) {
        std::vector<float> y(x.size());
        (kernels->*function)(static_cast<std::int64_t>(x.size()), x.data(), y.data());
        double worst = 0;
        float at = 0;
        for (std::size_t i = 0; i < x.size(); ++i) {
            const double apart = unitsApart(y[i], exact(static_cast<double>(x[i])));
            if (apart > worst) {
                worst = apart;
                at = x[i];
            }
        }
        qInfo("%s: %.2f units at %g", kernels->level, worst, static_cast<double>(at));
        QVERIFY(worst < 3);
    }
}

void FunctionsTest::geluIsNearTheExactValue() {
    const std::vector<float> x = allKinds();
    const auto count = static_cast<std::int64_t>(x.size());
    for (const Kernels* kernels : test::availableLevels()) {
        std::vector<float> y(x.size()), slope(x.size()), alone(x.size());
        kernels->gelu(count, x.data(), y.data(), slope.data());
        kernels->gelu(count, x.data(), alone.data(), nullptr);
        const bool fused = QByteArray(kernels->arithmetic).startsWith("fma");
        for (std::size_t i = 0; i < x.size(); ++i) {
            const double at = static_cast<double>(x[i]);
            QVERIFY(std::isnan(at) ? std::isnan(alone[i]) : y[i] == alone[i]);
            const double expected = geluOf(at);
            const double apart = unitsApart(y[i], expected);
            // Without fused multiply-add the far negative tail loses digits that nobody would see.
            const bool near = apart < 8 || (!fused && std::abs(static_cast<double>(y[i]) - expected) < 1e-6);
            QVERIFY2(near, qPrintable(QString("%1: %2 at %3").arg(kernels->level).arg(apart).arg(at)));
            const double slopeError = std::abs(static_cast<double>(slope[i]) - geluSlope(at));
            QVERIFY(std::isnan(at) ? std::isnan(slope[i]) : slopeError < 4e-7);
        }
    }
}

/// A number's value has the same bits at the beginning, in the middle and in the incomplete last packet; in
/// place too.
void FunctionsTest::doNotDependOnThePlace() {
    for (const Kernels* kernels : test::availableLevels()) {
        for (auto function : {&Kernels::exp, &Kernels::log, &Kernels::tanh, &Kernels::sigmoid}) {
            for (std::int64_t count = 1; count < 40; ++count) {
                std::vector<float> x(static_cast<std::size_t>(count), 0.7182F);
                (kernels->*function)(count, x.data(), x.data());
                QCOMPARE(std::count(x.begin(), x.end(), x.front()), count);
            }
        }
    }
}

QTEST_GUILESS_MAIN(FunctionsTest)
#include "functions_test.moc"
