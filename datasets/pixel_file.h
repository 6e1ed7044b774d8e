// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "datasets/pixel_store.h"
#include "report/error.h"

namespace neurarium {

/// A file of decoded pictures: a header, the pictures in numbered slots, why some of them were refused, and
/// the hash of all that. Pictures are read with the file's position given, one by one: a cut file is an
/// error, not a crash, and 20,000 pictures do not count as the program's memory.
class PixelFile : public PixelStore {
public:
    /// A new file for `slots` pictures. Null when it cannot be made; then `trouble` says why.
    static std::shared_ptr<PixelFile> create(const std::filesystem::path& path, std::int64_t slots,
                                             std::int64_t pictureBytes, std::string& trouble);
    /// A sealed file whose hash is right and which holds such pictures; null otherwise.
    static std::shared_ptr<PixelFile> open(const std::filesystem::path& path, std::int64_t slots,
                                           std::int64_t pictureBytes);
    ~PixelFile() override;
    PixelFile(const PixelFile&) = delete;
    PixelFile& operator=(const PixelFile&) = delete;

    /// Throws Error (DamagedFile) when the file has become shorter.
    void read(std::int64_t slot, std::span<std::uint8_t> pixels) const override;
    /// False when the disk does not take it. Different slots may be written at the same time.
    bool write(std::int64_t slot, std::span<const std::uint8_t> pixels, std::string& trouble);
    /// Writes what belongs behind the pictures. The file can be opened again after that.
    bool seal(const std::vector<Message>& refusals, std::string& trouble);

    /// One a slot; empty where the picture is good.
    const std::vector<Message>& refusals() const { return m_refusals; }

private:
    PixelFile(int descriptor, std::int64_t slots, std::int64_t pictureBytes);
    bool readRefusals(std::uint64_t length);
    bool isWhole();
    std::string hashUpTo(std::uint64_t end) const;

    int m_descriptor;
    std::int64_t m_slots;
    std::int64_t m_pictureBytes;
    std::vector<Message> m_refusals;
};

} // namespace neurarium
