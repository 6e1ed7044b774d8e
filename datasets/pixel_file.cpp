// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/pixel_file.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include <nlohmann/json.hpp>

#include "checkpoint/sha256.h"

namespace neurarium {

namespace {

using nlohmann::json;

constexpr std::size_t kHashLength = 64;
constexpr std::uint64_t kLongestRefusals = 1U << 30U;

/// The first bytes of the file; numbers as this computer writes them, for the file never leaves it.
struct Header {
    std::array<char, 16> magic{'n', 'e', 'u', 'r', 'a', 'r', 'i', 'u',
                               'm', ' ', 'p', 'i', 'x', ' ', '1', '\n'};
    std::int64_t slots = 0;
    std::int64_t pictureBytes = 0;
    std::uint64_t refusalsLength = 0;
};

bool readAll(int descriptor, void* bytes, std::size_t count, std::uint64_t at) {
    auto* to = static_cast<char*>(bytes);
    while (count > 0) {
        const ssize_t got = pread(descriptor, to, count, static_cast<off_t>(at));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        to += got;
        at += static_cast<std::uint64_t>(got);
        count -= static_cast<std::size_t>(got);
    }
    return true;
}

bool writeAll(int descriptor, const void* bytes, std::size_t count, std::uint64_t at) {
    const auto* from = static_cast<const char*>(bytes);
    while (count > 0) {
        const ssize_t put = pwrite(descriptor, from, count, static_cast<off_t>(at));
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return false;
        from += put;
        at += static_cast<std::uint64_t>(put);
        count -= static_cast<std::size_t>(put);
    }
    return true;
}

std::string lastTrouble() {
    return std::generic_category().message(errno);
}

std::string refusalsText(const std::vector<Message>& refusals) {
    json list = json::array();
    for (std::size_t i = 0; i < refusals.size(); ++i)
        if (!refusals[i].empty())
            list.push_back({i, refusals[i].text, refusals[i].arguments});
    return list.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::vector<Message> parsedRefusals(const std::string& text, std::size_t slots) {
    std::vector<Message> refusals(slots);
    for (const json& entry : json::parse(text))
        refusals.at(entry.at(0).get<std::size_t>()) = {entry.at(1), entry.at(2)};
    return refusals;
}

} // namespace

PixelFile::PixelFile(int descriptor, std::int64_t slots, std::int64_t pictureBytes)
    : m_descriptor(descriptor)
    , m_slots(slots)
    , m_pictureBytes(pictureBytes) {}

PixelFile::~PixelFile() {
    close(m_descriptor);
}

std::shared_ptr<PixelFile> PixelFile::create(const std::filesystem::path& path, std::int64_t slots,
                                             std::int64_t pictureBytes, std::string& trouble) {
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0) {
        trouble = lastTrouble();
        return nullptr;
    }
    return std::shared_ptr<PixelFile>(new PixelFile(descriptor, slots, pictureBytes));
}

std::shared_ptr<PixelFile> PixelFile::open(const std::filesystem::path& path, std::int64_t slots,
                                           std::int64_t pictureBytes) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0)
        return nullptr;
    const std::shared_ptr<PixelFile> file(new PixelFile(descriptor, slots, pictureBytes));
    if (!file->isWhole())
        return nullptr;
    futimens(descriptor, nullptr); // files that nobody used for long are removed
    return file;
}

void PixelFile::read(std::int64_t slot, std::span<std::uint8_t> pixels) const {
    const auto at = sizeof(Header) + static_cast<std::uint64_t>(slot * m_pictureBytes);
    if (!readAll(m_descriptor, pixels.data(), pixels.size(), at))
        throw Error(ProblemKind::DamagedFile, {},
                    explain("Problem", "the file of decoded pictures became shorter while it was used"),
                    explain("Problem", "Read the folder of pictures again"));
}

bool PixelFile::write(std::int64_t slot, std::span<const std::uint8_t> pixels, std::string& trouble) {
    const auto at = sizeof(Header) + static_cast<std::uint64_t>(slot * m_pictureBytes);
    if (writeAll(m_descriptor, pixels.data(), pixels.size(), at))
        return true;
    trouble = lastTrouble();
    return false;
}

bool PixelFile::seal(const std::vector<Message>& refusals, std::string& trouble) {
    const std::string text = refusalsText(refusals);
    Header header;
    header.slots = m_slots;
    header.pictureBytes = m_pictureBytes;
    header.refusalsLength = text.size();
    const auto behind = sizeof(Header) + static_cast<std::uint64_t>(m_slots * m_pictureBytes);
    bool good = ftruncate(m_descriptor, static_cast<off_t>(behind)) == 0 &&
                writeAll(m_descriptor, &header, sizeof header, 0) &&
                writeAll(m_descriptor, text.data(), text.size(), behind);
    if (good) {
        const std::string hash = hashUpTo(behind + text.size());
        good = writeAll(m_descriptor, hash.data(), hash.size(), behind + text.size());
    }
    if (!good)
        trouble = lastTrouble();
    m_refusals = refusals;
    return good;
}

std::string PixelFile::hashUpTo(std::uint64_t end) const {
    constexpr std::uint64_t kPiece = 1U << 16U;
    std::vector<char> piece(kPiece);
    Sha256 hash;
    for (std::uint64_t at = 0; at < end; at += kPiece) {
        const auto count = static_cast<std::size_t>(end - at < kPiece ? end - at : kPiece);
        if (!readAll(m_descriptor, piece.data(), count, at))
            return {};
        hash.update(std::string_view(piece.data(), count));
    }
    return hash.hex();
}

bool PixelFile::readRefusals(std::uint64_t length) {
    std::string text(length, ' ');
    if (!readAll(m_descriptor, text.data(), text.size(),
                 sizeof(Header) + static_cast<std::uint64_t>(m_slots * m_pictureBytes)))
        return false;
    try {
        m_refusals = parsedRefusals(text, static_cast<std::size_t>(m_slots));
        return true;
    } catch (const std::exception&) {
        return false;
    }
}

bool PixelFile::isWhole() {
    Header header;
    struct stat status = {};
    if (!readAll(m_descriptor, &header, sizeof header, 0) || fstat(m_descriptor, &status) != 0)
        return false;
    const bool expected =
        header.magic == Header().magic && header.slots == m_slots && header.pictureBytes == m_pictureBytes;
    if (!expected || header.refusalsLength > kLongestRefusals)
        return false;
    const auto end =
        sizeof(Header) + static_cast<std::uint64_t>(m_slots * m_pictureBytes) + header.refusalsLength;
    std::string hash(kHashLength, ' ');
    return static_cast<std::uint64_t>(status.st_size) == end + kHashLength &&
           readAll(m_descriptor, hash.data(), hash.size(), end) && hashUpTo(end) == hash &&
           readRefusals(header.refusalsLength);
}

} // namespace neurarium
