// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include <locale.h>

#include "checkpoint/run_archive.h"

namespace neurarium {

/// A file that belongs to a run, or one of its checkpoints: "checkpoints/000001.safetensors".
bool belongsToARun(const std::filesystem::path& name);

/// While it lives, names are UTF-8 for the calling thread, whatever the program's locale is: the archive
/// library would lose "고양이" in another one.
class Utf8Names {
public:
    Utf8Names();
    ~Utf8Names();
    Utf8Names(const Utf8Names&) = delete;
    Utf8Names& operator=(const Utf8Names&) = delete;

private:
    locale_t m_locale;
    locale_t m_before{};
};

/// Counts the bytes that were packed or unpacked, and asks whether to go on.
class ArchiveCounter {
public:
    ArchiveCounter(const ArchiveProgress& progress, std::uint64_t total, std::filesystem::path where);
    /// Throws Error when it is to end.
    void add(std::size_t bytes);

private:
    const ArchiveProgress& m_progress;
    const std::uint64_t m_total;
    const std::filesystem::path m_where;
    std::uint64_t m_done = 0;
};

/// Bytes that are read or written at once.
inline constexpr std::size_t kArchiveChunk = 1 << 18;

} // namespace neurarium
