// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkpoint/x_ray_file.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <fstream>
#include <limits>
#include <system_error>
#include <utility>

#include "checkpoint/safetensors.h"
#include "checkpoint/safetensors_header.h"
#include "checkpoint/sha256.h"

namespace neurarium {

namespace {

constexpr std::uint64_t kLongestHeader = 100'000'000;
constexpr std::size_t kShownHeader = 1'000'000;
constexpr std::size_t kParts = 32; // of a histogram

/// One file, looked at from its beginning to its end.
class Looking {
public:
    Looking(const std::filesystem::path& path, const XRayProgress& progress);
    XRay look();

private:
    bool readHeader();
    void readTensors();
    void measure(const StoredTensor& tensor, TensorXRay& xRay);
    void complain(Message what) { m_xRay.problems.push_back({ProblemKind::DamagedFile, m_where, what, {}}); }

    const std::string m_where;
    const XRayProgress& m_progress;
    std::ifstream m_file;
    SafetensorsHeader m_header;
    XRay m_xRay;
};

Looking::Looking(const std::filesystem::path& path, const XRayProgress& progress)
    : m_where(path.string())
    , m_progress(progress) {
    std::error_code failed;
    const bool isFile = std::filesystem::is_regular_file(path, failed);
    if (isFile) {
        m_xRay.fileBytes = std::filesystem::file_size(path, failed);
        m_file.open(path, std::ios::binary);
    }
    if (!isFile || failed || !m_file)
        throw Error(ProblemKind::Refused, m_where, explain("Problem", "there is no such file to look into"),
                    explain("Problem", "Check its name and that you may read it"));
}

XRay Looking::look() {
    if (readHeader())
        readTensors();
    return std::move(m_xRay);
}

/// False: there is nothing to be read behind it.
bool Looking::readHeader() {
    m_file.read(reinterpret_cast<char*>(m_xRay.lengthBytes.data()), std::streamsize{8});
    if (!m_file) {
        complain(explain("Problem", "a safetensors file has at least 10 bytes, this one has %1",
                         {std::to_string(m_xRay.fileBytes)}));
        return false;
    }
    m_xRay.headerBytes = std::bit_cast<std::uint64_t>(m_xRay.lengthBytes);
    const std::uint64_t most = std::min(kLongestHeader, m_xRay.fileBytes - m_xRay.lengthBytes.size());
    if (m_xRay.headerBytes > most) {
        complain(explain("Problem", "the header should have %1 bytes, at most %2 are possible",
                         {std::to_string(m_xRay.headerBytes), std::to_string(most)}));
        return false;
    }
    std::string text(static_cast<std::size_t>(m_xRay.headerBytes), '\0');
    m_file.read(text.data(), static_cast<std::streamsize>(text.size()));
    m_xRay.header = text.substr(0, kShownHeader);
    try {
        m_header = SafetensorsHeader::parse(text, std::nullopt, m_where);
    } catch (const Error& error) {
        m_xRay.problems.push_back(error.problem());
        return false;
    }
    m_xRay.metadata = m_header.metadata;
    m_xRay.sha256 = std::exchange(m_header.sha256, {});
    return true;
}

void Looking::readTensors() {
    Sha256 hash;
    hash.update(m_header.text());
    const std::uint64_t start = m_xRay.lengthBytes.size() + m_xRay.headerBytes;
    for (const std::string& name : m_header.fileOrder()) {
        const TensorPlace& place = m_header.tensors.at(name);
        if (m_progress && !m_progress(start + place.begin, m_xRay.fileBytes))
            return;
        TensorXRay& seen = m_xRay.tensors.emplace_back();
        seen.name = name;
        seen.type = typeName(place.type);
        seen.shape = place.shape.lengths();
        seen.numbers = place.shape.elements();
        seen.begin = start + place.begin;
        seen.end = start + place.end;
        m_xRay.dataBytes = place.end;
        seen.isWhole = place.end <= m_xRay.fileBytes - start;
        if (!seen.isWhole)
            continue;
        StoredTensor tensor{place.type, place.shape, {}};
        tensor.bytes.resize(static_cast<std::size_t>(place.end - place.begin));
        m_file.read(reinterpret_cast<char*>(tensor.bytes.data()),
                    static_cast<std::streamsize>(tensor.bytes.size()));
        hash.update(tensor.bytes);
        measure(tensor, seen);
    }
    if (!m_xRay.sumFits())
        complain(explain("Problem",
                         "8 bytes, a header of %1 and numbers of %2 make %3 bytes, the file has %4",
                         {std::to_string(m_xRay.headerBytes), std::to_string(m_xRay.dataBytes),
                          std::to_string(m_xRay.describedBytes()), std::to_string(m_xRay.fileBytes)}));
    if (m_xRay.sha256.empty())
        return;
    m_xRay.hashFits = m_xRay.sumFits() && hash.hex() == m_xRay.sha256;
    if (m_xRay.sumFits() && !*m_xRay.hashFits)
        complain(explain("Problem", "the content does not match the hash that the file carries"));
}

void Looking::measure(const StoredTensor& tensor, TensorXRay& seen) {
    const std::vector<float> numbers = tensor.floats();
    double sum = 0;
    std::int64_t finite = 0;
    seen.smallest = std::numeric_limits<double>::infinity();
    seen.largest = -seen.smallest;
    for (const float number : numbers) {
        seen.nan += std::isnan(number) ? 1 : 0;
        seen.infinite += std::isinf(number) ? 1 : 0;
        seen.zeros += number == 0 ? 1 : 0;
        if (!std::isfinite(number))
            continue;
        ++finite;
        sum += number;
        seen.smallest = std::min(seen.smallest, double{number});
        seen.largest = std::max(seen.largest, double{number});
    }
    if (finite == 0) {
        seen.smallest = seen.largest = 0;
        return;
    }
    seen.mean = sum / static_cast<double>(finite);
    seen.histogram = {seen.smallest, seen.largest, std::vector<std::int64_t>(kParts)};
    const double width = (seen.largest - seen.smallest) / kParts;
    for (const float number : numbers) {
        if (!std::isfinite(number))
            continue;
        const double place = width > 0 ? (number - seen.smallest) / width : 0;
        ++seen.histogram.counts[std::min(static_cast<std::size_t>(place), kParts - 1)];
    }
}

} // namespace

XRay xRay(const std::filesystem::path& file, const XRayProgress& progress) {
    return Looking(file, progress).look();
}

void saveWithZeros(const std::filesystem::path& file, const std::vector<std::string>& tensors,
                   const std::filesystem::path& copy) {
    TrainingState state = readSafetensors(file);
    for (const std::string& tensor : tensors) {
        const auto found = state.tensors.find(tensor);
        if (found == state.tensors.end())
            throw Error(ProblemKind::Refused, tensor, explain("Problem", "this file has no such tensor"),
                        explain("Problem", "Look into the file: its tensors are listed there"));
        std::fill(found->second.bytes.begin(), found->second.bytes.end(), std::uint8_t{0});
    }
    std::error_code ignored;
    if (std::filesystem::exists(copy, ignored))
        throw Error(ProblemKind::Refused, copy.string(), explain("Problem", "there is such a file already"),
                    explain("Problem", "Choose another name"));
    writeSafetensors(copy, state);
}

} // namespace neurarium
