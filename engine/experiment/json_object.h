// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <set>
#include <string>

#include <nlohmann/json.hpp>

#include "report/option.h"

namespace neurarium {

/// Takes the values of one JSON object out by key, checks each, and refuses what nobody took.
/// Every Error (Refused) names the place: "network[3].kernel".
class JsonObject {
public:
    /// Throws when `value` is no object. `place` is empty for the document itself.
    JsonObject(const nlohmann::json& value, std::string place);

    const std::string& place() const { return m_place; }
    std::string placeOf(const std::string& key) const;

    /// The value behind a key, or null; the key counts as known.
    const nlohmann::json* take(const std::string& key);
    std::string takeText(const std::string& key, const std::string& defaultValue);
    /// One described option, if it is given. Throws when it is required and missing.
    std::optional<OptionValue> takeOption(const OptionDescription& option);
    /// All options of a kind that are given and differ from their defaults.
    Options takeOptions(const KindDescription& kind);
    /// Throws when a key was not taken, and names the keys that are known here.
    void finish() const;

private:
    void takeGroup(const std::string& group, const KindDescription& kind, Options& options);

    const nlohmann::json& m_value;
    std::string m_place;
    std::set<std::string> m_known;
};

/// The beginning of a value as it stands in the document, never cut within a character.
std::string shortText(const nlohmann::json& value);

/// Checks one value against its description. Throws Error (Refused) at `place`.
OptionValue checkedOption(const nlohmann::json& value, const OptionDescription& option,
                          const std::string& place);

} // namespace neurarium
