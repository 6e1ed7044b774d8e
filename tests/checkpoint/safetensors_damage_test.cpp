// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstring>
#include <iterator>
#include <new>
#include <optional>

#include <malloc.h>

#include <QTemporaryDir>
#include <QTest>

#include "checkpoint/safetensors.h"
#include "report/error.h"
#include "sample_states.h"
#include "tensor/random.h"
#include "tests/measuring.h"

using namespace neurarium;
using Bytes = std::vector<std::uint8_t>;

namespace {

thread_local std::ptrdiff_t memoryNow = 0;
thread_local std::ptrdiff_t memoryPeak = 0;
constexpr std::ptrdiff_t kAllowance = 32'000'000;

} // namespace

// Counts what the reader asks for, on the test's own thread: Qt Test has another one.
void* operator new(std::size_t size) {
    void* memory = std::malloc(size);
    if (memory == nullptr)
        throw std::bad_alloc();
    memoryNow += static_cast<std::ptrdiff_t>(malloc_usable_size(memory));
    memoryPeak = std::max(memoryPeak, memoryNow);
    return memory;
}

void operator delete(void* memory) noexcept {
    if (memory != nullptr)
        memoryNow -= static_cast<std::ptrdiff_t>(malloc_usable_size(memory));
    std::free(memory);
}

void operator delete(void* memory, std::size_t /*size*/) noexcept {
    operator delete(memory);
}

namespace {

/// What reading gave: a state, or nothing when it was refused. Anything but an Error of ours fails the test.
std::optional<TrainingState> tryDecode(const Bytes& bytes) {
    const double start = processorMilliseconds();
    const std::ptrdiff_t before = memoryNow;
    memoryPeak = memoryNow;
    std::optional<TrainingState> state;
    try {
        state = decodeSafetensors(bytes, "damaged");
    } catch (const Error& error) {
        if (error.kind() != ProblemKind::DamagedFile)
            qFatal("a damaged file was called something else: %s", error.what());
    }
    if (memoryPeak - before > std::ssize(bytes) + kAllowance)
        qFatal("%td bytes of memory for a file of %zu", memoryPeak - before, bytes.size());
    if (processorMilliseconds() - start > (kSanitized ? 5000 : 1000))
        qFatal("took longer than a second");
    return state;
}

/// Refused, or loaded right.
bool isSafe(const Bytes& bytes, const TrainingState& right) {
    const std::optional<TrainingState> state = tryDecode(bytes);
    return !state || *state == right;
}

Bytes fileOf(const std::string& header) {
    const std::uint64_t length = header.size();
    Bytes bytes(8 + header.size());
    std::memcpy(bytes.data(), &length, 8);
    std::memcpy(bytes.data() + 8, header.data(), header.size());
    return bytes;
}

std::string many(const std::string& start, const std::string& piece, std::size_t bytes,
                 const std::string& end) {
    std::string text = start;
    for (std::size_t i = 0; text.size() < bytes; ++i)
        text.append(i == 0 ? "\"" : ",\"").append(std::to_string(i)).append(piece);
    return text + end;
}

/// One of the ways in which files break.
Bytes damaged(const Bytes& whole, const RandomStream& random, std::uint64_t round) {
    Bytes bytes = whole;
    const auto draw = [&](std::uint64_t index, std::size_t bound) {
        return static_cast<std::ptrdiff_t>(random.below(round, index, std::max<std::size_t>(bound, 1)));
    };
    const auto byte = [&](std::uint64_t index) { return static_cast<std::uint8_t>(draw(index, 256)); };
    const auto place = bytes.begin() + draw(0, bytes.size());
    const auto length = std::min<std::ptrdiff_t>(draw(1, 64), bytes.end() - place);
    switch (draw(2, 6)) {
    case 0:
        for (std::uint64_t i = 0; i < 1 + static_cast<std::uint64_t>(draw(3, 8)); ++i)
            bytes[static_cast<std::size_t>(draw(10 + i, bytes.size()))] = byte(30 + i);
        break;
    case 1:
        bytes.erase(place, place + length);
        break;
    case 2:
        bytes.insert(place, static_cast<std::size_t>(length), byte(4));
        break;
    case 3:
        std::fill(place, place + length, std::uint8_t{0});
        break;
    case 4:
        std::copy_n(whole.begin() + draw(5, whole.size() - 64), length, place);
        break;
    default:
        bytes.resize(static_cast<std::size_t>(draw(6, bytes.size())));
        bytes.resize(whole.size());
        break;
    }
    return bytes;
}

} // namespace

class SafetensorsDamageTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyFlippedByte();
    void everyLength();
    void randomDamage();
    void hostileHeaders_data();
    void hostileHeaders();
    void readingAFileNeedsLittleMoreThanItsSize();

private:
    TrainingState m_state;
    Bytes m_file;
};

void SafetensorsDamageTest::initTestCase() {
    m_state = sampleState(1, 10);
    m_file = encodeSafetensors(m_state);
    QVERIFY2(m_file.size() > 1500 && m_file.size() < 2500, std::to_string(m_file.size()).c_str());
    QVERIFY(tryDecode(m_file) == m_state);
}

void SafetensorsDamageTest::everyFlippedByte() {
    const int values = soakCount(0, 256, 256);
    for (std::size_t i = 0; i < m_file.size(); ++i) {
        Bytes bytes = m_file;
        for (int bit = 1; bit < 256; bit *= 2) {
            bytes[i] = static_cast<std::uint8_t>(m_file[i] ^ bit);
            QVERIFY2(isSafe(bytes, m_state), std::to_string(i).c_str());
        }
        for (const char c : std::string_view(" \t\n\r\"\\{}[],:0eE\0", 17)) {
            bytes[i] = static_cast<std::uint8_t>(c);
            QVERIFY2(isSafe(bytes, m_state), std::to_string(i).c_str());
        }
        for (int value = 0; value < values; ++value) {
            bytes[i] = static_cast<std::uint8_t>(value);
            QVERIFY2(isSafe(bytes, m_state), std::to_string(i).c_str());
        }
    }
}

void SafetensorsDamageTest::everyLength() {
    for (std::size_t length = 0; length < m_file.size(); ++length)
        QVERIFY(!tryDecode(Bytes(m_file.begin(), m_file.begin() + static_cast<std::ptrdiff_t>(length))));
    Bytes longer = m_file;
    longer.push_back(0);
    QVERIFY(!tryDecode(longer));
}

void SafetensorsDamageTest::randomDamage() {
    const RandomStream random(20, RandomPurpose::Generator);
    const int rounds = soakCount(20'000, 100'000, 1'000'000);
    int refused = 0;
    for (int round = 0; round < rounds; ++round) {
        const Bytes bytes = damaged(m_file, random, static_cast<std::uint64_t>(round));
        const std::optional<TrainingState> state = tryDecode(bytes);
        refused += state ? 0 : 1;
        QVERIFY2(!state || *state == m_state, std::to_string(round).c_str());
    }
    QVERIFY(refused > rounds * 9 / 10);
}

void SafetensorsDamageTest::hostileHeaders_data() {
    QTest::addColumn<QByteArray>("header");
    constexpr std::size_t kLong = 12'000'000;
    const auto row = [](const char* name, const std::string& header) {
        QTest::newRow(name) << QByteArray::fromStdString(header);
    };
    row("brackets", std::string("{\"a\":").append(kLong, '[') + "}");
    row("objects", many("{", "\":{\"a\":", kLong, "}"));
    row("digits", std::string("{\"a\":{\"shape\":[").append(kLong, '1') + "]}}");
    row("one long name", std::string("{\"").append(kLong, 'a') + "\":{}}");
    row("one long escaped name", std::string("{\"").append(kLong, '\\') + "\":{}}");
    row("many tensors", many("{", R"(":{"dtype":"U8","shape":[0],"data_offsets":[0,0]})", kLong, "}"));
    row("many texts", many("{\"__metadata__\":{", R"(":"")", kLong, "}}"));
    row("many axes", many(R"({"a":{"dtype":"U8","shape":[0,)", "", 40, "") + std::string(kLong, ' ') + "]}}");
    row("spaces inside", std::string("{").append(kLong, ' ') + "}");
    std::string axes = R"({"a":{"dtype":"U8","data_offsets":[0,0],"shape":[0)";
    for (std::size_t i = 0; i < kLong / 2; ++i)
        axes += ",0";
    row("axes", axes + "]}}");
}

void SafetensorsDamageTest::hostileHeaders() {
    QFETCH(QByteArray, header);
    QVERIFY(!tryDecode(fileOf(header.toStdString())));
}

void SafetensorsDamageTest::readingAFileNeedsLittleMoreThanItsSize() {
    const QTemporaryDir folder;
    const std::filesystem::path path =
        std::filesystem::path(folder.path().toStdString()) / "large.safetensors";
    std::uint64_t size = 0;
    {
        TrainingState state;
        state.tensors["a"] = {ElementType::U8, {60'000'000}, Bytes(60'000'000)};
        writeSafetensors(path, state);
        size = std::filesystem::file_size(path);
    }
    const std::ptrdiff_t before = memoryNow;
    memoryPeak = memoryNow;
    QCOMPARE(readSafetensors(path).tensors.size(), std::size_t{1});
    QVERIFY(memoryPeak - before <= static_cast<std::ptrdiff_t>(size) + kAllowance);
    // A file that says it is large costs nothing: its size is looked at first.
    std::filesystem::resize_file(path, 4096);
    memoryPeak = memoryNow;
    QVERIFY_EXCEPTION_THROWN(readSafetensors(path), Error);
    QVERIFY(memoryPeak - before < 1'000'000);
}

QTEST_GUILESS_MAIN(SafetensorsDamageTest)
#include "safetensors_damage_test.moc"
