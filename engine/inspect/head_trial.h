// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "inspect/sample_sentences.h"
#include "report/head_effect.h"
#include "training/executor.h"

namespace neurarium {

/// How well a network foretells each token of some sentences from those before it, as in evaluation: with all
/// its heads, and with those in `off` switched off. Everything is filled but the place in the training.
/// Sentences longer than its context are read as far as that goes. Throws Error (Refused) when there is no
/// such head.
HeadEffect tryHeads(const Network& network, Executor& executor, const std::vector<SampleSentence>& sentences,
                    const std::vector<HeadPlace>& off);

} // namespace neurarium
