// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "datasets/catalogue.h"
#include "datasets/story.h"
#include "text/words_tokenizer.h"

namespace neurarium {

/// The source `stories`: made-up little stories in English or Korean. Options: `language`, `samples` (how
/// many stories), `tokenizer` and `vocab` (`words` has a vocabulary of its own and needs no size), `context`.
/// A sample begins where a story begins, and goes on with the following ones until it is full. The last
/// stories are kept for validation. Throws Error (Refused).
DataSplit readStories(const Experiment& experiment, const ReadContext& context);

/// The tokenizer of whole words for a world.
std::shared_ptr<const WordsTokenizer> storyTokenizer(const StoryWorld& world);

/// The token of each piece of a story.
std::vector<TokenId> storyTokens(const Story& story, const WordsTokenizer& tokenizer);

/// A story as text, without a line's end.
std::string storyText(const Story& story, const WordsTokenizer& tokenizer);

/// How many of `samples` stories are trained on; the others are kept for validation.
std::int64_t trainingStories(std::int64_t samples, double validation);

} // namespace neurarium
