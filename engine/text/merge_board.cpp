// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/merge_board.h"

#include <utility>

#include "text/bpe_tokenizer.h"
#include "text/utf8.h"

namespace neurarium {

MergeBoard::MergeBoard(std::string_view corpus, std::string sentence)
    : m_merges(corpus)
    , m_sentence(std::move(sentence)) {
    for (TokenId byte = 0; byte < kByteTokens; ++byte)
        m_bytes.emplace_back(1, static_cast<char>(byte));
}

TokenPair MergeBoard::shownPair(TokenIdPair pair, std::int64_t count) const {
    const auto shown = [this](TokenId id) { return shownPiece(m_bytes[static_cast<std::size_t>(id)]); };
    return {shown(pair.left), shown(pair.right), count};
}

MergeState MergeBoard::state(std::size_t mostPairs) const {
    MergeState state;
    for (std::size_t i = 0; i < m_counts.size(); ++i)
        state.merged.push_back(shownPair(m_merges.merges()[i], m_counts[i]));
    for (const PairMerges::Count& each : m_merges.commonest(mostPairs))
        state.common.push_back(shownPair(each.pair, each.count));
    state.text = cutText(BpeTokenizer(m_merges.merges()), m_sentence).pieces;
    state.corpusTokens = m_merges.corpusTokens();
    return state;
}

bool MergeBoard::merge(std::size_t place) {
    const auto common = m_merges.commonest(place + 1);
    if (place >= common.size())
        return false;
    const PairMerges::Count& chosen = common[place];
    const auto bytesOf = [this](TokenId id) { return m_bytes[static_cast<std::size_t>(id)]; };
    m_bytes.push_back(bytesOf(chosen.pair.left) + bytesOf(chosen.pair.right));
    m_counts.push_back(chosen.count);
    m_merges.merge(chosen.pair);
    return true;
}

bool MergeBoard::mergeCommonest() {
    const auto common = m_merges.commonest(1);
    return !common.empty() && common[0].count > 1 && merge(0);
}

TextCuts cutInEveryWay(const std::vector<std::shared_ptr<const Tokenizer>>& tokenizers,
                       const std::string& text) {
    TextCuts cuts{.text = text, .cuts = {}, .joined = {}};
    for (const auto& tokenizer : tokenizers) {
        cuts.cuts.push_back(cutText(*tokenizer, text));
        cuts.joined.push_back(tokenizer->decode(tokenizer->encode(text)));
    }
    return cuts;
}

Vocabulary vocabularyOf(const Tokenizer& tokenizer) {
    Vocabulary vocabulary{.kind = tokenizer.kind(), .pieces = {}};
    for (TokenId id = 0; id < tokenizer.size(); ++id)
        vocabulary.pieces.push_back({id, tokenizer.shown(id)});
    return vocabulary;
}

} // namespace neurarium
