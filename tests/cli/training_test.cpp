// SPDX-License-Identifier: GPL-3.0-or-later
#include <csignal>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "cli_program.h"

/// train, resume, eval, info, export and verify, as a script sees them.
class TrainingTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void printsEventsInOrder();
    void resumesWithOtherKnobs();
    void makesLabelsWrong();
    void takesOnlyWeights();
    void answersWithOneObject();
    void exportsWhatWasLearnt();
    void choosesAFreeFolder();
    void writesACheckpointWhenInterrupted();
    void goesOnAfterAKill();
    void verifiesAndFindsTampering();
    void tellsDivergence();
    void trainsTheBuiltInSpiral();

private:
    CliResult cli(const QStringList& arguments) { return runCli(m_folder->path(), arguments); }
    QString path(const QString& name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

std::vector<std::string> keys(const Json& object) {
    std::vector<std::string> all;
    for (const auto& [key, value] : object.items())
        all.push_back(key);
    return all;
}

} // namespace

void TrainingTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    writeFile(m_folder->path(), "small.json", smallExperiment(R"(,"checkpoint_every":1)"));
}

void TrainingTest::printsEventsInOrder() {
    const CliResult result = cli({"train", "small.json", "--out", "run", "--log-steps", "--json"});
    QCOMPARE(result.code, 0);
    const std::vector<Json> all = result.json();
    for (const Json& each : all)
        QCOMPARE(each.begin().key(), std::string("event"));
    QVERIFY(all.front()["event"] == "started");
    QVERIFY(all.front()["parameters"] == 2 * 8 + 8 + 8 * 2 + 2);
    QVERIFY(all.back()["event"] == "finished");
    QVERIFY(all.back()["reason"] == "completed");
    const std::vector<Json> steps = result.json("step");
    QCOMPARE(steps.size(), std::size_t(36));
    std::int64_t step = 0;
    for (const Json& each : all) {
        if (each["event"] == "step")
            QCOMPARE(each["step"].get<std::int64_t>(), ++step);
        else if (each["event"] == "epoch")
            QCOMPARE(each["step"].get<std::int64_t>(), step);
        else if (each["event"] == "checkpoint") // written beside the training, which has gone on
            QVERIFY(each["step"].get<std::int64_t>() <= step);
    }
    const std::vector<Json> epochs = result.json("epoch");
    QCOMPARE(epochs.size(), std::size_t(4));
    QCOMPARE(keys(epochs[0]),
             (std::vector<std::string>{"event", "epoch", "step", "train_loss", "train_accuracy", "val_loss",
                                       "val_accuracy", "lr", "seconds", "samples_per_second"}));
    const std::vector<Json> checkpoints = result.json("checkpoint");
    QCOMPARE(checkpoints.size(), std::size_t(4));
    QCOMPARE(keys(checkpoints[0]),
             (std::vector<std::string>{"event", "id", "name", "epoch", "step", "path", "sha256"}));
    QVERIFY(QFile::exists(QString::fromStdString(checkpoints[0]["path"])));
}

void TrainingTest::resumesWithOtherKnobs() {
    QCOMPARE(cli({"train", "small.json", "--out", "run", "--quiet"}).code, 0);
    const CliResult result =
        cli({"resume", "run", "--from", "2", "--dropout", "off", "--lr", "0.02", "--epochs", "3", "--json"});
    QCOMPARE(result.code, 0);
    const std::vector<Json> marks = result.json("mark");
    QCOMPARE(marks.size(), std::size_t(1));
    QVERIFY(marks[0]["step"] == 18);
    QCOMPARE(marks[0]["changes"].size(), std::size_t(3));
    QVERIFY(result.json("finished")[0]["epoch"] == 5);
    const Json info = cli({"info", "run", "--json"}).json().back();
    QCOMPARE(info["branches"].size(), std::size_t(2));
    QCOMPARE(cli({"verify", "run"}).code, 0);
}

void TrainingTest::makesLabelsWrong() {
    QByteArray spoiled = smallExperiment();
    spoiled.replace("\"source\"", "\"mislabel\":{\"fraction\":0.5,\"from_epoch\":2},\"source\"");
    writeFile(m_folder->path(), "spoiled.json", spoiled);
    const CliResult secret = cli({"train", "spoiled.json", "--out", "secret", "--json"});
    QCOMPARE(secret.code, 0);
    QVERIFY(secret.json("mark").empty());
    const std::vector<Json> epochs = secret.json("epoch");
    QVERIFY(epochs[1]["train_accuracy"] < epochs[0]["train_accuracy"]);
    QCOMPARE(cli({"verify", "secret"}).code, 0);

    QCOMPARE(cli({"train", "small.json", "--out", "run", "--quiet"}).code, 0);
    const CliResult open = cli({"resume", "run", "--wrong-labels", "0.4", "--epochs", "2", "--json"});
    QCOMPARE(open.code, 0);
    const Json change = open.json("mark")[0]["changes"][0];
    QVERIFY(change["kind"] == "labels" && change["knob"] == "wrong_labels" && change["after"] == "0.4");
    QCOMPARE(cli({"verify", "run"}).code, 0);
    for (const char* fraction : {"-0.1", "1.1", "half", "nan"})
        QCOMPARE(cli({"resume", "run", "--wrong-labels", fraction}).code, 2);
}

void TrainingTest::takesOnlyWeights() {
    QCOMPARE(cli({"train", "small.json", "--out", "run", "--quiet"}).code, 0);
    const CliResult result = cli({"resume", "run", "--weights-only", "--log-steps", "--json"});
    QCOMPARE(result.code, 0);
    QVERIFY(result.json("step")[0]["step"] == 1);
    QVERIFY(result.json("finished")[0]["epoch"] == 4);
    QCOMPARE(cli({"verify", "run"}).code, 0);
}

void TrainingTest::answersWithOneObject() {
    QCOMPARE(cli({"train", "small.json", "--out", "run", "--quiet"}).code, 0);
    const Json eval = cli({"eval", "run", "--json"}).json().back();
    QCOMPARE(keys(eval), (std::vector<std::string>{"loss", "accuracy", "samples", "classes", "confusion"}));
    QVERIFY(eval["samples"] == 30);
    QCOMPARE(eval["confusion"].size(), std::size_t(2));
    const Json best = cli({"eval", "run", "--checkpoint", "best", "--json"}).json().back();
    QVERIFY(best["loss"] <= eval["loss"]);
    const Json info = cli({"info", "run", "--json"}).json().back();
    QVERIFY(info["experiment"]["name"] == "small");
    QCOMPARE(info["checkpoints"].size(), std::size_t(4));
}

void TrainingTest::exportsWhatWasLearnt() {
    QCOMPARE(cli({"train", "small.json", "--out", "run", "--quiet"}).code, 0);
    QCOMPARE(cli({"export", "run", "--csv", "history.csv", "--weights", "w.safetensors"}).code, 0);
    QFile csv(path("history.csv"));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    const QList<QByteArray> rows = csv.readAll().trimmed().split('\n');
    QCOMPARE(rows.size(), 1 + 36 + 4);
    QVERIFY(rows[0].startsWith("kind,branch,epoch,step,train_loss"));
    const CliResult again =
        cli({"train", "small.json", "--init", "w.safetensors", "--out", "again", "--json"});
    QCOMPARE(again.code, 0);
    QCOMPARE(cli({"verify", "again"}).code, 0);
}

void TrainingTest::choosesAFreeFolder() {
    QCOMPARE(cli({"train", "small.json", "--quiet"}).code, 0);
    QCOMPARE(cli({"train", "small.json", "--quiet"}).code, 0);
    QVERIFY(QDir(path("small.neurarium")).exists());
    QVERIFY(QDir(path("small-2.neurarium")).exists());
    QCOMPARE(cli({"train", "small.json", "--out", "small.neurarium"}).code, 2);
}

void TrainingTest::writesACheckpointWhenInterrupted() {
    QProcess process;
    startCli(process, m_folder->path(),
             {"train", "small.json", "--epochs", "10000000", "--out", "run", "--json"});
    QVERIFY(process.waitForReadyRead(20000));
    QTest::qWait(300);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    const CliResult result = endCli(process);
    QCOMPARE(result.code, 130);
    QVERIFY(result.json("finished")[0]["reason"] == "interrupted");
    QVERIFY(result.json("checkpoint").back()["step"] == result.json("finished")[0]["step"]);
    QCOMPARE(cli({"resume", "run", "--steps", "5", "--json"}).code, 0);
}

void TrainingTest::goesOnAfterAKill() {
    QProcess process;
    startCli(process, m_folder->path(),
             {"train", "small.json", "--epochs", "10000000", "--out", "run", "--json"});
    QVERIFY(process.waitForReadyRead(20000));
    QTest::qWait(500);
    process.kill();
    const CliResult killed = endCli(process);
    const CliResult result = cli({"resume", "run", "--steps", "50", "--log-steps", "--json"});
    QCOMPARE(result.code, 0);
    if (!killed.out.isEmpty())
        QVERIFY(result.json("step")[0]["step"] >= 1);
}

void TrainingTest::verifiesAndFindsTampering() {
    QCOMPARE(cli({"train", "small.json", "--out", "run", "--quiet"}).code, 0);
    const Json result = cli({"verify", "run", "--json"}).json().back();
    QVERIFY(result["equal"] == true);
    QCOMPARE(result["checkpoints"].size(), std::size_t(4));
    const Json info = cli({"info", "run", "--json"}).json().back();
    QFile file(QString::fromStdString(info["checkpoints"][1]["path"]));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(file.size() - 3));
    QVERIFY(file.putChar('x'));
    file.close();
    const CliResult tampered = cli({"verify", "run", "--json"});
    QCOMPARE(tampered.code, 3);
    QVERIFY(!tampered.err.isEmpty());
    QVERIFY(tampered.json().back()["equal"] == false);
    QCOMPARE(cli({"eval", "run", "--checkpoint", "2"}).code, 3);
}

void TrainingTest::tellsDivergence() {
    writeFile(m_folder->path(), "wild.json",
              smallExperiment()
                  .replace("cross_entropy", "mse")
                  .replace("\"adam\",\"lr\":0.01", "\"sgd\",\"lr\":100000")
                  .replace("\"tanh\"", "\"relu\"")
                  .replace("\"out_features\":2", "\"out_features\":1"));
    const CliResult result = cli({"train", "wild.json", "--out", "run", "--json"});
    QCOMPARE(result.code, 5);
    QVERIFY(result.json("finished")[0]["reason"] == "diverged");
    QCOMPARE(result.json("mark").size(), std::size_t(1));
    QCOMPARE(result.err.size(), 1);
}

void TrainingTest::trainsTheBuiltInSpiral() {
    const CliResult result = cli({"train", "spiral", "--json"});
    QCOMPARE(result.code, 0);
    QVERIFY(result.json("epoch").back()["val_accuracy"] >= 0.99);
    QVERIFY(QDir(path("spiral.neurarium")).exists());
}

QTEST_GUILESS_MAIN(TrainingTest)
#include "training_test.moc"
