// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace neurarium {

/// Reads a whole file of 1 ... `limit` bytes. Folders, pipes and devices are not opened; the size is checked
/// before anything is allocated. Throws Error (Refused) with the file's path as the place.
std::vector<std::uint8_t> readFileBytes(const std::filesystem::path& path, std::uint64_t limit);

} // namespace neurarium
