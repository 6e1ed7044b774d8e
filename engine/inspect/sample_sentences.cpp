// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/sample_sentences.h"

#include <algorithm>
#include <set>

#include "inspect/token_names.h"
#include "text/tokenizer.h"
#include "text/utf8.h"

namespace neurarium {

namespace {

using Tokens = std::vector<std::int64_t>;

constexpr std::size_t kLongest = 28; // tokens
constexpr const char* kBlanks = " \t\r\n";

/// The tokens of one dataset, and which of them end something.
class SentenceFinder {
public:
    explicit SentenceFinder(const Dataset& dataset)
        : m_dataset(dataset)
        , m_data(dataset.description())
        , m_input(static_cast<std::size_t>(m_data.inputShape.elements()))
        , m_target(static_cast<std::size_t>(m_data.targetSize)) {}

    SampleSentence at(std::int64_t index) {
        const Tokens tokens = sample(index);
        const std::size_t first = beginning(index, tokens);
        SampleSentence sentence;
        sentence.tokens.assign(tokens.begin() + static_cast<std::ptrdiff_t>(first),
                               tokens.begin() + static_cast<std::ptrdiff_t>(end(tokens, first)));
        sentence.text = text(sentence.tokens);
        return sentence;
    }

private:
    /// What is read, and the token behind it.
    Tokens sample(std::int64_t index) {
        m_dataset.sample(index, m_input, m_target);
        Tokens tokens(m_input.begin(), m_input.end());
        tokens.push_back(static_cast<std::int64_t>(m_target.back()));
        return tokens;
    }

    std::string text(const Tokens& tokens) const {
        std::string text;
        if (m_data.tokenizer == nullptr) {
            for (const std::int64_t token : tokens) {
                text += text.empty() ? "" : " ";
                text += tokenName(m_data, token);
            }
            return text;
        }
        text = m_data.tokenizer->decode(std::vector<TokenId>(tokens.begin(), tokens.end()));
        text.erase(0, text.find_first_not_of(kBlanks));
        text.erase(text.find_last_not_of(kBlanks) + 1);
        return shownText(text);
    }

    std::string piece(std::int64_t token) const { return m_data.tokenizer ? text({token}) : "…"; }

    bool isBlank(std::int64_t token) const { return piece(token).empty(); }

    bool endsLine(std::int64_t token) const {
        const auto id = static_cast<TokenId>(token);
        return m_data.tokenizer && m_data.tokenizer->decode({&id, 1}).find('\n') != std::string::npos;
    }

    bool endsSentence(std::int64_t token) const {
        const std::string shown = piece(token);
        return endsLine(token) ||
               (!shown.empty() && std::string(".!?").find(shown.back()) != std::string::npos);
    }

    /// The first place that begins a sentence. Whether the sample lies in the middle of a text tells the one
    /// before: it then runs into this one.
    std::size_t beginning(std::int64_t index, const Tokens& tokens) {
        std::size_t first = 0;
        if (index > 0) {
            const Tokens before = sample(index - 1);
            const bool goesOn = before.back() == tokens.front() && !endsSentence(before[before.size() - 2]);
            for (std::size_t i = 0; goesOn && first == 0 && i < tokens.size() / 2; ++i)
                first = endsSentence(tokens[i]) ? i + 1 : 0;
        }
        while (first + 1 < tokens.size() && isBlank(tokens[first]))
            ++first;
        return first;
    }

    /// Behind the last sentence that has room; lines are not gone beyond.
    std::size_t end(const Tokens& tokens, std::size_t first) const {
        const std::size_t most = std::min(tokens.size(), first + kLongest);
        std::size_t end = first;
        for (std::size_t i = first; i < most; ++i) {
            if (endsSentence(tokens[i]))
                end = i + (isBlank(tokens[i]) ? 0 : 1);
            if (endsLine(tokens[i]))
                break;
        }
        return end > first ? end : most;
    }

    const Dataset& m_dataset;
    const DatasetDescription& m_data;
    std::vector<float> m_input, m_target;
};

} // namespace

std::vector<SampleSentence> sampleSentences(const Dataset& dataset, std::size_t most) {
    SentenceFinder finder(dataset);
    std::vector<SampleSentence> sentences;
    std::set<Tokens> seen;
    const auto count = std::min<std::int64_t>(static_cast<std::int64_t>(most), dataset.size());
    for (std::int64_t i = 0; i < count; ++i) {
        SampleSentence sentence = finder.at(i * dataset.size() / count);
        if (sentence.tokens.size() > 1 && seen.insert(sentence.tokens).second)
            sentences.push_back(std::move(sentence));
    }
    return sentences;
}

} // namespace neurarium
