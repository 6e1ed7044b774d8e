// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "report/text_cuts.h"
#include "text/pair_merges.h"

namespace neurarium {

/// Byte-pair encoding for people who watch: pairs of a corpus are merged by hand or by the machine, and a
/// sentence is cut with the merges made so far. Used from one thread.
class MergeBoard {
public:
    /// The corpus is not needed any more afterwards.
    MergeBoard(std::string_view corpus, std::string sentence);

    /// What was merged and the most common pairs now, at most so many.
    MergeState state(std::size_t mostPairs) const;
    /// Merges the pair that stands at this place of MergeState::common. False when there is none.
    bool merge(std::size_t place);
    /// Merges the most common pair. False when no pair is there twice.
    bool mergeCommonest();
    void setSentence(std::string sentence) { m_sentence = std::move(sentence); }

private:
    TokenPair shownPair(TokenIdPair pair, std::int64_t count) const;

    PairMerges m_merges;
    std::vector<std::string> m_bytes;   ///< of each token
    std::vector<std::int64_t> m_counts; ///< of each merge when it was made
    std::string m_sentence;
};

/// A text cut by each tokenizer and joined again.
TextCuts cutInEveryWay(const std::vector<std::shared_ptr<const Tokenizer>>& tokenizers,
                       const std::string& text);

Vocabulary vocabularyOf(const Tokenizer& tokenizer);

} // namespace neurarium
