// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "cli_program.h"

/// One change tried beside the run as it was, from the command line.
class TwinTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void triesAKnob();
    void triesALayer();
    void goesOnExactlyInANewProcess();
    void usesTheBranchsRecipeEverywhere();
    void refusesWrongWishes_data();
    void refusesWrongWishes();

private:
    CliResult cli(const QStringList& arguments) { return runCli(m_folder->path(), arguments); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

const QStringList kLeaky{"--layer", "1", "--set", "type=leaky_relu,slope=0.2"};

} // namespace

/// Four epochs of nine steps, a checkpoint after each.
void TwinTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    writeFile(m_folder->path(), "small.json", smallExperiment(R"(,"checkpoint_every":1)"));
    QCOMPARE(cli({"train", "small.json", "--out", "run", "--quiet"}).code, 0);
}

void TwinTest::triesAKnob() {
    const CliResult result = cli({"twin", "run", "--from", "2", "--steps", "18", "--lr", "0.02", "--json"});
    QCOMPARE(result.code, 0);
    QCOMPARE(result.json("checkpoint").size(), std::size_t(2));
    const Json twin = result.json().back();
    QVERIFY(twin["from"]["id"] == 2 && twin["change"]["knob"] == "lr" && twin["change"]["after"] == "0.02");
    QCOMPARE(twin["steps"].size(), std::size_t(18));
    QVERIFY(twin["steps"][0]["same"] == twin["steps"][0]["other"]); // it acts from the first update on
    QVERIFY(twin["steps"][17]["same"] != twin["steps"][17]["other"]);
    QCOMPARE(twin["same"]["epochs"].size(), std::size_t(2));
    QVERIFY(twin["diverged"] == false);
    const Json info = cli({"info", "run", "--json"}).json().back();
    QCOMPARE(info["branches"].size(), std::size_t(3));
    // Without the change, the past came again.
    QVERIFY(info["checkpoints"][4]["sha256"] == info["checkpoints"][3]["sha256"]);
    QCOMPARE(cli({"verify", "run", "--quiet"}).code, 0);
    const CliResult text = cli({"twin", "run", "--from", "2", "--steps", "9", "--dropout", "0.3"});
    QCOMPARE(text.code, 0);
    QVERIFY2(text.out[0].contains("dropout from on to 0.3"), qPrintable(text.out[0]));
    QVERIFY(text.out[1].startsWith("Epoch 3"));
}

void TwinTest::triesALayer() {
    const CliResult result =
        cli(QStringList{"twin", "run", "--from", "2", "--steps", "9", "--json"} + kLeaky);
    QCOMPARE(result.code, 0);
    const Json change = result.json().back()["change"];
    QVERIFY(change["kind"] == "layer" && change["knob"] == "network[1]" && change["before"] == "tanh" &&
            change["after"] == "leaky_relu slope=0.2");
    const Json branches = cli({"info", "run", "--json"}).json().back()["branches"];
    QVERIFY(branches[0]["experiment"].is_null() && branches[1]["experiment"].is_null());
    QVERIFY(branches[2]["experiment"]["network"][1]["type"] == "leaky_relu");
    QCOMPARE(cli({"verify", "run", "--quiet"}).code, 0);
    // From the twin on, one option of that layer.
    const QString end = QString::number(result.json("checkpoint")[1]["id"].get<int>());
    const CliResult again =
        cli({"twin", "run", "--from", end, "--steps", "5", "--layer", "1", "--set", "slope=0.3", "--json"});
    QCOMPARE(again.code, 0);
    QVERIFY(again.json().back()["change"]["knob"] == "network[1].slope");
    QVERIFY(again.json().back()["change"]["before"] == "0.2");
    QCOMPARE(cli({"verify", "run", "--quiet"}).code, 0);
}

/// A twin of nine steps that goes on for nine comes to the same state as one of eighteen.
void TwinTest::goesOnExactlyInANewProcess() {
    std::filesystem::copy(m_folder->filePath("run").toStdString(), m_folder->filePath("other").toStdString(),
                          std::filesystem::copy_options::recursive);
    const QStringList from{"--from", "2", "--json"};
    const CliResult whole =
        cli(QStringList{"twin", "other", "--steps", "18", "--threads", "1"} + from + kLeaky);
    QCOMPARE(whole.code, 0);
    const CliResult half = cli(QStringList{"twin", "run", "--steps", "7", "--threads", "2"} + from + kLeaky);
    const QString end = QString::number(half.json("checkpoint")[1]["id"].get<int>());
    const CliResult rest = cli({"resume", "run", "--from", end, "--steps", "11", "--threads", "3", "--json"});
    QCOMPARE(rest.code, 0);
    QVERIFY(rest.json("checkpoint").back()["sha256"] == whole.json("checkpoint")[1]["sha256"]);
    // Any step between them, too.
    QCOMPARE(cli({"resume", "run", "--from", "3:31", "--steps", "5", "--quiet"}).code, 0);
    QCOMPARE(cli({"verify", "run", "--quiet"}).code, 0);
    QCOMPARE(cli({"verify", "other", "--branch", "3", "--quiet"}).code, 0);
}

void TwinTest::usesTheBranchsRecipeEverywhere() {
    const CliResult twin = cli(QStringList{"twin", "run", "--from", "1", "--steps", "27", "--json"} + kLeaky);
    const Json checkpoint = twin.json("checkpoint")[1];
    const QString end = QString::number(checkpoint["id"].get<int>());
    const Json eval = cli({"eval", "run", "--checkpoint", end, "--json"}).json().back();
    const Json last = twin.json().back()["other"]["epochs"].back();
    QVERIFY(qAbs(eval["loss"].get<double>() - last["val_loss"].get<double>()) < 1e-9);
    const CliResult compared = cli({"compare", "run", "1", end, "--json"});
    QCOMPARE(compared.code, 0);
    QVERIFY(!compared.json().back()["tensors"].empty());
}

void TwinTest::refusesWrongWishes_data() {
    QTest::addColumn<QStringList>("wish");
    QTest::addColumn<QString>("place");
    const auto row = [](const char* name, const QStringList& wish, const char* place) {
        QTest::newRow(name) << wish << QString(place);
    };
    const QStringList steps{"--steps", "5"};
    row("nothing", steps, "exactly one thing");
    row("two things", steps + QStringList{"--lr", "1", "--dropout", "off"}, "exactly one thing");
    row("no steps", {"--lr", "1"}, "--steps");
    row("the same", steps + QStringList{"--lr", "0.01"}, "exactly one thing");
    row("no layer", steps + QStringList{"--layer", "9", "--set", "slope=1"}, "--layer");
    row("no such name", steps + QStringList{"--layer", "1.layers.0", "--set", "slope=1"}, "--layer");
    row("no option", steps + QStringList{"--layer", "1"}, "--set");
    row("no value", steps + QStringList{"--layer", "1", "--set", "slope"}, "--set");
    row("unknown option", steps + QStringList{"--layer", "1", "--set", "slope=1"}, "network[1].slope");
    row("another shape", steps + QStringList{"--layer", "0", "--set", "out_features=3"},
        "network[0].out_features");
    row("no checkpoint", steps + QStringList{"--lr", "1", "--from", "99"}, "99");
}

void TwinTest::refusesWrongWishes() {
    QFETCH(QStringList, wish);
    QFETCH(QString, place);
    const CliResult result = cli(QStringList{"twin", "run"} + wish);
    QCOMPARE(result.code, 2);
    QVERIFY2(result.err.join('\n').contains(place), qPrintable(result.err.join('\n')));
    QCOMPARE(cli({"info", "run", "--json"}).json().back()["branches"].size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(TwinTest)
#include "twin_test.moc"
