// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include "cli_program.h"

/// Experiments that are wrong are refused in one line that names the place, and nothing is created.
class BadInputTest : public QObject {
    Q_OBJECT
private slots:
    void refusesExperiments_data();
    void refusesExperiments();
    void refusesWeightsOfAnotherNetwork();
    void refusesAnUnknownCheckpoint();

private:
    QTemporaryDir m_folder;
};

void BadInputTest::refusesExperiments_data() {
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("place");
    const auto row = [](const char* name, const char* from, const char* to, const char* place) {
        QByteArray document = smallExperiment();
        const QByteArray changed = QByteArray(document).replace(from, to);
        if (changed == document)
            qFatal("nothing was changed in row %s", name);
        QTest::newRow(name) << changed << place;
    };
    row("not JSON", "\"neurarium\":1", "\"neurarium\":", "1:");
    row("unknown key", "\"seed\"", "\"sead\"", "sead");
    row("wrong type", "\"batch_size\":10", "\"batch_size\":\"ten\"", "training.batch_size");
    row("impossible value", "\"epochs\":4", "\"epochs\":0", "training.epochs");
    row("unknown layer", "\"tanh\"", "\"tahn\"", "network[1]");
    row("unknown source", "\"toy\"", "\"toys\"", "data");
    row("classes that disagree", "\"out_features\":2", "\"out_features\":3", "network[3]");
    row("rate of one", "\"rate\":0.2", "\"rate\":1.5", "network[2].rate");
    row("a layer that does not fit", "{\"type\":\"tanh\"}",
        "{\"type\":\"conv2d\",\"out_channels\":2,\"kernel\":3}", "network[1]");
    row("missing file", "\"source\":\"toy\",\"shape\":\"moons\",\"samples\":120,\"noise\":0.1",
        "\"source\":\"tensors\",\"path\":\"nothing.safetensors\"", "nothing.safetensors");
    row("newer version", "\"neurarium\":1", "\"neurarium\":2", "neurarium");
}

void BadInputTest::refusesExperiments() {
    QFETCH(QByteArray, document);
    QFETCH(QString, place);
    writeFile(m_folder.path(), "experiment.json", document);
    for (const QStringList& arguments : {QStringList{"train", "experiment.json", "--out", "run", "--json"},
                                         QStringList{"check", "experiment.json"}}) {
        const CliResult result = runCli(m_folder.path(), arguments);
        QCOMPARE(result.code, 2);
        QCOMPARE(result.err.size(), 1);
        QVERIFY2(result.err.front().contains(place), qPrintable(result.err.front()));
        QVERIFY(!QDir(m_folder.filePath("run")).exists());
    }
}

void BadInputTest::refusesWeightsOfAnotherNetwork() {
    writeFile(m_folder.path(), "small.json", smallExperiment());
    writeFile(m_folder.path(), "other.json",
              smallExperiment().replace("\"out_features\":8", "\"out_features\":9"));
    QCOMPARE(runCli(m_folder.path(), {"train", "small.json", "--out", "a", "--quiet"}).code, 0);
    QCOMPARE(runCli(m_folder.path(), {"export", "a", "--weights", "w.safetensors"}).code, 0);
    const CliResult result =
        runCli(m_folder.path(), {"train", "other.json", "--init", "w.safetensors", "--out", "b", "--json"});
    QCOMPARE(result.code, 2);
    QVERIFY2(result.err.join(' ').contains("0.weight"), qPrintable(result.err.join(' ')));
    QVERIFY(!QDir(m_folder.filePath("b")).exists());
}

void BadInputTest::refusesAnUnknownCheckpoint() {
    writeFile(m_folder.path(), "small.json", smallExperiment());
    QCOMPARE(runCli(m_folder.path(), {"train", "small.json", "--out", "c", "--quiet"}).code, 0);
    QCOMPARE(runCli(m_folder.path(), {"eval", "c", "--checkpoint", "name:nobody"}).code, 2);
    QCOMPARE(runCli(m_folder.path(), {"resume", "c", "--from", "4711"}).code, 2);
}

QTEST_GUILESS_MAIN(BadInputTest)
#include "bad_input_test.moc"
