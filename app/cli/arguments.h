// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace neurarium::cli {

/// An option of a command: "--epochs N". Without a value word it is a switch.
struct OptionWord {
    std::string name;  ///< "--epochs"
    std::string value; ///< "N"; empty for a switch
    std::string help;
};

/// The words behind a command, sorted into options and the rest.
class Arguments {
public:
    /// Throws Error (Refused) for options not known, missing values and switches with one.
    Arguments(const std::vector<std::string>& words, const std::vector<OptionWord>& known);

    const std::vector<std::string>& rest() const { return m_rest; }
    bool has(const std::string& option) const { return m_options.contains(option); }
    std::optional<std::string> text(const std::string& option) const;
    /// Throws Error (Refused) for anything but a whole number of at least `minimum`.
    std::optional<std::int64_t> integer(const std::string& option, std::int64_t minimum) const;
    /// A size in bytes: "500000", "500k", "20M", "2G". Throws Error (Refused) for anything else.
    std::optional<std::int64_t> bytes(const std::string& option) const;
    /// Throws Error (Refused) for anything but a number.
    std::optional<double> number(const std::string& option) const;

private:
    std::map<std::string, std::string> m_options;
    std::vector<std::string> m_rest;
};

} // namespace neurarium::cli
