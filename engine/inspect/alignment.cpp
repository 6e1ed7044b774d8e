// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/alignment.h"

#include <Eigen/SVD>
#include <algorithm>
#include <cmath>

namespace neurarium {

namespace {

using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

Matrix rowsOf(std::span<const float> places, std::int32_t dimensions) {
    using Rows = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    return Eigen::Map<const Rows>(places.data(), std::ssize(places) / dimensions, dimensions).cast<double>();
}

} // namespace

void alignTo(std::span<const float> reference, std::int32_t dimensions, std::span<float> places) {
    if (places.empty())
        return;
    const Matrix map = rowsOf(places, dimensions), wanted = rowsOf(reference, dimensions);
    const Matrix centred = wanted.rowwise() - wanted.colwise().mean();
    const Eigen::JacobiSVD<Eigen::MatrixXd> svd(map.transpose() * centred,
                                                Eigen::ComputeFullU | Eigen::ComputeFullV);
    const Matrix turned = map * (svd.matrixU() * svd.matrixV().transpose());
    for (std::size_t i = 0; i < places.size(); ++i)
        places[i] = static_cast<float>(turned.data()[i]);
}

float fitIntoUnit(std::span<float> places, std::int32_t dimensions) {
    const auto width = static_cast<std::size_t>(dimensions);
    std::vector<double> mean(width);
    for (std::size_t i = 0; i < places.size(); ++i)
        mean[i % width] += places[i];
    double largest = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const double place =
            places[i] - mean[i % width] * static_cast<double>(width) / static_cast<double>(places.size());
        places[i] = static_cast<float>(place);
        largest = std::max(largest, std::abs(place));
    }
    if (largest > 0)
        for (float& place : places)
            place = std::clamp(static_cast<float>(place / largest), -1.0F, 1.0F);
    return static_cast<float>(largest);
}

} // namespace neurarium
