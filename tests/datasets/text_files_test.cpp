// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <fstream>

#include "datasets/catalogue.h"
#include "datasets/text_encoding.h"
#include "report/error.h"
#include "text/tokenizers.h"

using namespace neurarium;

namespace {

/// A folder for the files of a test.
class Files {
public:
    std::string write(const std::string& name, const std::string& bytes) const {
        const std::string path = m_folder.filePath(QString::fromStdString(name)).toStdString();
        std::ofstream(path, std::ios::binary) << bytes;
        return path;
    }

private:
    QTemporaryDir m_folder;
};

Experiment experimentOf(const std::string& path, const std::string& options) {
    Experiment experiment = parseExperiment(R"({"neurarium":1,"data":{"source":"text","path":"x")" + options +
                                            R"(},"network":[{"type":"relu"}]})");
    experiment.data.options["path"] = path;
    return experiment;
}

std::string numberedLines(int count) {
    std::string text;
    for (int i = 0; i < count; ++i)
        text += "Line " + std::to_string(i) + ", 줄 하나.\n";
    return text;
}

std::string sampleText(const Dataset& dataset, std::int64_t index) {
    const auto size = static_cast<std::size_t>(dataset.description().targetSize);
    std::vector<float> input(size), target(size);
    dataset.sample(index, input, target);
    std::vector<TokenId> ids(input.begin(), input.end());
    ids.push_back(static_cast<TokenId>(target.back()));
    return dataset.description().tokenizer->decode(ids);
}

const std::string kKorean = "나는 학교에 간다.\n너는 집에 온다.\n";
const std::string kKorean949 = "\xB3\xAA\xB4\xC2 \xC7\xD0\xB1\xB3\xBF\xA1 \xB0\xA3\xB4\xD9.\n"
                               "\xB3\xCA\xB4\xC2 \xC1\xFD\xBF\xA1 \xBF\xC2\xB4\xD9.\n";

} // namespace

class TextFilesTest : public QObject {
    Q_OBJECT
private slots:
    void readsEncodings_data();
    void readsEncodings();
    void refusesWhatIsNoText_data();
    void refusesWhatIsNoText();
    void refusesFiles();
    void windowsCoverTheText();
    void validationIsTheEndOfTheText();
    void learnsFromTheTrainingPartOnly();
    void validationHasAFileOfItsOwn();
    void shortTexts();
    void hashBelongsToTheVocabulary();
    void canBeCancelled();
};

void TextFilesTest::readsEncodings_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("note");
    const auto row = [](const char* name, const std::string& bytes, const std::string& text,
                        const char* note) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << QByteArray::fromStdString(text) << note;
    };
    row("UTF-8", kKorean, kKorean, "");
    row("byte order mark", "\xEF\xBB\xBF" + kKorean, kKorean, "");
    row("CP949", kKorean949, kKorean, "CP949");
    row("UTF-16, little end first", std::string("\xFF\xFE\x98\xB0\x0A\x00", 6), "나\n", "UTF-16");
    row("UTF-16, big end first", std::string("\xFE\xFF\xB0\x98\x00\x0A", 6), "나\n", "UTF-16");
    row("lines of Windows", "a\r\nb\r\n\rc", "a\nb\n\rc", "Windows");
    row("a broken byte", kKorean + "\xEC\x95\n" + kKorean, kKorean + "\xEC\x95\n" + kKorean,
        "2 bytes are not valid UTF-8, the first of them in line 3");
    row("Latin-1", "A caf\xE9 in the sun, and nothing else.", "A caf\xE9 in the sun, and nothing else.",
        "1 bytes are not valid UTF-8");
}

void TextFilesTest::readsEncodings() {
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, text);
    QFETCH(QString, note);
    const DecodedText decoded = decodeText(bytes.toStdString(), "file");
    QCOMPARE(QByteArray::fromStdString(decoded.text), text);
    QCOMPARE(decoded.notes.size(), std::size_t{note.isEmpty() ? 0U : 1U});
    if (!note.isEmpty())
        QVERIFY2(decoded.notes[0].english().find(note.toStdString()) != std::string::npos,
                 decoded.notes[0].english().c_str());
}

void TextFilesTest::refusesWhatIsNoText_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("message");
    QTest::newRow("zero") << QByteArray("abc\0def", 7) << "the byte at 3 is 0";
    QTest::newRow("blank") << QByteArray(" \r\n\t") << "holds no text";
    QTest::newRow("only a mark") << QByteArray("\xEF\xBB\xBF") << "holds no text";
    QTest::newRow("half a UTF-16") << QByteArray("\xFF\xFE\x98", 3) << "not valid UTF-16";
    QByteArray noise;
    for (int i = 0; i < 400; ++i)
        noise += static_cast<char>(0x80 + i * 37 % 0x60);
    QTest::newRow("noise") << noise << "neither UTF-8 nor CP949";
}

void TextFilesTest::refusesWhatIsNoText() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, message);
    try {
        decodeText(bytes.toStdString(), "file");
        QFAIL("was accepted");
    } catch (const Error& error) {
        QCOMPARE(error.problem().where, std::string("file"));
        QVERIFY2(error.problem().what.english().find(message.toStdString()) != std::string::npos,
                 error.what());
        QVERIFY(!error.problem().advice.empty());
    }
}

void TextFilesTest::refusesFiles() {
    const Files files;
    QVERIFY_THROWS_EXCEPTION(Error, readData(experimentOf(files.write("empty.txt", ""), "")));
    QVERIFY_THROWS_EXCEPTION(Error, readData(experimentOf("missing.txt", "")));
    try {
        readData(experimentOf(files.write("short.txt", "only a few words"), R"(,"context":64)"));
        QFAIL("was accepted");
    } catch (const Error& error) {
        QCOMPARE(error.kind(), ProblemKind::Refused);
        QVERIFY2(error.problem().what.english().find("16 tokens") != std::string::npos, error.what());
    }
    try {
        readData(experimentOf(files.write("jamo.txt", numberedLines(20)),
                              R"(,"tokenizer":{"type":"jamo","vocab":300})"));
        QFAIL("was accepted");
    } catch (const Error& error) {
        QCOMPARE(error.problem().where, std::string("data.tokenizer.vocab"));
    }
}

void TextFilesTest::windowsCoverTheText() {
    const Files files;
    const std::string text = numberedLines(40);
    const DataSplit data = readData(
        experimentOf(files.write("a.txt", text), R"(,"tokenizer":"bytes","context":50,"validation":0)"));
    QVERIFY(data.validation == nullptr);
    QCOMPARE(data.training->size(), static_cast<std::int64_t>((text.size() - 2) / 50 + 1));
    for (std::int64_t i = 0; i + 1 < data.training->size(); ++i)
        QCOMPARE(sampleText(*data.training, i), text.substr(static_cast<std::size_t>(i) * 50, 51));
    QCOMPARE(sampleText(*data.training, data.training->size() - 1), text.substr(text.size() - 51));
    std::vector<float> input(50), target(50);
    data.training->sample(3, input, target);
    QVERIFY(std::equal(input.begin() + 1, input.end(), target.begin()));
}

void TextFilesTest::validationIsTheEndOfTheText() {
    const Files files;
    const std::string text = numberedLines(200);
    const DataSplit data = readData(
        experimentOf(files.write("a.txt", text), R"(,"tokenizer":"bytes","context":30,"validation":0.25)"));
    const std::string last = sampleText(*data.training, data.training->size() - 1),
                      first = sampleText(*data.validation, 0);
    QVERIFY(first.starts_with("Line 15") && last.ends_with(".\n"));
    const std::size_t place = text.find(first);
    QCOMPARE(place, text.find(last) + last.size()); // side by side, and nothing of one in the other
    QVERIFY(std::abs(static_cast<double>(place) / static_cast<double>(text.size()) - 0.75) < 0.01);
}

void TextFilesTest::learnsFromTheTrainingPartOnly() {
    const Files files;
    const std::string path = files.write("a.txt", numberedLines(100) + std::string(300, 'x') + "곁");
    const DataSplit data = readData(experimentOf(path, R"(,"context":16,"validation":0.1)"));
    const Tokenizer& tokenizer = *data.training->description().tokenizer;
    QCOMPARE(tokenizer.encode("줄").size(), std::size_t{1});
    QCOMPARE(tokenizer.encode("곁").size(), std::size_t{3});
    QVERIFY(sampleText(*data.validation, data.validation->size() - 1).ends_with("x곁"));
}

void TextFilesTest::validationHasAFileOfItsOwn() {
    const Files files;
    Experiment experiment =
        experimentOf(files.write("a.txt", numberedLines(60)), R"(,"tokenizer":"bpe","context":16)");
    experiment.validation = 0;
    experiment.validationPath = files.write("b.txt", "Line 다른 글이 여기에 있다. 또 다른 글.\n");
    const DataSplit data = readData(experiment);
    QVERIFY(data.validation->description() == data.training->description());
    QVERIFY(sampleText(*data.validation, 0).starts_with("Line 다른"));
}

void TextFilesTest::shortTexts() {
    const Files files;
    const auto split = [&](std::size_t length) {
        return readData(experimentOf(files.write("a.txt", std::string(length, 'a')),
                                     R"(,"tokenizer":"bytes","context":20,"validation":0.1)"));
    };
    const DataSplit one = split(30); // room for one window only
    QVERIFY(one.training->size() == 2 && one.validation == nullptr);
    QCOMPARE(one.report.notes.size(), std::size_t{1});
    const DataSplit two = split(42); // a tenth would not be a window
    QVERIFY(two.training->size() == 1 && two.validation->size() == 1);
}

void TextFilesTest::hashBelongsToTheVocabulary() {
    const Files files;
    const std::string path = files.write("a.txt", numberedLines(100)),
                      other = files.write("b.txt", numberedLines(100));
    const auto hashOf = [](const std::string& file, const std::string& options) {
        return readData(experimentOf(file, options)).hash;
    };
    const std::string hash = hashOf(path, R"(,"tokenizer":"bpe")");
    QCOMPARE(hashOf(other, R"(,"tokenizer":"bpe")"), hash);
    QVERIFY(hashOf(path, R"(,"tokenizer":{"type":"bpe","vocab":260})") != hash);
    // The same samples with other words behind the numbers.
    const DataSplit data = readData(experimentOf(path, R"(,"tokenizer":"bytes")"));
    QCOMPARE(hashWithVocabulary(data.samplesHash, data.training->description().tokenizer.get()), data.hash);
    const auto words = learnTokenizer(tokenizerType(TokenizerKind::Words), "a", 300, "");
    QVERIFY(hashWithVocabulary(data.samplesHash, words.get()) != data.hash);
    QCOMPARE(hashWithVocabulary(data.samplesHash, nullptr), data.samplesHash);
}

void TextFilesTest::canBeCancelled() {
    const Files files;
    const std::string path = files.write("a.txt", numberedLines(100));
    for (std::int64_t stage = 0; stage < 3; ++stage) {
        ReadContext context;
        context.progress = [&](const ImportProgress& progress) { return progress.done < stage; };
        QVERIFY_THROWS_EXCEPTION(Error, readData(experimentOf(path, ""), context));
    }
}

QTEST_GUILESS_MAIN(TextFilesTest)
#include "text_files_test.moc"
