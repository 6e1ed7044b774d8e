// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QString>

#include "report/option.h"

namespace neurarium {

/// What was typed for an option: its value, or a sentence that says what is allowed.
struct TypedOption {
    std::optional<OptionValue> value;
    QString problem;
};

/// An option's value as it stands in a text field; lists are separated by commas.
QString optionText(const OptionValue& value);

/// Reads a text typed for an option.
TypedOption readOption(const OptionDescription& option, const QString& text);

} // namespace neurarium
