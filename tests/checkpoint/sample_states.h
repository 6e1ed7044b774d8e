// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "checkpoint/training_state.h"
#include "tensor/random.h"
#include "tests/soak.h"

namespace neurarium {

inline StoredTensor randomFloats(const Shape& shape, std::uint64_t seed) {
    const RandomStream random(seed, RandomPurpose::Initialization);
    std::vector<float> values(static_cast<std::size_t>(shape.elements()));
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = random.normal(0, i);
    return StoredTensor::fromFloats(shape, values.data());
}

/// What a small network has in its state, different for each seed.
inline TrainingState sampleState(std::uint64_t seed, std::int64_t width = 8) {
    TrainingState state;
    state.tensors["0.weight"] = randomFloats({width, 3, 2, 2}, seed);
    state.tensors["0.bias"] = randomFloats({width}, seed + 1);
    state.tensors["state/optimizer/0.weight/exp_avg"] = randomFloats({width, 3, 2, 2}, seed + 2);
    const std::vector<std::int64_t> counters{1, -2, static_cast<std::int64_t>(seed)};
    state.tensors["1.num_batches_tracked"] = StoredTensor::fromIntegers({}, counters.data());
    state.tensors["state/counters"] = StoredTensor::fromIntegers({3}, counters.data());
    state.tensors["state/frozen"] = {ElementType::Boolean, {3}, {1, 0, 1}};
    state.tensors["state/nothing"] = {ElementType::F32, {0, 4}, {}};
    state.metadata = {{"state/lr", "0.001"}, {"classes", "고양이\n\"dog\"\\ \x7f"}};
    return state;
}

/// The bytes of every file below a folder, by its path there.
inline std::map<std::string, std::string> filesBelow(const std::filesystem::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file())
            continue;
        std::ifstream file(entry.path(), std::ios::binary);
        files[std::filesystem::relative(entry.path(), folder).string()] =
            std::string(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return files;
}

} // namespace neurarium
