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
using OptionValue =
    std::variant<bool, std::int64_t, double, std::string, std::vector<double>, std::vector<std::string>>;

/// Option values by name; names that are not there have their defaults.
using Options = std::map<std::string, OptionValue>;

enum class OptionKind { Boolean, Integer, Number, Text, Choice, Numbers, Texts };

/// What an option may be. The same description validates an experiment file and builds the recipe panel.
struct OptionDescription {
    std::string name;
    OptionKind kind = OptionKind::Number;
    OptionValue defaultValue = 0.0;
    double minimum =
        -std::numeric_limits<double>::infinity(); ///< numbers and integers: inclusive unless stated
    double maximum = std::numeric_limits<double>::infinity();
    bool exclusiveMinimum = false;    ///< the value must be above `minimum`
    bool exclusiveMaximum = false;    ///< the value must be below `maximum`
    std::vector<std::string> choices; ///< Choice: the words allowed
    std::string keyword; ///< Integer: a word allowed instead of a number ("classes": taken from the data)
    bool required = false;
    std::size_t count = 0; ///< Numbers: how many; 0 for any
    /// In a document the option stands in an object of this name: as "type" the one that is called like the
    /// object, the others by their own names. Empty: it stands among the kind's own.
    std::string group;

    bool operator==(const OptionDescription&) const = default;
};

/// A named kind of thing with its options: a row of a catalogue as the screen sees it.
struct KindDescription {
    std::string type;
    std::vector<OptionDescription> options;
    bool operator==(const KindDescription&) const = default;

    /// The description of one option; null when there is none of that name.
    const OptionDescription* option(const std::string& name) const;
};

/// Descriptions in short. Bounds are inclusive.
OptionDescription booleanOption(std::string name, bool defaultValue);
OptionDescription integerOption(std::string name, std::int64_t defaultValue, double minimum, double maximum);
OptionDescription numberOption(std::string name, double defaultValue, double minimum, double maximum);
OptionDescription textOption(std::string name, std::string defaultValue);
OptionDescription choiceOption(std::string name, std::vector<std::string> choices);

/// Makes an option one that must be given.
OptionDescription required(OptionDescription option);
/// Takes a bound out of the range allowed.
OptionDescription aboveMinimum(OptionDescription option);
OptionDescription belowMaximum(OptionDescription option);
/// Allows a word instead of a number.
OptionDescription orKeyword(OptionDescription option, std::string keyword);
/// Puts an option into an object of the document.
OptionDescription inGroup(OptionDescription option, std::string group);
/// How an option is called where it stands in the document.
const std::string& documentKey(const OptionDescription& option);

/// The value of an option: the one given, or the default. Throws std::out_of_range for a name not described.
const OptionValue& optionValue(const KindDescription& kind, const Options& options, const std::string& name);
std::int64_t integerValue(const KindDescription& kind, const Options& options, const std::string& name);
double numberValue(const KindDescription& kind, const Options& options, const std::string& name);
bool booleanValue(const KindDescription& kind, const Options& options, const std::string& name);
const std::string& textValue(const KindDescription& kind, const Options& options, const std::string& name);

} // namespace neurarium
