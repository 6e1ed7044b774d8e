// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace neurarium {

/// The text with every byte that is not part of valid UTF-8 (RFC 3629) replaced by U+FFFD: names of files are
/// any bytes, reports are text.
std::string readableText(std::string_view bytes);

} // namespace neurarium
