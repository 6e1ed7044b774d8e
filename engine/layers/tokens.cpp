// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/tokens.h"

#include "report/error.h"

namespace neurarium {

void checkTokenRows(const Shape& input) {
    if (input.rank() != 2)
        throw Error(ProblemKind::Refused, "",
                    explain("Problem", "needs a row of numbers for each token, and gets %1", {input.text()}),
                    explain("Problem", "put a token_embedding before it"));
}

} // namespace neurarium
