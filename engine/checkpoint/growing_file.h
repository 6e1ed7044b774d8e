// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>

namespace neurarium {

/// What an error tells about a file that could not be written.
struct WantedRoom {
    std::filesystem::path place; ///< what is being made; the file may lie beside or below it
    std::uint64_t bytes = 0;     ///< that all of it needs
};

/// A new file that is written part by part. What was written is sent to the disk every few megabytes: the
/// progress tells the truth, and little is left to wait for at the end. Everything throws Error (Storage).
class GrowingFile {
public:
    enum class Sending { Steadily, Never };

    GrowingFile(const std::filesystem::path& path, WantedRoom room, Sending sending = Sending::Steadily);
    ~GrowingFile();
    GrowingFile(const GrowingFile&) = delete;
    GrowingFile& operator=(const GrowingFile&) = delete;

    void write(std::span<const std::uint8_t> bytes);
    /// All of it is on the disk when this returns, its name in the folder aside (see syncFolder).
    void finish();
    /// It is complete, and reaches the disk sooner or later.
    void close();

private:
    [[noreturn]] void fail(int reason) const;
    void sendToDisk();

    const WantedRoom m_room;
    const Sending m_sending;
    int m_file;
    std::int64_t m_written = 0;
    std::int64_t m_sent = 0; ///< of them, to the disk
};

/// Copies a file for a while: nobody waits for the disk. Throws Error (Storage).
void copyForAWhile(const std::filesystem::path& from, const std::filesystem::path& to,
                   const WantedRoom& room);

} // namespace neurarium
