// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <functional>

#include <QTest>

#include "report/kept_checkpoints.h"

using namespace neurarium;

/// What each checkpoint is kept for: the first reason that fits.
class TestKeptCheckpoints : public QObject {
    Q_OBJECT
private slots:
    void reasons_data();
    void reasons();
    void nothingToKeep();
};

namespace {

/// Two branches; 1 to 4 on the first, 5 and 6 on the second, which leaves from 2.
Timeline tree() {
    Timeline timeline;
    timeline.branches.resize(2);
    timeline.branches[0].id = {1};
    timeline.branches[1].id = {2};
    timeline.branches[1].parent = {1};
    timeline.branches[1].forkedFrom = {2};
    for (std::int64_t id = 1; id <= 6; ++id) {
        CheckpointInfo info;
        info.id = {id};
        info.branch = {id <= 4 ? 1 : 2};
        info.step = 10 * id;
        timeline.checkpoints.push_back(info);
    }
    return timeline;
}

} // namespace

void TestKeptCheckpoints::reasons_data() {
    using Edit = std::function<void(Timeline&)>;
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<std::int64_t>("id");
    QTest::addColumn<KeptFor>("reason");
    const auto row = [](const char* name, const Edit& edit, std::int64_t id, KeptFor reason) {
        QTest::newRow(name) << edit << id << reason;
    };
    row(
        "automatic", [](Timeline&) {}, 1, KeptFor::Older);
    row(
        "a branch leaves", [](Timeline&) {}, 2, KeptFor::Fork);
    row(
        "last of the first branch", [](Timeline&) {}, 4, KeptFor::Last);
    row(
        "last of the second branch", [](Timeline&) {}, 6, KeptFor::Last);
    row(
        "saved", [](Timeline& t) { t.checkpoints[0].origin = CheckpointOrigin::Person; }, 1, KeptFor::Person);
    row(
        "named afterwards", [](Timeline& t) { t.checkpoints[0].name = "mine"; }, 1, KeptFor::Person);
    row(
        "where it was left", [](Timeline& t) { t.checkpoints[0].origin = CheckpointOrigin::Interrupted; }, 1,
        KeptFor::Last);
    row(
        "before a change", [](Timeline& t) { t.checkpoints[0].origin = CheckpointOrigin::BeforeChange; }, 1,
        KeptFor::BeforeChange);
    row(
        "a change points to it",
        [](Timeline& t) {
            t.marks.resize(1);
            t.marks[0].before = {5};
        },
        5, KeptFor::BeforeChange);
    row(
        "the best",
        [](Timeline& t) {
            t.checkpoints[0].validationLoss = 2;
            t.checkpoints[2].validationLoss = 1;
        },
        3, KeptFor::Best);
    row(
        "not the best, for it is no number",
        [](Timeline& t) {
            t.checkpoints[0].validationLoss = std::nan("");
            t.checkpoints[2].validationLoss = 1;
        },
        1, KeptFor::Older);
    row(
        "the best, but named", // the first reason counts
        [](Timeline& t) {
            t.checkpoints[2].validationLoss = 1;
            t.checkpoints[2].name = "mine";
        },
        3, KeptFor::Person);
}

void TestKeptCheckpoints::reasons() {
    QFETCH(std::function<void(Timeline&)>, edit);
    QFETCH(std::int64_t, id);
    QFETCH(KeptFor, reason);
    Timeline timeline = tree();
    edit(timeline);
    const auto kept = keptFor(timeline);
    QCOMPARE(kept.size(), timeline.checkpoints.size());
    QVERIFY(kept.at({id}) == reason);
}

void TestKeptCheckpoints::nothingToKeep() {
    Timeline timeline = tree();
    timeline.marks.resize(1);
    timeline.marks[0].before = {99}; // it has gone
    QCOMPARE(keptFor(timeline).size(), timeline.checkpoints.size());
    QVERIFY(keptFor({}).empty());
    QVERIFY(bestOf({}) == nullptr);
}

QTEST_GUILESS_MAIN(TestKeptCheckpoints)
#include "test_kept_checkpoints.moc"
