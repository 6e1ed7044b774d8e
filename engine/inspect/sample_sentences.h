// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "data/dataset.h"

namespace neurarium {

/// A text from a dataset that is short enough to be looked at.
struct SampleSentence {
    std::string text; ///< as people may read it
    std::vector<std::int64_t> tokens;
    bool operator==(const SampleSentence&) const = default;
};

/// Up to `most` texts, spread evenly over a dataset whose samples are tokens and go on with them: whole
/// sentences, as many as have room, from the beginning of a sample or, where that lies within a sentence,
/// from the next one on. Each of them once.
std::vector<SampleSentence> sampleSentences(const Dataset& dataset, std::size_t most);

} // namespace neurarium
