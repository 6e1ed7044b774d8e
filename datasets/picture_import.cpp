// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/picture_import.h"

#include <algorithm>
#include <map>
#include <new>
#include <span>
#include <string_view>
#include <utility>

#include "checkpoint/sha256.h"
#include "datasets/file_bytes.h"
#include "datasets/picture_decoder.h"
#include "datasets/picture_header.h"
#include "datasets/pixel_cache.h"
#include "report/error.h"

namespace neurarium {

namespace {

constexpr std::uint64_t kLargestFile = 64ULL << 20U;
constexpr std::int64_t kTenths = 10; // looking through the files counts as one tenth of the work

/// What looking through a file gave: the hash of its content, or why it is refused.
struct LookedAt {
    std::string hash;
    Message refusal;
};

std::string hashOf(std::span<const std::uint8_t> bytes) {
    Sha256 hash;
    hash.update(bytes);
    return hash.hex();
}

LookedAt lookAt(const std::filesystem::path& path) {
    try {
        const std::vector<std::uint8_t> bytes = readFileBytes(path, kLargestFile);
        readPictureHeader(bytes);
        return {hashOf(bytes), {}};
    } catch (const Error& error) {
        return {{}, error.problem().what};
    } catch (const std::bad_alloc&) {
        return {{}, explain("Problem", "there is not enough memory to read the picture; save it smaller")};
    }
}

/// One of the different contents: where it is kept, and a file that holds it.
struct Content {
    std::string hash;
    std::size_t file = 0;
};

/// Contents in the order of their hashes, and each file's place among them (-1: refused). The order does not
/// depend on the files' names: moving pictures about finds the same cache again.
std::vector<Content> distinctContents(const std::vector<LookedAt>& looked, std::vector<std::int64_t>& slots) {
    std::map<std::string_view, std::size_t> first;
    for (std::size_t i = 0; i < looked.size(); ++i)
        if (looked[i].refusal.empty())
            first.emplace(looked[i].hash, i);
    std::vector<Content> contents;
    std::map<std::string_view, std::int64_t> slotOf;
    for (const auto& [hash, file] : first) {
        slotOf[hash] = static_cast<std::int64_t>(contents.size());
        contents.push_back({std::string(hash), file});
    }
    slots.assign(looked.size(), -1);
    for (std::size_t i = 0; i < looked.size(); ++i)
        if (looked[i].refusal.empty())
            slots[i] = slotOf.at(looked[i].hash);
    return contents;
}

std::string cacheKey(const std::vector<Content>& contents, PictureSize size) {
    Sha256 hash;
    hash.update("neurarium decoded pictures 1\n" + std::to_string(size.height) + "x" +
                std::to_string(size.width) + "\n");
    for (const Content& content : contents)
        hash.update(content.hash + "\n");
    return hash.hex();
}

std::vector<std::uint8_t> readAgain(const std::filesystem::path& path, const std::string& hash) {
    std::vector<std::uint8_t> bytes = readFileBytes(path, kLargestFile);
    if (hashOf(bytes) != hash)
        throw Error(ProblemKind::Failure, {},
                    explain("Problem", "the file changed while it was read; read the folder again"));
    return bytes;
}

/// Decodes different contents into the slots of a cache.
class Decoding {
public:
    Decoding(const std::vector<FoundFile>& files, const std::vector<Content>& contents, PictureSize size,
             PixelCache& cache)
        : m_files(files)
        , m_contents(contents)
        , m_size(size)
        , m_cache(cache) {}

    CachedPixels run(int threads, ProgressTeller& teller) {
        m_cache.begin();
        const auto total = static_cast<std::int64_t>(m_files.size());
        const auto contents = static_cast<std::int64_t>(m_contents.size());
        const auto watch = [&](std::size_t started) {
            const std::int64_t done = total * static_cast<std::int64_t>(started) / contents;
            const Content& current = m_contents[std::min(started, m_contents.size() - 1)];
            teller.tell(
                {total / kTenths + done * (kTenths - 1) / kTenths, total, m_files[current.file].name});
        };
        shareWork(
            m_contents.size(), threads, [this](std::size_t i) { decodeOne(i); }, watch);
        return m_cache.finish();
    }

private:
    /// Only what the content itself is to blame for is kept with it.
    void decodeOne(std::size_t i) {
        const auto slot = static_cast<std::int64_t>(i);
        try {
            const std::vector<std::uint8_t> bytes =
                readAgain(m_files[m_contents[i].file].path, m_contents[i].hash);
            std::vector<std::uint8_t> planes(
                static_cast<std::size_t>(std::int64_t{3} * m_size.height * m_size.width));
            m_decoder.decode(bytes, m_size, planes);
            m_cache.put(slot, planes);
        } catch (const Error& error) {
            if (error.problem().where.empty() && error.kind() == ProblemKind::Refused)
                m_cache.refuse(slot, error.problem().what);
            else
                m_cache.refuseThisTime(slot, error.problem().what);
        } catch (const std::bad_alloc&) {
            m_cache.refuseThisTime(
                slot, explain("Problem", "there is not enough memory to read the picture; save it smaller"));
        }
    }

    const std::vector<FoundFile>& m_files;
    const std::vector<Content>& m_contents;
    PictureSize m_size;
    PixelCache& m_cache;
    PictureDecoder m_decoder;
};

std::vector<LookedAt> lookThrough(const std::vector<FoundFile>& files, const ReadContext& context,
                                  ProgressTeller& teller) {
    std::vector<LookedAt> looked(files.size());
    const auto total = static_cast<std::int64_t>(files.size());
    shareWork(
        files.size(), context.threads, [&](std::size_t i) { looked[i] = lookAt(files[i].path); },
        [&](std::size_t started) {
            const std::size_t current = std::min(started, files.size() - 1);
            teller.tell({static_cast<std::int64_t>(started) / kTenths, total, files[current].name});
        });
    return looked;
}

} // namespace

ImportedPictures importPictures(const std::vector<FoundFile>& files, PictureSize size,
                                const ReadContext& context, ProgressTeller& teller) {
    ImportedPictures imported;
    std::vector<LookedAt> looked = lookThrough(files, context, teller);
    std::vector<std::int64_t> slots;
    const std::vector<Content> contents = distinctContents(looked, slots);
    CachedPixels cached;
    if (!contents.empty()) {
        PixelCache cache(context.cacheFolder, cacheKey(contents, size),
                         static_cast<std::int64_t>(contents.size()),
                         std::int64_t{3} * size.height * size.width);
        cached = cache.kept();
        if (cached.pixels == nullptr)
            cached = Decoding(files, contents, size, cache).run(context.threads, teller);
        imported.note = cache.note();
    }
    imported.pixels = cached.pixels;
    imported.outcomes.resize(files.size());
    for (std::size_t i = 0; i < files.size(); ++i) {
        ImportedPictures::Outcome& outcome = imported.outcomes[i];
        outcome.refusal =
            slots[i] < 0 ? looked[i].refusal : cached.refusals[static_cast<std::size_t>(slots[i])];
        if (outcome.refusal.empty())
            outcome.slot = slots[i];
    }
    const auto total = static_cast<std::int64_t>(files.size());
    teller.tellNow({total, total, {}});
    return imported;
}

} // namespace neurarium
