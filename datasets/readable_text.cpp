// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/readable_text.h"

#include "text/utf8.h"

namespace neurarium {

std::string readableText(std::string_view bytes) {
    std::string text;
    while (!bytes.empty()) {
        const bool whole = characterLength(bytes) > 0;
        const std::string_view each = takeCharacter(bytes);
        text += whole ? each : "\xEF\xBF\xBD";
    }
    return text;
}

} // namespace neurarium
