// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QTest>

#include "training/comparison.h"
#include "training_samples.h"

using namespace neurarium;

/// What changed between two states: answers that flipped, and how far the weights moved.
class ComparisonTest : public QObject {
    Q_OBJECT
private slots:
    void measuresMoves();
    void findsFlips();
    void comparesTwoStates();
};

void ComparisonTest::measuresMoves() {
    const auto tensor = [](std::vector<float> values) {
        return StoredTensor::fromFloats({static_cast<std::int64_t>(values.size())}, values.data());
    };
    const std::int64_t count = 3;
    TrainingState before, after;
    before.tensors = {{"a", tensor({3, 4})},
                      {"b", tensor({1, 1})},
                      {"c", tensor({0, 0})},
                      {"gone", tensor({1})},
                      {"state/optimizer/a/exp_avg", tensor({1})},
                      {"counter", StoredTensor::fromIntegers({}, &count)}};
    after = before;
    after.tensors["a"] = tensor({3, 4.5F});
    after.tensors["c"] = tensor({0, 2});
    after.tensors.erase("gone");
    const std::vector<TensorMove> moves = tensorMoves(before, after);
    QCOMPARE(moves.size(), std::size_t(3));
    QCOMPARE(moves[0].name, std::string("c"));
    QVERIFY(std::isinf(moves[0].distance));
    QCOMPARE(moves[0].moved, 2.0);
    QCOMPARE(moves[1].name, std::string("a"));
    QCOMPARE(moves[1].distance, 0.1);
    QCOMPARE(moves[2].distance, 0.0);
}

void ComparisonTest::findsFlips() {
    Predictions before, after;
    before.truth = after.truth = {0, 0, 1, 1, 1};
    before.answers = {{0, 0.9F}, {0, 0.8F}, {0, 0.7F}, {1, 0.6F}, {1, 0.5F}};
    after.answers = {{0, 0.9F}, {1, 0.6F}, {1, 0.7F}, {0, 0.8F}, {1, 0.5F}};
    Comparison comparison;
    findFlips(before, after, comparison);
    QCOMPARE(comparison.samples, 5);
    QCOMPARE(comparison.lost.size(), std::size_t(2));
    QCOMPARE(comparison.lost[0].sample, 3); // the surest first
    QCOMPARE(comparison.lost[1].sample, 1);
    QVERIFY((comparison.lost[1] == Flip{1, 0, {0, 0.8F}, {1, 0.6F}}));
    QCOMPARE(comparison.gained.size(), std::size_t(1));
    QCOMPARE(comparison.gained[0].sample, 2);
}

void ComparisonTest::comparesTwoStates() {
    Trainer trainer(sampleExperiment("mlp"), sampleData("mlp"), {.threads = 1});
    const TrainingState before = trainer.state();
    const std::int64_t wrong = 20 - trainer.predictions().right();
    for (int i = 0; i < 24; ++i)
        advance(trainer);
    const TrainingState after = trainer.state();
    const std::int64_t right = trainer.predictions().right();
    const Comparison comparison = compareStates({trainer, before}, {trainer, after});
    QCOMPARE(comparison.samples, 20);
    QVERIFY(!comparison.gained.empty());
    QCOMPARE(static_cast<std::int64_t>(comparison.gained.size()) -
                 static_cast<std::int64_t>(comparison.lost.size()),
             right - (20 - wrong));
    QVERIFY(stateHash(trainer.state()) == stateHash(after));
    const Comparison same = compareStates({trainer, after}, {trainer, after});
    QVERIFY(same.gained.empty() && same.lost.empty());
    for (const TensorMove& move : same.moves)
        QCOMPARE(move.moved, 0.0);
}

QTEST_GUILESS_MAIN(ComparisonTest)
#include "comparison_test.moc"
