// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>

#include <sys/resource.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "cli_program.h"

/// What the system does to the program: no room for files, a part of the program missing.
class TroubleTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void trainsOnWithoutRoom();
    void saysThatARunCannotBeMade();
    void exportsNothingWithoutRoom();
    void saysThatTheWindowIsMissing();

private:
    CliResult cli(const QStringList& arguments) { return runCli(m_folder->path(), arguments); }
    CliResult cliWithin(rlim_t largestFile, const QStringList& arguments);
    std::map<QString, QByteArray> checkpointFiles() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

// The history is smaller than this, a checkpoint is larger.
constexpr rlim_t kNoRoomForCheckpoints = 150'000;

/// 25,000 weights and biases with two moments each: checkpoints of 300 kB.
QByteArray largeExperiment() {
    return smallExperiment(R"(,"checkpoint_every":1)").replace("\"out_features\":8", "\"out_features\":5000");
}

} // namespace

void TroubleTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    writeFile(m_folder->path(), "large.json", largeExperiment());
}

/// A limit for the size of files is what a full disk looks like to a program that ignores SIGXFSZ.
CliResult TroubleTest::cliWithin(rlim_t largestFile, const QStringList& arguments) {
    QProcess process;
    process.setChildProcessModifier([=] {
        const rlimit limit{largestFile, largestFile};
        setrlimit(RLIMIT_FSIZE, &limit);
    });
    startCli(process, m_folder->path(), arguments);
    return endCli(process);
}

std::map<QString, QByteArray> TroubleTest::checkpointFiles() const {
    std::map<QString, QByteArray> files;
    const QDir folder(m_folder->filePath("run/checkpoints"));
    for (const QString& name : folder.entryList(QDir::Files | QDir::Hidden)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            files[name] = file.readAll();
    }
    return files;
}

void TroubleTest::trainsOnWithoutRoom() {
    QCOMPARE(cli({"train", "large.json", "--out", "run", "--epochs", "2", "--quiet"}).code, 0);
    const auto before = checkpointFiles();
    QCOMPARE(before.size(), std::size_t(2));
    const CliResult result = cliWithin(kNoRoomForCheckpoints, {"resume", "run", "--epochs", "3", "--json"});
    QCOMPARE(result.code, 4);
    QCOMPARE(result.json("epoch").size(), std::size_t(3));
    QVERIFY(result.json("checkpoint").empty());
    QVERIFY(result.err.size() >= 2);
    for (const QString& line : result.err) {
        QVERIFY2(line.contains("run/checkpoints"), qPrintable(line));
        QVERIFY2(line.contains(QString::number(before.begin()->second.size() / 1000)), qPrintable(line));
    }
    QVERIFY(checkpointFiles() == before);
    QCOMPARE(cli({"resume", "run", "--epochs", "1", "--quiet"}).code, 0);
    QCOMPARE(cli({"verify", "run"}).code, 0);
}

void TroubleTest::saysThatARunCannotBeMade() {
    const CliResult result = cliWithin(0, {"train", "large.json", "--out", "run", "--json"});
    QCOMPARE(result.code, 4);
    QCOMPARE(result.err.size(), 1);
    QVERIFY2(result.err.front().contains("run"), qPrintable(result.err.front()));
    QVERIFY(checkpointFiles().empty());
}

void TroubleTest::exportsNothingWithoutRoom() {
    QCOMPARE(cli({"train", "large.json", "--out", "run", "--epochs", "1", "--quiet"}).code, 0);
    for (const QStringList& what : {QStringList{"--csv", "file"}, QStringList{"--weights", "file"}}) {
        const CliResult result = cliWithin(100, QStringList{"export", "run"} + what);
        QCOMPARE(result.code, 4);
        QCOMPARE(result.err.size(), 1);
        QVERIFY(!QFile::exists(m_folder->filePath("file")));
    }
}

void TroubleTest::saysThatTheWindowIsMissing() {
    QCOMPARE(cli({"train", "large.json", "--out", "run", "--epochs", "1", "--quiet"}).code, 0);
    const QString alone = m_folder->filePath("neurarium-cli");
    QVERIFY(QFile::copy(cliProgram(), alone));
    QProcess process;
    process.setWorkingDirectory(m_folder->path());
    process.start(alone, {"export", "run", "--chart", "loss.svg"});
    const CliResult result = endCli(process);
    QCOMPARE(result.code, 1);
    QCOMPARE(result.err.size(), 1);
    QVERIFY2(result.err.front().contains("neurarium"), qPrintable(result.err.front()));
    QVERIFY(!QFile::exists(m_folder->filePath("loss.svg")));
}

QTEST_GUILESS_MAIN(TroubleTest)
#include "trouble_test.moc"
