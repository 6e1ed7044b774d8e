// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <string_view>

#include "report/error.h"

namespace neurarium::cli {

namespace {

template <class Number>
std::optional<Number> parse(const std::string& text) {
    Number number{};
    const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
    if (end.ec != std::errc() || end.ptr != text.data() + text.size())
        return std::nullopt;
    return number;
}

const OptionWord& find(const std::vector<OptionWord>& known, const std::string& name) {
    const auto found = std::find_if(known.begin(), known.end(),
                                    [&](const OptionWord& option) { return option.name == name; });
    if (found == known.end())
        throw Error(ProblemKind::Refused, name, explain("Problem", "There is no such option here"),
                    explain("Problem", "Add --help to see the options there are."));
    return *found;
}

} // namespace

Arguments::Arguments(const std::vector<std::string>& words, const std::vector<OptionWord>& known) {
    bool onlyRest = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (onlyRest || !word.starts_with("--")) {
            m_rest.push_back(word);
            continue;
        }
        if (word == "--") {
            onlyRest = true;
            continue;
        }
        const std::size_t equals = word.find('=');
        const OptionWord& option = find(known, word.substr(0, equals));
        if (option.value.empty() && equals != std::string::npos)
            throw Error(ProblemKind::Refused, option.name, explain("Problem", "This option takes no value"));
        if (option.value.empty())
            m_options[option.name] = {};
        else if (equals != std::string::npos)
            m_options[option.name] = word.substr(equals + 1);
        else if (i + 1 < words.size())
            m_options[option.name] = words[++i];
        else
            throw Error(ProblemKind::Refused, option.name,
                        explain("Problem", "A value is missing: %1", {option.name + ' ' + option.value}));
    }
}

std::optional<std::string> Arguments::text(const std::string& option) const {
    const auto found = m_options.find(option);
    return found == m_options.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::int64_t> Arguments::integer(const std::string& option, std::int64_t minimum) const {
    const auto value = text(option);
    if (!value)
        return std::nullopt;
    const auto number = parse<std::int64_t>(*value);
    if (!number || *number < minimum)
        throw Error(ProblemKind::Refused, option,
                    explain("Problem", "A whole number of at least %1 is expected, this is \"%2\"",
                            {std::to_string(minimum), *value}));
    return number;
}

std::optional<std::int64_t> Arguments::bytes(const std::string& option) const {
    const auto value = text(option);
    if (!value)
        return std::nullopt;
    constexpr std::string_view kUnits = "kMGT";
    std::string digits = *value;
    std::int64_t unit = 1;
    if (const std::size_t place = digits.empty() ? digits.npos : kUnits.find(digits.back());
        place != kUnits.npos) {
        digits.pop_back();
        for (std::size_t i = 0; i <= place; ++i)
            unit *= 1000;
    }
    const auto number = parse<std::int64_t>(digits);
    if (!number || *number < 0 || *number > std::numeric_limits<std::int64_t>::max() / unit)
        throw Error(ProblemKind::Refused, option,
                    explain("Problem",
                            "A size in bytes is expected, such as 500000, 20M or 2G, this is \"%1\"",
                            {*value}));
    return *number * unit;
}

std::optional<double> Arguments::number(const std::string& option) const {
    const auto value = text(option);
    if (!value)
        return std::nullopt;
    const auto number = parse<double>(*value);
    if (!number || !std::isfinite(*number))
        throw Error(ProblemKind::Refused, option,
                    explain("Problem", "A number is expected, this is \"%1\"", {*value}));
    return number;
}

} // namespace neurarium::cli
