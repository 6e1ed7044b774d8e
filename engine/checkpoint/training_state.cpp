// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkpoint/training_state.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "checkpoint/safetensors_header.h"
#include "checkpoint/sha256.h"
#include "report/error.h"

namespace neurarium {

static_assert(std::endian::native == std::endian::little, "stored tensors are little-endian");

namespace {

// IEEE 754 binary16: 1 sign, 5 exponent (bias 15), 10 fraction bits.
float fromHalf(std::uint16_t half) {
    const int exponent = (half >> 10) & 31;
    const int fraction = half & 1023;
    if (exponent == 31) {
        const std::uint32_t sign = (half & 0x8000U) << 16;
        return std::bit_cast<float>(sign | 0x7F800000U | (static_cast<std::uint32_t>(fraction) << 13));
    }
    const float size = exponent == 0 ? std::ldexp(static_cast<float>(fraction), -24)
                                     : std::ldexp(static_cast<float>(1024 + fraction), exponent - 25);
    return (half & 0x8000U) != 0 ? -size : size;
}

// bfloat16 is the upper half of a binary32.
float fromBrainFloat(std::uint16_t upper) {
    return std::bit_cast<float>(static_cast<std::uint32_t>(upper) << 16);
}

template <class Stored, class Wanted, class Convert>
std::vector<Wanted> converted(const std::vector<std::uint8_t>& bytes, Convert convert) {
    std::vector<Wanted> numbers(bytes.size() / sizeof(Stored));
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        Stored stored;
        std::memcpy(&stored, bytes.data() + i * sizeof(Stored), sizeof(Stored));
        numbers[i] = convert(stored);
    }
    return numbers;
}

template <class Stored, class Wanted>
std::vector<Wanted> cast(const std::vector<std::uint8_t>& bytes) {
    return converted<Stored, Wanted>(bytes, [](Stored value) { return static_cast<Wanted>(value); });
}

template <class Value>
StoredTensor stored(ElementType type, const Shape& shape, const Value* values) {
    StoredTensor tensor;
    tensor.type = type;
    tensor.shape = shape;
    tensor.bytes.resize(static_cast<std::size_t>(shape.elements()) * sizeof(Value));
    if (!tensor.bytes.empty())
        std::memcpy(tensor.bytes.data(), values, tensor.bytes.size());
    return tensor;
}

void checkLength(const StoredTensor& tensor) {
    const auto wanted = tensor.shape.elements() * elementSize(tensor.type);
    if (static_cast<std::int64_t>(tensor.bytes.size()) != wanted)
        throw Error(ProblemKind::Failure, "tensor",
                    explain("Problem", "%1 bytes do not fill the shape %2",
                            {std::to_string(tensor.bytes.size()), tensor.shape.text()}));
}

std::string differenceWithin(const std::string& name, const StoredTensor& a, const StoredTensor& b) {
    if (a.type != b.type)
        return name + ", element type";
    if (a.shape != b.shape)
        return name + ", shape " + a.shape.text() + " and " + b.shape.text();
    const auto [mine, other] = std::mismatch(a.bytes.begin(), a.bytes.end(), b.bytes.begin(), b.bytes.end());
    if (mine == a.bytes.end() && other == b.bytes.end())
        return {};
    return name + ", element " + std::to_string((mine - a.bytes.begin()) / elementSize(a.type));
}

/// Walks two sorted maps side by side; `within` compares two values that have the same key.
template <class Map, class Within>
std::string firstOf(const Map& a, const Map& b, Within within) {
    auto mine = a.begin();
    auto other = b.begin();
    while (mine != a.end() || other != b.end()) {
        if (other == b.end() || (mine != a.end() && mine->first < other->first))
            return mine->first + ", only in the first";
        if (mine == a.end() || other->first < mine->first)
            return other->first + ", only in the second";
        if (std::string difference = within(mine->first, mine->second, other->second); !difference.empty())
            return difference;
        ++mine;
        ++other;
    }
    return {};
}

} // namespace

std::int64_t elementSize(ElementType type) {
    switch (type) {
    case ElementType::F64:
    case ElementType::I64:
        return 8;
    case ElementType::F32:
    case ElementType::I32:
        return 4;
    case ElementType::F16:
    case ElementType::BF16:
    case ElementType::I16:
        return 2;
    case ElementType::I8:
    case ElementType::U8:
    case ElementType::Boolean:
        break;
    }
    return 1;
}

StoredTensor StoredTensor::fromFloats(const Shape& shape, const float* values) {
    return stored(ElementType::F32, shape, values);
}

StoredTensor StoredTensor::fromIntegers(const Shape& shape, const std::int64_t* values) {
    return stored(ElementType::I64, shape, values);
}

std::vector<float> StoredTensor::floats() const {
    checkLength(*this);
    switch (type) {
    case ElementType::F16:
        return converted<std::uint16_t, float>(bytes, fromHalf);
    case ElementType::BF16:
        return converted<std::uint16_t, float>(bytes, fromBrainFloat);
    case ElementType::F32:
        return cast<float, float>(bytes);
    case ElementType::F64:
        return cast<double, float>(bytes);
    default:
        break;
    }
    const std::vector<std::int64_t> whole = integers();
    std::vector<float> numbers(whole.size());
    std::transform(whole.begin(), whole.end(), numbers.begin(),
                   [](std::int64_t number) { return static_cast<float>(number); });
    return numbers;
}

std::vector<std::int64_t> StoredTensor::integers() const {
    checkLength(*this);
    switch (type) {
    case ElementType::I64:
        return cast<std::int64_t, std::int64_t>(bytes);
    case ElementType::I32:
        return cast<std::int32_t, std::int64_t>(bytes);
    case ElementType::I16:
        return cast<std::int16_t, std::int64_t>(bytes);
    case ElementType::I8:
        return cast<std::int8_t, std::int64_t>(bytes);
    case ElementType::U8:
        return cast<std::uint8_t, std::int64_t>(bytes);
    case ElementType::Boolean:
        return converted<std::uint8_t, std::int64_t>(bytes, [](std::uint8_t value) { return value != 0; });
    default:
        break;
    }
    throw Error(ProblemKind::Refused, "tensor",
                explain("Problem", "whole numbers are expected, fractions were found"));
}

std::string stateHash(const TrainingState& state) {
    const SafetensorsHeader header = SafetensorsHeader::of(state);
    Sha256 hash;
    hash.update(header.text());
    for (const std::string& name : header.fileOrder())
        hash.update(state.tensors.at(name).bytes);
    return hash.hex();
}

std::string firstDifference(const TrainingState& a, const TrainingState& b) {
    std::string difference = firstOf(a.tensors, b.tensors, differenceWithin);
    if (!difference.empty())
        return difference;
    return firstOf(a.metadata, b.metadata,
                   [](const std::string& key, const std::string& mine, const std::string& other) {
                       return mine == other ? std::string()
                                            : key + ", \"" + mine + "\" and \"" + other + "\"";
                   });
}

} // namespace neurarium
