// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include "cli_program.h"

/// Runs that released versions of the program have saved, kept in tests/released, still open.
class ReleasedTest : public QObject {
    Q_OBJECT
private slots:
    void stillOpens_data();
    void stillOpens();
};

void ReleasedTest::stillOpens_data() {
    QTest::addColumn<QString>("run");
    const QDir versions(RELEASED_RUNS);
    QVERIFY(versions.exists("0.1.0"));
    for (const QString& version : versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QVERIFY2(!QDir(versions.filePath(version)).isEmpty(), qPrintable(version));
        const QDir runs(versions.filePath(version));
        for (const QString& run : runs.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QTest::newRow(qPrintable(version + ' ' + run)) << runs.filePath(run);
    }
}

void ReleasedTest::stillOpens() {
    QFETCH(QString, run);
    const QTemporaryDir folder;
    std::filesystem::copy(run.toStdString(), folder.filePath("run").toStdString(),
                          std::filesystem::copy_options::recursive);
    const auto cli = [&](const QStringList& arguments) { return runCli(folder.path(), arguments); };
    const CliResult info = cli({"info", "run", "--json"});
    QCOMPARE(info.code, 0);
    const Json said = info.json().back();
    QVERIFY(said["damaged"].empty());
    QVERIFY(said["checkpoints"].size() >= 4 && said["branches"].size() >= 2 && !said["marks"].empty());
    for (const Json& checkpoint : said["checkpoints"]) {
        const QString id = QString::number(checkpoint["id"].get<int>());
        const CliResult eval = cli({"eval", "run", "--checkpoint", id, "--json"});
        QCOMPARE(eval.code, 0);
        const double loss = eval.json().back()["loss"];
        QVERIFY(qAbs(loss - checkpoint["val_loss"].get<double>()) < 1e-5);
    }
    // What goes on exactly, or only with the weights, depends on the arithmetic of this processor.
    const Json seen =
        cli({"xray", QString::fromStdString(said["checkpoints"][0]["path"]), "--json"}).json().back();
    const Json machine = cli({"info", "--machine", "--json"}).json().back();
    const bool same = seen["metadata"]["arithmetic"] == machine["arithmetic"];
    QCOMPARE(cli({"resume", "run", "--epochs", "1", "--quiet"}).code, same ? 0 : 2);
    QCOMPARE(cli({"resume", "run", "--weights-only", "--epochs", "1", "--quiet"}).code, 0);
    QCOMPARE(cli({"info", "run", "--json"}).json().back()["checkpoints"].size(),
             said["checkpoints"].size() + (same ? 2 : 1));
}

QTEST_GUILESS_MAIN(ReleasedTest)
#include "released_test.moc"
