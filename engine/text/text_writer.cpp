// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/text_writer.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "kernels/kernels.h"
#include "report/error.h"
#include "text/next_token.h"
#include "text/utf8.h"

namespace neurarium {

namespace {

/// softmax(logits / temperature); at temperature 0 all on the likeliest.
std::vector<float> probabilities(std::span<const float> logits, double temperature) {
    std::vector<float> shares(logits.begin(), logits.end());
    if (temperature <= 0) {
        std::fill(shares.begin(), shares.end(), 0.0F);
        shares[static_cast<std::size_t>(likeliestToken(logits))] = 1;
        return shares;
    }
    const float most = *std::max_element(logits.begin(), logits.end());
    for (float& each : shares) // from the largest on, so that no temperature makes infinities
        each = (each - most) / static_cast<float>(temperature);
    kernels().softmax({.rows = 1, .length = std::ssize(shares), .x = shares.data(), .y = shares.data()});
    return shares;
}

/// topP keeps a token while those before it have not reached that probability yet.
void markKept(std::vector<TokenCandidate>& candidates, const SamplingOptions& sampling) {
    double before = 0;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const bool inK = sampling.topK <= 0 || static_cast<std::int64_t>(i) < sampling.topK;
        candidates[i].kept = i == 0 || (inK && before < sampling.topP);
        before += static_cast<double>(candidates[i].probability);
    }
}

/// One of the tokens kept, with its share among them.
TokenId drawn(const std::vector<TokenCandidate>& candidates, float uniform) {
    double sum = 0;
    for (const TokenCandidate& each : candidates)
        sum += each.kept ? static_cast<double>(each.probability) : 0;
    double left = static_cast<double>(uniform) * sum;
    const TokenCandidate* last = &candidates.front();
    for (const TokenCandidate& each : candidates) {
        if (!each.kept || each.probability <= 0)
            continue;
        last = &each;
        left -= static_cast<double>(each.probability);
        if (left < 0)
            break;
    }
    return static_cast<TokenId>(last->piece.id);
}

} // namespace

void checkSampling(const SamplingOptions& sampling) {
    const auto refuse = [](const char* where, Message what) {
        throw Error(ProblemKind::Refused, where, std::move(what));
    };
    if (!(sampling.temperature >= 0 && sampling.temperature <= 100))
        refuse("temperature", explain("Problem", "must be from %1 to %2", {"0", "100"}));
    if (sampling.topK < 0)
        refuse("top-k",
               explain("Problem", "must be at least %1, is %2", {"0", std::to_string(sampling.topK)}));
    if (!(sampling.topP > 0 && sampling.topP <= 1))
        refuse("top-p", explain("Problem", "must be above 0 and at most 1"));
}

std::vector<TokenCandidate> candidatesFor(std::span<const float> logits, const Tokenizer& tokenizer,
                                          const SamplingOptions& sampling) {
    const std::vector<float> shares = probabilities(logits, sampling.temperature);
    std::vector<TokenId> order(shares.size());
    std::iota(order.begin(), order.end(), 0);
    const auto share = [&](TokenId id) { return shares[static_cast<std::size_t>(id)]; };
    std::sort(order.begin(), order.end(),
              [&](TokenId a, TokenId b) { return share(a) != share(b) ? share(a) > share(b) : a < b; });
    std::vector<TokenCandidate> candidates;
    for (const TokenId id : order)
        candidates.push_back({{id, tokenizer.shown(id)}, share(id), true});
    markKept(candidates, sampling);
    return candidates;
}

TextWriter::TextWriter(Network& network, std::shared_ptr<const Tokenizer> tokenizer, const WritingTask& task)
    : m_tokenizer(std::move(tokenizer))
    , m_reader(network)
    , m_sampling(task.sampling)
    , m_random(task.seed, RandomPurpose::Generation) {
    checkSampling(m_sampling);
    const std::vector<TokenId> prompt = m_tokenizer->encode(task.prompt.empty() ? "\n" : task.prompt);
    m_promptTokens = std::ssize(prompt);
    m_unknown = std::count_if(prompt.begin(), prompt.end(),
                              [this](TokenId id) { return m_tokenizer->isFallback(id); });
    const auto room = static_cast<std::size_t>(m_reader.length());
    if (prompt.size() > room)
        m_forgotten = std::ssize(prompt) - m_reader.length() / 2;
    for (const TokenId token : prompt)
        add(token, false);
    for (const std::int64_t token : task.written) {
        if (token < 0 || token >= m_tokenizer->size())
            throw Error(ProblemKind::Refused, "written",
                        explain("Problem", "token %1 is not in the vocabulary, which has %2",
                                {std::to_string(token), std::to_string(m_tokenizer->size())}));
        add(static_cast<TokenId>(token), true);
    }
}

/// Reads a token and remembers how likely it was held.
void TextWriter::add(TokenId token, bool byNetwork) {
    WrittenToken written{{token, m_tokenizer->shown(token)}, std::nullopt, byNetwork};
    if (!m_logits.empty())
        written.probability = probabilities(m_logits, 1)[static_cast<std::size_t>(token)];
    m_tokens.push_back(std::move(written));
    m_ids.push_back(token);
    if (std::ssize(m_ids) > m_forgotten)
        read(token);
}

void TextWriter::read(TokenId token) {
    if (m_reader.place() == m_reader.length()) {
        const std::int64_t kept = m_reader.length() / 2;
        m_forgotten = std::ssize(m_ids) - 1 - kept;
        m_reader.restart();
        for (std::int64_t i = m_forgotten; i + 1 < std::ssize(m_ids); ++i)
            m_reader.read(m_ids[static_cast<std::size_t>(i)]);
    }
    const std::span<const float> logits = m_reader.read(token);
    m_logits.assign(logits.begin(), logits.end());
}

void TextWriter::write() {
    const auto number = static_cast<std::uint64_t>(written());
    add(drawn(candidatesFor(m_logits, *m_tokenizer, m_sampling), m_random.uniform(0, number)), true);
}

Writing TextWriter::writing(std::size_t candidates) const {
    Writing writing;
    writing.text = shownText(m_tokenizer->decode(m_ids));
    writing.tokens = m_tokens;
    writing.sampling = m_sampling;
    writing.next = candidatesFor(m_logits, *m_tokenizer, m_sampling);
    writing.next.resize(std::min(writing.next.size(), candidates));
    writing.full = m_reader.place() == m_reader.length();
    return writing;
}

std::string TextWriter::continuation() const {
    const std::vector<TokenId> prompt(m_ids.begin(), m_ids.begin() + m_promptTokens);
    return m_tokenizer->decode(m_ids).substr(m_tokenizer->decode(prompt).size());
}

} // namespace neurarium
