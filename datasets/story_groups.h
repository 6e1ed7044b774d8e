// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "data/data_split.h"
#include "datasets/story_world.h"

namespace neurarium {

/// People, animals, places and so on among the tokens of a world. A word that is several of them belongs to
/// the first: a school is a place, though people talk about it, too.
std::shared_ptr<const TokenGroups> storyGroups(const StoryWorld& world, const WordsTokenizer& tokenizer);

} // namespace neurarium
