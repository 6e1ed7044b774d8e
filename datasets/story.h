// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "datasets/story_world.h"

namespace neurarium {

enum class StoryPieceKind { Word, Attached, Opening };

/// One word of a story, or what is attached to it: a token of storyVocabulary.
struct StoryPiece {
    std::string text;
    StoryPieceKind kind = StoryPieceKind::Word;
    bool operator==(const StoryPiece&) const = default;
};

/// A pronoun and whom it stands for, by their places in the story.
struct StoryPronoun {
    std::size_t pronoun = 0;
    std::size_t owner = 0;
    bool operator==(const StoryPronoun&) const = default;
};

/// A little story. A woman and a man meet, perhaps an animal comes along, and each does what only he or she
/// does: he, she or it tells who that is, and so what comes next. What stands beside them belongs to the same
/// scene; an opening word ("neither", "만약") has its closing word, and a noun its particle.
struct Story {
    std::vector<StoryPiece> pieces;
    std::vector<StoryPronoun> pronouns; ///< each named before once, by the noun that owns it
    bool operator==(const Story&) const = default;
};

/// Story `number` of a seed. The same on every computer.
Story writeStory(const StoryWorld& world, std::uint64_t seed, std::uint64_t number);

} // namespace neurarium
