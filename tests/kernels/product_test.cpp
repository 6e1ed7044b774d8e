// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "kernels/reference.h"
#include "random_numbers.h"

using namespace neurarium;

namespace {

/// A product with its matrices, random; `spare` floats lie between two rows of each.
struct ProductCase {
    ProductCase(const Product& shape, std::int64_t spare, std::mt19937& random)
        : product(shape) {
        product.lda = (shape.transposeA ? shape.m : shape.k) + spare;
        product.ldb = (shape.transposeB ? shape.k : shape.n) + spare;
        product.ldc = shape.n + spare;
        a = test::randomNumbers((shape.transposeA ? shape.k : shape.m) * product.lda, random);
        b = test::randomNumbers((shape.transposeB ? shape.n : shape.k) * product.ldb, random);
        c = test::randomNumbers(shape.m * product.ldc, random);
        bias = test::randomNumbers(shape.n, random);
    }

    std::vector<float> result(const Kernels& kernels, bool withBias) const {
        std::vector<float> out = c;
        Product p = product;
        p.a = a.data();
        p.b = b.data();
        p.c = out.data();
        p.bias = withBias ? bias.data() : nullptr;
        kernels.product(p);
        return out;
    }

    Product product;
    std::vector<float> a, b, c, bias;
};

} // namespace

class ProductTest : public QObject {
    Q_OBJECT
private slots:
    void agreesWithReference_data();
    void agreesWithReference();
    void addsInTheOrderOfK();
};

void ProductTest::agreesWithReference_data() {
    QTest::addColumn<int>("m");
    QTest::addColumn<int>("n");
    QTest::addColumn<int>("k");
    QTest::newRow("one number") << 1 << 1 << 1;
    QTest::newRow("nothing to add up") << 3 << 5 << 0;
    QTest::newRow("playground") << 10 << 8 << 8;
    QTest::newRow("playground, first layer") << 10 << 8 << 2;
    QTest::newRow("playground, last layer") << 10 << 1 << 8;
    QTest::newRow("digits") << 16 << 128 << 784;
    QTest::newRow("digits, last layer") << 64 << 10 << 128;
    QTest::newRow("digits, gradient") << 128 << 784 << 16;
    QTest::newRow("many strips") << 70 << 3000 << 600;
    QTest::newRow("one row") << 1 << 500 << 33;
    std::mt19937 random(1);
    for (int i = 0; i < 30; ++i)
        QTest::addRow("random %d", i) << static_cast<int>(test::randomSize(1, 80, random))
                                      << static_cast<int>(test::randomSize(1, 80, random))
                                      << static_cast<int>(test::randomSize(1, 80, random));
}

void ProductTest::agreesWithReference() {
    QFETCH(int, m);
    QFETCH(int, n);
    QFETCH(int, k);
    std::mt19937 random(2);
    for (int variant = 0; variant < 16; ++variant) {
        const Product shape{.m = m,
                            .n = n,
                            .k = k,
                            .transposeA = (variant & 1) != 0,
                            .transposeB = (variant & 2) != 0,
                            .accumulate = (variant & 4) != 0};
        const ProductCase product(shape, variant % 3, random);
        const bool withBias = (variant & 8) != 0;
        const std::vector<float> expected = product.result(referenceKernels(), withBias);
        for (const Kernels* kernels : test::availableLevels()) {
            const double error = test::relativeError(product.result(*kernels, withBias), expected);
            QVERIFY2(error < 1e-5,
                     qPrintable(QString("%1, variant %2: %3").arg(kernels->level).arg(variant).arg(error)));
        }
    }
}

/// 1 + 2^-24 + 2^-24 ... stays 1 only when each number is added to the sum so far, one after the other.
void ProductTest::addsInTheOrderOfK() {
    constexpr std::int64_t kCount = 40, kSize = 37;
    std::vector<float> a(kSize * kCount, 0x1p-24F), b(kCount * kSize, 1.0F), c(kSize * kSize);
    for (std::int64_t row = 0; row < kSize; ++row)
        a[static_cast<std::size_t>(row * kCount)] = 1.0F;
    for (const Kernels* kernels : test::availableLevels()) {
        Product p{
            .m = kSize, .n = kSize, .k = kCount, .a = a.data(), .lda = kCount, .b = b.data(), .ldb = kSize};
        p.c = c.data();
        p.ldc = kSize;
        kernels->product(p);
        QVERIFY(std::all_of(c.begin(), c.end(), [](float value) { return value == 1.0F; }));
    }
}

QTEST_GUILESS_MAIN(ProductTest)
#include "product_test.moc"
