// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>

#include <QTemporaryDir>
#include <QTest>

#include "cli_program.h"
#include "tests/session/session_samples.h"

using namespace neurarium;

/// Training that ends half-way and goes on in a new process gives the same states as training in one go.
class ExactResumeTest : public QObject {
    Q_OBJECT
private slots:
    void resumesExactly_data();
    void resumesExactly();
};

namespace {

constexpr int kSteps = 200; // 20 epochs of 10 steps

/// The hash of each checkpoint that a run in JSON tells of, by its step.
std::map<std::int64_t, std::string> hashes(const CliResult& run) {
    std::map<std::int64_t, std::string> all;
    for (const Json& checkpoint : run.json("checkpoint"))
        all[checkpoint["step"]] = checkpoint["sha256"];
    return all;
}

} // namespace

void ExactResumeTest::resumesExactly_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<quint64>("seed");
    for (const std::string& name : sampleExperiments())
        for (int seed = 1; seed <= soak(1); ++seed)
            QTest::addRow("%s, seed %d", name.c_str(), seed) << QString::fromStdString(name) << quint64(seed);
}

void ExactResumeTest::resumesExactly() {
    QFETCH(QString, name);
    QFETCH(quint64, seed);
    Experiment experiment = sampleExperiment(name.toStdString());
    experiment.seed = seed;
    experiment.data.options["samples"] = std::int64_t{200};
    experiment.validation = 0.2;
    experiment.checkpointEvery = 1;
    experiment.batchSize = 16;
    experiment.network.back().options["out_features"] = std::string("classes");
    const QTemporaryDir folder;
    writeFile(folder.path(), "experiment.json", QByteArray::fromStdString(experimentJson(experiment)));
    const auto cli = [&](const QStringList& arguments) { return runCli(folder.path(), arguments); };
    const CliResult whole = cli({"train", "experiment.json", "--out", "whole", "--threads", "1", "--json"});
    QCOMPARE(whole.code, 0);
    // 105: in the middle of an epoch.
    for (const char* half : {"100", "105"}) {
        QCOMPARE(cli({"train", "experiment.json", "--out", half, "--steps", half, "--quiet"}).code, 0);
        const CliResult rest = cli({"resume", half, "--threads", "2", "--json"});
        QCOMPARE(rest.code, 0);
        const auto expected = hashes(whole), again = hashes(rest);
        QCOMPARE(expected.size(), std::size_t(20));
        QCOMPARE(expected.rbegin()->first, kSteps);
        QCOMPARE(again.size(), std::size_t(10));
        for (const auto& [step, hash] : again)
            QVERIFY2(expected.at(step) == hash, qPrintable(QString("step %1").arg(step)));
    }
}

QTEST_GUILESS_MAIN(ExactResumeTest)
#include "exact_resume_test.moc"
