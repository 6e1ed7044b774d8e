// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "report/error.h"

namespace neurarium {

/// How many of a tensor's finite numbers fall into each of equally wide parts of [low, high].
struct Histogram {
    double low = 0;
    double high = 0;
    std::vector<std::int64_t> counts;
    bool operator==(const Histogram&) const = default;
};

/// One tensor of a safetensors file, looked at through its bytes.
struct TensorXRay {
    std::string name;
    std::string type; ///< "F32", "BF16", "I64" ...
    std::vector<std::int64_t> shape;
    std::int64_t numbers = 0;
    std::uint64_t begin = 0; ///< bytes [begin, end) of the file
    std::uint64_t end = 0;
    bool isWhole = true; ///< false: the file ends before the tensor does, so there are no figures below
    double smallest = 0; ///< of the finite numbers, as the next three
    double largest = 0;
    double mean = 0;
    Histogram histogram;
    std::int64_t zeros = 0;
    std::int64_t nan = 0;
    std::int64_t infinite = 0;
    bool operator==(const TensorXRay&) const = default;
};

/// A safetensors file as it lies on the disk: 8 bytes for the length of the header, the header, the numbers.
struct XRay {
    std::uint64_t fileBytes = 0;
    std::array<std::uint8_t, 8> lengthBytes{};
    std::uint64_t headerBytes = 0; ///< what these eight bytes say
    std::string header;            ///< the text, or its beginning when it is long
    std::map<std::string, std::string> metadata;
    std::vector<TensorXRay> tensors; ///< in the order of their bytes
    std::uint64_t dataBytes = 0;     ///< of all tensors together
    std::string sha256;              ///< the hash that the file carries; empty when it carries none
    std::optional<bool> hashFits;    ///< absent when there is none
    std::vector<Problem> problems;   ///< what breaks the rules of the format; empty for a sound file

    /// 8 + header + numbers.
    std::uint64_t describedBytes() const { return lengthBytes.size() + headerBytes + dataBytes; }
    /// The sum is the size of the file.
    bool sumFits() const { return describedBytes() == fileBytes; }
    std::size_t wholeTensors() const;
    bool operator==(const XRay&) const = default;
};

} // namespace neurarium
