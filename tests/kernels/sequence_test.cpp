// SPDX-License-Identifier: GPL-3.0-or-later
// The kernels that sequences of tokens need: they agree with the references, and levels that promise the same
// arithmetic give the same bits.
#include <QtTest>

#include <functional>
#include <map>
#include <string>

#include "kernels/reference.h"
#include "random_numbers.h"
#include "tensor/random.h"

using namespace neurarium;

namespace {

using Numbers = std::vector<float>;
/// Computes with a table and answers with everything that was written.
using Compute = std::function<Numbers(const Kernels&)>;

void append(Numbers& to, const Numbers& more) {
    to.insert(to.end(), more.begin(), more.end());
}

DropoutDraw drawOf(double rate) {
    const auto below = static_cast<std::uint32_t>(rate * 65536);
    return {.key = {7, 9},
            .lane = 0x5000003,
            .step = 0x123456789ABC,
            .first = 0xFFFFFFFF0,
            .below = below,
            .scale = static_cast<float>(1 / (1 - rate))};
}

} // namespace

class SequenceTest : public QObject {
    Q_OBJECT
private slots:
    void packedProductsAgree();
    void dropoutAgrees();
    void dropoutTakesTheWordsOfItsStream();
    void normalizationAgrees();
    void softmaxAgrees();
    void attentionAgrees_data();
    void attentionAgrees();

private:
    void compare(const Compute& compute, double tolerance);

    std::mt19937 m_random{3};
};

void SequenceTest::compare(const Compute& compute, double tolerance) {
    const Numbers expected = compute(referenceKernels());
    std::map<std::string, Numbers> byArithmetic;
    for (const Kernels* kernels : test::availableLevels()) {
        const Numbers got = compute(*kernels);
        const double error = test::relativeError(got, expected);
        QVERIFY2(error < tolerance, qPrintable(QString("%1: %2").arg(kernels->level).arg(error)));
        const auto [first, isNew] = byArithmetic.emplace(kernels->arithmetic, got);
        if (!isNew)
            QVERIFY(std::memcmp(first->second.data(), got.data(), got.size() * sizeof(float)) == 0);
    }
}

void SequenceTest::packedProductsAgree() {
    for (int i = 0; i < 60; ++i) {
        const std::int64_t rows = test::randomSize(1, 90, m_random),
                           columns = test::randomSize(1, i % 3 == 0 ? 300 : 90, m_random);
        Product p{.m = i % 3 == 0 ? 1 : test::randomSize(1, 60, m_random),
                  .n = test::randomSize(1, columns, m_random),
                  .k = test::randomSize(1, rows, m_random),
                  .transposeA = i % 2 == 1,
                  .accumulate = i / 2 % 2 == 1};
        p.lda = p.transposeA ? p.m : p.k;
        p.ldc = p.n;
        const bool transposed = i / 4 % 2 == 1;
        const Numbers a = test::randomNumbers(p.m * p.k, m_random),
                      b = test::randomNumbers(rows * columns, m_random),
                      c = test::randomNumbers(p.m * p.n, m_random);
        compare(
            [&](const Kernels& kernels) {
                Numbers packed(static_cast<std::size_t>(kernels.packedSize(rows, columns))), out = c;
                kernels.pack({.n = columns,
                              .k = rows,
                              .b = b.data(),
                              .ldb = transposed ? rows : columns,
                              .transposeB = transposed},
                             packed.data());
                Product product = p;
                product.a = a.data();
                product.packed = {packed.data(), rows, columns};
                product.c = out.data();
                product.bias = i % 5 == 0 ? b.data() : nullptr;
                kernels.product(product);
                return out;
            },
            1e-5);
    }
}

void SequenceTest::dropoutAgrees() {
    for (const std::int64_t n : {1, 15, 16, 63, 64, 65, 127, 128, 129, 1000})
        for (const double rate : {0.1, 0.5, 1.0}) {
            Numbers x = test::randomNumbers(n, m_random);
            const Numbers base = test::randomNumbers(n, m_random);
            DropoutDraw draw = drawOf(rate);
            draw.scale = rate < 1 ? draw.scale : 1;
            compare(
                [&](const Kernels& kernels) {
                    Numbers y(x.size()), sum(x.size());
                    kernels.dropout(draw, n, {.x = x.data(), .y = y.data()});
                    kernels.dropout(draw, n, {.x = x.data(), .base = base.data(), .y = sum.data()});
                    append(y, sum);
                    return y;
                },
                1e-6);
        }
}

void SequenceTest::dropoutTakesTheWordsOfItsStream() {
    constexpr std::int64_t kCount = 300;
    constexpr std::uint64_t kSeed = 0x1234567890ABCDEF, kStep = 77, kFirst = 0x30;
    const RandomStream stream(kSeed, RandomPurpose::Dropout, 5);
    DropoutDraw draw = drawOf(0.3);
    draw.key = stream.key();
    draw.lane = stream.lane();
    draw.step = kStep;
    draw.first = kFirst;
    const Numbers x(kCount, 1.0F);
    for (const Kernels* kernels : test::availableLevels()) {
        Numbers y(kCount);
        kernels->dropout(draw, kCount, {.x = x.data(), .y = y.data()});
        for (std::size_t i = 0; i < y.size(); ++i) {
            const std::uint32_t word = stream.words(kStep, kFirst + i / 128 * 16 + i % 16)[i % 64 / 16];
            const std::uint32_t half = i % 128 < 64 ? word & 0xFFFF : word >> 16;
            QCOMPARE(y[i], half < draw.below ? 0.0F : draw.scale);
        }
    }
}

void SequenceTest::normalizationAgrees() {
    for (const std::int64_t length : {1, 5, 16, 32, 33, 128, 250}) {
        constexpr std::int64_t kRows = 5;
        const Numbers x = test::randomNumbers(kRows * length, m_random),
                      gradY = test::randomNumbers(kRows * length, m_random),
                      gamma = test::randomNumbers(length, m_random),
                      beta = test::randomNumbers(length, m_random);
        compare(
            [&](const Kernels& kernels) {
                Numbers y(x.size()), statistics(2 * kRows), gradX(x.size()), gradGamma = gamma,
                                                                             gradBeta = beta;
                const LayerNormalization shape{.rows = kRows,
                                               .length = length,
                                               .eps = 1e-2,
                                               .x = x.data(),
                                               .gamma = gamma.data(),
                                               .beta = beta.data(),
                                               .statistics = statistics.data(),
                                               .y = y.data()};
                kernels.layerNorm(shape);
                kernels.layerNormBackward(shape, {.gradY = gradY.data(),
                                                  .base = x.data(),
                                                  .gradX = gradX.data(),
                                                  .gradGamma = gradGamma.data(),
                                                  .gradBeta = gradBeta.data()});
                kernels.addRows(kRows, length, x.data(), gradBeta.data());
                for (const Numbers* more : {&statistics, &gradX, &gradGamma, &gradBeta})
                    append(y, *more);
                return y;
            },
            1e-5);
    }
}

void SequenceTest::softmaxAgrees() {
    for (const std::int64_t length : {1, 3, 16, 17, 40, 256}) {
        constexpr std::int64_t kRows = 4;
        Numbers x = test::randomNumbers(kRows * length, m_random);
        for (float& each : x)
            each *= 30;
        compare(
            [&](const Kernels& kernels) {
                Numbers y = x, statistics(2 * kRows), again(2 * kRows);
                kernels.softmax({.rows = kRows, .length = length, .x = x.data(), .statistics = again.data()});
                kernels.softmax({.rows = kRows,
                                 .length = length,
                                 .x = y.data(),
                                 .statistics = statistics.data(),
                                 .y = y.data()});
                append(y, statistics);
                append(y, again);
                return y;
            },
            1e-6);
    }
}

void SequenceTest::attentionAgrees_data() {
    QTest::addColumn<int>("tokens");
    QTest::addColumn<int>("heads");
    QTest::addColumn<int>("size");
    QTest::newRow("one token") << 1 << 1 << 1;
    QTest::newRow("small") << 7 << 2 << 3;
    QTest::newRow("one block") << 32 << 4 << 8;
    QTest::newRow("odd") << 45 << 3 << 17;
    QTest::newRow("four blocks") << 128 << 2 << 32;
    QTest::newRow("long") << 203 << 1 << 64;
}

void SequenceTest::attentionAgrees() {
    QFETCH(int, tokens);
    QFETCH(int, heads);
    QFETCH(int, size);
    const std::int64_t width = heads * size;
    Numbers qkv = test::randomNumbers(tokens * 3 * width, m_random);
    const Numbers gradO = test::randomNumbers(tokens * width, m_random);
    for (float& each : qkv)
        each *= 2;
    for (const bool causal : {true, false})
        for (const double rate : {0.0, 0.2})
            compare(
                [&](const Kernels& kernels) {
                    Numbers output(gradO.size()), statistics(static_cast<std::size_t>(2 * heads * tokens)),
                        weights(static_cast<std::size_t>(heads * tokens * tokens)), gradQkv(qkv.size(), 7.0F);
                    const Attention attention{.tokens = tokens,
                                              .heads = heads,
                                              .size = size,
                                              .causal = causal,
                                              .dropout = drawOf(rate),
                                              .qkv = qkv.data(),
                                              .output = output.data(),
                                              .statistics = statistics.data(),
                                              .weights = weights.data()};
                    kernels.attention(attention);
                    kernels.attentionBackward(attention,
                                              {.gradOutput = gradO.data(), .gradQkv = gradQkv.data()});
                    append(output, weights);
                    append(output, gradQkv);
                    return output;
                },
                1e-5);
}

QTEST_GUILESS_MAIN(SequenceTest)
#include "sequence_test.moc"
