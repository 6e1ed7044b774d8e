// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiment/json_object.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "report/error.h"

namespace neurarium {

using nlohmann::json;

std::string shortText(const json& value) {
    constexpr std::size_t kMost = 40;
    std::string text = value.dump();
    std::size_t end = std::min(kMost, text.size());
    while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return text.substr(0, end);
}

namespace {

std::string bound(double number) {
    constexpr double kLargestWhole = 1e15;
    const bool whole = std::abs(number) < kLargestWhole && number == std::floor(number);
    return whole ? std::to_string(static_cast<std::int64_t>(number)) : json(number).dump();
}

[[noreturn]] void refuse(const std::string& place, Message what) {
    throw Error(ProblemKind::Refused, place, std::move(what));
}

[[noreturn]] void refuseType(const json& value, const Message& expected, const std::string& place) {
    Message message = expected;
    message.arguments.push_back(shortText(value));
    refuse(place, std::move(message));
}

void checkRange(double number, const std::string& text, const OptionDescription& option,
                const std::string& place) {
    const bool low = option.exclusiveMinimum ? number <= option.minimum : number < option.minimum;
    const bool high = option.exclusiveMaximum ? number >= option.maximum : number > option.maximum;
    if (low && option.exclusiveMinimum)
        refuse(place, explain("Problem", "must be above %1, is %2", {bound(option.minimum), text}));
    if (low)
        refuse(place, explain("Problem", "must be at least %1, is %2", {bound(option.minimum), text}));
    if (high && option.exclusiveMaximum)
        refuse(place, explain("Problem", "must be below %1, is %2", {bound(option.maximum), text}));
    if (high)
        refuse(place, explain("Problem", "must be at most %1, is %2", {bound(option.maximum), text}));
}

OptionValue checkedInteger(const json& value, const OptionDescription& option, const std::string& place) {
    if (!option.keyword.empty() && value == option.keyword)
        return option.keyword;
    if (!value.is_number_integer()) {
        if (!option.keyword.empty())
            refuse(place, explain("Problem", "must be a whole number or \"%1\", is %2",
                                  {option.keyword, shortText(value)}));
        refuseType(value, explain("Problem", "must be a whole number, is %1"), place);
    }
    checkRange(value.get<double>(), value.dump(), option, place);
    return value.get<std::int64_t>();
}

OptionValue checkedNumbers(const json& value, const OptionDescription& option, const std::string& place) {
    const bool numbers = value.is_array() && std::all_of(value.begin(), value.end(),
                                                         [](const json& each) { return each.is_number(); });
    if (!numbers || (option.count != 0 && value.size() != option.count))
        refuse(place, explain("Problem", "must be a list of %1 numbers, is %2",
                              {std::to_string(option.count), shortText(value)}));
    for (std::size_t i = 0; i < value.size(); ++i)
        checkRange(value[i].get<double>(), value[i].dump(), option, place + "[" + std::to_string(i) + "]");
    return value.get<std::vector<double>>();
}

OptionValue checkedChoice(const json& value, const OptionDescription& option, const std::string& place) {
    if (value.is_string() && std::find(option.choices.begin(), option.choices.end(),
                                       value.get<std::string>()) != option.choices.end())
        return value.get<std::string>();
    std::string choices;
    for (const std::string& choice : option.choices)
        choices += (choices.empty() ? "" : ", ") + choice;
    refuse(place, explain("Problem", "must be one of %1, is %2", {choices, shortText(value)}));
}

} // namespace

OptionValue checkedOption(const json& value, const OptionDescription& option, const std::string& place) {
    switch (option.kind) {
    case OptionKind::Boolean:
        if (!value.is_boolean())
            refuseType(value, explain("Problem", "must be true or false, is %1"), place);
        return value.get<bool>();
    case OptionKind::Integer:
        return checkedInteger(value, option, place);
    case OptionKind::Number:
        if (!value.is_number())
            refuseType(value, explain("Problem", "must be a number, is %1"), place);
        checkRange(value.get<double>(), value.dump(), option, place);
        return value.get<double>();
    case OptionKind::Text:
        if (!value.is_string())
            refuseType(value, explain("Problem", "must be a text in quotes, is %1"), place);
        return value.get<std::string>();
    case OptionKind::Choice:
        return checkedChoice(value, option, place);
    case OptionKind::Numbers:
        return checkedNumbers(value, option, place);
    case OptionKind::Texts:
        break;
    }
    if (!value.is_array() ||
        !std::all_of(value.begin(), value.end(), [](const json& each) { return each.is_string(); }))
        refuseType(value, explain("Problem", "must be a list of texts in quotes, is %1"), place);
    return value.get<std::vector<std::string>>();
}

JsonObject::JsonObject(const json& value, std::string place)
    : m_value(value)
    , m_place(std::move(place)) {
    if (!value.is_object())
        refuseType(value, explain("Problem", "must be an object in braces, is %1"), m_place);
}

std::string JsonObject::placeOf(const std::string& key) const {
    return m_place.empty() ? key : m_place + "." + key;
}

const json* JsonObject::take(const std::string& key) {
    m_known.insert(key);
    const auto found = m_value.find(key);
    return found == m_value.end() ? nullptr : &*found;
}

std::string JsonObject::takeText(const std::string& key, const std::string& defaultValue) {
    const auto value = takeOption(textOption(key, defaultValue));
    return value ? std::get<std::string>(*value) : defaultValue;
}

std::optional<OptionValue> JsonObject::takeOption(const OptionDescription& option) {
    const json* value = take(option.name);
    if (value != nullptr)
        return checkedOption(*value, option, placeOf(option.name));
    if (option.required)
        refuse(placeOf(option.name), explain("Problem", "is missing; it must be given"));
    return std::nullopt;
}

namespace {

/// The option as it is called in the object of its group.
OptionDescription named(OptionDescription option) {
    option.name = documentKey(option);
    return option;
}

void addGiven(const OptionDescription& option, std::optional<OptionValue> value, Options& options) {
    if (value && (option.required || *value != option.defaultValue))
        options.emplace(option.name, std::move(*value));
}

} // namespace

Options JsonObject::takeOptions(const KindDescription& kind) {
    Options options;
    std::set<std::string> groups;
    for (const OptionDescription& option : kind.options) {
        if (option.group.empty())
            addGiven(option, takeOption(option), options);
        else if (groups.insert(option.group).second)
            takeGroup(option.group, kind, options);
    }
    return options;
}

/// "bpe", or { "type": "bpe", ... }.
void JsonObject::takeGroup(const std::string& group, const KindDescription& kind, Options& options) {
    const json* value = take(group);
    if (value == nullptr)
        return;
    const OptionDescription* head = kind.option(group);
    if (head != nullptr && value->is_string())
        return addGiven(*head, checkedOption(*value, *head, placeOf(group)), options);
    JsonObject object(*value, placeOf(group));
    for (const OptionDescription& option : kind.options)
        if (option.group == group)
            addGiven(option, object.takeOption(named(option)), options);
    object.finish();
}

void JsonObject::finish() const {
    for (const auto& [key, value] : m_value.items()) {
        if (m_known.contains(key))
            continue;
        std::string known;
        for (const std::string& name : m_known)
            known += (known.empty() ? "" : ", ") + name;
        refuse(placeOf(key), explain("Problem", "is not known here; known are: %1", {known}));
    }
}

} // namespace neurarium
