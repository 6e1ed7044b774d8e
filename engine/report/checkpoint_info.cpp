// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/checkpoint_info.h"

#include <cctype>

namespace neurarium {

std::string CheckpointInfo::shortCode() const
{
    if (sha256.size() < 8)
        return {};
    std::string code = sha256.substr(0, 4) + "-" + sha256.substr(4, 4);
    for (char& c : code)
        c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return code;
}

} // namespace neurarium
