// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checkpoint/training_state.h"

namespace neurarium {

/// Where one tensor lies: bytes [begin, end) counted from the end of the header.
struct TensorPlace {
    ElementType type = ElementType::F32;
    Shape shape;
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
};

/// "F32": the format's word for an element type.
std::string typeName(ElementType type);

/// The header of a safetensors file. The key "sha256" is kept apart from the other metadata.
struct SafetensorsHeader {
    std::map<std::string, TensorPlace> tensors;
    std::map<std::string, std::string> metadata;
    std::string sha256; ///< empty in a file made by another program

    /// Lays a state out: long elements first (so that each tensor is aligned), then by name. Throws Error
    /// when a name is not UTF-8, or a tensor's bytes do not fill its shape.
    static SafetensorsHeader of(const TrainingState& state);

    /// Reads and checks the text against every rule of the format, `dataBytes` being what follows it in the
    /// file (absent: that is not checked). Throws Error (DamagedFile) with `where` as its place; keeps less
    /// than 8 MB whatever the text says.
    static SafetensorsHeader parse(std::string_view text, std::optional<std::uint64_t> dataBytes,
                                   const std::string& where);

    /// The compact JSON with sorted keys; with "sha256" among the metadata unless that is empty.
    std::string text() const;
    /// The tensors' names in the order of their bytes.
    std::vector<std::string> fileOrder() const;
};

} // namespace neurarium
