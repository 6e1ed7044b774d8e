// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <cmath>
#include <numeric>

#include "data/token_windows.h"
#include "experiment/experiment.h"
#include "report/error.h"
#include "text/text_writer.h"
#include "text/tokenizers.h"
#include "training/network_builder.h"

using namespace neurarium;

namespace {

constexpr std::int64_t kContext = 12;

std::shared_ptr<const Tokenizer> smallTokenizer() {
    return learnTokenizer(tokenizerType(TokenizerKind::Characters), "가나다라마바사", 300, "");
}

/// Weights that hold some tokens much likelier than others.
Network smallNetwork() {
    Network network = buildNetwork(parseExperiment(R"({"neurarium":1,"data":{"source":"stories"},"network":[
            {"type":"token_embedding","vocab":"tokens","dim":16},{"type":"position_embedding","length":12},
            {"type":"transformer_block","heads":2},{"type":"linear","out_features":"classes"}]})"),
                                   describeTokens(smallTokenizer(), kContext));
    network.initialize(3);
    const RandomStream random(4, RandomPurpose::Generator);
    for (std::int64_t i = 0; i < network.weights().size(); ++i)
        network.weights().data()[i] += random.uniform(1, static_cast<std::uint64_t>(i), -0.5F, 0.5F);
    return network;
}

std::vector<std::int64_t> idsOf(const Writing& writing) {
    std::vector<std::int64_t> ids;
    for (const WrittenToken& each : writing.tokens)
        ids.push_back(each.piece.id);
    return ids;
}

Writing written(Network& network, const WritingTask& task) {
    TextWriter writer(network, smallTokenizer(), task);
    for (std::int64_t i = 0; i < task.tokens; ++i)
        writer.write();
    return writer.writing(1000);
}

WritingTask taskOf(const std::string& prompt, std::int64_t tokens, std::uint64_t seed = 1) {
    WritingTask task;
    task.prompt = prompt;
    task.tokens = tokens;
    task.seed = seed;
    return task;
}

} // namespace

class TextWriterTest : public QObject {
    Q_OBJECT
private slots:
    void theSameSeedGivesTheSameText();
    void goesOnWhereItWas();
    void tellsHowLikelyTokensWere();
    void keepsTheLikeliest();
    void forgetsTheOlderHalf();
    void refusesBadTasks();
};

void TextWriterTest::theSameSeedGivesTheSameText() {
    Network network = smallNetwork();
    const Writing one = written(network, taskOf("가나", 8));
    QVERIFY(one == written(network, taskOf("가나", 8)));
    QVERIFY(idsOf(one) != idsOf(written(network, taskOf("가나", 8, 2))));
    QCOMPARE(one.tokens.size(), std::size_t{10});
    QVERIFY(!one.tokens[1].byNetwork && one.tokens[2].byNetwork);
    QVERIFY(one.text.starts_with("가나"));
}

void TextWriterTest::goesOnWhereItWas() {
    Network network = smallNetwork();
    const Writing whole = written(network, taskOf("가", 30));
    WritingTask task = taskOf("가", 13);
    for (std::size_t i = 1; i <= 17; ++i)
        task.written.push_back(whole.tokens[i].piece.id);
    QCOMPARE(idsOf(written(network, task)), idsOf(whole));
}

void TextWriterTest::tellsHowLikelyTokensWere() {
    Network network = smallNetwork();
    WritingTask task = taskOf("가나다", 0);
    const Writing before = written(network, task);
    double sum = 0;
    for (const TokenCandidate& each : before.next)
        sum += static_cast<double>(each.probability);
    QVERIFY(std::abs(sum - 1) < 1e-4);
    QVERIFY(std::is_sorted(before.next.begin(), before.next.end(),
                           [](const auto& a, const auto& b) { return a.probability > b.probability; }));
    QVERIFY(!before.tokens[0].probability && before.tokens[1].probability);
    task.tokens = 1;
    task.sampling.temperature = 0;
    const Writing after = written(network, task);
    QCOMPARE(after.tokens[3].piece, before.next[0].piece);
    QCOMPARE(*after.tokens[3].probability, before.next[0].probability);
}

void TextWriterTest::keepsTheLikeliest() {
    const std::vector<float> logits{std::log(0.1F), std::log(0.4F), std::log(0.2F), std::log(0.3F)};
    const BytesTokenizer bytes;
    const auto kept = [&](std::int64_t topK, double topP, double temperature = 1) {
        QList<int> ids;
        for (const TokenCandidate& each : candidatesFor(logits, bytes, {temperature, topK, topP}))
            if (each.kept)
                ids << static_cast<int>(each.piece.id);
        return ids;
    };
    QCOMPARE(kept(0, 1), QList<int>({1, 3, 2, 0}));
    QCOMPARE(kept(2, 1), QList<int>({1, 3}));
    QCOMPARE(kept(0, 0.65), QList<int>({1, 3}));
    QCOMPARE(kept(0, 0.75), QList<int>({1, 3, 2}));
    QCOMPARE(kept(1, 0.75), QList<int>({1}));
    QCOMPARE(kept(0, 0.1), QList<int>({1}));
    const auto warm = candidatesFor(logits, bytes, {2, 0, 1});
    QVERIFY(std::abs(warm[0].probability / warm[3].probability - 2) < 1e-3F); // √(0.4 / 0.1)
    Network network = smallNetwork();
    WritingTask task = taskOf("가", 40);
    task.sampling.topK = 1;
    WritingTask sure = task;
    sure.sampling.temperature = 0;
    QCOMPARE(idsOf(written(network, task)), idsOf(written(network, sure)));
}

/// Behind the end of the context a text goes on as if its newer half had been the prompt.
void TextWriterTest::forgetsTheOlderHalf() {
    Network network = smallNetwork();
    WritingTask task = taskOf("가나다라마바사가나다라마", 1); // 12 tokens: the context
    task.sampling.temperature = 0;
    QVERIFY(written(network, taskOf(task.prompt, 0)).full);
    const Writing full = written(network, task); // drawn behind all 12
    task.tokens = 2;
    const Writing more = written(network, task);
    WritingTask half = taskOf("사가나다라마", 1); // the newer half, and the token behind it
    half.sampling.temperature = 0;
    half.written.push_back(full.tokens.back().piece.id);
    QCOMPARE(more.tokens.back(), written(network, half).tokens.back());
    TextWriter longer(network, smallTokenizer(), taskOf("가나다라마바사가나다라마바", 0));
    QCOMPARE(longer.forgotten(), 13 - 6);
    TextWriter unknown(network, smallTokenizer(), taskOf("가 힣", 0));
    QCOMPARE(unknown.unknown(), 3);
}

void TextWriterTest::refusesBadTasks() {
    Network network = smallNetwork();
    const auto refuses = [&](const WritingTask& task) {
        try {
            written(network, task);
            return false;
        } catch (const Error& error) {
            return error.kind() == ProblemKind::Refused;
        }
    };
    WritingTask task = taskOf("가", 0);
    QVERIFY(!refuses(task));
    task.written = {999};
    QVERIFY(refuses(task));
    task.written = {-1};
    QVERIFY(refuses(task));
    task = taskOf("가", 0);
    task.sampling.topP = 0;
    QVERIFY(refuses(task));
    task.sampling = {-1, 0, 1};
    QVERIFY(refuses(task));
    task.sampling = {NAN, 0, 1};
    QVERIFY(refuses(task));
    QVERIFY(!refuses(taskOf("", 3)));
}

QTEST_GUILESS_MAIN(TextWriterTest)
#include "text_writer_test.moc"
