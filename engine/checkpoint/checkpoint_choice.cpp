// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkpoint/checkpoint_choice.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <string_view>
#include <utility>

#include "report/error.h"
#include "report/kept_checkpoints.h"

namespace neurarium {

namespace {

constexpr std::size_t kShortestHash = 8;
constexpr std::string_view kNamePrefix = "name:";
using Checkpoints = std::vector<CheckpointInfo>;

[[noreturn]] void refuse(const std::string& selector, Message what) {
    throw Error(
        ProblemKind::Refused, selector, std::move(what),
        explain("Problem", "Say last, best, an id, name:TEXT, or at least eight hex digits of a hash"));
}

template <class Fits>
Checkpoints select(const Checkpoints& checkpoints, Fits fits) {
    Checkpoints chosen;
    std::copy_if(checkpoints.begin(), checkpoints.end(), std::back_inserter(chosen), fits);
    return chosen;
}

/// The hash digits of a selector in lower case; empty when it is something else.
std::string hashDigits(std::string selector) {
    if (selector.size() > 4 && selector[4] == '-')
        selector.erase(4, 1);
    for (char& c : selector) {
        if (std::isxdigit(static_cast<unsigned char>(c)) == 0)
            return {};
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return selector.size() >= kShortestHash ? selector : std::string();
}

CheckpointInfo lastOf(const Timeline& timeline) {
    const Checkpoints own = select(timeline.checkpoints, [&timeline](const CheckpointInfo& each) {
        return each.branch == timeline.current;
    });
    // The best state may be written after later ones: what counts is the step, then the newest of that step.
    if (!own.empty())
        return *std::max_element(own.rbegin(), own.rend(),
                                 [](const auto& a, const auto& b) { return a.step < b.step; });
    for (const Branch& branch : timeline.branches)
        for (const CheckpointInfo& each : timeline.checkpoints)
            if (branch.id == timeline.current && each.id == branch.forkedFrom)
                return each;
    if (timeline.checkpoints.empty())
        refuse("last", explain("Problem", "this run has no checkpoint yet"));
    return timeline.checkpoints.back();
}

Checkpoints named(const Checkpoints& checkpoints, const std::string& name) {
    Checkpoints fitting =
        select(checkpoints, [&name](const CheckpointInfo& each) { return each.name == name; });
    if (!fitting.empty())
        return fitting;
    return select(checkpoints,
                  [&name](const CheckpointInfo& each) { return !name.empty() && each.letter == name; });
}

Checkpoints numbered(const Checkpoints& checkpoints, const std::string& selector) {
    const std::string digits = hashDigits(selector);
    return select(checkpoints, [&](const CheckpointInfo& each) {
        return std::to_string(each.id.value) == selector ||
               (!digits.empty() && each.sha256.starts_with(digits));
    });
}

} // namespace

std::string checkpointLetter(std::int64_t index) {
    constexpr std::int64_t kLetters = 26;
    std::string letters;
    for (std::int64_t rest = index; rest >= 0; rest = rest / kLetters - 1)
        letters.insert(letters.begin(), static_cast<char>('A' + rest % kLetters));
    return letters;
}

std::optional<CheckpointInfo> bestCheckpoint(const std::vector<CheckpointInfo>& checkpoints) {
    const CheckpointInfo* best = bestOf(checkpoints);
    return best == nullptr ? std::nullopt : std::optional<CheckpointInfo>(*best);
}

CheckpointInfo chooseCheckpoint(const Timeline& timeline, const std::string& selector) {
    if (selector == "last")
        return lastOf(timeline);
    if (selector == "best") {
        const std::optional<CheckpointInfo> best = bestCheckpoint(timeline.checkpoints);
        if (!best)
            refuse(selector, explain("Problem", "no checkpoint of this run has a validation loss"));
        return *best;
    }
    const Checkpoints fitting = selector.starts_with(kNamePrefix)
                                    ? named(timeline.checkpoints, selector.substr(kNamePrefix.size()))
                                    : numbered(timeline.checkpoints, selector);
    if (fitting.empty())
        refuse(selector, explain("Problem", "this run has no such checkpoint"));
    const bool isOneState =
        std::all_of(fitting.begin(), fitting.end(),
                    [&fitting](const CheckpointInfo& each) { return each.sha256 == fitting.front().sha256; });
    if (!isOneState)
        refuse(selector, explain("Problem", "%1 checkpoints fit, the first two have the ids %2 and %3",
                                 {std::to_string(fitting.size()), std::to_string(fitting[0].id.value),
                                  std::to_string(fitting[1].id.value)}));
    return fitting.front();
}

std::optional<StepPlace> stepPlace(const Timeline& timeline, const std::string& selector) {
    const auto number = [](const std::string& text) {
        std::int64_t value = -1;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
        return read.ec == std::errc() && read.ptr == text.data() + text.size() ? value : -1;
    };
    const std::size_t colon = selector.find(':');
    if (colon == std::string::npos)
        return std::nullopt;
    const std::string line = selector.substr(0, colon);
    const std::int64_t step = number(selector.substr(colon + 1));
    StepPlace place{line == "step" ? timeline.current : BranchId{number(line)}, step};
    if (step < 0 || place.branch.value < 0)
        return std::nullopt;
    if (std::none_of(timeline.branches.begin(), timeline.branches.end(),
                     [&place](const Branch& branch) { return branch.id == place.branch; }))
        refuse(selector, explain("Problem", "this run has no such branch"));
    return place;
}

} // namespace neurarium
