// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "data/dataset.h"

namespace neurarium {

/// The tokens of a text that a network reads. Where nothing is known of how text was cut into tokens, the
/// text is their numbers, with blanks between them; throws Error (Refused) when it is not.
std::vector<std::int64_t> tokensOf(const DatasetDescription& data, const std::string& text);

/// A token as it is shown.
std::string tokenName(const DatasetDescription& data, std::int64_t token);

} // namespace neurarium
