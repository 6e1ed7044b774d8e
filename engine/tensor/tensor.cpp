// SPDX-License-Identifier: GPL-3.0-or-later
#include "tensor/tensor.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "report/error.h"

namespace neurarium {

Tensor::Tensor(Shape shape)
    : m_shape(std::move(shape))
    , m_memory(m_shape.elements()) {}

Tensor::Tensor(Shape shape, std::span<const float> values)
    : Tensor(std::move(shape)) {
    if (static_cast<std::int64_t>(values.size()) != size())
        throw Error(ProblemKind::Failure, "tensor",
                    explain("Problem", "%1 numbers do not fill the shape %2",
                            {std::to_string(values.size()), m_shape.text()}));
    std::copy(values.begin(), values.end(), data());
}

Tensor::Tensor(const Tensor& other)
    : m_shape(other.m_shape)
    , m_memory(other.size()) {
    std::copy_n(other.data(), other.size(), data());
}

Tensor& Tensor::operator=(const Tensor& other) {
    if (this != &other)
        *this = Tensor(other);
    return *this;
}

bool Tensor::identical(const Tensor& other) const {
    return m_shape == other.m_shape &&
           (size() == 0 ||
            std::memcmp(data(), other.data(), static_cast<std::size_t>(size()) * sizeof(float)) == 0);
}

} // namespace neurarium
