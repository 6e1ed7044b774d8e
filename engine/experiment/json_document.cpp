// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiment/json_document.h"

#include <set>
#include <vector>

#include "report/error.h"

namespace neurarium {

namespace {

constexpr int kDeepestNesting = 64;

std::string lineAndColumn(const std::string& text, std::size_t byte) {
    std::size_t line = 1, column = 1;
    for (std::size_t i = 0; i + 1 < byte && i < text.size(); ++i) {
        column = text[i] == '\n' ? 1 : column + 1;
        line += text[i] == '\n' ? 1 : 0;
    }
    return std::to_string(line) + ":" + std::to_string(column);
}

/// Watches the parser's events for what JSON allows and an experiment file does not.
class Strictness {
public:
    explicit Strictness(std::string name)
        : m_name(std::move(name)) {}

    bool operator()(int depth, nlohmann::json::parse_event_t event, nlohmann::json& value) {
        using Event = nlohmann::json::parse_event_t;
        if (event == Event::object_start || event == Event::array_start) {
            if (depth >= kDeepestNesting)
                throw Error(ProblemKind::Refused, m_name,
                            explain("Problem", "brackets are nested deeper than %1",
                                    {std::to_string(kDeepestNesting)}));
            m_keys.emplace_back();
        } else if (event == Event::object_end || event == Event::array_end) {
            m_keys.pop_back();
        } else if (event == Event::key && !m_keys.back().insert(value.get<std::string>()).second) {
            throw Error(ProblemKind::Refused, m_name,
                        explain("Problem", "the key \"%1\" stands twice in the same object; keep one of them",
                                {value.get<std::string>()}));
        }
        return true;
    }

private:
    std::string m_name;
    std::vector<std::set<std::string>> m_keys;
};

} // namespace

nlohmann::json parseStrictJson(const std::string& text, const std::string& name) {
    try {
        Strictness strictness(name);
        return nlohmann::json::parse(text,
                                     [&](int depth, nlohmann::json::parse_event_t event,
                                         nlohmann::json& value) { return strictness(depth, event, value); });
    } catch (const nlohmann::json::parse_error& error) {
        throw Error(
            ProblemKind::Refused, name + ":" + lineAndColumn(text, error.byte),
            explain("Problem", "this is not JSON; look for a missing comma, quote or bracket just before"));
    } catch (const nlohmann::json::out_of_range&) {
        throw Error(ProblemKind::Refused, name,
                    explain("Problem", "a number is too large to be represented"));
    }
}

} // namespace neurarium
