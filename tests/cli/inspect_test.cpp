// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "cli_program.h"

/// inspect on a small network that reads tokens, and on one that reads pictures.
class InspectTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void tellsAttention();
    void writesVectorsAndMaps();
    void showsPictures();
    void refusesWhatIsNotThere_data();
    void refusesWhatIsNotThere();

private:
    CliResult cli(const QStringList& arguments) { return runCli(m_folder.path(), arguments); }
    QStringList lines(const QString& file) {
        QFile csv(m_folder.filePath(file));
        return csv.open(QFile::ReadOnly) ? QString::fromUtf8(csv.readAll()).trimmed().split('\n')
                                         : QStringList();
    }

    QTemporaryDir m_folder;
};

namespace {

/// 40 texts of 8 tokens of 11 that count upwards, as a safetensors file.
QByteArray tokenTensors() {
    QByteArray header = R"({"inputs":{"dtype":"I64","shape":[40,8],"data_offsets":[0,2560]},)"
                        R"("targets":{"dtype":"I64","shape":[40,8],"data_offsets":[2560,5120]}})";
    header.append(QByteArray((8 - header.size() % 8) % 8, ' '));
    const qint64 length = header.size();
    QByteArray file(reinterpret_cast<const char*>(&length), 8);
    file += header;
    for (const int ahead : {0, 1})
        for (qint64 text = 0; text < 40; ++text)
            for (qint64 i = 0; i < 8; ++i) {
                const qint64 token = (text + i + ahead) % 11;
                file.append(reinterpret_cast<const char*>(&token), 8);
            }
    return file;
}

} // namespace

void InspectTest::initTestCase() {
    QFile tensors(m_folder.filePath("tokens.safetensors"));
    QVERIFY(tensors.open(QFile::WriteOnly));
    tensors.write(tokenTensors());
    tensors.close();
    writeFile(m_folder.path(), "words.json", R"({"neurarium":1,"name":"words","seed":1,
        "data":{"source":"tensors","path":"tokens.safetensors","validation":0.2},
        "network":[{"type":"token_embedding","vocab":"tokens","dim":8},{"type":"position_embedding","length":8},
                   {"type":"transformer_block","heads":2},{"type":"linear","out_features":"classes"}],
        "training":{"loss":"cross_entropy","optimizer":{"type":"adam"},"batch_size":8,"epochs":2}})");
    QCOMPARE(cli({"train", "words.json", "--out", "words", "--quiet"}).code, 0);
    writeFile(m_folder.path(), "cats.json", R"({"neurarium":1,"name":"cats","seed":1,
        "data":{"source":"cat-sketches","samples":40,"image_size":[16,16],"validation":0.5},
        "network":[{"type":"conv2d","out_channels":4,"kernel":3},{"type":"relu"},{"type":"global_avg_pool2d"},
                   {"type":"linear","out_features":"classes"}],
        "training":{"loss":"cross_entropy","optimizer":{"type":"adam"},"batch_size":10,"epochs":1}})");
    QCOMPARE(cli({"train", "cats.json", "--out", "cats", "--quiet"}).code, 0);
}

void InspectTest::tellsAttention() {
    const CliResult result = cli({"inspect", "words", "--attention", "3 4 5", "--off", "1.2", "--json"});
    QCOMPARE(result.code, 0);
    const Json answer = result.json().back();
    QVERIFY(answer["tokens"] == Json({"3", "4", "5"}));
    QVERIFY(answer["causal"] == true && answer["epoch"] == 2);
    QCOMPARE(answer["heads"].size(), std::size_t{2});
    for (const Json& head : answer["heads"]) {
        QVERIFY(head["block"] == 1);
        QVERIFY(head["off"] == (head["head"] == 2));
        QVERIFY(head["weights"][0] == Json({1.0, 0.0, 0.0}));
        double sum = 0;
        for (const Json& weight : head["weights"][2])
            sum += weight.get<double>();
        QVERIFY(std::abs(sum - 1) < 1e-5);
        QVERIFY(head["entropy"] > 0 && head["distance"] > 0);
    }
    QVERIFY(cli({"inspect", "words", "--attention", "3 4 5"}).out.front().contains("block 1, head 1"));
}

void InspectTest::writesVectorsAndMaps() {
    QCOMPARE(cli({"inspect", "words", "--embeddings", "all.csv", "--quiet"}).code, 0);
    QCOMPARE(lines("all.csv").size(), 12);
    QCOMPARE(lines("all.csv").front(), "label,v1,v2,v3,v4,v5,v6,v7,v8");
    for (const QString method : {"pca", "tsne", "umap"}) {
        const QStringList asked{"inspect",      "words", "--embeddings", "map.csv", "--projection", method,
                                "--dimensions", "3",     "--seed",       "4",       "--json"};
        const CliResult result = cli(asked);
        QCOMPARE(result.code, 0);
        const Json answer = result.json().back();
        QVERIFY(answer["points"] == 11 && answer["numbers"] == 8 && answer["dimensions"] == 3);
        QVERIFY(answer["variance"].is_null() == (method != "pca"));
        QVERIFY(answer["trustworthiness"] > 0);
        const QStringList first = lines("map.csv");
        QCOMPARE(first.size(), 12);
        QCOMPARE(first.front(), "label,x,y,z");
        QCOMPARE(first.at(11).split(',').size(), 4);
        QCOMPARE(cli(asked).code, 0);
        QCOMPARE(lines("map.csv"), first);
    }
}

void InspectTest::showsPictures() {
    const CliResult result =
        cli({"inspect", "cats", "--embeddings", "cats.csv", "--projection", "pca", "--json"});
    QCOMPARE(result.code, 0);
    QVERIFY(result.json().back()["points"] == 20 && result.json().back()["numbers"] == 4);
    QVERIFY(lines("cats.csv").at(1).startsWith('"'));
}

void InspectTest::refusesWhatIsNotThere_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("answer");
    QTest::newRow("nothing") << QStringList{"words"} << 2 << "--attention";
    QTest::newRow("long") << QStringList{"words", "--attention", "1 2 3 4 5 6 7 8 9"} << 2
                          << "9 tokens; the network reads at most 8";
    QTest::newRow("head") << QStringList{"words", "--attention", "1", "--off", "1.3"} << 2
                          << "no head 3 in block 1";
    QTest::newRow("heads") << QStringList{"words", "--attention", "1", "--off", "x"} << 2 << "BLOCK.HEAD";
    QTest::newRow("pictures") << QStringList{"cats", "--attention", "1"} << 2 << "does not read text";
    QTest::newRow("method") << QStringList{"words", "--embeddings", "a.csv", "--projection", "som"} << 2
                            << "umap";
    QTest::newRow("dimensions") << QStringList{"words", "--embeddings", "a.csv", "--projection",
                                               "pca",   "--dimensions", "5"}
                                << 2 << "must be 2 or 3";
    QTest::newRow("folder") << QStringList{"words", "--embeddings", "none/a.csv"} << 1
                            << "could not be written";
}

void InspectTest::refusesWhatIsNotThere() {
    QFETCH(QStringList, words);
    QFETCH(int, code);
    QFETCH(QString, answer);
    const CliResult result = cli(QStringList{"inspect"} + words);
    QCOMPARE(result.code, code);
    QVERIFY2(result.err.join('\n').contains(answer), qPrintable(result.err.join('\n')));
    QVERIFY(!QFile::exists(m_folder.filePath("a.csv")));
}

QTEST_GUILESS_MAIN(InspectTest)
#include "inspect_test.moc"
