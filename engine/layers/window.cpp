// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/window.h"

#include "report/error.h"

namespace neurarium {

std::int64_t Window::places(std::int64_t length) const {
    return (length + 2 * padding - kernel) / stride + 1;
}

void checkImage(const Shape& input, const Window& window) {
    if (input.rank() != 3)
        throw Error(ProblemKind::Refused, "",
                    explain("Problem", "needs an image (channels×height×width), got %1", {input.text()}));
    for (const std::size_t axis : {std::size_t{1}, std::size_t{2}})
        if (input[axis] + 2 * window.padding < window.kernel)
            throw Error(
                ProblemKind::Refused, "kernel",
                explain("Problem", "a window of %1 does not fit into an image of %2 with padding %3",
                        {std::to_string(window.kernel), input.text(), std::to_string(window.padding)}));
}

void checkAtLeast(const std::string& option, std::int64_t value, std::int64_t low) {
    if (value < low)
        throw Error(
            ProblemKind::Refused, option,
            explain("Problem", "must be at least %1, is %2", {std::to_string(low), std::to_string(value)}));
}

} // namespace neurarium
