// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <shared_mutex>
#include <span>
#include <string>
#include <vector>

#include "datasets/pixel_file.h"
#include "datasets/pixel_store.h"
#include "report/error.h"

namespace neurarium {

/// Decoded pictures with what was refused among them.
struct CachedPixels {
    std::shared_ptr<const PixelStore> pixels;
    std::vector<Message> refusals; ///< one a slot; empty where the picture is good
};

/// One set of decoded pictures in the cache folder, named by its content. Where the folder cannot be written,
/// or the disk is full, the pictures stay in memory. Never fails because of the cache.
class PixelCache {
public:
    /// `folder` empty: XDG_CACHE_HOME/neurarium or ~/.cache/neurarium.
    PixelCache(std::filesystem::path folder, const std::string& key, std::int64_t slots,
               std::int64_t pictureBytes);
    ~PixelCache();
    PixelCache(const PixelCache&) = delete;
    PixelCache& operator=(const PixelCache&) = delete;

    /// What was kept before; no pixels when there is nothing. A damaged file is removed.
    CachedPixels kept() const;

    /// Begins a new file. Then `put` or `refuse` once a slot, from any thread; `finish` gives the file its
    /// name, at once and completely.
    void begin();
    void put(std::int64_t slot, std::span<const std::uint8_t> pixels);
    void refuse(std::int64_t slot, Message reason);
    /// For a reason that may be gone next time: the set is used, but not kept.
    void refuseThisTime(std::int64_t slot, Message reason);
    CachedPixels finish();

    /// Why the pictures could not be kept; empty when they are.
    Message note() const;

private:
    void removeOldFiles() const;
    void goToMemory(const std::string& trouble);
    bool putIntoFile(std::int64_t slot, std::span<const std::uint8_t> pixels, std::string& trouble);

    std::filesystem::path m_folder;
    std::filesystem::path m_path;
    std::filesystem::path m_temporary;
    std::int64_t m_slots;
    std::int64_t m_pictureBytes;
    std::vector<Message> m_refusals;
    std::atomic<bool> m_worthKeeping{true};
    std::shared_mutex m_mutex; ///< shared while a slot is written, alone while moving to memory
    std::shared_ptr<PixelFile> m_file;
    std::vector<std::uint8_t> m_memory;
    std::string m_trouble;
};

} // namespace neurarium
