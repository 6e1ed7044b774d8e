// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

#include "report/error.h"

namespace neurarium {

/// A file's content, part after part.
using FileParts = std::vector<std::span<const std::uint8_t>>;

/// A file under way is called ".NAME.partial" until it is complete.
inline constexpr std::string_view kPartialEnding = ".partial";

/// Writes a file so that it is there completely or not at all: written beside its place, flushed, fsynced,
/// renamed into place, the folder fsynced, read back and compared. Throws Error (Storage); nothing is left
/// behind then, and other files are untouched.
void writeDurably(const std::filesystem::path& path, const FileParts& parts);
void writeDurably(const std::filesystem::path& path, std::string_view text);

/// Makes renamed, new and removed entries of a folder last. Throws Error (Storage).
void syncFolder(const std::filesystem::path& folder);
/// The same for what now stands in its folder; the error tells of it, and of the bytes it needs.
void syncEntry(const std::filesystem::path& file, std::uint64_t bytesNeeded);

/// What to tell when a file could not be written: the folder, the bytes needed, the reason (an errno value).
Error storageError(const std::filesystem::path& file, int reason, std::uint64_t bytesNeeded);

} // namespace neurarium
