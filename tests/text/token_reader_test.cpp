// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <cmath>

#include "experiment/experiment.h"
#include "report/error.h"
#include "text/next_token.h"
#include "text/token_reader.h"
#include "training/executor.h"
#include "training/network_builder.h"

using namespace neurarium;

namespace {

constexpr std::int64_t kLength = 37, kTokens = 19;

DatasetDescription tokenData() {
    return {.inputShape = {kLength},
            .targetKind = TargetKind::Tokens,
            .targetSize = kLength,
            .classes = kTokens,
            .classNames = {},
            .tokenInputs = true,
            .tokens = kTokens,
            .tokenizer = nullptr};
}

Network networkOf(const std::string& block) {
    Network network = buildNetwork(
        parseExperiment(R"({"neurarium":1,"data":{"source":"tensors","path":"x"},"network":[
            {"type":"token_embedding","vocab":"tokens","dim":24},{"type":"position_embedding","length":40},
            {"type":"dropout","rate":0.5},{"type":"transformer_block","heads":3,"dropout":0.2},
            {"type":"residual","layers":[{"type":"linear","out_features":24},{"type":"gelu"}]},)" +
                        block + R"(,{"type":"layer_norm"},{"type":"linear","out_features":"classes"}]})"),
        tokenData());
    network.initialize(3);
    const RandomStream random(4, RandomPurpose::Generator);
    for (std::int64_t i = 0; i < network.weights().size(); ++i)
        network.weights().data()[i] += random.uniform(1, static_cast<std::uint64_t>(i), -0.2F, 0.2F);
    return network;
}

} // namespace

class TokenReaderTest : public QObject {
    Q_OBJECT
private slots:
    void readsAsTheWholeNetworkDoes();
    void refusesWhatLooksAhead_data();
    void refusesWhatLooksAhead();
    void drawsAsTheProbabilitiesSay();
};

void TokenReaderTest::readsAsTheWholeNetworkDoes() {
    Network network = networkOf(R"({"type":"transformer_block","heads":2,"mlp_ratio":1.5})");
    const auto loss = makeLoss({"cross_entropy", {}}, network.outputShape(), tokenData(), "network");
    ThreadPool pool(1);
    Executor executor(network, *loss, pool);
    std::vector<float> text(kLength), expected(kLength * kTokens);
    for (std::size_t i = 0; i < text.size(); ++i)
        text[i] = static_cast<float>(i * i % kTokens);
    executor.forward(text.data(), 1, expected.data());
    TokenReader reader(network);
    QCOMPARE(reader.length(), kLength);
    for (int time = 0; time < 2; ++time, reader.restart()) // nothing of one text is left for the next
        for (std::size_t t = 0; t < text.size(); ++t) {
            const auto logits = reader.read(static_cast<std::int64_t>(text[t]));
            QCOMPARE(logits.size(), std::size_t{kTokens});
            for (std::size_t i = 0; i < logits.size(); ++i) {
                const float whole = expected[t * kTokens + i];
                QVERIFY2(std::abs(logits[i] - whole) < 1e-4F * std::max(1.0F, std::abs(whole)),
                         qPrintable(QString("token %1: %2, whole %3").arg(t).arg(logits[i]).arg(whole)));
            }
        }
}

void TokenReaderTest::refusesWhatLooksAhead_data() {
    QTest::addColumn<QString>("layer");
    QTest::newRow("both ways") << R"({"type":"transformer_block","heads":2,"causal":false})";
    QTest::newRow("row of all") << R"({"type":"flatten"})";
}

void TokenReaderTest::refusesWhatLooksAhead() {
    QFETCH(QString, layer);
    Network network = networkOf(layer.toStdString());
    try {
        TokenReader reader(network);
        QFAIL("was accepted");
    } catch (const Error& error) {
        QCOMPARE(error.kind(), ProblemKind::Refused);
        QCOMPARE(error.problem().where, std::string("5"));
    }
}

void TokenReaderTest::drawsAsTheProbabilitiesSay() {
    const std::vector<float> logits{std::log(0.2F), -INFINITY, std::log(0.5F), std::log(0.3F)};
    std::vector<float> memory(logits.size());
    QCOMPARE(likeliestToken(logits), 2);
    const auto draw = [&](float uniform) { return drawnToken(logits, uniform, memory); };
    QCOMPARE(draw(0.0F), 0);
    QCOMPARE(draw(0.199F), 0);
    QCOMPARE(draw(0.201F), 2);
    QCOMPARE(draw(0.699F), 2);
    QCOMPARE(draw(0.701F), 3);
    QCOMPARE(draw(0x1.fffffep-1F), 3);
}

QTEST_GUILESS_MAIN(TokenReaderTest)
#include "token_reader_test.moc"
