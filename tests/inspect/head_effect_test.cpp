// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences from a text, and what becomes of them when heads are switched off.
#include <QtTest>

#include <cmath>
#include <numeric>

#include "data/token_windows.h"
#include "inspect/sample_sentences.h"
#include "report/error.h"
#include "tests/training/training_samples.h"
#include "text/tokenizers.h"
#include "text/utf8.h"

using namespace neurarium;

class HeadEffectTest : public QObject {
    Q_OBJECT
private slots:
    void sentencesAreWhole();
    void aSampleInTheMiddleBeginsAtTheNextSentence();
    void sentencesAreNotTooLong();
    void numbersStandForTokensWithoutText();
    void lossesAreThoseOfTheFormula();
    void theWorstComesFirst();
    void tryingChangesNothing();
    void badWishesAreRefused();
};

namespace {

constexpr std::size_t kLongest = 28;

/// Windows of a text in bytes.
std::shared_ptr<const Dataset> windows(const std::string& text, std::int64_t context,
                                       std::vector<std::uint32_t> beginnings) {
    const auto tokenizer = std::make_shared<BytesTokenizer>();
    const auto ids = std::make_shared<const std::vector<std::uint16_t>>(packed(tokenizer->encode(text)));
    return std::make_shared<TokenWindows>(describeTokens(tokenizer, context), ids, std::move(beginnings));
}

std::vector<std::string> textsOf(const std::vector<SampleSentence>& sentences) {
    std::vector<std::string> texts;
    for (const SampleSentence& each : sentences)
        texts.push_back(each.text);
    return texts;
}

/// Mean of −log p over what is to be foretold, and how much of it is the likeliest: by the network's own
/// probabilities.
std::pair<double, std::int64_t> expected(Trainer& trainer, const std::vector<std::int64_t>& tokens) {
    const std::int64_t context = trainer.data().training->description().inputShape.elements();
    Tensor inputs(Shape{1, context});
    for (std::size_t t = 0; t + 1 < tokens.size(); ++t)
        inputs[static_cast<std::int64_t>(t)] = static_cast<float>(tokens[t]);
    const Tensor shares = trainer.probabilities(inputs);
    const std::int64_t vocabulary = shares.shape().last();
    double loss = 0;
    std::int64_t right = 0;
    for (std::size_t t = 0; t + 1 < tokens.size(); ++t) {
        const float* row = shares.data() + static_cast<std::int64_t>(t) * vocabulary;
        loss -= std::log(double{row[tokens[t + 1]]}) / static_cast<double>(tokens.size() - 1);
        right += std::max_element(row, row + vocabulary) - row == tokens[t + 1] ? 1 : 0;
    }
    return {loss, right};
}

/// "1 2 3": where nothing is known of the text, tokens are told by their numbers.
std::vector<std::int64_t> numbersIn(const std::string& text) {
    std::vector<std::int64_t> numbers;
    std::istringstream words(text);
    for (std::int64_t number = 0; words >> number;)
        numbers.push_back(number);
    return numbers;
}

std::unique_ptr<Trainer> gpt(int steps = 3) {
    auto trainer = std::make_unique<Trainer>(sampleExperiment("gpt"), sampleData("gpt"),
                                             TrainerOptions{.threads = 2, .prefetch = false});
    for (int i = 0; i < steps; ++i)
        advance(*trainer);
    return trainer;
}

} // namespace

void HeadEffectTest::sentencesAreWhole() {
    const std::string text = "It is. He ran! A cat and a dog sat.\nAre you? Yes.\n12345678901234567890";
    const auto data = windows(text, 30, {0, 36});
    QCOMPARE(textsOf(sampleSentences(*data, 9)),
             (std::vector<std::string>{"It is. He ran!", "Are you? Yes."}));
    const SampleSentence first = sampleSentences(*data, 1).front();
    QCOMPARE(first.tokens.size(), first.text.size());
    const auto same = windows(text, 30, {0, 0, 0});
    QCOMPARE(sampleSentences(*same, 3).size(), std::size_t{1});
    QVERIFY(sampleSentences(*data, 0).empty());
}

void HeadEffectTest::aSampleInTheMiddleBeginsAtTheNextSentence() {
    const std::string text = "The cat slept. The dog ran. The cow sat down here. So it is, so it is.";
    QCOMPARE(textsOf(sampleSentences(*windows(text, 25, {0, 25}), 2)),
             (std::vector<std::string>{"The cat slept.", "The cow sat down here."}));
    // One that nothing runs into begins where it begins.
    QCOMPARE(textsOf(sampleSentences(*windows(text, 25, {0, 28}), 2)).back(), "The cow sat down here.");
    QCOMPARE(textsOf(sampleSentences(*windows(text, 25, {0, 22}), 2)).back(), "ran.");
}

void HeadEffectTest::sentencesAreNotTooLong() {
    const std::string text = "고양이가 상자에서 잠을 자고 강아지는 마당에서 공을 물고 논다";
    const SampleSentence sentence = sampleSentences(*windows(text, 60, {0}), 1).front();
    QCOMPARE(sentence.tokens.size(), kLongest);
    QVERIFY(sentence.text.starts_with("고양이가"));
    QVERIFY(isUtf8(sentence.text)); // a character that was cut is told byte by byte
}

void HeadEffectTest::numbersStandForTokensWithoutText() {
    const DataSplit data = sampleData("gpt");
    const auto sentences = sampleSentences(*data.validation, 4);
    QCOMPARE(sentences.size(), std::size_t{4});
    for (const SampleSentence& each : sentences) {
        QCOMPARE(each.tokens.size(), kLongest);
        QCOMPARE(numbersIn(each.text), each.tokens);
    }
}

void HeadEffectTest::lossesAreThoseOfTheFormula() {
    const auto trainer = gpt();
    const HeadEffect none = trainer->headEffect({});
    QCOMPARE(none.step, 3);
    QCOMPARE(none.sentences.size(), std::size_t{20}); // all there are
    for (const SentenceEffect& each : none.sentences) {
        const auto [loss, right] = expected(*trainer, numbersIn(each.text));
        QCOMPARE(each.tokens, std::int64_t{27});
        QVERIFY(std::abs(each.lossBefore - loss) < 1e-5);
        QCOMPARE(each.rightBefore, right);
        QCOMPARE(each.lossAfter, each.lossBefore);
        QVERIFY(!each.broke());
    }
}

/// A head that is off is one whose part of the projection behind it is zero.
void HeadEffectTest::theWorstComesFirst() {
    const auto trainer = gpt();
    const std::vector<HeadPlace> off{{0, 1}, {1, 0}};
    const HeadEffect effect = trainer->headEffect(off);
    QCOMPARE(effect.off, off);
    for (std::size_t i = 1; i < effect.sentences.size(); ++i)
        QVERIFY(effect.sentences[i - 1].lossAfter - effect.sentences[i - 1].lossBefore >=
                effect.sentences[i].lossAfter - effect.sentences[i].lossBefore);
    TrainingState state = trainer->state();
    for (const auto& [name, heads, head] :
         {std::tuple{"3.attn.proj.weight", 3, 1}, std::tuple{"4.attn.proj.weight", 2, 0}}) {
        StoredTensor& tensor = state.tensors.at(name);
        auto* weights = reinterpret_cast<float*>(tensor.bytes.data());
        constexpr int kWidth = 24;
        const int size = kWidth / heads;
        for (int row = 0; row < kWidth; ++row)
            std::fill_n(weights + row * kWidth + head * size, size, 0.0F);
    }
    const auto without = gpt(0);
    without->loadWeights(state);
    for (const SentenceEffect& each : effect.sentences) {
        const auto [loss, right] = expected(*without, numbersIn(each.text));
        QVERIFY2(std::abs(each.lossAfter - loss) < 1e-5, each.text.c_str());
        QCOMPARE(each.rightAfter, right);
    }
    QVERIFY(std::ranges::any_of(effect.sentences, [](const SentenceEffect& each) {
        return std::abs(each.lossAfter - each.lossBefore) > 1e-6;
    }));
}

void HeadEffectTest::tryingChangesNothing() {
    const auto looked = gpt(0), plain = gpt(0);
    for (int i = 0; i < 4; ++i) {
        looked->headEffect({{0, 0}});
        advance(*looked);
        advance(*plain);
        for (const auto& [name, tensor] : plain->state().tensors)
            QVERIFY2(tensor.bytes == looked->state().tensors.at(name).bytes, name.c_str());
    }
}

void HeadEffectTest::badWishesAreRefused() {
    const auto trainer = gpt(0);
    QVERIFY_EXCEPTION_THROWN(trainer->headEffect({{0, 3}}), Error);
    QVERIFY_EXCEPTION_THROWN(trainer->headEffect({{2, 0}}), Error);
    QVERIFY_EXCEPTION_THROWN(trainer->headEffect({{-1, 0}}), Error);
    Trainer pictures(sampleExperiment("cnn"), sampleData("cnn"), {.threads = 1, .prefetch = false});
    QVERIFY_EXCEPTION_THROWN(pictures.headEffect({}), Error);
    DataSplit unchecked = sampleData("gpt");
    unchecked.validation = nullptr;
    Trainer alone(sampleExperiment("gpt"), unchecked, {.threads = 1, .prefetch = false});
    try {
        alone.headEffect({{0, 0}});
        QFAIL("tried heads on nothing");
    } catch (const Error& error) {
        QCOMPARE(error.kind(), ProblemKind::Refused);
        QVERIFY(error.problem().english().find("No text is kept for validation") != std::string::npos);
    }
}

QTEST_GUILESS_MAIN(HeadEffectTest)
#include "head_effect_test.moc"
