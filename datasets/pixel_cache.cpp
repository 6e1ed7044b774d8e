// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/pixel_cache.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <mutex>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace neurarium {

namespace {

namespace fs = std::filesystem;

constexpr const char* kEnding = ".pictures";
constexpr const char* kTemporaryEnding = ".unfinished";

/// Empty when there is no home.
fs::path userCacheFolder() {
    if (const char* cache = std::getenv("XDG_CACHE_HOME"); cache != nullptr && *cache == '/')
        return fs::path(cache) / "neurarium";
    if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/')
        return fs::path(home) / ".cache" / "neurarium";
    return {};
}

/// A name that no other import uses, in this program or another one.
fs::path temporaryName(const fs::path& path) {
    static std::atomic<unsigned> count{0};
    const auto now = std::chrono::steady_clock::now().time_since_epoch().count();
    return path.string() + "." + std::to_string(getpid()) + "-" + std::to_string(now) + "-" +
           std::to_string(count++) + kTemporaryEnding;
}

} // namespace

PixelCache::PixelCache(fs::path folder, const std::string& key, std::int64_t slots, std::int64_t pictureBytes)
    : m_folder(folder.empty() ? userCacheFolder() : std::move(folder))
    , m_slots(slots)
    , m_pictureBytes(pictureBytes) {
    if (!m_folder.empty())
        m_path = m_folder / (key + kEnding);
}

PixelCache::~PixelCache() {
    std::error_code trouble;
    if (!m_temporary.empty())
        fs::remove(m_temporary, trouble);
}

CachedPixels PixelCache::kept() const {
    if (m_path.empty())
        return {};
    const auto file = PixelFile::open(m_path, m_slots, m_pictureBytes);
    if (file != nullptr)
        return {file, file->refusals()};
    std::error_code trouble;
    fs::remove(m_path, trouble);
    return {};
}

void PixelCache::begin() {
    m_refusals.resize(static_cast<std::size_t>(m_slots));
    std::error_code trouble;
    if (m_folder.empty()) {
        goToMemory("HOME");
        return;
    }
    fs::create_directories(m_folder, trouble);
    removeOldFiles();
    m_temporary = temporaryName(m_path);
    std::string reason;
    m_file = PixelFile::create(m_temporary, m_slots, m_pictureBytes, reason);
    if (m_file == nullptr) {
        m_temporary.clear();
        goToMemory(reason);
    }
}

/// Sets that were not used for three months, and what a crash left unfinished more than a day ago.
void PixelCache::removeOldFiles() const {
    constexpr std::chrono::hours kUnused{24 * 90}, kUnfinished{24};
    std::error_code trouble;
    const auto now = fs::file_time_type::clock::now();
    for (fs::directory_iterator entries(m_folder, trouble); !trouble && entries != fs::directory_iterator();
         entries.increment(trouble)) {
        std::error_code ignored;
        const fs::path ending = entries->path().extension();
        const auto age = now - entries->last_write_time(ignored);
        if (ignored)
            continue;
        if ((ending == kEnding && age > kUnused) || (ending == kTemporaryEnding && age > kUnfinished))
            fs::remove(entries->path(), ignored);
    }
}

bool PixelCache::putIntoFile(std::int64_t slot, std::span<const std::uint8_t> pixels, std::string& trouble) {
    const std::shared_lock lock(m_mutex);
    if (m_file != nullptr)
        return m_file->write(slot, pixels, trouble);
    std::copy(pixels.begin(), pixels.end(), m_memory.begin() + slot * m_pictureBytes);
    return true;
}

void PixelCache::put(std::int64_t slot, std::span<const std::uint8_t> pixels) {
    std::string trouble;
    if (putIntoFile(slot, pixels, trouble))
        return;
    {
        const std::unique_lock lock(m_mutex);
        if (m_file != nullptr)
            goToMemory(trouble);
    }
    putIntoFile(slot, pixels, trouble);
}

/// Takes along what the file holds already; slots not written yet are put later.
void PixelCache::goToMemory(const std::string& trouble) {
    m_trouble = trouble;
    m_memory.resize(static_cast<std::size_t>(m_slots * m_pictureBytes));
    const auto size = static_cast<std::size_t>(m_pictureBytes);
    for (std::int64_t slot = 0; m_file != nullptr && slot < m_slots; ++slot) {
        try {
            m_file->read(slot, std::span(m_memory).subspan(static_cast<std::size_t>(slot) * size, size));
        } catch (const Error&) {
            break; // the file ends here
        }
    }
    m_file.reset();
    std::error_code ignored;
    if (!m_temporary.empty())
        fs::remove(m_temporary, ignored);
    m_temporary.clear();
}

void PixelCache::refuse(std::int64_t slot, Message reason) {
    m_refusals[static_cast<std::size_t>(slot)] = std::move(reason);
}

void PixelCache::refuseThisTime(std::int64_t slot, Message reason) {
    m_worthKeeping = false;
    refuse(slot, std::move(reason));
}

CachedPixels PixelCache::finish() {
    if (m_file != nullptr && m_worthKeeping) {
        std::string trouble;
        std::error_code renaming;
        if (!m_file->seal(m_refusals, trouble)) {
            goToMemory(trouble);
        } else {
            fs::rename(m_temporary, m_path, renaming);
            if (renaming)
                m_trouble = renaming.message();
            else
                m_temporary.clear();
        }
    }
    if (m_file != nullptr)
        return {m_file, m_refusals};
    return {std::make_shared<MemoryPixels>(std::move(m_memory)), m_refusals};
}

Message PixelCache::note() const {
    if (m_trouble.empty())
        return {};
    return explain(
        "Problem",
        "The decoded pictures cannot be kept in the folder %1 (%2). They stay in memory, and the next start "
        "decodes them again",
        {m_folder.string(), m_trouble});
}

} // namespace neurarium
