// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "cli_program.h"

/// tokenize and generate, and training on stories and on a text file.
class TextTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void cutsTexts();
    void cutsAsARunDoes();
    void writesTheSameTextAgain();
    void tellsWhatItDoesNotRead();
    void trainsOnATextFile();
    void refuses_data();
    void refuses();

private:
    CliResult cli(const QStringList& arguments) { return runCli(m_folder.path(), arguments); }
    QTemporaryDir m_folder;
};

namespace {

QByteArray experiment(const QByteArray& data) {
    return R"({"neurarium":1,"name":"tiny","seed":3,"data":)" + data + R"(,
        "network":[{"type":"token_embedding","vocab":"tokens","dim":16},{"type":"position_embedding","length":24},
                   {"type":"transformer_block","heads":2},{"type":"layer_norm"},
                   {"type":"linear","out_features":"classes"}],
        "training":{"loss":"cross_entropy","optimizer":{"type":"adamw","lr":0.01},"batch_size":16,"epochs":3}})";
}

} // namespace

void TextTest::initTestCase() {
    writeFile(m_folder.path(), "stories.json",
              experiment(R"({"source":"stories","language":"ko","samples":120,"context":24})"));
    const CliResult trained = cli({"train", "stories.json", "--out", "run", "--json"});
    QCOMPARE(trained.code, 0);
    const auto epochs = trained.json("epoch");
    QVERIFY(epochs.back()["val_loss"].get<double>() < epochs.front()["val_loss"].get<double>());
}

void TextTest::cutsTexts() {
    const CliResult result = cli({"tokenize", "--text", "한글 a", "--tokenizer", "jamo", "--json"});
    QCOMPARE(result.code, 0);
    const Json cut = result.json().back();
    QVERIFY(cut["pieces"] == Json({"ㅎ", "ㅏ", "ㄴ", "ㄱ", "ㅡ", "ㄹ", " ", "a"}));
    QVERIFY(cut["tokens"] == 8 && cut["bytes"] == 8 && cut["characters"] == 4 && cut["vocabulary"] == 323);
    writeFile(m_folder.path(), "old.txt", "\xB3\xAA\xB4\xC2 \xB3\xAA\n");
    const CliResult file = cli({"tokenize", "old.txt", "--json"});
    QVERIFY(file.json().back()["pieces"] == Json({"나", "는", " ", "나", "↵"}));
    QVERIFY(file.err.join(' ').contains("CP949"));
}

void TextTest::cutsAsARunDoes() {
    const CliResult result =
        cli({"tokenize", "--run", "run", "--text", "오늘 학교에서 미나가 준호를 만났다.", "--json"});
    QCOMPARE(result.code, 0);
    QVERIFY(result.json().back()["pieces"] ==
            Json({"오늘", "학교", "에서", "미나", "가", "준호", "를", "만났다", "."}));
}

void TextTest::writesTheSameTextAgain() {
    const QStringList asked{"generate", "run",    "--prompt", "오늘 학교에서", "--tokens",
                            "40",       "--seed", "7",        "--json"};
    const CliResult one = cli(asked + QStringList{"--threads", "1"});
    QCOMPARE(one.code, 0);
    QCOMPARE(one.out, cli(asked + QStringList{"--threads", "3"}).out);
    const Json written = one.json().back();
    QVERIFY(written["written"] == 40 && written["tokens"].size() == 43);
    QVERIFY(written["tokens"][0]["probability"].is_null() && written["tokens"][0]["prompt"] == true);
    const std::string text = written["text"];
    QVERIFY(text.starts_with("오늘 학교에서"));
    QStringList other = asked;
    other[7] = "8";
    QVERIFY(cli(other).json().back()["text"] != text);
    const CliResult plain =
        cli({"generate", "run", "--prompt", "어제", "--tokens", "3", "--temperature", "0"});
    QCOMPARE(plain.code, 0);
    QVERIFY(plain.out.join('\n').startsWith("어제"));
    const CliResult first =
        cli({"generate", "run", "--checkpoint", "1", "--tokens", "5", "--top-k", "3", "--json"});
    QVERIFY(first.json().back()["checkpoint"] == 1);
}

void TextTest::tellsWhatItDoesNotRead() {
    const CliResult unknown = cli({"generate", "run", "--prompt", "뷁 xyz", "--tokens", "1"});
    QCOMPARE(unknown.code, 0);
    QVERIFY2(unknown.err.join(' ').contains("6 bytes of the prompt"), qPrintable(unknown.err.join(' ')));
    const CliResult longer =
        cli({"generate", "run", "--prompt", QString("오늘 ").repeated(30), "--tokens", "1"});
    QVERIFY2(longer.err.join(' ').contains("the network reads 24"), qPrintable(longer.err.join(' ')));
}

void TextTest::trainsOnATextFile() {
    QByteArray text;
    for (int i = 0; i < 200; ++i)
        text += "The cat " + QByteArray::number(i % 7) + " sat on a mat.\r\n";
    writeFile(m_folder.path(), "cats.txt", text);
    writeFile(
        m_folder.path(), "text.json",
        experiment(
            R"({"source":"text","path":"cats.txt","tokenizer":{"type":"bpe","vocab":280},"context":24})"));
    const CliResult trained = cli({"train", "text.json", "--out", "cats", "--json"});
    QCOMPARE(trained.code, 0);
    QVERIFY(trained.json("epoch").back()["val_accuracy"].get<double>() > 0.2);
    const CliResult resumed = cli({"resume", "cats", "--epochs", "1", "--json"});
    QCOMPARE(resumed.code, 0);
    QCOMPARE(cli({"verify", "cats"}).code, 0);
    QVERIFY(cli({"generate", "cats", "--prompt", "The", "--json"}).json().back()["written"] == 100);
}

void TextTest::refuses_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("where");
    QTest::newRow("kind") << QStringList{"tokenize", "--text", "a", "--tokenizer", "syllables"}
                          << "--tokenizer";
    QTest::newRow("too few") << QStringList{"tokenize", "--text", "a", "--vocab", "5"} << "--vocab";
    QTest::newRow("nothing") << QStringList{"tokenize"} << "FILE";
    QTest::newRow("no file") << QStringList{"tokenize", "missing.txt"} << "missing.txt";
    QTest::newRow("two tokenizers") << QStringList{"tokenize", "--text",  "a",  "--run",
                                                   "run",      "--vocab", "300"}
                                    << "--run";
    QTest::newRow("temperature") << QStringList{"generate", "run", "--temperature", "-1"} << "temperature";
    QTest::newRow("top-p") << QStringList{"generate", "run", "--top-p", "0"} << "top-p";
    QTest::newRow("tokens") << QStringList{"generate", "run", "--tokens", "-3"} << "--tokens";
}

void TextTest::refuses() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, where);
    const CliResult result = cli(arguments);
    QCOMPARE(result.code, 2);
    QVERIFY2(result.err.join(' ').contains(where), qPrintable(result.err.join(' ')));
}

QTEST_GUILESS_MAIN(TextTest)
#include "text_test.moc"
