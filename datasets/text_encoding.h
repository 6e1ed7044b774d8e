// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "report/error.h"

namespace neurarium {

/// The text of a file, and what was done to read it.
struct DecodedText {
    std::string text; ///< UTF-8, or nearly; lines end with \n
    std::vector<Message> notes;
};

/// Reads the bytes of a text file: UTF-8 with or without a byte order mark, UTF-16 with one, CP949. Where a
/// few bytes of it are no UTF-8 they stay as they are. Everything but plain UTF-8 is told in a note. Throws
/// Error (Refused) at `place` for what is no text.
DecodedText decodeText(std::string bytes, const std::string& place);

} // namespace neurarium
