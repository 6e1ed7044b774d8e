// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <fstream>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "cli_program.h"

/// The same losses as PyTorch's, step by step, from the same weights and data.
class ParityTest : public QObject {
    Q_OBJECT
private slots:
    void agreesWithPyTorch_data();
    void agreesWithPyTorch();
};

namespace {

const QString kCases = SOURCE_FOLDER "/../shared/parity";

double difference(const Json& ours, const Json& theirs) {
    return std::abs(ours.get<double>() - theirs.get<double>()) /
           std::max(std::abs(theirs.get<double>()), 1e-12);
}

} // namespace

void ParityTest::agreesWithPyTorch_data() {
    QTest::addColumn<QString>("folder");
    const QStringList cases = QDir(kCases).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    if (cases.isEmpty())
        QSKIP("The parity cases are not here.");
    for (const QString& name : cases)
        if (QFile::exists(QDir(kCases).filePath(name + "/experiment.json")))
            QTest::newRow(qPrintable(name)) << QDir(kCases).filePath(name);
}

void ParityTest::agreesWithPyTorch() {
    QFETCH(QString, folder);
    const QTemporaryDir place;
    const CliResult result = runCli(place.path(), {"train", folder + "/experiment.json", "--init",
                                                   folder + "/init.safetensors", "--log-steps", "--json"});
    QCOMPARE(result.code, 0);
    std::ifstream file((folder + "/expected.json").toStdString());
    const Json expected = Json::parse(file);
    QVERIFY(result.json("started")[0]["parameters"] == expected["parameters"]);
    const std::vector<Json> steps = result.json("step");
    QCOMPARE(steps.size(), expected["steps"].size());
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const double off = difference(steps[i]["loss"], expected["steps"][i]);
        QVERIFY2(off < (i < 10 ? 1e-4 : 1e-3), qPrintable(QString("step %1: %2").arg(i + 1).arg(off)));
    }
    const std::vector<Json> epochs = result.json("epoch");
    for (std::size_t i = 0; i < expected["epochs"].size(); ++i)
        QVERIFY(difference(epochs.at(i)["val_loss"], expected["epochs"][i]["val_loss"]) < 1e-3);
}

QTEST_GUILESS_MAIN(ParityTest)
#include "parity_test.moc"
