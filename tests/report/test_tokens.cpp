// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cmath>

#include <QTest>

#include "report/tokens.h"

using namespace neurarium;

namespace {

constexpr std::array<double, 4> kLogits{2.0, 1.0, 0.5, -1.0};

/// All there is to follow: softmax of the logits at that temperature.
std::vector<TokenCandidate> candidates(double temperature) {
    double sum = 0;
    for (const double logit : kLogits)
        sum += std::exp(logit / temperature);
    std::vector<TokenCandidate> all;
    for (const double logit : kLogits) {
        const auto id = static_cast<std::int64_t>(all.size());
        all.push_back({{id, std::to_string(id)}, static_cast<float>(std::exp(logit / temperature) / sum)});
    }
    return all;
}

std::vector<bool> kept(const std::vector<TokenCandidate>& all) {
    std::vector<bool> marks;
    for (const TokenCandidate& each : all)
        marks.push_back(each.kept);
    return marks;
}

} // namespace

class TestTokens : public QObject {
    Q_OBJECT

private slots:
    void anotherTemperatureIsTheSoftmaxOfTheSameLogits_data() {
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::newRow("cooler") << 1.0 << 0.3;
        QTest::newRow("hotter") << 0.7 << 2.0;
        QTest::newRow("the same") << 1.0 << 1.0;
    }

    void anotherTemperatureIsTheSoftmaxOfTheSameLogits() {
        QFETCH(double, from);
        QFETCH(double, to);
        const auto found = withOptions(candidates(from), from, {to, 0, 1});
        const auto wanted = candidates(to);
        QVERIFY(found);
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            QCOMPARE((*found)[i].piece, wanted[i].piece);
            QVERIFY(std::abs((*found)[i].probability - wanted[i].probability) < 1e-6F);
        }
    }

    void coldTakesTheLikeliestAlone() {
        const auto found = withOptions(candidates(1), 1, {0, 0, 1});
        QVERIFY(found);
        QCOMPARE((*found)[0].probability, 1.0F);
        QCOMPARE((*found)[1].probability, 0.0F);
    }

    void limitsLeaveTheLikeliestIn() {
        // 0.60, 0.22, 0.13, 0.03
        QCOMPARE(kept(*withOptions(candidates(1), 1, {1, 2, 1})),
                 (std::vector<bool>{true, true, false, false}));
        QCOMPARE(kept(*withOptions(candidates(1), 1, {1, 0, 0.7})),
                 (std::vector<bool>{true, true, false, false}));
        QCOMPARE(kept(*withOptions(candidates(1), 1, {1, 3, 0.01})),
                 (std::vector<bool>{true, false, false, false}));
        QCOMPARE(kept(*withOptions(candidates(1), 1, {1, 0, 1})),
                 (std::vector<bool>{true, true, true, true}));
    }

    void aPartOfTheAnswerIsNotEnough() {
        auto some = candidates(1);
        some.pop_back();
        QVERIFY(!withOptions(some, 1, {0.5, 0, 1}));
        QVERIFY(!withOptions(candidates(1), 0, {0.5, 0, 1})); // cold has forgotten the others
        QVERIFY(!withOptions({}, 1, {}));
    }
};

QTEST_APPLESS_MAIN(TestTokens)
#include "test_tokens.moc"
