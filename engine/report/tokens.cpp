// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/tokens.h"

#include <algorithm>
#include <cmath>

namespace neurarium {

namespace {

constexpr double kWhole = 1e-3; // what rounding may take from a sum of 1

double sumOf(const std::vector<TokenCandidate>& candidates) {
    double sum = 0;
    for (const TokenCandidate& each : candidates)
        sum += double(each.probability);
    return sum;
}

/// topP keeps a candidate while those before it have not reached that probability yet.
void markKept(std::vector<TokenCandidate>& candidates, const SamplingOptions& options) {
    double before = 0;
    std::int64_t place = 0;
    for (TokenCandidate& each : candidates) {
        const bool inK = options.topK <= 0 || place < options.topK;
        each.kept = place == 0 || (inK && before < options.topP);
        before += double(each.probability);
        ++place;
    }
}

} // namespace

std::optional<std::vector<TokenCandidate>>
withOptions(std::vector<TokenCandidate> candidates, double givenTemperature, const SamplingOptions& options) {
    if (candidates.empty() || givenTemperature <= 0 || std::abs(sumOf(candidates) - 1) > kWhole)
        return std::nullopt;
    if (options.temperature <= 0) {
        for (TokenCandidate& each : candidates)
            each.probability = &each == &candidates.front() ? 1 : 0;
    } else {
        // softmax(z / T') from p = softmax(z / T): ln p · T / T' differs from z / T' by a constant.
        const double power = givenTemperature / options.temperature;
        const double most = std::log(double(candidates.front().probability));
        for (TokenCandidate& each : candidates)
            each.probability =
                static_cast<float>(std::exp((std::log(double(each.probability)) - most) * power));
        const double sum = sumOf(candidates);
        for (TokenCandidate& each : candidates)
            each.probability = static_cast<float>(double(each.probability) / sum);
    }
    markKept(candidates, options);
    return candidates;
}

} // namespace neurarium
