// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/predictions.h"

namespace neurarium {

std::int64_t Predictions::right() const
{
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < confusion.size(); ++i)
        sum += confusion[i][i];
    return sum;
}

} // namespace neurarium
