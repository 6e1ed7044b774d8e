// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/error.h"

#include <utility>

namespace neurarium {

std::string Message::english() const {
    std::string filled;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool place = text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9';
        const std::size_t index = place ? static_cast<std::size_t>(text[i + 1] - '1') : 0;
        if (place && index < arguments.size() + parts.size()) {
            filled += index < arguments.size() ? arguments[index] : parts[index - arguments.size()].english();
            ++i;
        } else {
            filled += text[i];
        }
    }
    return filled;
}

Message explain(const char* /*context*/, const char* text, std::vector<std::string> arguments,
                std::vector<Message> parts) {
    return {text, std::move(arguments), std::move(parts)};
}

Message Problem::sentence() const {
    Message sentence{where.empty() ? "%1" : "%1: %2", {}, {what}};
    if (!where.empty())
        sentence.arguments = {where};
    if (!advice.empty()) {
        sentence.text += where.empty() ? ". %2" : ". %3";
        sentence.parts.push_back(advice);
    }
    return sentence;
}

std::string Problem::english() const {
    return sentence().english();
}

Error::Error(Problem problem)
    : std::runtime_error(problem.english())
    , m_problem(std::move(problem)) {}

Error::Error(ProblemKind kind, std::string where, Message what, Message advice)
    : Error(Problem{kind, std::move(where), std::move(what), std::move(advice)}) {}

} // namespace neurarium
