// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace neurarium {

/// What a class did in the panels of tokens, attention and the word map since the experiment was opened.
struct WordFacts {
    bool ownText = false;       ///< something was typed to be cut
    bool koreanText = false;    ///< ... with Korean letters
    bool englishText = false;   ///< ... with Latin letters and no Korean ones
    int piecesChosen = 0;       ///< whose ids were looked at
    int joinedAgain = 0;        ///< times that pieces were joined again
    int mergesByHand = 0;       ///< since the game was started last
    std::int64_t merges = 0;    ///< by hand and by the machine
    int vocabularySearches = 0; ///< changes of what is searched for

    int ownSentences = 0; ///< whose attention was asked for
    int headsChosen = 0;  ///< times that another head was chosen
    double brightest = 0; ///< the largest share of attention in a cell that was marked, 0 ... 1
    int headsOff = 0;     ///< times that a head was switched off
    bool headsCompared = false;
    bool sentencesSeen = false; ///< the sentences that break, while a head was off
    int headNotes = 0;          ///< notes written on heads

    bool wordFound = false;   ///< what was searched for is on the map
    int wordsChosen = 0;      ///< on the map, to see their neighbours
    int measured = 0;         ///< words to which a ruler lies now, from the first one
    bool firstNearer = false; ///< of those the first is nearer than the second now
    bool otherMap = false;    ///< the map was made in another way
    bool solidMap = false;    ///< it was shown in three dimensions
};

} // namespace neurarium
