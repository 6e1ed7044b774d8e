// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "tensor/shape.h"

namespace neurarium {

enum class ElementType { F16, BF16, F32, F64, I64, I32, I16, I8, U8, Boolean };

/// Bytes of one element.
std::int64_t elementSize(ElementType type);

/// A named array of a safetensors file: the bytes as they lie in the file (little-endian, row-major).
struct StoredTensor {
    ElementType type = ElementType::F32;
    Shape shape;
    std::vector<std::uint8_t> bytes;

    static StoredTensor fromFloats(const Shape& shape, const float* values);
    static StoredTensor fromIntegers(const Shape& shape, const std::int64_t* values);
    /// The numbers as float32; F16, BF16, F64 and whole numbers are converted.
    std::vector<float> floats() const;
    /// Throws Error for anything but whole numbers.
    std::vector<std::int64_t> integers() const;
    bool operator==(const StoredTensor&) const = default;
};

/// All that a rollback needs (DESIGN section 6), as named tensors and sorted text. Network tensors have bare
/// names
/// ("0.weight"), everything else begins with "state/". No clock time, thread count, branch, id or file name.
struct TrainingState {
    std::map<std::string, StoredTensor> tensors;
    std::map<std::string, std::string> metadata;
    bool operator==(const TrainingState&) const = default;
};

/// The hash of a state: SHA-256 (64 hex digits) over the compact JSON header (sorted keys, without
/// __metadata__.sha256 and padding) followed by the tensor bytes, exactly as its file would have them.
std::string stateHash(const TrainingState& state);

/// The first difference between two states, for people: "state/optimizer/0.weight/exp_avg, element 17"; empty
/// if none.
std::string firstDifference(const TrainingState& a, const TrainingState& b);

} // namespace neurarium
