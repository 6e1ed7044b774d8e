// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <map>

#include "tensor/random.h"
#include "text/bpe_tokenizer.h"

using namespace neurarium;

namespace {

/// Byte-pair encoding as it is told: the whole corpus is counted anew before each merge.
class PlainMerges {
public:
    explicit PlainMerges(std::string_view corpus) {
        while (!corpus.empty()) {
            m_words.emplace_back();
            for (const char byte : takeStretch(corpus))
                m_words.back().push_back(byteToken(byte));
        }
    }

    std::map<TokenIdPair, std::int64_t> counts() const {
        std::map<TokenIdPair, std::int64_t> counts;
        for (const auto& word : m_words)
            for (std::size_t i = 0; i + 1 < word.size(); ++i)
                ++counts[{word[i], word[i + 1]}];
        return counts;
    }

    bool mergeCommonest() {
        TokenIdPair best;
        std::int64_t most = 1;
        for (const auto& [pair, count] : counts())
            if (count > most) { // the first of equals has the smallest ids
                best = pair;
                most = count;
            }
        if (most > 1)
            merge(best);
        return most > 1;
    }

    void merge(TokenIdPair pair) {
        const auto merged = static_cast<TokenId>(kByteTokens + merges.size());
        merges.push_back(pair);
        for (auto& word : m_words)
            for (std::size_t i = 0; i + 1 < word.size(); ++i)
                if (word[i] == pair.left && word[i + 1] == pair.right) {
                    word[i] = merged;
                    word.erase(word.begin() + static_cast<std::ptrdiff_t>(i) + 1);
                }
    }

    std::vector<TokenId> tokens() const {
        std::vector<TokenId> all;
        for (const auto& word : m_words)
            all.insert(all.end(), word.begin(), word.end());
        return all;
    }

    std::vector<TokenIdPair> merges;

private:
    std::vector<std::vector<TokenId>> m_words;
};

/// Words of a few letters, so that pairs repeat and overlap ("aaaa").
std::string randomText(std::uint64_t round, std::uint64_t letters) {
    const RandomStream random(7, RandomPurpose::Generator);
    std::string text;
    for (std::uint64_t i = 0; i < 1500; ++i) {
        const std::uint64_t letter = random.below(round, i, letters + 1);
        if (letter == letters)
            text += random.below(round, i + 5000, 5) == 0 ? "\n" : " ";
        else
            text += letter % 3 == 2 ? "각" : std::string(1, static_cast<char>('a' + letter));
    }
    return text;
}

} // namespace

class PairMergesTest : public QObject {
    Q_OBJECT
private slots:
    void mergesAsThePlainWayDoes();
    void countsPairsBesideMergesByHand();
    void keepsWordsApart();
    void encodesAsItLearnt();
    void cutsLongStretches();
};

void PairMergesTest::mergesAsThePlainWayDoes() {
    for (std::uint64_t round = 0; round < 12; ++round) {
        const std::string text = randomText(round, 2 + round);
        PlainMerges plain(text);
        while (plain.merges.size() < 60 && plain.mergeCommonest()) {
        }
        QCOMPARE(learnMerges(text, 256 + 60), plain.merges);
    }
}

/// The counts stay right whichever pair a person merges.
void PairMergesTest::countsPairsBesideMergesByHand() {
    const RandomStream random(8, RandomPurpose::Generator);
    for (std::uint64_t round = 0; round < 6; ++round) {
        const std::string text = randomText(round, 2 + round);
        PlainMerges plain(text);
        PairMerges merges(text);
        for (std::uint64_t step = 0; step < 25; ++step) {
            const auto expected = plain.counts();
            const auto common = merges.commonest(expected.size() + 10);
            QCOMPARE(common.size(), expected.size());
            for (const PairMerges::Count& each : common)
                QCOMPARE(each.count, expected.at(each.pair));
            for (std::size_t i = 1; i < common.size(); ++i)
                QVERIFY(common[i - 1].count >= common[i].count);
            QCOMPARE(merges.corpusTokens(), std::ssize(plain.tokens()));
            const TokenIdPair pair =
                common[random.below(round, step, std::min<std::size_t>(common.size(), 8))].pair;
            merges.merge(pair);
            plain.merge(pair);
            QCOMPARE(merges.count(pair), std::int64_t{0});
        }
        QVERIFY(merges.mergeCommonest() && plain.mergeCommonest());
        QCOMPARE(merges.merges(), plain.merges);
    }
}

void PairMergesTest::keepsWordsApart() {
    std::string text;
    for (int i = 0; i < 50; ++i)
        text += "ab ab\nab";
    const BpeTokenizer tokenizer(learnMerges(text, 1000));
    for (TokenId id = 0; id < tokenizer.size(); ++id) {
        const std::string bytes = tokenizer.decode({&id, 1});
        QVERIFY2(bytes.find_first_of(" \n", 1) == std::string::npos, bytes.c_str());
    }
    QCOMPARE(tokenizer.shown(256), std::string("ab"));
    QCOMPARE(tokenizer.encode("ab ab ab").size(), std::size_t{3});
}

void PairMergesTest::encodesAsItLearnt() {
    for (std::uint64_t round = 0; round < 6; ++round) {
        const std::string text = randomText(round, 3 + round);
        PlainMerges plain(text);
        while (plain.merges.size() < 80 && plain.mergeCommonest()) {
        }
        const BpeTokenizer tokenizer(plain.merges);
        QCOMPARE(tokenizer.encode(text), plain.tokens());
    }
}

void PairMergesTest::cutsLongStretches() {
    std::string text;
    for (int i = 0; i < 1000; ++i)
        text += "한";
    std::string_view left = text;
    while (!left.empty()) {
        const std::string_view stretch = takeStretch(left);
        QVERIFY(stretch.size() <= kLongestStretch && stretch.size() % 3 == 0);
    }
    const std::string broken(200, '\x80');
    left = broken;
    QVERIFY(takeStretch(left).size() > 60);
    QCOMPARE(learnMerges(text + text, 5000).size(), std::size_t{8}); // 21 syllables at most
}

QTEST_GUILESS_MAIN(PairMergesTest)
#include "pair_merges_test.moc"
