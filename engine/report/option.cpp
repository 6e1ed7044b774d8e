// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/option.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace neurarium {

const OptionDescription* KindDescription::option(const std::string& name) const {
    const auto found = std::find_if(options.begin(), options.end(),
                                    [&](const OptionDescription& option) { return option.name == name; });
    return found == options.end() ? nullptr : &*found;
}

OptionDescription booleanOption(std::string name, bool defaultValue) {
    OptionDescription option;
    option.name = std::move(name);
    option.kind = OptionKind::Boolean;
    option.defaultValue = defaultValue;
    return option;
}

OptionDescription integerOption(std::string name, std::int64_t defaultValue, double minimum, double maximum) {
    OptionDescription option;
    option.name = std::move(name);
    option.kind = OptionKind::Integer;
    option.defaultValue = defaultValue;
    option.minimum = minimum;
    option.maximum = maximum;
    return option;
}

OptionDescription numberOption(std::string name, double defaultValue, double minimum, double maximum) {
    OptionDescription option;
    option.name = std::move(name);
    option.kind = OptionKind::Number;
    option.defaultValue = defaultValue;
    option.minimum = minimum;
    option.maximum = maximum;
    return option;
}

OptionDescription textOption(std::string name, std::string defaultValue) {
    OptionDescription option;
    option.name = std::move(name);
    option.kind = OptionKind::Text;
    option.defaultValue = std::move(defaultValue);
    return option;
}

OptionDescription choiceOption(std::string name, std::vector<std::string> choices) {
    OptionDescription option;
    option.name = std::move(name);
    option.kind = OptionKind::Choice;
    option.defaultValue = choices.front();
    option.choices = std::move(choices);
    return option;
}

OptionDescription required(OptionDescription option) {
    option.required = true;
    return option;
}

OptionDescription aboveMinimum(OptionDescription option) {
    option.exclusiveMinimum = true;
    return option;
}

OptionDescription belowMaximum(OptionDescription option) {
    option.exclusiveMaximum = true;
    return option;
}

OptionDescription orKeyword(OptionDescription option, std::string keyword) {
    option.keyword = std::move(keyword);
    return option;
}

OptionDescription inGroup(OptionDescription option, std::string group) {
    option.group = std::move(group);
    return option;
}

const std::string& documentKey(const OptionDescription& option) {
    static const std::string type = "type";
    return !option.group.empty() && option.group == option.name ? type : option.name;
}

const OptionValue& optionValue(const KindDescription& kind, const Options& options, const std::string& name) {
    if (const auto given = options.find(name); given != options.end())
        return given->second;
    const OptionDescription* described = kind.option(name);
    if (described == nullptr)
        throw std::out_of_range(kind.type + " has no option " + name);
    return described->defaultValue;
}

std::int64_t integerValue(const KindDescription& kind, const Options& options, const std::string& name) {
    return std::get<std::int64_t>(optionValue(kind, options, name));
}

double numberValue(const KindDescription& kind, const Options& options, const std::string& name) {
    const OptionValue& value = optionValue(kind, options, name);
    const auto* integer = std::get_if<std::int64_t>(&value);
    return integer != nullptr ? static_cast<double>(*integer) : std::get<double>(value);
}

bool booleanValue(const KindDescription& kind, const Options& options, const std::string& name) {
    return std::get<bool>(optionValue(kind, options, name));
}

const std::string& textValue(const KindDescription& kind, const Options& options, const std::string& name) {
    return std::get<std::string>(optionValue(kind, options, name));
}

} // namespace neurarium
