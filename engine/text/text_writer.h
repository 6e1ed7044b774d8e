// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "tensor/random.h"
#include "text/token_reader.h"
#include "text/tokenizer.h"

namespace neurarium {

/// What a network is to go on from, and how.
struct WritingTask {
    std::string prompt;                ///< empty: as behind the end of a line
    std::vector<std::int64_t> written; ///< tokens behind it that were written before
    std::int64_t tokens = 0;           ///< to be written now; 0: only what may be next
    SamplingOptions sampling;
    std::uint64_t seed = 1;
    bool operator==(const WritingTask&) const = default;
};

/// Throws Error (Refused) naming the option that is out of range.
void checkSampling(const SamplingOptions& sampling);

/// All tokens with their probabilities, the likeliest first; of equals the smaller id.
std::vector<TokenCandidate> candidatesFor(std::span<const float> logits, const Tokenizer& tokenizer,
                                          const SamplingOptions& sampling);

/// Lets a network write. The same task gives the same text, on any number of threads: the token number i of
/// the network is drawn with the random number i of its seed.
///
/// The network reads as many tokens as its context has. Where a text becomes longer, the older half of what
/// it reads is forgotten and the text goes on; a longer prompt loses its beginning in the same way.
class TextWriter {
public:
    /// Reads the prompt and what was written. Throws Error (Refused) when a token is not in the vocabulary or
    /// the network cannot read token by token. The network must outlive the writer and not be trained
    /// meanwhile.
    TextWriter(Network& network, std::shared_ptr<const Tokenizer> tokenizer, const WritingTask& task);

    /// Writes one more token.
    void write();
    /// The text so far, and up to `candidates` tokens that may be next.
    Writing writing(std::size_t candidates) const;
    /// The text that the network added to the prompt.
    std::string continuation() const;

    /// Tokens at the beginning that are read no more.
    std::int64_t forgotten() const { return m_forgotten; }
    /// Tokens of the prompt that stand for something that the vocabulary does not know.
    std::int64_t unknown() const { return m_unknown; }
    std::int64_t written() const { return std::ssize(m_tokens) - m_promptTokens; }
    std::int64_t promptTokens() const { return m_promptTokens; }

private:
    void add(TokenId token, bool byNetwork);
    void read(TokenId token);

    std::shared_ptr<const Tokenizer> m_tokenizer;
    TokenReader m_reader;
    SamplingOptions m_sampling;
    RandomStream m_random;
    std::vector<TokenId> m_ids;
    std::vector<WrittenToken> m_tokens;
    std::vector<float> m_logits; ///< behind the last token; empty before the first
    std::int64_t m_promptTokens = 0;
    std::int64_t m_forgotten = 0;
    std::int64_t m_unknown = 0;
};

} // namespace neurarium
