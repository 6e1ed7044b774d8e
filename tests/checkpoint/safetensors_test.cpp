// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstring>

#include <sys/stat.h>

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "checkpoint/safetensors.h"
#include "report/error.h"
#include "sample_states.h"

using namespace neurarium;

namespace {

/// A file with this header text and so many zero bytes behind it.
std::vector<std::uint8_t> fileOf(const std::string& header, std::size_t data, std::int64_t lengthError = 0) {
    const std::uint64_t length = header.size() + static_cast<std::uint64_t>(lengthError);
    std::vector<std::uint8_t> bytes(8 + header.size() + data);
    std::memcpy(bytes.data(), &length, 8);
    std::copy(header.begin(), header.end(), bytes.begin() + 8);
    return bytes;
}

std::string tensorText(const std::string& type, const std::string& shape, const std::string& offsets) {
    return R"({"dtype":")" + type + R"(","shape":)" + shape + R"(,"data_offsets":)" + offsets + "}";
}

void addRow(const char* name, const std::string& header, int data) {
    QTest::newRow(name) << QByteArray::fromStdString(header) << data;
}

void addBrokenTexts() {
    const std::string four = tensorText("F32", "[1]", "[0,4]");
    addRow("array", "[]", 0);
    addRow("space first", " {}", 0);
    addRow("no brace at the end", R"({"a":1)", 0);
    addRow("something behind", "{} x", 0);
    addRow("new line behind", "{}\n", 0);
    addRow("two objects", "{}{}", 0);
    addRow("zero byte inside", std::string("{}\0}", 4), 0);
    addRow("zero bytes behind", std::string("{}\0\0", 4), 0);
    addRow("byte order mark", "\xEF\xBB\xBF{}", 0);
    addRow("comment", "{/* */}", 0);
    addRow("trailing comma", R"({"a":)" + four + ",}", 4);
    addRow("not UTF-8", "{\"a\xFF\":" + four + "}", 4);
    addRow("overlong UTF-8", "{\"\xC0\xAF\":" + four + "}", 4);
    addRow("half a surrogate", R"({"\uD800":)" + four + "}", 4);
    addRow("tensor twice", R"({"a":)" + four + R"(,"a":)" + four + "}", 4);
    addRow("same name escaped", R"({"a":)" + four + R"(,"\u0061":)" + four + "}", 4);
    addRow("metadata twice", R"({"__metadata__":{},"__metadata__":{}})", 0);
    addRow("metadata key twice", R"({"__metadata__":{"k":"1","k":"2"}})", 0);
    addRow("metadata not an object", R"({"__metadata__":"x"})", 0);
    addRow("metadata with a number", R"({"__metadata__":{"k":1}})", 0);
    addRow("metadata with null", R"({"__metadata__":{"k":null}})", 0);
    addRow("metadata nested", R"({"__metadata__":{"k":{}}})", 0);
    addRow("tensor not an object", R"({"a":[]})", 0);
    addRow("deep nesting", "{\"a\":" + std::string(100'000, '[') + "}", 0);
}

void addBrokenTensors() {
    const auto tensor = [](const std::string& type, const std::string& shape, const std::string& offsets) {
        return R"({"a":)" + tensorText(type, shape, offsets) + "}";
    };
    const std::string four = tensorText("F32", "[1]", "[0,4]");
    const std::string largest = "9223372036854775807";
    addRow("no dtype", R"({"a":{"shape":[1],"data_offsets":[0,4]}})", 4);
    addRow("no shape", R"({"a":{"dtype":"F32","data_offsets":[0,4]}})", 4);
    addRow("no offsets", R"({"a":{"dtype":"F32","shape":[0]}})", 0);
    addRow("field twice", R"({"a":{"dtype":"F32","dtype":"F32","shape":[1],"data_offsets":[0,4]}})", 4);
    addRow("unknown field", R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4],"x":"y"}})", 4);
    addRow("unknown type", tensor("F31", "[1]", "[0,4]"), 4);
    addRow("type in small letters", tensor("f32", "[1]", "[0,4]"), 4);
    addRow("type a number", R"({"a":{"dtype":32,"shape":[1],"data_offsets":[0,4]}})", 4);
    addRow("shape a number", tensor("F32", "1", "[0,4]"), 4);
    addRow("shape nested", tensor("F32", "[[1]]", "[0,4]"), 4);
    addRow("negative length", tensor("F32", "[-1]", "[0,4]"), 4);
    addRow("fractional length", tensor("F32", "[1.0]", "[0,4]"), 4);
    addRow("length as text", tensor("F32", "[\"1\"]", "[0,4]"), 4);
    addRow("length too large", tensor("F32", "[18446744073709551616]", "[0,4]"), 4);
    addRow("length above 63 bits", tensor("F32", "[18446744073709551615]", "[0,4]"), 4);
    addRow("product too large", tensor("U8", "[4294967296,4294967296]", "[0,0]"), 0);
    addRow("product too large by its type", tensor("F64", "[" + largest + "]", "[0,8]"), 8);
    addRow("one offset", tensor("F32", "[1]", "[4]"), 4);
    addRow("three offsets", tensor("F32", "[1]", "[0,4,4]"), 4);
    addRow("offsets swapped", tensor("F32", "[1]", "[4,0]"), 4);
    addRow("offset not a number", tensor("F32", "[1]", "[0,true]"), 4);
    addRow("not from the start", tensor("F32", "[1]", "[4,8]"), 8);
    addRow("hole", R"({"a":)" + four + R"(,"b":)" + tensorText("F32", "[1]", "[8,12]") + "}", 12);
    addRow("overlap", R"({"a":)" + four + R"(,"b":)" + tensorText("F32", "[1]", "[2,6]") + "}", 6);
    addRow("same place", R"({"a":)" + four + R"(,"b":)" + four + "}", 4);
    addRow("shape smaller than bytes", tensor("F32", "[1]", "[0,8]"), 8);
    addRow("shape larger than bytes", tensor("F32", "[3]", "[0,8]"), 8);
    addRow("file too short", R"({"a":)" + four + "}", 3);
    addRow("file too long", R"({"a":)" + four + "}", 5);
    addRow("data without a tensor", "{}", 1);
    addRow("beyond the file", tensor("U8", "[" + largest + "]", "[0," + largest + "]"), 8);
    addRow("hash too short", R"({"__metadata__":{"sha256":"00"}})", 0);
    addRow("hash key damaged", R"({"__metadata__":{"shb256":")" + std::string(64, '0') + "\"}}", 0);
}

std::filesystem::path pathIn(const QTemporaryDir& folder, const char* name) {
    return std::filesystem::path(folder.path().toStdString()) / name;
}

} // namespace

class SafetensorsTest : public QObject {
    Q_OBJECT

private slots:
    void roundTrips();
    void sameStateGivesSameBytes();
    void acceptsWhatTheFormatAllows_data();
    void acceptsWhatTheFormatAllows();
    void refusesEveryBrokenRule_data();
    void refusesEveryBrokenRule();
    void refusesWrongHash();
    void readsBackWhatItWrote();
    void refusesThingsThatAreNoFiles();
    void pythonReadsIt();
};

void SafetensorsTest::roundTrips() {
    for (const TrainingState& state : {sampleState(3), sampleState(4, 200), TrainingState{}}) {
        const std::vector<std::uint8_t> bytes = encodeSafetensors(state);
        QCOMPARE(bytes.size(), std::size_t{safetensorsSize(state)});
        const TrainingState read = decodeSafetensors(bytes, "memory");
        QCOMPARE(firstDifference(read, state), std::string());
        QVERIFY(read == state);
    }
}

void SafetensorsTest::sameStateGivesSameBytes() {
    TrainingState backwards;
    const TrainingState state = sampleState(5);
    for (auto tensor = state.tensors.rbegin(); tensor != state.tensors.rend(); ++tensor)
        backwards.tensors.insert(*tensor);
    backwards.metadata = state.metadata;
    QCOMPARE(encodeSafetensors(backwards), encodeSafetensors(state));
    QCOMPARE(encodeSafetensors(decodeSafetensors(encodeSafetensors(state), "memory")),
             encodeSafetensors(state));
    // The format is a promise: the same state had this hash in every version.
    QCOMPARE(stateHash(TrainingState{}),
             std::string("5228cbe7f243386226a8ea523c561490568078d3f6436259e1e299104d96b9e8"));
}

void SafetensorsTest::acceptsWhatTheFormatAllows_data() {
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("data");
    const std::string four = tensorText("F32", "[1]", "[0,4]");
    addRow("nothing", "{}", 0);
    addRow("no metadata", R"({"a":)" + four + "}", 4);
    addRow("spaces at the end", R"({"a":)" + four + "}      ", 4);
    addRow("spaces inside", "{ \"a\" :\n" + four + "}", 4);
    addRow("another order", R"({"b":)" + tensorText("F32", "[1]", "[4,8]") + R"(,"a":)" + four + "}", 8);
    addRow("scalar", R"({"a":)" + tensorText("F32", "[]", "[0,4]") + "}", 4);
    addRow("empty tensors", R"({"a":)" + tensorText("F32", "[0]", "[0,0]") + R"(,"b":)" + four + "}", 4);
    addRow("fields in another order", R"({"a":{"data_offsets":[0,2],"shape":[1],"dtype":"BF16"}})", 2);
    addRow("other metadata", R"({"__metadata__":{"format":"pt"},"a":)" + four + "}", 4);
    addRow("escapes", R"({"\uD55C\n":)" + four + "}", 4);
}

void SafetensorsTest::acceptsWhatTheFormatAllows() {
    QFETCH(QByteArray, header);
    QFETCH(int, data);
    decodeSafetensors(fileOf(header.toStdString(), static_cast<std::size_t>(data)), "memory");
}

void SafetensorsTest::refusesEveryBrokenRule_data() {
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("data");
    addBrokenTexts();
    addBrokenTensors();
}

void SafetensorsTest::refusesEveryBrokenRule() {
    QFETCH(QByteArray, header);
    QFETCH(int, data);
    try {
        decodeSafetensors(fileOf(header.toStdString(), static_cast<std::size_t>(data)), "broken.safetensors");
    } catch (const Error& error) {
        QCOMPARE(error.kind(), ProblemKind::DamagedFile);
        QCOMPARE(error.problem().where, std::string("broken.safetensors"));
        QVERIFY(!error.problem().what.empty());
        return;
    }
    QFAIL("was accepted");
}

void SafetensorsTest::refusesWrongHash() {
    TrainingState state = sampleState(6);
    std::vector<std::uint8_t> bytes = encodeSafetensors(state);
    bytes.back() ^= 1;
    QVERIFY_EXCEPTION_THROWN(decodeSafetensors(bytes, "memory"), Error);
    QVERIFY_EXCEPTION_THROWN(decodeSafetensors(fileOf("{}", 0, 1), "memory"), Error);
    QVERIFY_EXCEPTION_THROWN(decodeSafetensors(fileOf("{}", 0, std::int64_t{1} << 62), "memory"), Error);
    QVERIFY_EXCEPTION_THROWN(decodeSafetensors(fileOf("{}", 0, -3), "memory"), Error);
}

void SafetensorsTest::readsBackWhatItWrote() {
    const QTemporaryDir folder;
    const std::filesystem::path path = pathIn(folder, "weights.safetensors");
    const TrainingState state = sampleState(7);
    QCOMPARE(writeSafetensors(path, state), stateHash(state));
    std::string sha256;
    QVERIFY(readSafetensors(path, &sha256) == state);
    QCOMPARE(sha256, stateHash(state));
    QCOMPARE(filesBelow(folder.path().toStdString()).size(), std::size_t{1});

    const std::string header = R"({"a":)" + tensorText("U8", "[1]", "[0,1]") + "}";
    const std::vector<std::uint8_t> foreign = fileOf(header, 1);
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char*>(foreign.data()), static_cast<std::streamsize>(foreign.size()));
    QCOMPARE(readSafetensors(path, &sha256).tensors.size(), std::size_t{1});
    QCOMPARE(sha256, std::string());
}

void SafetensorsTest::refusesThingsThatAreNoFiles() {
    const QTemporaryDir folder;
    const std::filesystem::path pipe = pathIn(folder, "pipe");
    QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
    QVERIFY_EXCEPTION_THROWN(readSafetensors(pipe), Error);
    QVERIFY_EXCEPTION_THROWN(readSafetensors(folder.path().toStdString()), Error);
    QVERIFY_EXCEPTION_THROWN(readSafetensors(pathIn(folder, "missing")), Error);
    QVERIFY_EXCEPTION_THROWN(readSafetensors("/dev/zero"), Error);
    std::ofstream(pathIn(folder, "empty"));
    QVERIFY_EXCEPTION_THROWN(readSafetensors(pathIn(folder, "empty")), Error);
}

void SafetensorsTest::pythonReadsIt() {
    const QString python = QStandardPaths::findExecutable("python3");
    if (python.isEmpty())
        QSKIP("there is no python3 here");
    const QTemporaryDir folder;
    const std::filesystem::path path = pathIn(folder, "weights.safetensors");
    const TrainingState state = sampleState(8);
    writeSafetensors(path, state);
    QProcess reader;
    reader.start(python, {READER_SCRIPT, QString::fromStdString(path.string())});
    QVERIFY(reader.waitForFinished());
    QVERIFY2(reader.exitCode() == 0, reader.readAllStandardError().constData());
    const QList<QByteArray> words = reader.readAllStandardOutput().trimmed().split(' ');
    QCOMPARE(words.size(), 4);
    QCOMPARE(words[0].toStdString(), stateHash(state));
    QCOMPARE(words[1].toUInt(), state.tensors.size());
    QCOMPARE(static_cast<float>(words[2].toDouble()), state.tensors.at("0.bias").floats()[0]);
    QCOMPARE(QByteArray::fromHex(words[3]).toStdString(), state.metadata.at("classes"));
}

QTEST_GUILESS_MAIN(SafetensorsTest)
#include "safetensors_test.moc"
