// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "cli_program.h"

/// What the command line says and does about saved games.
class SavesTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void infoDrawsTheTree();
    void infoNamesDamage();
    void repairsAMissingHistory();
    void keepsADamagedHistory();
    void goesOnFromAnyStep();
    void verifiesOneBranch();
    void packsAndUnpacks();
    void comparesCheckpoints();
    void looksIntoFiles();
    void keepsToABudget();
    void refusesStrangeBudgets_data();
    void refusesStrangeBudgets();

private:
    CliResult cli(const QStringList& arguments) { return runCli(m_folder.path(), arguments); }
    QString file(const QString& name) const { return m_folder.filePath("run/" + name); }
    void damage(const QString& name);

    QTemporaryDir m_folder;
};

/// Branch 2 leaves checkpoint 2 with another learning rate, branch 3 the last one before that.
void SavesTest::initTestCase() {
    writeFile(m_folder.path(), "small.json", smallExperiment(R"(,"checkpoint_every":1)"));
    QCOMPARE(cli({"train", "small.json", "--out", "original", "--quiet"}).code, 0);
    QCOMPARE(cli({"resume", "original", "--from", "2", "--lr", "0.02", "--quiet"}).code, 0);
    QCOMPARE(cli({"resume", "original", "--from", "3", "--epochs", "2", "--quiet"}).code, 0);
}

void SavesTest::init() {
    QDir(m_folder.filePath("run")).removeRecursively();
    QVERIFY(QDir(m_folder.path()).mkpath("run/checkpoints"));
    for (const char* folder : {"", "checkpoints/"})
        for (const QString& name :
             QDir(m_folder.filePath(QString("original/") + folder)).entryList(QDir::Files))
            QVERIFY(
                QFile::copy(m_folder.filePath(QString("original/") + folder + name), file(folder + name)));
}

/// Turns one bit in the numbers of a file over.
void SavesTest::damage(const QString& name) {
    QFile damaged(file(name));
    QVERIFY(damaged.open(QIODevice::ReadWrite));
    QVERIFY(damaged.seek(damaged.size() - 9));
    const char byte = damaged.peek(1)[0];
    const char other = static_cast<char>(byte ^ 1);
    QCOMPARE(damaged.write(&other, 1), 1);
}

void SavesTest::infoDrawsTheTree() {
    const CliResult info = cli({"info", "run"});
    QCOMPARE(info.code, 0);
    QVERIFY2(info.out[0].startsWith("Branch 1"), qPrintable(info.out[0]));
    const auto lineOf = [&](const QString& words) {
        for (int i = 0; i < info.out.size(); ++i)
            if (info.out[i].contains(words))
                return i;
        return -1;
    };
    // A branch stands below the checkpoint that it left from, further to the right.
    QCOMPARE(lineOf("Branch 2"), lineOf("Checkpoint 2 (") + 1);
    QVERIFY(info.out[lineOf("Branch 2")].startsWith("│  └─ Branch 2"));
    QCOMPARE(lineOf("Mark 1"), lineOf("Branch 2") + 1);
    QVERIFY(info.out[lineOf("Mark 1")].contains("lr from 0.01 to 0.02"));
    QCOMPARE(lineOf("Branch 3"), lineOf("Checkpoint 3 (") + 1);
    QVERIFY(info.err.isEmpty());
}

void SavesTest::infoNamesDamage() {
    damage("checkpoints/000003.safetensors");
    const CliResult text = cli({"info", "run"});
    QCOMPARE(text.code, 0);
    QVERIFY(text.err.join('\n').contains("Checkpoint 3 is damaged"));
    QVERIFY(text.err.join('\n').contains("Checkpoint 2 (step 18) is whole"));
    const Json damaged = cli({"info", "run", "--json"}).json().back()["damaged"];
    QCOMPARE(damaged.size(), std::size_t(1));
    QVERIFY(damaged[0]["id"] == 3);
    QVERIFY(!damaged[0]["problem"].get<std::string>().empty());
    QCOMPARE(damaged[0]["usable"].size(), std::size_t(2));
}

void SavesTest::repairsAMissingHistory() {
    QVERIFY(QFile::remove(file("run.sqlite")));
    const CliResult told = cli({"info", "run"});
    QCOMPARE(told.code, 3);
    QVERIFY2(told.err.front().contains("neurarium-cli repair"), qPrintable(told.err.front()));
    const Json report = cli({"repair", "run", "--json"}).json().back();
    QVERIFY(report["rebuilt"] == true);
    QVERIFY(report["old_history"] == nullptr);
    const auto hashes = [this](const QString& run) {
        std::map<int, std::string> all;
        const Json info = cli({"info", run, "--json"}).json().back();
        for (const Json& each : info["checkpoints"])
            all[each["id"]] = each["sha256"];
        return all;
    };
    QCOMPARE(hashes("run"), hashes("original"));
    QCOMPARE(cli({"verify", "run"}).code, 0);
    QCOMPARE(cli({"eval", "run", "--json"}).out, cli({"eval", "original", "--json"}).out);
    QCOMPARE(cli({"resume", "run", "--epochs", "1", "--quiet"}).code, 0);
    QVERIFY(cli({"repair", "run", "--json"}).json().back()["rebuilt"] == false);
}

void SavesTest::keepsADamagedHistory() {
    writeFile(m_folder.filePath("run"), "run.sqlite", "not a database");
    damage("checkpoints/000001.safetensors");
    const Json report = cli({"repair", "run", "--json"}).json().back();
    QVERIFY(report["old_history"] == "run.damaged-1.sqlite");
    QVERIFY(report["damaged"] == 1);
    QFile kept(file("run.damaged-1.sqlite"));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), QByteArray("not a database"));
    QCOMPARE(cli({"resume", "run", "--epochs", "1", "--quiet"}).code, 0);
    QVERIFY(QFile::exists(file("checkpoints/000001.safetensors.damaged")));
    QCOMPARE(cli({"verify", "run"}).code, 0);
}

void SavesTest::goesOnFromAnyStep() {
    // 9 steps an epoch: in the middle of the second, on the first branch and on the second.
    const auto last = [this](const QString& from) {
        const CliResult result = cli({"resume", "run", "--from", from, "--epochs", "1", "--json"});
        return result.code == 0 ? result.json("checkpoint").back()["sha256"].get<std::string>()
                                : std::string();
    };
    const Json checkpoints = cli({"info", "run", "--json"}).json().back()["checkpoints"];
    QVERIFY(last("1:13") == checkpoints[1]["sha256"]);
    QVERIFY(last("2:22") == checkpoints[4]["sha256"]);
    const Json branches = cli({"info", "run", "--json"}).json().back()["branches"];
    QCOMPARE(branches.size(), std::size_t(5));
    QVERIFY(branches[3]["parent"] == 1 && branches[3]["fork_step"] == 13);
    QVERIFY(branches[4]["parent"] == 2 && branches[4]["fork_step"] == 22);
    QCOMPARE(cli({"verify", "run"}).code, 0);
    QCOMPARE(cli({"resume", "run", "--from", "step:999", "--quiet"}).code, 2);
    QCOMPARE(cli({"resume", "run", "--from", "9:1", "--quiet"}).code, 2);
    QCOMPARE(cli({"resume", "run", "--from", "1:13", "--weights-only", "--quiet"}).code, 2);
}

void SavesTest::verifiesOneBranch() {
    const Json result = cli({"verify", "run", "--branch", "2", "--json"}).json().back();
    QVERIFY(result["equal"] == true);
    QCOMPARE(result["checkpoints"].size(), std::size_t(2));
    QVERIFY(result["steps"] == 18);
    QCOMPARE(cli({"verify", "run", "--branch", "8"}).code, 2);
}

void SavesTest::packsAndUnpacks() {
    QCOMPARE(cli({"pack", "run", "run.zip"}).code, 0);
    QCOMPARE(cli({"unpack", "run.zip", "unpacked"}).code, 0);
    QCOMPARE(cli({"verify", "unpacked"}).code, 0);
    QCOMPARE(cli({"unpack", "run.zip", "unpacked"}).code, 2);
    QCOMPARE(cli({"pack", "run", "run.zip"}).code, 2);
    QCOMPARE(cli({"pack", "run"}).code, 2);
    QCOMPARE(cli({"unpack", "small.json", "other"}).code, 3);
}

void SavesTest::comparesCheckpoints() {
    const Json result = cli({"compare", "run", "1", "last", "--json"}).json().back();
    QVERIFY(result["before"]["id"] == 1 && result["after"]["id"] == 8);
    QVERIFY(result["samples"] == 30);
    const auto accuracy = [&](const char* which) {
        return cli({"eval", "run", "--checkpoint", which, "--json"}).json().back()["accuracy"].get<double>();
    };
    const auto change = static_cast<double>(result["wrong_to_right"].size()) -
                        static_cast<double>(result["right_to_wrong"].size());
    QVERIFY(qAbs(30 * (accuracy("last") - accuracy("1")) - change) < 1e-6);
    QCOMPARE(result["tensors"].size(), std::size_t(4));
    QVERIFY(result["tensors"][0]["distance"] >= result["tensors"][3]["distance"]);
    QVERIFY(!cli({"compare", "run", "1", "2"}).out.isEmpty());
    QCOMPARE(cli({"compare", "run", "1", "77"}).code, 2);
}

void SavesTest::looksIntoFiles() {
    const QString name = "run/checkpoints/000002.safetensors";
    const Json seen = cli({"xray", name, "--json"}).json().back();
    QVERIFY(seen["sum_fits"] == true && seen["hash_fits"] == true);
    QVERIFY(seen["file_bytes"] == 8 + seen["header_bytes"].get<int>() + seen["data_bytes"].get<int>());
    QCOMPARE(seen["tensors"].size(), std::size_t(12));
    QCOMPARE(cli({"xray", name, "--zero", "0.weight", "--out", "zero.safetensors"}).code, 0);
    const Json copy = cli({"xray", "zero.safetensors", "--json"}).json().back();
    QVERIFY(copy["tensors"][1]["name"] == "0.weight" && copy["tensors"][1]["max"] == 0.0);
    QVERIFY(copy["hash_fits"] == true && copy["sha256"] != seen["sha256"]);
    QCOMPARE(cli({"xray", name, "--zero", "0.weight"}).code, 2);
    damage("checkpoints/000002.safetensors");
    QCOMPARE(cli({"xray", name}).code, 3);
}

void SavesTest::keepsToABudget() {
    const Json before = cli({"info", "run", "--json"}).json().back();
    const qint64 each = before["checkpoints"][0]["bytes"];
    QCOMPARE(before["bytes"].get<qint64>(), each * static_cast<qint64>(before["checkpoints"].size()));
    QCOMPARE(before["budget"].get<qint64>(), 512LL << 20);
    QVERIFY(before["checkpoints"][0]["saved_at"].get<qint64>() > 1'700'000'000);
    const CliResult resumed =
        cli({"resume", "run", "--budget", QString::number(6 * each), "--epochs", "6", "--quiet"});
    QCOMPARE(resumed.code, 0);
    const CliResult info = cli({"info", "run", "--json"});
    const Json after = info.json().back();
    QCOMPARE(after["budget"].get<qint64>(), 6 * each);
    QVERIFY(after["checkpoints"].size() <= 6);
    QVERIFY(cli({"info", "run"}).out.join(" ").contains("The checkpoints take "));
    QCOMPARE(cli({"resume", "run", "--budget", "2k", "--epochs", "1", "--quiet"}).code, 0);
    QCOMPARE(cli({"info", "run", "--json"}).json().back()["budget"].get<int>(), 2000);
    QCOMPARE(cli({"verify", "run", "--quiet"}).code, 0);
}

void SavesTest::refusesStrangeBudgets_data() {
    QTest::addColumn<QString>("budget");
    for (const char* budget : {"", "-1", "k", "1.5M", "10X", "99999999999T", "1kk", "1 M"})
        QTest::newRow(budget) << budget;
}

void SavesTest::refusesStrangeBudgets() {
    QFETCH(QString, budget);
    QCOMPARE(cli({"resume", "run", "--budget", budget}).code, 2);
    QCOMPARE(cli({"train", "small.json", "--out", "never", "--budget=" + budget}).code, 2);
    QVERIFY(!QDir(m_folder.filePath("never")).exists());
}

QTEST_GUILESS_MAIN(SavesTest)
#include "saves_test.moc"
