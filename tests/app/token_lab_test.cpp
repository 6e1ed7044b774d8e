// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include "app/token_lab.h"
#include "text/tokenizers.h"

using namespace neurarium;

namespace {

std::string corpus() {
    std::string text;
    for (int i = 0; i < 200; ++i)
        text += i % 2 == 0 ? "고양이가 상자에서 잔다. " : "The cat sleeps in the box. ";
    return text;
}

/// The newest value that a signal brought.
template <typename T>
std::shared_ptr<const T> newest(QSignalSpy& spy) {
    return spy.last().at(0).value<std::shared_ptr<const T>>();
}

} // namespace

class TokenLabTest : public QObject {
    Q_OBJECT
private slots:
    void everyWayCutsAndJoinsExactly();
    void theClassMergesAndTheMachineGoesOn();
    void theMachineStopsWhenItIsToldTo();
    void whatBelongsToAnotherTextIsDropped();
    void everyTokenOfAVocabularyIsThere();
};

void TokenLabTest::everyWayCutsAndJoinsExactly() {
    TokenLab lab;
    QSignalSpy cuts(&lab, &TokenLab::cutsReady);
    const auto words = learnTokenizer(tokenizerType(TokenizerKind::Words), corpus(), 400, "words");
    lab.setCorpus(corpus, words);
    // Letters that the corpus does not have, and what is no letter at all.
    const QString sentence = QStringLiteral("고양이가 뷁 sleeps\n🐱 \u1112\u1161\u11ab");
    lab.cut(sentence);
    QVERIFY(cuts.wait());
    const auto ready = newest<TextCuts>(cuts);
    QCOMPARE(ready->cuts.size(), std::size_t{5});
    QCOMPARE(ready->text, sentence.toStdString());
    for (std::size_t i = 0; i < 5; ++i) {
        QCOMPARE(ready->joined[i], ready->text);
        for (const TokenPiece& piece : ready->cuts[i].pieces) {
            QVERIFY(piece.id >= 0 && piece.id < ready->cuts[i].vocabulary);
            QVERIFY(piece.text.find("\xEF\xBF\xBD") == std::string::npos);
        }
    }
    QCOMPARE(ready->cuts[2].pieces.size(), ready->text.size());
    QVERIFY(ready->cuts[3].pieces.size() < ready->cuts[0].pieces.size() * 2);
}

void TokenLabTest::theClassMergesAndTheMachineGoesOn() {
    TokenLab lab;
    QSignalSpy merges(&lab, &TokenLab::mergesReady), progress(&lab, &TokenLab::mergeProgress);
    lab.setCorpus(corpus, nullptr);
    lab.cut(QStringLiteral("고양이"));
    QVERIFY(merges.wait());
    const auto first = newest<MergeState>(merges);
    QVERIFY(first->merged.empty() && first->common.size() > 3);
    QCOMPARE(first->text.size(), std::size_t{9});
    QCOMPARE(first->corpusTokens, static_cast<std::int64_t>(corpus().size()));
    lab.merge(2);
    QVERIFY(merges.wait());
    const auto second = newest<MergeState>(merges);
    QCOMPARE(second->merged.size(), std::size_t{1});
    QCOMPARE(second->merged[0], first->common[2]);
    QCOMPARE(second->corpusTokens, first->corpusTokens - first->common[2].count);
    lab.merge(9999); // there is no such pair
    QVERIFY(merges.wait());
    QCOMPARE(newest<MergeState>(merges)->merged.size(), std::size_t{1});
    lab.mergeOn(40);
    QTRY_VERIFY(newest<MergeState>(merges)->merged.size() == 40);
    QCOMPARE(progress.last().at(1).toLongLong(), 0);
    QVERIFY(newest<MergeState>(merges)->text.size() < 9);
    lab.mergeOn(100'000);
    QTRY_VERIFY(newest<MergeState>(merges)->common.empty());
    QCOMPARE(newest<MergeState>(merges)->text.size(), std::size_t{1});
    lab.clearMerges();
    QTRY_VERIFY(newest<MergeState>(merges)->merged.empty());
    QCOMPARE(newest<MergeState>(merges)->corpusTokens, first->corpusTokens);
}

void TokenLabTest::theMachineStopsWhenItIsToldTo() {
    std::string many;
    for (int i = 0; i < 60'000; ++i)
        many.append("w").append(std::to_string(i * 7919 % 50'021)).append(" ");
    TokenLab lab;
    QSignalSpy merges(&lab, &TokenLab::mergesReady), progress(&lab, &TokenLab::mergeProgress);
    lab.setCorpus([many] { return many; }, nullptr);
    lab.mergeOn(60'000);
    QVERIFY(progress.wait(20'000));
    lab.cancel();
    QVERIFY(merges.wait(2'000));
    const auto left = newest<MergeState>(merges);
    QVERIFY(!left->merged.empty() && !left->common.empty());
}

void TokenLabTest::whatBelongsToAnotherTextIsDropped() {
    TokenLab lab;
    QSignalSpy cuts(&lab, &TokenLab::cutsReady), merges(&lab, &TokenLab::mergesReady);
    lab.setCorpus(corpus, nullptr);
    lab.cut(QStringLiteral("고양이"));
    lab.setCorpus([] { return std::string("ab ab ab "); }, nullptr);
    lab.cut(QStringLiteral("ab"));
    QVERIFY(cuts.wait());
    QTest::qWait(50);
    QCOMPARE(cuts.size(), 1);
    QCOMPARE(newest<TextCuts>(cuts)->text, std::string("ab"));
    QCOMPARE(newest<MergeState>(merges)->corpusTokens, std::int64_t{9});
}

void TokenLabTest::everyTokenOfAVocabularyIsThere() {
    TokenLab lab;
    QSignalSpy ready(&lab, &TokenLab::vocabularyReady);
    lab.setCorpus(corpus, nullptr);
    lab.fetchVocabulary(TokenizerKind::Bytes);
    QVERIFY(ready.wait());
    QCOMPARE(newest<Vocabulary>(ready)->kind, TokenizerKind::Bytes);
    QCOMPARE(newest<Vocabulary>(ready)->pieces.size(), std::size_t{256});
    lab.fetchVocabulary(TokenizerKind::Bpe);
    QVERIFY(ready.wait());
    const auto& pieces = newest<Vocabulary>(ready)->pieces;
    QVERIFY(pieces.size() > 256);
    QVERIFY(std::any_of(pieces.begin(), pieces.end(),
                        [](const TokenPiece& each) { return each.text == "고양이가"; }));
}

QTEST_GUILESS_MAIN(TokenLabTest)
#include "token_lab_test.moc"
