// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <limits>
#include <numeric>

#include <QTemporaryDir>
#include <QTest>

#include "checkpoint/safetensors.h"
#include "checkpoint/x_ray_file.h"
#include "report/error.h"
#include "sample_states.h"

using namespace neurarium;

/// What the bytes of a safetensors file say, sound or not.
class XRayTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void looksThroughOurs();
    void looksThroughAnothers();
    void countsWhatIsNotFinite();
    void tellsOfDamage_data();
    void tellsOfDamage();
    void neverTripsOverDamage();
    void savesWithZeros();

private:
    std::filesystem::path path(const char* name) const {
        return std::filesystem::path(m_folder->path().toStdString()) / name;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void XRayTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    writeSafetensors(path("ours"), sampleState(3));
}

void XRayTest::looksThroughOurs() {
    const TrainingState state = sampleState(3);
    const XRay seen = xRay(path("ours"));
    QVERIFY(seen.problems.empty());
    QVERIFY(seen.sumFits() && seen.hashFits == true);
    QCOMPARE(seen.sha256, stateHash(state));
    QCOMPARE(seen.fileBytes, std::filesystem::file_size(path("ours")));
    QVERIFY(seen.header.starts_with("{\"0.bias\""));
    QCOMPARE(seen.header.size(), seen.headerBytes);
    QVERIFY(seen.metadata == state.metadata);
    QCOMPARE(seen.tensors.size(), state.tensors.size());
    QCOMPARE(seen.wholeTensors(), state.tensors.size());
    for (const TensorXRay& each : seen.tensors) {
        const std::vector<float> numbers = state.tensors.at(each.name).floats();
        QCOMPARE(each.numbers, static_cast<std::int64_t>(numbers.size()));
        QVERIFY(each.shape == state.tensors.at(each.name).shape.lengths());
        if (numbers.empty())
            continue;
        QCOMPARE(each.smallest, double{*std::min_element(numbers.begin(), numbers.end())});
        QCOMPARE(each.largest, double{*std::max_element(numbers.begin(), numbers.end())});
        const double sum = std::accumulate(numbers.begin(), numbers.end(), 0.0);
        QVERIFY(std::abs(each.mean - sum / static_cast<double>(numbers.size())) < 1e-9);
        const auto& counts = each.histogram.counts;
        QCOMPARE(std::accumulate(counts.begin(), counts.end(), std::int64_t{0}), each.numbers);
    }
}

void XRayTest::looksThroughAnothers() {
    TrainingState state;
    state.tensors["half"] = {ElementType::F16, {2}, {0x00, 0x3C, 0x00, 0xC0}};       // 1, -2
    state.tensors["brain"] = {ElementType::BF16, {1}, {0x80, 0x3F}};                 // 1
    state.tensors["long"] = {ElementType::F64, {1}, {0, 0, 0, 0, 0, 0, 0x04, 0x40}}; // 2.5
    std::vector<std::uint8_t> bytes = encodeSafetensors(state);
    const std::string hash = stateHash(state);
    std::string text(bytes.begin(), bytes.end());
    text.replace(text.find("\"sha256\""), 8 + 3 + hash.size(), std::string(8 + 3 + hash.size(), ' '));
    std::ofstream(path("other"), std::ios::binary) << text;
    const XRay seen = xRay(path("other"));
    QVERIFY(seen.problems.empty());
    QVERIFY(seen.sha256.empty() && !seen.hashFits);
    QCOMPARE(seen.tensors[0].name, std::string("long"));
    QCOMPARE(seen.tensors[0].largest, 2.5);
    QCOMPARE(seen.tensors[1].type, std::string("BF16"));
    QCOMPARE(seen.tensors[1].mean, 1.0);
    QCOMPARE(seen.tensors[2].smallest, -2.0);
    QCOMPARE(seen.tensors[2].mean, -0.5);
}

void XRayTest::countsWhatIsNotFinite() {
    constexpr float kInf = std::numeric_limits<float>::infinity();
    const std::vector<float> values{0, -0.0F, std::nanf(""), kInf, -kInf, 2, 4};
    TrainingState state;
    state.tensors["a"] = StoredTensor::fromFloats({7}, values.data());
    state.tensors["b"] = StoredTensor::fromFloats({2}, values.data() + 2);
    writeSafetensors(path("file"), state);
    const XRay seen = xRay(path("file"));
    QCOMPARE(seen.tensors[0].nan, 1);
    QCOMPARE(seen.tensors[0].infinite, 2);
    QCOMPARE(seen.tensors[0].zeros, 2);
    QCOMPARE(seen.tensors[0].mean, 1.5);
    QCOMPARE(seen.tensors[0].histogram.counts.front(), 2);
    QCOMPARE(seen.tensors[0].histogram.counts.back(), 1);
    QVERIFY(seen.tensors[1].histogram.counts.empty());
}

void XRayTest::tellsOfDamage_data() {
    QTest::addColumn<int>("bytes");
    QTest::addColumn<bool>("header");
    QTest::newRow("empty") << 0 << false;
    QTest::newRow("cut in the length") << 5 << false;
    QTest::newRow("cut in the header") << 100 << false;
    QTest::newRow("cut in the numbers") << -100 << true;
    QTest::newRow("longer") << 7 << true;
    QTest::newRow("a flipped bit") << 0 << true;
}

void XRayTest::tellsOfDamage() {
    QFETCH(int, bytes);
    QFETCH(bool, header);
    const auto size = static_cast<std::int64_t>(std::filesystem::file_size(path("ours")));
    if (header && bytes == 0) {
        std::fstream file(path("ours"), std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(size - 1);
        file.put('\x7f');
    } else {
        std::filesystem::resize_file(path("ours"),
                                     static_cast<std::uintmax_t>(header ? size + bytes : bytes));
    }
    const XRay seen = xRay(path("ours"));
    QCOMPARE(seen.problems.size(), std::size_t(1));
    QCOMPARE(seen.tensors.empty(), !header);
    QCOMPARE(seen.sumFits(), header && bytes == 0);
    QCOMPARE(seen.wholeTensors() < seen.tensors.size(), header && bytes < 0);
    QVERIFY_EXCEPTION_THROWN(xRay(path("nothing")), Error);
    QVERIFY_EXCEPTION_THROWN(xRay(m_folder->path().toStdString()), Error);
}

void XRayTest::neverTripsOverDamage() {
    const std::string whole = filesBelow(m_folder->path().toStdString())["ours"];
    const RandomStream random(8, RandomPurpose::Generator);
    for (int round = 0; round < soakCount(1000, 20'000, 200'000); ++round) {
        const auto at = static_cast<std::uint64_t>(round);
        std::string bytes = whole;
        bytes[random.below(at, 0, round % 2 == 0 ? bytes.size() : 12)] =
            static_cast<char>(random.below(at, 1, 256));
        if (round % 3 == 0)
            bytes.resize(random.below(at, 2, bytes.size()));
        std::ofstream(path("bad"), std::ios::binary | std::ios::trunc) << bytes;
        const XRay seen = xRay(path("bad"));
        QVERIFY(bytes == whole || !seen.problems.empty() || seen.sha256.empty());
    }
}

void XRayTest::savesWithZeros() {
    saveWithZeros(path("ours"), {"0.weight"}, path("copy"));
    TrainingState expected = sampleState(3);
    for (std::uint8_t& byte : expected.tensors["0.weight"].bytes)
        byte = 0;
    QVERIFY(readSafetensors(path("copy")) == expected);
    QVERIFY(readSafetensors(path("ours")) == sampleState(3));
    QVERIFY_EXCEPTION_THROWN(saveWithZeros(path("ours"), {"0.weight"}, path("copy")), Error);
    QVERIFY_EXCEPTION_THROWN(saveWithZeros(path("ours"), {"0.weight", "none"}, path("other")), Error);
    QVERIFY(!std::filesystem::exists(path("other")));
}

QTEST_GUILESS_MAIN(XRayTest)
#include "x_ray_test.moc"
