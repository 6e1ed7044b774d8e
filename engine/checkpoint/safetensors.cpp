// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkpoint/safetensors.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "checkpoint/durable_file.h"
#include "checkpoint/safetensors_header.h"
#include "checkpoint/sha256.h"
#include "report/error.h"

namespace neurarium {

namespace {

constexpr std::uint64_t kLongestHeader = 100'000'000;
constexpr std::size_t kLengthBytes = 8;

/// Where the bytes of a file come from: memory or a disk. `read` fills the whole span or throws.
class ByteSource {
public:
    ByteSource(std::uint64_t bytes, const std::string& name)
        : size(bytes)
        , where(name) {}
    virtual ~ByteSource() = default;
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;
    virtual void read(std::span<std::uint8_t> to) = 0;

    const std::uint64_t size;
    const std::string where;
};

class MemorySource : public ByteSource {
public:
    MemorySource(std::span<const std::uint8_t> bytes, const std::string& name)
        : ByteSource(bytes.size(), name)
        , m_left(bytes) {}
    void read(std::span<std::uint8_t> to) override {
        std::copy_n(m_left.begin(), to.size(), to.begin());
        m_left = m_left.subspan(to.size());
    }

private:
    std::span<const std::uint8_t> m_left;
};

class FileSource : public ByteSource {
public:
    FileSource(int file, std::uint64_t bytes, const std::string& name)
        : ByteSource(bytes, name)
        , m_file(file) {}
    ~FileSource() override { ::close(m_file); }
    void read(std::span<std::uint8_t> to) override {
        while (!to.empty()) {
            const ssize_t count = ::read(m_file, to.data(), to.size());
            if (count < 0 && errno == EINTR)
                continue;
            if (count <= 0)
                throw Error(ProblemKind::DamagedFile, where,
                            explain("Problem", "the file could not be read to its end"));
            to = to.subspan(static_cast<std::size_t>(count));
        }
    }

private:
    int m_file;
};

[[noreturn]] void refuseToOpen(const std::filesystem::path& path, const std::string& reason) {
    throw Error(ProblemKind::Refused, path.string(),
                explain("Problem", "the file cannot be opened: %1", {reason}),
                explain("Problem", "Check its name and that you may read it"));
}

SafetensorsHeader readHeader(ByteSource& source) {
    if (source.size < kLengthBytes + 2)
        throw Error(ProblemKind::DamagedFile, source.where,
                    explain("Problem", "a safetensors file has at least 10 bytes, this one has %1",
                            {std::to_string(source.size)}));
    std::array<std::uint8_t, kLengthBytes> lengthBytes{};
    source.read(lengthBytes);
    const auto length = std::bit_cast<std::uint64_t>(lengthBytes);
    const std::uint64_t most = std::min(kLongestHeader, source.size - kLengthBytes);
    if (length > most)
        throw Error(ProblemKind::DamagedFile, source.where,
                    explain("Problem", "the header should have %1 bytes, at most %2 are possible",
                            {std::to_string(length), std::to_string(most)}));
    std::vector<std::uint8_t> text(static_cast<std::size_t>(length));
    source.read(text);
    return SafetensorsHeader::parse({reinterpret_cast<const char*>(text.data()), text.size()},
                                    source.size - kLengthBytes - length, source.where);
}

TrainingState readState(ByteSource& source, std::string* sha256) {
    SafetensorsHeader header = readHeader(source);
    const std::string carried = std::exchange(header.sha256, {});
    Sha256 hash;
    hash.update(header.text());
    TrainingState state;
    for (const std::string& name : header.fileOrder()) {
        const TensorPlace& place = header.tensors.at(name);
        StoredTensor& tensor = state.tensors[name];
        tensor.type = place.type;
        tensor.shape = place.shape;
        tensor.bytes.resize(static_cast<std::size_t>(place.end - place.begin));
        source.read(tensor.bytes);
        if (!carried.empty())
            hash.update(tensor.bytes);
    }
    if (!carried.empty() && hash.hex() != carried)
        throw Error(ProblemKind::DamagedFile, source.where,
                    explain("Problem", "the content does not match the hash that the file carries"),
                    explain("Problem", "Use another checkpoint, or a copy of this file"));
    if (sha256 != nullptr)
        *sha256 = carried;
    state.metadata = std::move(header.metadata);
    return state;
}

/// Everything of the file but the tensors' bytes.
struct FileStart {
    SafetensorsHeader header;
    std::vector<std::uint8_t> bytes; ///< header length and padded header
};

FileStart startOf(const TrainingState& state, const std::string& sha256) {
    FileStart start;
    start.header = SafetensorsHeader::of(state);
    start.header.sha256 = sha256;
    std::string text = start.header.text();
    text.append((kLengthBytes - text.size() % kLengthBytes) % kLengthBytes, ' ');
    if (text.size() > kLongestHeader)
        throw Error(ProblemKind::Failure, "safetensors",
                    explain("Problem", "the state has too many tensors for one file"));
    const auto length = std::bit_cast<std::array<std::uint8_t, kLengthBytes>>(std::uint64_t{text.size()});
    start.bytes.assign(length.begin(), length.end());
    start.bytes.insert(start.bytes.end(), text.begin(), text.end());
    return start;
}

FileParts partsOf(const FileStart& start, const TrainingState& state) {
    FileParts parts{start.bytes};
    for (const std::string& name : start.header.fileOrder())
        parts.emplace_back(state.tensors.at(name).bytes);
    return parts;
}

} // namespace

std::vector<std::uint8_t> encodeSafetensors(const TrainingState& state) {
    const FileStart start = startOf(state, stateHash(state));
    std::vector<std::uint8_t> bytes;
    bytes.reserve(static_cast<std::size_t>(safetensorsSize(state)));
    for (const auto& part : partsOf(start, state))
        bytes.insert(bytes.end(), part.begin(), part.end());
    return bytes;
}

TrainingState decodeSafetensors(std::span<const std::uint8_t> bytes, const std::string& where) {
    MemorySource source(bytes, where);
    return readState(source, nullptr);
}

TrainingState readSafetensors(const std::filesystem::path& path, std::string* sha256) {
    // Without O_NONBLOCK a pipe that nobody writes to would be waited for.
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0)
        refuseToOpen(path, std::generic_category().message(errno));
    struct stat status {};
    const bool isFile = ::fstat(file, &status) == 0 && S_ISREG(status.st_mode);
    FileSource source(file, isFile ? static_cast<std::uint64_t>(status.st_size) : 0, path.string());
    if (!isFile)
        refuseToOpen(path, "it is not a file");
    return readState(source, sha256);
}

std::string writeSafetensors(const std::filesystem::path& path, const TrainingState& state) {
    std::string sha256 = stateHash(state);
    const FileStart start = startOf(state, sha256);
    writeDurably(path, partsOf(start, state));
    return sha256;
}

std::uint64_t safetensorsSize(const TrainingState& state) {
    const FileStart start = startOf(state, std::string(64, '0'));
    std::uint64_t size = start.bytes.size();
    for (const auto& [name, tensor] : state.tensors)
        size += tensor.bytes.size();
    return size;
}

} // namespace neurarium
