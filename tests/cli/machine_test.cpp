// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include "cli_program.h"

namespace {

const QStringList kNames{"version", "processor",  "cores", "hardware_threads", "threads", "memory",
                         "level",   "arithmetic", "system"};

} // namespace

/// `info --machine`: what the computer is and how the program calculates on it.
class MachineTest : public QObject {
    Q_OBJECT
private slots:
    void tellsAProgram();
    void tellsAPerson_data();
    void tellsAPerson();
    void tellsTheLevelThatIsForced();

private:
    QTemporaryDir m_folder;
};

void MachineTest::tellsAProgram() {
    const Json machine = runCli(m_folder.path(), {"info", "--machine", "--json"}).json().back();
    QStringList names;
    for (const auto& [name, value] : machine.items())
        names << QString::fromStdString(name);
    QCOMPARE(names, kNames);
    QVERIFY(machine["cores"] >= 1);
    QVERIFY(machine["hardware_threads"] >= machine["cores"]);
    QVERIFY(machine["threads"] == machine["cores"]);
    QVERIFY(machine["memory"] > (1LL << 28));
    QVERIFY((QSet<QString>{"baseline", "v3", "v4"})
                .contains(QString::fromStdString(machine["level"].get<std::string>())));
    const Json three =
        runCli(m_folder.path(), {"info", "--machine", "--threads", "3", "--json"}).json().back();
    QVERIFY(three["threads"] == 3);
}

void MachineTest::tellsAPerson_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("English") << "en" << QStringList{"Processor: ", "Cores: ", "Memory: ", "Arithmetic: "};
    QTest::newRow("Korean") << "ko" << QStringList{"프로세서: ", "코어: ", "메모리: ", "계산 방식: "};
}

void MachineTest::tellsAPerson() {
    QFETCH(QString, language);
    QFETCH(QStringList, words);
    const CliResult told = runCli(m_folder.path(), {"info", "--machine", "--lang", language});
    QCOMPARE(told.code, 0);
    QCOMPARE(told.out.size(), kNames.size() - 1); // cores and threads of the processor share a line
    for (const QString& word : words)
        QVERIFY2(told.out.join('\n').contains(word), qPrintable(word));
}

void MachineTest::tellsTheLevelThatIsForced() {
    qputenv("NEURARIUM_ISA", "baseline");
    const Json machine = runCli(m_folder.path(), {"info", "--machine", "--json"}).json().back();
    qunsetenv("NEURARIUM_ISA");
    QVERIFY(machine["level"] == "baseline");
}

QTEST_GUILESS_MAIN(MachineTest)
#include "machine_test.moc"
