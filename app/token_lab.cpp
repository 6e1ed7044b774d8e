// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/token_lab.h"

#include <algorithm>
#include <chrono>
#include <optional>

#include "tensor/thread_priority.h"
#include "text/bpe_tokenizer.h"
#include "text/pair_merges.h"
#include "text/tokenizers.h"

namespace neurarium {

namespace {

constexpr std::size_t kMostCorpus =
    1'000'000; ///< bytes that are learnt from: so a merge by hand is done at once
constexpr std::int64_t kLearntPieces = 256 + 500; ///< tokens of the learnt pieces
constexpr std::size_t kCommonPairs = 50;
constexpr auto kBetweenNews = std::chrono::milliseconds(100);
constexpr TokenizerKind kWays[] = {TokenizerKind::Characters, TokenizerKind::Jamo, TokenizerKind::Bytes,
                                   TokenizerKind::Bpe};

/// Its first bytes, and no half character.
std::string_view beginning(std::string_view text) {
    if (text.size() <= kMostCorpus)
        return text;
    std::size_t end = kMostCorpus;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80)
        --end;
    return text.substr(0, end);
}

} // namespace

/// What the thread works on; nobody else touches it.
struct TokenLab::Work {
    int corpus = 0; ///< number of the text
    std::string text;
    std::string sentence;
    std::vector<std::shared_ptr<const Tokenizer>> ways;
    std::optional<PairMerges> pairs;
    std::vector<std::int64_t> counts; ///< how often each pair was there when it was merged

    void startMerging() {
        pairs.emplace(text);
        counts.clear();
    }

    void merge(const PairMerges::Count& pair) {
        counts.push_back(pair.count);
        pairs->merge(pair.pair);
    }

    bool mergeCommonest() {
        const std::int64_t before = pairs->corpusTokens();
        if (!pairs->mergeCommonest())
            return false;
        counts.push_back(before - pairs->corpusTokens());
        return true;
    }

    MergeState mergeState() const {
        const BpeTokenizer tokenizer(pairs->merges());
        const auto shown = [&](const TokenIdPair& pair, std::int64_t count) {
            return TokenPair{tokenizer.shown(pair.left), tokenizer.shown(pair.right), count};
        };
        MergeState state;
        for (std::size_t i = 0; i < counts.size(); ++i)
            state.merged.push_back(shown(pairs->merges()[i], counts[i]));
        for (const PairMerges::Count& each : pairs->commonest(kCommonPairs))
            if (each.count > 1)
                state.common.push_back(shown(each.pair, each.count));
        state.text = cutText(tokenizer, sentence).pieces;
        state.corpusTokens = pairs->corpusTokens();
        return state;
    }

    TextCuts cuts() const {
        TextCuts cuts;
        cuts.text = sentence;
        for (const auto& way : ways) {
            cuts.cuts.push_back(cutText(*way, sentence));
            cuts.joined.push_back(way->decode(way->encode(sentence)));
        }
        return cuts;
    }
};

TokenLab::TokenLab(QObject* parent)
    : QObject(parent) {
    m_thread.setMaxThreadCount(1);
}

TokenLab::~TokenLab() {
    ++m_corpus;
    m_cancelled = true;
    m_thread.clear();
    m_thread.waitForDone();
}

void TokenLab::later(std::function<void(Work&)> task) {
    m_thread.start([work = m_work, task = std::move(task)] {
        lowerThreadPriority(); // of a thread that only ever works behind the window
        if (work)
            task(*work);
    });
}

void TokenLab::report(int corpus, std::function<void()> news) {
    const auto hear = [this, corpus, news = std::move(news)] {
        if (corpus == m_corpus)
            news();
    };
    QMetaObject::invokeMethod(this, hear, Qt::QueuedConnection);
}

void TokenLab::tellMerges(const Work& work) {
    report(work.corpus, [this, state = std::make_shared<const MergeState>(work.mergeState())] {
        emit mergesReady(state);
    });
}

void TokenLab::setCorpus(std::function<std::string()> text, const std::shared_ptr<const Tokenizer>& own) {
    m_cancelled = true; // what is merged of the text before
    m_thread.clear();
    ++m_corpus;
    m_work = std::make_shared<Work>();
    m_work->corpus = m_corpus;
    later([own, text = std::move(text)](Work& work) {
        const std::string whole = text();
        work.text = std::string(beginning(whole));
        for (const TokenizerKind kind : kWays) {
            const TokenizerType& type = tokenizerType(kind);
            const bool itsOwn = own && own->kind() == kind && kind != TokenizerKind::Bpe;
            work.ways.push_back(
                itsOwn ? own
                       : type.learn(work.text, kind == TokenizerKind::Bpe ? kLearntPieces : kMostTokens));
        }
        if (own && own->kind() == TokenizerKind::Words)
            work.ways.push_back(own);
        work.startMerging();
    });
}

void TokenLab::cut(const QString& sentence) {
    const int number = ++m_sentence;
    later([this, number, text = sentence.toStdString()](Work& work) {
        if (number != m_sentence) // more was typed meanwhile
            return;
        work.sentence = text;
        report(work.corpus,
               [this, cuts = std::make_shared<const TextCuts>(work.cuts())] { emit cutsReady(cuts); });
        tellMerges(work);
    });
}

void TokenLab::merge(int place) {
    later([this, place](Work& work) {
        const auto common = work.pairs->commonest(kCommonPairs);
        if (place >= 0 && place < std::ssize(common))
            work.merge(common[static_cast<std::size_t>(place)]);
        tellMerges(work);
    });
}

void TokenLab::mergeOn(qint64 merges) {
    m_cancelled = false;
    later([this, merges](Work& work) {
        auto told = std::chrono::steady_clock::time_point();
        while (!m_cancelled && work.corpus == m_corpus && std::ssize(work.counts) < merges) {
            if (!work.mergeCommonest())
                break;
            if (const auto now = std::chrono::steady_clock::now(); now - told >= kBetweenNews) {
                told = now;
                report(work.corpus,
                       [this, done = std::ssize(work.counts), merges] { emit mergeProgress(done, merges); });
            }
        }
        report(work.corpus, [this] { emit mergeProgress(0, 0); });
        tellMerges(work);
    });
}

void TokenLab::cancel() {
    m_cancelled = true;
}

void TokenLab::clearMerges() {
    later([this](Work& work) {
        work.startMerging();
        tellMerges(work);
    });
}

void TokenLab::fetchVocabulary(TokenizerKind kind) {
    later([this, kind](Work& work) {
        const auto way = std::find_if(work.ways.begin(), work.ways.end(),
                                      [kind](const auto& each) { return each->kind() == kind; });
        if (way == work.ways.end())
            return;
        Vocabulary vocabulary;
        vocabulary.kind = kind;
        for (TokenId id = 0; id < (*way)->size(); ++id)
            vocabulary.pieces.push_back({id, (*way)->shown(id)});
        report(work.corpus, [this, shared = std::make_shared<const Vocabulary>(std::move(vocabulary))] {
            emit vocabularyReady(shared);
        });
    });
}

} // namespace neurarium
