// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>

#include "report/error.h"

namespace neurarium {

/// The message with its texts, those of its parts too, as `translate` gives them: std::string(const char*).
template <typename Translate>
Message translatedMessage(Message message, const Translate& translate) {
    if (!message.empty())
        message.text = translate(message.text.c_str());
    for (Message& part : message.parts)
        part = translatedMessage(std::move(part), translate);
    return message;
}

} // namespace neurarium
