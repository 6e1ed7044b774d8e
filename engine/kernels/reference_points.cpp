// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/reference_points.h"

#include <Eigen/Core>

namespace neurarium::reference {

float squaredDistance(std::int64_t n, const float* a, const float* b) {
    using Row = Eigen::Map<const Eigen::VectorXf>;
    return static_cast<float>((Row(a, n) - Row(b, n)).cast<double>().squaredNorm());
}

void repel(const Repulsion& r) {
    for (std::int64_t i = 0; i < r.targets; ++i) {
        const Eigen::Vector3d target(r.target[i], r.target[r.stride + i], r.target[2 * r.stride + i]);
        Eigen::Vector3d push = Eigen::Vector3d::Zero();
        double closeness = 0;
        for (std::int64_t s = 0; s < r.sources; ++s) {
            const Eigen::Vector4d source = Eigen::Map<const Eigen::Vector4f>(r.source + 4 * s).cast<double>();
            const Eigen::Vector3d away = target - source.head<3>();
            const double q = 1 / (1 + away.squaredNorm());
            closeness += source[3] * q;
            push += source[3] * q * q * away;
        }
        for (std::int64_t axis = 0; axis < 3; ++axis)
            r.push[axis * r.stride + i] = static_cast<float>(push[axis]);
        r.push[3 * r.stride + i] = static_cast<float>(closeness);
    }
}

} // namespace neurarium::reference
