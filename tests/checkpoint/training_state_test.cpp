// SPDX-License-Identifier: GPL-3.0-or-later
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

#include <QTest>

#include "checkpoint/training_state.h"
#include "report/error.h"
#include "sample_states.h"

using namespace neurarium;

Q_DECLARE_METATYPE(neurarium::ElementType)

namespace {

template <class Value>
StoredTensor one(ElementType type, Value value) {
    StoredTensor tensor{type, Shape({1}), std::vector<std::uint8_t>(sizeof(Value))};
    std::memcpy(tensor.bytes.data(), &value, sizeof(Value));
    return tensor;
}

StoredTensor half(int bits) {
    return one(ElementType::F16, static_cast<std::uint16_t>(bits));
}

StoredTensor brain(int bits) {
    return one(ElementType::BF16, static_cast<std::uint16_t>(bits));
}

} // namespace

class TrainingStateTest : public QObject {
    Q_OBJECT

private slots:
    void convertsFractions_data();
    void convertsFractions();
    void convertsEveryHalf();
    void convertsWholeNumbers();
    void refusesFractionsAsWholeNumbers();
    void refusesWrongLength();
    void hashesEveryByte();
    void namesTheFirstDifference();
};

void TrainingStateTest::convertsFractions_data() {
    QTest::addColumn<StoredTensor>("tensor");
    QTest::addColumn<float>("expected");
    const float infinity = std::numeric_limits<float>::infinity();
    QTest::newRow("half one") << half(0x3C00) << 1.0F;
    QTest::newRow("half third") << half(0x3555) << 0.333251953125F;
    QTest::newRow("half largest") << half(0x7BFF) << 65504.0F;
    QTest::newRow("half smallest normal") << half(0x0400) << 0x1p-14F;
    QTest::newRow("half smallest") << half(0x0001) << 0x1p-24F;
    QTest::newRow("half largest subnormal") << half(0x83FF) << -0x1.FF8p-15F;
    QTest::newRow("half negative zero") << half(0x8000) << -0.0F;
    QTest::newRow("half infinity") << half(0xFC00) << -infinity;
    QTest::newRow("bfloat one") << brain(0x3F80) << 1.0F;
    QTest::newRow("bfloat minus pi") << brain(0xC049) << -3.140625F;
    QTest::newRow("bfloat infinity") << brain(0x7F80) << infinity;
    QTest::newRow("double") << one(ElementType::F64, 0.1) << 0.1F;
    QTest::newRow("double too large") << one(ElementType::F64, 1e300) << infinity;
    QTest::newRow("float") << one(ElementType::F32, 2.5F) << 2.5F;
    QTest::newRow("long") << one(ElementType::I64, std::int64_t{-7}) << -7.0F;
    QTest::newRow("byte") << one(ElementType::U8, std::uint8_t{255}) << 255.0F;
}

void TrainingStateTest::convertsFractions() {
    QFETCH(StoredTensor, tensor);
    QFETCH(float, expected);
    QCOMPARE(tensor.floats().size(), std::size_t{1});
    QCOMPARE(std::bit_cast<std::uint32_t>(tensor.floats()[0]), std::bit_cast<std::uint32_t>(expected));
}

void TrainingStateTest::convertsEveryHalf() {
    // Neighbouring finite halves differ by the spacing of their exponent.
    for (int bits = 1; bits < 0x7C00; ++bits) {
        const float step = half(bits).floats()[0] - half(bits - 1).floats()[0];
        QCOMPARE(step, std::ldexp(1.0F, std::max((bits - 1) >> 10, 1) - 25));
        QCOMPARE(half(bits | 0x8000).floats()[0], -half(bits).floats()[0]);
    }
    for (int bits = 0x7C01; bits < 0x8000; ++bits)
        QVERIFY(std::isnan(half(bits).floats()[0]));
}

void TrainingStateTest::convertsWholeNumbers() {
    QCOMPARE(one(ElementType::I64, std::int64_t{-5}).integers()[0], -5);
    QCOMPARE(one(ElementType::I32, std::int32_t{-5}).integers()[0], -5);
    QCOMPARE(one(ElementType::I16, std::int16_t{-5}).integers()[0], -5);
    QCOMPARE(one(ElementType::I8, std::int8_t{-5}).integers()[0], -5);
    QCOMPARE(one(ElementType::U8, std::uint8_t{251}).integers()[0], 251);
    QCOMPARE(one(ElementType::Boolean, std::uint8_t{1}).integers()[0], 1);
}

void TrainingStateTest::refusesFractionsAsWholeNumbers() {
    QVERIFY_EXCEPTION_THROWN(one(ElementType::F32, 1.0F).integers(), Error);
    QVERIFY_EXCEPTION_THROWN(half(0).integers(), Error);
}

void TrainingStateTest::refusesWrongLength() {
    StoredTensor tensor = one(ElementType::F32, 1.0F);
    tensor.bytes.pop_back();
    QVERIFY_EXCEPTION_THROWN(tensor.floats(), Error);
    QVERIFY_EXCEPTION_THROWN(stateHash({{{"a", tensor}}, {}}), Error);
}

void TrainingStateTest::hashesEveryByte() {
    const TrainingState state = sampleState(1);
    const std::string hash = stateHash(state);
    QCOMPARE(hash.size(), std::size_t{64});
    QCOMPARE(stateHash(sampleState(1)), hash);
    for (const auto& [name, tensor] : state.tensors) {
        for (std::size_t i = 0; i < tensor.bytes.size(); ++i) {
            TrainingState changed = state;
            changed.tensors[name].bytes[i] ^= 1;
            QVERIFY(stateHash(changed) != hash);
        }
    }
    TrainingState renamed = state;
    renamed.tensors["0.weighs"] = renamed.tensors["0.weight"];
    renamed.tensors.erase("0.weight");
    QVERIFY(stateHash(renamed) != hash);
    TrainingState reworded = state;
    reworded.metadata["state/lr"] = "0.002";
    QVERIFY(stateHash(reworded) != hash);
    TrainingState carrying = state;
    carrying.metadata["sha256"] = hash;
    QCOMPARE(stateHash(carrying), hash);
}

void TrainingStateTest::namesTheFirstDifference() {
    const TrainingState state = sampleState(1);
    QCOMPARE(firstDifference(state, state), std::string());
    TrainingState changed = state;
    changed.tensors["0.weight"].bytes[17 * 4 + 2] ^= 1;
    QCOMPARE(firstDifference(state, changed), std::string("0.weight, element 17"));
    changed = state;
    changed.tensors.erase("0.weight");
    QCOMPARE(firstDifference(state, changed), std::string("0.weight, only in the first"));
    QCOMPARE(firstDifference(changed, state), std::string("0.weight, only in the second"));
    changed = state;
    changed.tensors["0.bias"].shape = {2, 4};
    QVERIFY(firstDifference(state, changed).starts_with("0.bias, shape 8 and 2"));
    changed = state;
    changed.metadata["state/lr"] = "0.002";
    QCOMPARE(firstDifference(state, changed), std::string("state/lr, \"0.001\" and \"0.002\""));
}

QTEST_GUILESS_MAIN(TrainingStateTest)
#include "training_state_test.moc"
