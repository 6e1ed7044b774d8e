// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "cli_program.h"

/// How the program is called: help, version, examples, bench, and usage that is wrong.
class UsageTest : public QObject {
    Q_OBJECT
private slots:
    void showsHelp();
    void listsExamplesThatParse();
    void measuresSpeed();
    void refusesWrongUsage_data();
    void refusesWrongUsage();
    void linksNoScreen();

private:
    QTemporaryDir m_folder;
};

void UsageTest::showsHelp() {
    QVERIFY(runCli(m_folder.path(), {"--version"}).out.front().startsWith("neurarium-cli "));
    const CliResult help = runCli(m_folder.path(), {"--help"});
    QCOMPARE(help.code, 0);
    for (const char* command :
         {"train", "resume", "eval", "predict", "info", "verify", "export", "bench", "examples"}) {
        QVERIFY(help.out.join('\n').contains(command));
        QCOMPARE(runCli(m_folder.path(), {command, "--help"}).code, 0);
    }
}

void UsageTest::listsExamplesThatParse() {
    const CliResult list = runCli(m_folder.path(), {"examples"});
    for (const char* name : {"cat-sketches", "cats", "spiral"})
        QVERIFY(list.out.contains(name));
    for (const QString& name : list.out) {
        const CliResult example = runCli(m_folder.path(), {"examples", name});
        QVERIFY(Json::parse(example.out.join('\n').toStdString())["neurarium"] == 1);
    }
    writeFile(m_folder.path(), "spiral.json",
              runCli(m_folder.path(), {"examples", "spiral"}).out.join('\n').toUtf8());
    QCOMPARE(runCli(m_folder.path(), {"check", "spiral.json"}).code, 0);
}

void UsageTest::measuresSpeed() {
    std::vector<std::string> weights;
    for (const char* threads : {"1", "2"}) {
        const CliResult result =
            runCli(m_folder.path(), {"bench", "mnist", "--threads", threads, "--seconds", "0.2", "--json"});
        QCOMPARE(result.code, 0);
        const Json measured = result.json().back();
        QVERIFY(measured["workload"] == "mnist");
        QVERIFY(measured["items_per_second"] > 1000);
        QVERIFY(measured["share_of_peak"] >
                0.0); // measured at different moments: a busy machine may exceed 1
        QVERIFY(measured["peak_memory_bytes"] > 60000 * 784 * 4);
        weights.push_back(measured["weights_after_200_steps"]);
    }
    QCOMPARE(weights[0].size(), std::size_t(64));
    QCOMPARE(weights[0], weights[1]);
}

void UsageTest::refusesWrongUsage_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("place");
    QTest::newRow("no command") << QStringList{} << "neurarium-cli";
    QTest::newRow("unknown command") << QStringList{"fly"} << "fly";
    QTest::newRow("unknown option") << QStringList{"train", "spiral", "--wings"} << "--wings";
    QTest::newRow("missing value") << QStringList{"train", "spiral", "--out"} << "--out";
    QTest::newRow("no number") << QStringList{"train", "spiral", "--epochs", "many"} << "--epochs";
    QTest::newRow("zero epochs") << QStringList{"train", "spiral", "--epochs", "0"} << "--epochs";
    QTest::newRow("no experiment") << QStringList{"train"} << "EXPERIMENT";
    QTest::newRow("unknown experiment") << QStringList{"train", "dragons"} << "dragons";
    QTest::newRow("photographs missing") << QStringList{"train", "cats"} << "cats";
    QTest::newRow("path for made-up data") << QStringList{"train", "spiral", "--data", "x"} << "--data";
    QTest::newRow("unknown language") << QStringList{"examples", "--lang", "xx"} << "--lang";
    QTest::newRow("unknown workload") << QStringList{"bench", "sleep"} << "sleep";
    QTest::newRow("no run") << QStringList{"info", "nowhere"} << "nowhere";
    QTest::newRow("two runs") << QStringList{"info", "one", "two"} << "two";
    QTest::newRow("dropout of two") << QStringList{"resume", "x", "--dropout", "2"} << "--dropout";
}

void UsageTest::refusesWrongUsage() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, place);
    const CliResult result = runCli(m_folder.path(), arguments);
    QCOMPARE(result.code, 2);
    QCOMPARE(result.err.size(), 1);
    QVERIFY2(result.err.front().contains(place), qPrintable(result.err.front()));
    QVERIFY(result.out.isEmpty());
}

void UsageTest::linksNoScreen() {
    QProcess ldd;
    ldd.start("ldd", {runCli(m_folder.path(), {"--version"}).code == 0 ? cliProgram() : QString()});
    QVERIFY(ldd.waitForFinished());
    const QByteArray libraries = ldd.readAllStandardOutput();
    QVERIFY(libraries.contains("libQt6Core"));
    for (const char* unwanted : {"libQt6Gui", "libQt6Widgets", "libQt6Network", "libopencv"})
        QVERIFY2(!libraries.contains(unwanted), unwanted);
}

QTEST_GUILESS_MAIN(UsageTest)
#include "usage_test.moc"
