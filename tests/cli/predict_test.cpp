// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "cli_program.h"
#include "tests/datasets/sample_pictures.h"

using neurarium::test::encodedPicture;
using neurarium::test::PictureKind;
using neurarium::test::plainPicture;

/// predict on picture files of all kinds: a network that has learnt red from blue is asked about new ones.
class PredictTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void answersEachFile();
    void answersTheOthersWhenOneIsBad_data();
    void answersTheOthersWhenOneIsBad();
    void refusesANetworkWithoutPictures();

private:
    CliResult cli(const QStringList& arguments) { return runCli(m_folder.path(), arguments); }
    void write(const QString& name, const QByteArray& content) {
        neurarium::test::writeFile(m_folder.filePath(name), content);
    }

    QTemporaryDir m_folder;
};

namespace {

QByteArray reddish(int i, const PictureKind& kind = {}) {
    return plainPicture(10 + i, 15, 230 - i, kind);
}

QByteArray bluish(int i, const PictureKind& kind = {}) {
    return plainPicture(230 - i, 15, 10 + i, kind);
}

} // namespace

void PredictTest::initTestCase() {
    for (int i = 0; i < 12; ++i) {
        write(QString("photos/red/%1.jpg").arg(i), reddish(3 * i, {".jpg"}));
        write(QString("photos/blue/%1.png").arg(i), bluish(3 * i));
    }
    writeFile(m_folder.path(), "colours.json", R"({"neurarium":1,"name":"colours","seed":1,
        "data":{"source":"image-folder","path":"photos","image_size":[8,8],"validation":0.25},
        "network":[{"type":"conv2d","out_channels":4,"kernel":3,"padding":1},{"type":"relu"},
                   {"type":"global_avg_pool2d"},{"type":"linear","out_features":"classes"}],
        "training":{"loss":"cross_entropy","optimizer":{"type":"adam","lr":0.05},"batch_size":6,"epochs":15}})");
    const CliResult trained = cli({"train", "colours.json", "--out", "run", "--json"});
    QCOMPARE(trained.code, 0);
    QVERIFY(trained.json("epoch").back()["val_accuracy"] == 1.0);
}

void PredictTest::answersEachFile() {
    const QStringList kinds{".png", ".jpg", ".webp", ".bmp"};
    QStringList files;
    for (const QString& ending : kinds) {
        const PictureKind kind{ending.toStdString(), 3, 8, 40, 30};
        write("new/red" + ending, reddish(1, kind));
        write("new/blue" + ending, bluish(1, kind));
        files << "new/red" + ending << "new/blue" + ending;
    }
    write("new/red 고양이.png", reddish(2, {".png", 3, 16, 9, 70}));
    files << "new/red 고양이.png";
    const CliResult result = cli(QStringList{"predict", "run", "--json"} + files);
    QCOMPARE(result.code, 0);
    const std::vector<Json> answers = result.json();
    QCOMPARE(answers.size(), static_cast<std::size_t>(files.size()));
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const QString file = files[static_cast<int>(i)];
        QVERIFY(answers[i]["file"] == file.toStdString());
        QVERIFY2(answers[i]["class"] == (file.startsWith("new/red") ? "red" : "blue"), qPrintable(file));
        const std::vector<double> probabilities = answers[i]["probabilities"];
        QCOMPARE(probabilities.size(), std::size_t(2));
        QVERIFY(std::abs(probabilities[0] + probabilities[1] - 1) < 1e-5);
        QVERIFY(answers[i]["confidence"] == std::max(probabilities[0], probabilities[1]));
        QVERIFY(answers[i]["confidence"] > 0.6);
    }
    const CliResult spoken = cli({"predict", "run", files.front()});
    QCOMPARE(spoken.code, 0);
    QVERIFY(spoken.out.front().startsWith("new/red.png: red, "));
}

void PredictTest::answersTheOthersWhenOneIsBad_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("cut") << encodedPicture(3).chopped(20);
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("This is not a picture.\n");
    QTest::newRow("missing") << QByteArray("-");
}

void PredictTest::answersTheOthersWhenOneIsBad() {
    QFETCH(QByteArray, content);
    QFile::remove(m_folder.filePath("bad.png"));
    if (content != "-")
        write("bad.png", content);
    const CliResult result =
        cli({"predict", "run", "--json", "photos/red/1.jpg", "bad.png", "photos/blue/1.png"});
    QCOMPARE(result.code, 2);
    QCOMPARE(result.err.size(), 1);
    QVERIFY2(result.err.front().contains("bad.png"), qPrintable(result.err.front()));
    const std::vector<Json> answers = result.json();
    QCOMPARE(answers.size(), std::size_t(2));
    QVERIFY(answers[0]["class"] == "red");
    QVERIFY(answers[1]["class"] == "blue");
}

void PredictTest::refusesANetworkWithoutPictures() {
    writeFile(m_folder.path(), "small.json", smallExperiment());
    QCOMPARE(cli({"train", "small.json", "--out", "points", "--quiet"}).code, 0);
    const CliResult result = cli({"predict", "points", "photos/red/1.jpg"});
    QCOMPARE(result.code, 2);
    QCOMPARE(result.err.size(), 1);
    QVERIFY(result.out.isEmpty());
}

QTEST_GUILESS_MAIN(PredictTest)
#include "predict_test.moc"
