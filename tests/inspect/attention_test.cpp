// SPDX-License-Identifier: GPL-3.0-or-later
// Attention and embeddings of a network in training.
#include <QtTest>

#include <cmath>
#include <numeric>

#include "data/token_windows.h"
#include "inspect/attention_measures.h"
#include "report/error.h"
#include "tests/training/training_samples.h"

using namespace neurarium;

class AttentionTest : public QObject {
    Q_OBJECT
private slots:
    void weightsAreThoseOfTheFormula();
    void measuresAreThoseOfTheFormula();
    void headsAreSwitchedOff();
    void looksFollowTheTraining();
    void lookingChangesNothing();
    void badSentencesAreRefused_data();
    void badSentencesAreRefused();
    void tokenTableIsShown();
    void textIsCutAsTheDataWas();
    void hiddenLayerIsShown();
};

namespace {

Experiment withBlock(const std::string& block) {
    return parseExperiment(R"({"neurarium":1,"seed":5,"data":{"source":"tensors","path":"x"},"network":[
        {"type":"token_embedding","vocab":"tokens","dim":12},{"type":"position_embedding","length":40},)" +
                           block + R"(,{"type":"linear","out_features":"classes"}]})");
}

/// softmax(q·kᵀ/√size) of one head of the first block, from the state's tensors.
std::vector<double> expectedWeights(const TrainingState& state, const std::vector<int>& tokens, int heads,
                                    int head) {
    constexpr int kWidth = 12;
    const int size = kWidth / heads, count = static_cast<int>(tokens.size());
    const std::vector<float> embedding = tensorOf(state, "0.weight"), position = tensorOf(state, "1.weight"),
                             qkv = tensorOf(state, "2.attn.qkv.weight"),
                             bias = tensorOf(state, "2.attn.qkv.bias");
    std::vector<std::vector<double>> queries, keys;
    for (int t = 0; t < count; ++t) {
        std::vector<double> x(kWidth);
        double mean = 0, variance = 0;
        for (int i = 0; i < kWidth; ++i)
            mean += x[static_cast<std::size_t>(i)] =
                double{
                    embedding[static_cast<std::size_t>(tokens[static_cast<std::size_t>(t)] * kWidth + i)]} +
                position[static_cast<std::size_t>(t * kWidth + i)];
        mean /= kWidth;
        for (const double each : x)
            variance += (each - mean) * (each - mean) / kWidth;
        const auto rows = [&](int first) {
            std::vector<double> result;
            for (int row = first; row < first + size; ++row) {
                double sum = bias[static_cast<std::size_t>(row)];
                for (int i = 0; i < kWidth; ++i)
                    sum += qkv[static_cast<std::size_t>(row * kWidth + i)] *
                           (x[static_cast<std::size_t>(i)] - mean) / std::sqrt(variance + 1e-5);
                result.push_back(sum);
            }
            return result;
        };
        queries.push_back(rows(head * size));
        keys.push_back(rows(kWidth + head * size));
    }
    std::vector<double> weights;
    for (int i = 0; i < count; ++i) {
        double sum = 0;
        for (int j = 0; j < count; ++j) {
            double score = 0;
            for (int k = 0; k < size; ++k)
                score += queries[static_cast<std::size_t>(i)][static_cast<std::size_t>(k)] *
                         keys[static_cast<std::size_t>(j)][static_cast<std::size_t>(k)];
            weights.push_back(j <= i ? std::exp(score / std::sqrt(size)) : 0);
            sum += weights.back();
        }
        for (int j = 0; j < count; ++j)
            weights[static_cast<std::size_t>(i * count + j)] /= sum;
    }
    return weights;
}

} // namespace

void AttentionTest::weightsAreThoseOfTheFormula() {
    Trainer trainer(withBlock(R"({"type":"transformer_block","heads":3,"dropout":0.5})"), sampleData("gpt"),
                    {.threads = 1, .prefetch = false});
    trainer.step();
    const AttentionMaps maps = trainer.attention("4 7 7 0 18");
    QCOMPARE(maps.step, 1);
    QCOMPARE(maps.tokens, (std::vector<std::string>{"4", "7", "7", "0", "18"}));
    QCOMPARE(maps.blocks, 1);
    QCOMPARE(maps.headsPerBlock, 3);
    QVERIFY(maps.causal);
    QCOMPARE(maps.heads.size(), std::size_t{3});
    for (int head = 0; head < 3; ++head) {
        const AttentionHead& found = maps.heads[static_cast<std::size_t>(head)];
        const std::vector<double> expected = expectedWeights(trainer.state(), {4, 7, 7, 0, 18}, 3, head);
        QCOMPARE(found.place, (HeadPlace{0, head}));
        QCOMPARE(found.weights.size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i)
            QVERIFY(std::abs(found.weights[i] - expected[i]) < 1e-5);
    }
}

void AttentionTest::measuresAreThoseOfTheFormula() {
    const std::vector<float> weights{1, 0, 0, 0.5F, 0.5F, 0, 0.25F, 0.25F, 0.5F};
    QVERIFY(std::abs(attentionEntropy(weights, 3) - (0 + 1 + 1.5) / 3) < 1e-12);
    QVERIFY(std::abs(attentionDistance(weights, 3) - (0 + 0.5 + 0.75) / 3) < 1e-12);
}

void AttentionTest::headsAreSwitchedOff() {
    Trainer trainer(sampleExperiment("gpt"), sampleData("gpt"), {.threads = 1, .prefetch = false});
    const AttentionMaps all = trainer.attention("1 2 3 4 5 6");
    const AttentionMaps some = trainer.attention("1 2 3 4 5 6", {{0, 1}});
    QCOMPARE(all.heads.size(), std::size_t{5}); // three in the first block, two in the second
    QVERIFY(!all.causal);
    for (std::size_t i = 0; i < all.heads.size(); ++i) {
        QCOMPARE(some.heads[i].off, i == 1);
        QCOMPARE(all.heads[i].weights == some.heads[i].weights, i < 3); // what comes after sees the change
    }
    QVERIFY_EXCEPTION_THROWN(trainer.attention("1 2", {{1, 2}}), Error);
    QVERIFY_EXCEPTION_THROWN(trainer.attention("1 2", {{2, 0}}), Error);
    QVERIFY_EXCEPTION_THROWN(trainer.attention("1 2", {{0, -1}}), Error);
}

void AttentionTest::looksFollowTheTraining() {
    Trainer trainer(sampleExperiment("gpt"), sampleData("gpt"), {.threads = 2, .prefetch = false});
    const AttentionMaps before = trainer.attention("1 2 3 4 5 6");
    const TrainingState state = trainer.state();
    trainer.step();
    QVERIFY(trainer.attention("1 2 3 4 5 6").heads != before.heads);
    QCOMPARE(trainer.attention("1 2 3").tokens.size(), std::size_t{3}); // another length in between
    trainer.restore(state);
    QVERIFY(trainer.attention("1 2 3 4 5 6") == before);
}

void AttentionTest::lookingChangesNothing() {
    Trainer looked(sampleExperiment("gpt"), sampleData("gpt"), {.threads = 2, .prefetch = false});
    Trainer plain(sampleExperiment("gpt"), sampleData("gpt"), {.threads = 2, .prefetch = false});
    for (int i = 0; i < 6; ++i) {
        looked.attention("1 2 3 4 5 6", {{0, 1}});
        QVERIFY(looked.tokenEmbeddings().has_value());
        advance(looked);
        advance(plain);
        for (const auto& [name, tensor] : plain.state().tensors)
            QVERIFY2(tensor.bytes == looked.state().tensors.at(name).bytes, name.c_str());
    }
}

void AttentionTest::badSentencesAreRefused_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("empty") << " "
                           << "empty";
    QTest::newRow("no number") << "1 two 3"
                               << "“two”";
    QTest::newRow("not in the vocabulary") << "1 19"
                                           << "no token 19";
    QTest::newRow("negative") << "-1"
                              << "no token -1";
    QTest::newRow("too long") << QString("1 ").repeated(38) << "38 tokens; the network reads at most 37";
}

void AttentionTest::badSentencesAreRefused() {
    QFETCH(QString, text);
    QFETCH(QString, words);
    Trainer trainer(sampleExperiment("gpt"), sampleData("gpt"), {.threads = 1, .prefetch = false});
    try {
        trainer.attention(text.toStdString());
        QFAIL("took it");
    } catch (const Error& error) {
        QCOMPARE(error.kind(), ProblemKind::Refused);
        QVERIFY2(QString::fromStdString(error.problem().english()).contains(words),
                 error.problem().english().c_str());
    }
    trainer.attention(std::string("1 2")); // the next is looked at as usual
    Trainer pictures(sampleExperiment("cnn"), sampleData("cnn"), {.threads = 1, .prefetch = false});
    QVERIFY_EXCEPTION_THROWN(pictures.attention("1"), Error);
    Trainer plain(withBlock(R"({"type":"layer_norm"})"), sampleData("gpt"),
                  {.threads = 1, .prefetch = false});
    QVERIFY_EXCEPTION_THROWN(plain.attention("1"), Error);
}

void AttentionTest::tokenTableIsShown() {
    Trainer trainer(sampleExperiment("gpt"), sampleData("gpt"), {.threads = 1, .prefetch = false});
    trainer.step();
    const Embeddings embeddings = *trainer.tokenEmbeddings();
    QCOMPARE(embeddings.step, 1);
    QCOMPARE(embeddings.size(), 19);
    QCOMPARE(embeddings.dimensions, 24);
    QCOMPARE(embeddings.vectors, tensorOf(trainer.state(), "0.weight"));
    QCOMPARE(embeddings.counts.size(), std::size_t{19});
    QVERIFY(embeddings.groups.empty() && embeddings.groupNames.empty());
    QCOMPARE(std::accumulate(embeddings.counts.begin(), embeddings.counts.end(), std::int64_t{0}), 53 * 37);
    Trainer pictures(sampleExperiment("cnn"), sampleData("cnn"), {.threads = 1, .prefetch = false});
    QVERIFY(!pictures.tokenEmbeddings());
}

/// Where the data knows how text is cut, sentences are text, and what never occurs is left out.
void AttentionTest::textIsCutAsTheDataWas() {
    auto tokenizer = std::make_shared<BytesTokenizer>();
    const std::string text = "abcabcabcabc";
    const std::vector<TokenId> ids = tokenizer->encode(text);
    const DatasetDescription data = describeTokens(tokenizer, 6);
    DataSplit split;
    split.training =
        std::make_shared<TokenWindows>(data, std::make_shared<const std::vector<std::uint16_t>>(packed(ids)),
                                       std::vector<std::uint32_t>{0, 3});
    split.hash = std::string(64, '0');
    auto groups = std::make_shared<TokenGroups>();
    groups->names = {"first", "last"};
    groups->ofToken.assign('c', -1); // nothing is known of the tokens behind
    groups->ofToken['a'] = 0;
    split.groups = groups;
    Trainer trainer(withBlock(R"({"type":"transformer_block","heads":2})"), split,
                    {.threads = 1, .prefetch = false});
    QCOMPARE(trainer.attention("cab").tokens, (std::vector<std::string>{"c", "a", "b"}));
    const Embeddings embeddings = *trainer.tokenEmbeddings();
    QCOMPARE(embeddings.labels, (std::vector<std::string>{"a", "b", "c"}));
    QCOMPARE(embeddings.counts, (std::vector<std::int64_t>{4, 4, 4}));
    QCOMPARE(embeddings.groups, (std::vector<std::int32_t>{0, -1, -1}));
    QCOMPARE(embeddings.groupNames, groups->names);
    const std::vector<float> table = tensorOf(trainer.state(), "0.weight");
    QCOMPARE(embeddings.vectors,
             std::vector<float>(table.begin() + 'a' * 12, table.begin() + ('c' + 1) * 12));
}

/// The last layer makes the outputs of it.
void AttentionTest::hiddenLayerIsShown() {
    for (const int threads : {1, 2}) {
        Trainer trainer(sampleExperiment("cnn"), sampleData("cnn"), {.threads = threads, .prefetch = false});
        trainer.step();
        const Embeddings embeddings = *trainer.pictureEmbeddings(10);
        const DataSplit data = sampleData("cnn");
        QCOMPARE(embeddings.size(), 10);
        QCOMPARE(std::ssize(embeddings.vectors), 10 * embeddings.dimensions);
        const Shape& shape = data.validation->description().inputShape;
        Tensor inputs(shape.withBatch(10));
        for (std::int64_t n = 0; n < 10; ++n) {
            float target = 0;
            data.validation->sample(2 * n,
                                    inputs.values().subspan(static_cast<std::size_t>(n * shape.elements()),
                                                            static_cast<std::size_t>(shape.elements())),
                                    {&target, 1});
            QCOMPARE(embeddings.groups[static_cast<std::size_t>(n)], static_cast<int>(target));
        }
        const Tensor outputs = trainer.outputs(inputs);
        const std::vector<float> weight = tensorOf(trainer.state(), "9.weight"),
                                 bias = tensorOf(trainer.state(), "9.bias");
        for (std::int64_t n = 0; n < 10; ++n)
            for (std::int64_t c = 0; c < 3; ++c) {
                double sum = bias[static_cast<std::size_t>(c)];
                for (std::int64_t i = 0; i < embeddings.dimensions; ++i)
                    sum += double{weight[static_cast<std::size_t>(c * embeddings.dimensions + i)]} *
                           embeddings.vectors[static_cast<std::size_t>(n * embeddings.dimensions + i)];
                QVERIFY(std::abs(outputs[3 * n + c] - sum) < 1e-4);
            }
        Trainer words(sampleExperiment("gpt"), sampleData("gpt"), {.threads = 1, .prefetch = false});
        QVERIFY(!words.pictureEmbeddings(10));
    }
}

QTEST_GUILESS_MAIN(AttentionTest)
#include "attention_test.moc"
