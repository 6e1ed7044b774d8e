// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "report/checkpoint_info.h"

namespace neurarium {

/// Ways to cut a text. Words: whole words, what is attached to them (particles, punctuation) apart.
enum class TokenizerKind { Characters, Jamo, Bytes, Bpe, Words };

/// One piece of a text that was cut.
struct TokenPiece {
    std::int64_t id = 0;
    std::string text; ///< as it is shown: UTF-8; a lone byte as "<EC>", never a replacement character
    bool operator==(const TokenPiece&) const = default;
};

/// A text cut in one way.
struct TokenCut {
    TokenizerKind kind = TokenizerKind::Characters;
    std::vector<TokenPiece> pieces;
    std::int64_t vocabulary = 0; ///< tokens that this tokenizer knows
    bool operator==(const TokenCut&) const = default;
};

/// Two neighbouring pieces that byte-pair encoding may merge.
struct TokenPair {
    std::string left, right; ///< as they are shown
    std::int64_t count = 0;  ///< how often they stand side by side in the corpus
    bool operator==(const TokenPair&) const = default;
};

/// Byte-pair encoding at work: what was merged, and what could be merged next.
struct MergeState {
    std::vector<TokenPair> merged; ///< in order
    std::vector<TokenPair> common; ///< the most common pairs now, the most common first
    std::vector<TokenPiece> text;  ///< a sentence, cut with the merges made so far
    std::int64_t corpusTokens = 0; ///< pieces of the whole corpus now
    bool operator==(const MergeState&) const = default;
};

/// How the next token is drawn from the network's answer.
struct SamplingOptions {
    double temperature = 1; ///< 0: always the likeliest
    std::int64_t topK = 0;  ///< only the k likeliest; 0: all
    double topP = 1;        ///< only the likeliest that together reach this probability
    bool operator==(const SamplingOptions&) const = default;
};

/// A token that may be next.
struct TokenCandidate {
    TokenPiece piece;
    float probability = 0; ///< with the temperature, before topK and topP
    bool kept = true;      ///< topK and topP leave it in
    bool operator==(const TokenCandidate&) const = default;
};

/// Candidates that were given at one temperature (above 0), as they are with other options, so that a knob
/// answers at once. Nothing when they are not all there are (their probabilities do not sum to 1): then the
/// network has to be asked. The likeliest stay first.
std::optional<std::vector<TokenCandidate>>
withOptions(std::vector<TokenCandidate> candidates, double givenTemperature, const SamplingOptions& options);

/// One token of a text, and how likely the network held it at temperature 1; absent for the first token.
struct WrittenToken {
    TokenPiece piece;
    std::optional<float> probability;
    bool byNetwork = true; ///< false: of the prompt
    bool operator==(const WrittenToken&) const = default;
};

/// A prompt and how one state of the network goes on from it.
struct Writing {
    CheckpointId checkpoint; ///< none: the network as it stands
    std::int64_t epoch = 0;  ///< of the checkpoint; else the one under way, or the one that ended right there
    std::int64_t step = 0;
    std::string text; ///< the tokens joined again, as far as they are letters
    std::vector<WrittenToken> tokens;
    SamplingOptions sampling;         ///< what `next` was weighed with
    std::vector<TokenCandidate> next; ///< the likeliest that may follow, the likeliest first
    bool full = false;                ///< the context is used up: no more tokens fit
    bool operator==(const Writing&) const = default;
};

} // namespace neurarium
