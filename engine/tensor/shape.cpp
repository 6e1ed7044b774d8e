// SPDX-License-Identifier: GPL-3.0-or-later
#include "tensor/shape.h"

#include <limits>
#include <utility>

#include "report/error.h"

namespace neurarium {

Shape::Shape(std::initializer_list<std::int64_t> lengths)
    : Shape(std::vector<std::int64_t>(lengths)) {}

Shape::Shape(std::vector<std::int64_t> lengths)
    : m_lengths(std::move(lengths)) {
    for (const std::int64_t length : m_lengths)
        if (length < 0)
            throw Error(ProblemKind::Refused, "shape",
                        explain("Problem", "a length must be at least 0, is %1", {std::to_string(length)}));
}

std::int64_t Shape::elements() const {
    std::int64_t product = 1;
    for (const std::int64_t length : m_lengths) {
        if (length != 0 && product > std::numeric_limits<std::int64_t>::max() / length)
            throw Error(ProblemKind::Refused, "shape",
                        explain("Problem", "%1 has too many elements", {text()}));
        product *= length;
    }
    return product;
}

Shape Shape::withBatch(std::int64_t samples) const {
    std::vector<std::int64_t> lengths{samples};
    lengths.insert(lengths.end(), m_lengths.begin(), m_lengths.end());
    return Shape(std::move(lengths));
}

Shape Shape::sample() const {
    return Shape(std::vector<std::int64_t>(m_lengths.begin() + 1, m_lengths.end()));
}

std::string Shape::text() const {
    std::string joined;
    for (const std::int64_t length : m_lengths)
        joined += (joined.empty() ? "" : "×") + std::to_string(length);
    return joined.empty() ? "scalar" : joined;
}

} // namespace neurarium
