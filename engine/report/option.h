// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <variant>
#include <vector>

namespace neurarium {

/// The value of one option of a layer, an optimiser, a data source ...
using OptionValue = std::variant<bool, std::int64_t, double, std::string, std::vector<double>>;

/// Option values by name; names that are not there have their defaults.
using Options = std::map<std::string, OptionValue>;

enum class OptionKind { Boolean, Integer, Number, Text, Choice, Numbers };

/// What an option may be. The same description validates an experiment file and builds the recipe panel.
struct OptionDescription {
    std::string name;
    OptionKind kind = OptionKind::Number;
    OptionValue defaultValue = 0.0;
    double minimum = -std::numeric_limits<double>::infinity(); ///< numbers and integers: inclusive unless stated
    double maximum = std::numeric_limits<double>::infinity();
    bool exclusiveMinimum = false; ///< the value must be above `minimum`
    bool exclusiveMaximum = false; ///< the value must be below `maximum`
    std::vector<std::string> choices; ///< Choice: the words allowed
    std::string keyword;              ///< Integer: a word that stands for a number from the data ("classes")
    bool required = false;
    std::size_t count = 0; ///< Numbers: how many; 0 for any

    bool operator==(const OptionDescription&) const = default;
};

/// A named kind of thing with its options: a row of a catalogue as the screen sees it.
struct KindDescription {
    std::string type;
    std::vector<OptionDescription> options;
    bool operator==(const KindDescription&) const = default;
};

} // namespace neurarium
