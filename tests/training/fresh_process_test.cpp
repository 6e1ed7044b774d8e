// SPDX-License-Identifier: GPL-3.0-or-later
// Going back is exact in a new process, too: from every step of two epochs, with every number of threads, the
// hash of the whole state comes again after each step that follows.
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "checkpoint/safetensors.h"
#include "training_samples.h"

using namespace neurarium;

class FreshProcessTest : public QObject {
    Q_OBJECT
private slots:
    void everyStepOfTwoEpochs_data();
    void everyStepOfTwoEpochs();
};

void FreshProcessTest::everyStepOfTwoEpochs_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"mlp", "cnn", "residual", "gpt", "spoiled"})
        QTest::newRow(name) << QString(name);
}

void FreshProcessTest::everyStepOfTwoEpochs() {
    QFETCH(QString, name);
    const QTemporaryDir folder;
    const auto fileOf = [&folder](std::size_t step) { return folder.filePath(QString::number(step)); };
    Trainer trainer(sampleExperiment(name.toStdString()), sampleData(name.toStdString()), {.threads = 1});
    QStringList hashes;
    while (trainer.epochsDone() < 2) {
        writeSafetensors(fileOf(static_cast<std::size_t>(hashes.size())).toStdString(), trainer.state());
        advance(trainer);
        hashes << QString::fromStdString(stateHash(trainer.state()));
    }
    QVERIFY(hashes.size() >= 8);
    for (int threads = 1; threads <= 4; ++threads)
        for (qsizetype step = 0; step < hashes.size(); ++step) {
            QProcess process;
            process.start(FRESH_PROCESS,
                          {name, QString::number(threads), fileOf(static_cast<std::size_t>(step)),
                           QString::number(hashes.size() - step)});
            QVERIFY(process.waitForFinished());
            QCOMPARE(process.exitCode(), 0);
            const QStringList again =
                QString::fromUtf8(process.readAllStandardOutput()).split('\n', Qt::SkipEmptyParts);
            QVERIFY2(again == hashes.mid(step),
                     qPrintable(QString("from step %1 with %2 threads").arg(step).arg(threads)));
        }
}

QTEST_GUILESS_MAIN(FreshProcessTest)
#include "fresh_process_test.moc"
