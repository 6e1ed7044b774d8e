// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/principal_components.h"

#include <Eigen/Eigenvalues>
#include <Eigen/QR>
#include <algorithm>
#include <cmath>

#include "kernels/kernels.h"
#include "tensor/random.h"

namespace neurarium {

namespace {

using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using FloatMatrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

constexpr std::int64_t kRowsTogether = 1024; // summed in single precision, these sums then in double
constexpr std::int64_t kMostSolved = 768;    // larger matrices are not solved for all their eigenvectors

/// XᵀY for a few columns Y of N rows.
Matrix transposedProduct(const Tensor& x, const FloatMatrix& y) {
    const std::int64_t rows = x.shape()[0], width = x.shape()[1], columns = y.cols();
    Matrix sum = Matrix::Zero(width, columns);
    FloatMatrix part(width, columns);
    for (std::int64_t first = 0; first < rows; first += kRowsTogether) {
        kernels().product({.m = width,
                           .n = columns,
                           .k = std::min(kRowsTogether, rows - first),
                           .a = x.data() + first * width,
                           .lda = width,
                           .transposeA = true,
                           .b = y.data() + first * columns,
                           .ldb = columns,
                           .c = part.data(),
                           .ldc = columns});
        sum += part.cast<double>();
    }
    return sum;
}

/// XY for a few columns Y.
FloatMatrix product(const Tensor& x, const Matrix& y) {
    const std::int64_t rows = x.shape()[0], width = x.shape()[1], columns = y.cols();
    const FloatMatrix narrow = y.cast<float>();
    FloatMatrix result(rows, columns);
    kernels().product({.m = rows,
                       .n = columns,
                       .k = width,
                       .a = x.data(),
                       .lda = width,
                       .b = narrow.data(),
                       .ldb = columns,
                       .c = result.data(),
                       .ldc = columns});
    return result;
}

/// The last columns of a solver's eigenvectors, the one of the largest eigenvalue first.
Matrix largest(const Eigen::SelfAdjointEigenSolver<Matrix>& solver, std::int64_t count) {
    return solver.eigenvectors().rightCols(count).rowwise().reverse();
}

/// D×D: fewer numbers in a vector than vectors.
FloatMatrix byCovariance(const Tensor& x, std::int64_t count) {
    const FloatMatrix rows = Eigen::Map<const FloatMatrix>(x.data(), x.shape()[0], x.shape()[1]);
    const Eigen::SelfAdjointEigenSolver<Matrix> solver(transposedProduct(x, rows));
    return product(x, largest(solver, count));
}

/// N×N: fewer vectors than numbers in one. The places are √λ·u for the eigenvectors u of XXᵀ.
FloatMatrix byScalarProducts(const Tensor& x, std::int64_t count) {
    const std::int64_t rows = x.shape()[0], width = x.shape()[1];
    FloatMatrix products(rows, rows);
    kernels().product({.m = rows,
                       .n = rows,
                       .k = width,
                       .a = x.data(),
                       .lda = width,
                       .b = x.data(),
                       .ldb = width,
                       .transposeB = true,
                       .c = products.data(),
                       .ldc = rows});
    const Eigen::SelfAdjointEigenSolver<Matrix> solver(products.cast<double>());
    const Eigen::VectorXd scale = solver.eigenvalues().tail(count).reverse().cwiseMax(0.0).cwiseSqrt();
    return (largest(solver, count) * scale.asDiagonal()).cast<float>();
}

/// Too many of both: a few directions are multiplied by XᵀX until they no longer turn (Halko, Martinsson and
/// Tropp 2011, algorithm 4.4), together with some more that make this quick.
FloatMatrix bySubspace(const Tensor& x, std::int64_t count) {
    constexpr std::int64_t kMore = 9;
    constexpr int kMostRounds = 60;
    constexpr double kStill = 1e-6;
    const std::int64_t width = x.shape()[1], columns = count + kMore;
    const RandomStream random(0, RandomPurpose::Projection);
    Matrix directions(width, columns);
    for (std::int64_t i = 0; i < directions.size(); ++i)
        directions.data()[i] = random.normal(0, static_cast<std::uint64_t>(i));
    Matrix axes;
    Eigen::VectorXd before = Eigen::VectorXd::Zero(count);
    for (int round = 0; round < kMostRounds; ++round) {
        directions =
            Eigen::HouseholderQR<Matrix>(directions).householderQ() * Matrix::Identity(width, columns);
        const Matrix image = transposedProduct(x, product(x, directions));
        const Eigen::SelfAdjointEigenSolver<Matrix> solver(directions.transpose() * image);
        const Eigen::VectorXd values = solver.eigenvalues().tail(count);
        axes = directions * largest(solver, count);
        if ((values - before).cwiseAbs().maxCoeff() <= kStill * values.maxCoeff())
            break;
        before = values;
        directions = image;
    }
    return product(x, axes);
}

} // namespace

PrincipalComponents principalComponents(const Tensor& points, std::int32_t dimensions) {
    const std::int64_t rows = points.shape()[0], width = points.shape()[1];
    const std::int64_t count = std::min({std::int64_t{dimensions}, rows, width});
    PrincipalComponents result;
    result.places.assign(static_cast<std::size_t>(rows * dimensions), 0.0F);
    const double whole = kernels().sumOfSquares(points.size(), points.data());
    if (whole == 0)
        return result;
    const FloatMatrix seen = std::min(rows, width) > kMostSolved ? bySubspace(points, count)
                             : width <= rows                     ? byCovariance(points, count)
                                                                 : byScalarProducts(points, count);
    for (std::int64_t axis = 0; axis < count; ++axis) {
        std::int64_t farthest = 0;
        seen.col(axis).cwiseAbs().maxCoeff(&farthest);
        const float sign = seen(farthest, axis) < 0 ? -1.0F : 1.0F;
        for (std::int64_t i = 0; i < rows; ++i)
            result.places[static_cast<std::size_t>(i * dimensions + axis)] = sign * seen(i, axis);
    }
    result.variance = std::min(1.0, seen.cast<double>().squaredNorm() / whole);
    return result;
}

} // namespace neurarium
