// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/mnist.h"

#include <algorithm>
#include <utility>

#include "datasets/byte_reader.h"
#include "datasets/file_bytes.h"
#include "datasets/pixel_dataset.h"
#include "datasets/source_options.h"
#include "report/error.h"

namespace neurarium {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kLargestFile = 1ULL << 30U;
constexpr std::uint32_t kImagesMagic = 0x0803; // unsigned bytes, three axes
constexpr std::uint32_t kLabelsMagic = 0x0801; // unsigned bytes, one axis
constexpr std::int64_t kDigits = 10;
constexpr std::uint32_t kLongestSide = 4096;

/// The file called `stem`-`kind` or `stem`.`kind`; empty when there is none.
fs::path findFile(const fs::path& folder, const std::string& stem, const std::string& kind) {
    std::error_code trouble;
    for (const char* separator : {"-", "."}) {
        const fs::path path = folder / (stem + separator + kind);
        if (fs::exists(path, trouble))
            return path;
        const fs::path packed = path.string() + ".gz";
        if (fs::exists(packed, trouble))
            throw Error(ProblemKind::Refused, packed.string(), explain("Problem", "the file is packed"),
                        explain("Problem", "Unpack it first (gunzip)"));
    }
    return {};
}

fs::path needFile(const fs::path& folder, const std::string& stem, const std::string& kind) {
    const fs::path path = findFile(folder, stem, kind);
    if (path.empty())
        throw Error(ProblemKind::Refused, folder.string(),
                    explain("Problem", "the file %1-%2 is missing", {stem, kind}),
                    explain("Problem", "Put the four MNIST files into this folder"));
    return path;
}

[[noreturn]] void refuseDamaged(const fs::path& path, Message what) {
    throw Error(ProblemKind::DamagedFile, path.string(), std::move(what),
                explain("Problem", "Copy the file again from where it came"));
}

/// An IDX file of bytes: the lengths of its axes, and what follows them.
struct IdxFile {
    fs::path path;
    std::vector<std::uint32_t> lengths;
    std::vector<std::uint8_t> bytes;
};

IdxFile readIdx(const fs::path& path, std::uint32_t magic) {
    IdxFile file{path, {}, readFileBytes(path, kLargestFile)};
    const ByteReader reader(file.bytes);
    if (reader.big32(0) != magic)
        refuseDamaged(path,
                      explain("Problem", "begins with the number %1; an IDX file of this kind begins with %2",
                              {std::to_string(reader.big32(0)), std::to_string(magic)}));
    const std::uint64_t axes = magic & 0xFFU;
    std::uint64_t expected = 1;
    for (std::uint64_t axis = 0; axis < axes; ++axis) {
        const std::uint32_t length = reader.big32(4 + 4 * axis);
        if (length == 0 || (axis > 0 && length > kLongestSide))
            refuseDamaged(path, explain("Problem", "axis %1 has the length %2",
                                        {std::to_string(axis), std::to_string(length)}));
        file.lengths.push_back(length);
        expected *= length;
    }
    const std::uint64_t header = 4 + 4 * axes;
    if (file.bytes.size() != header + expected)
        refuseDamaged(path, explain("Problem", "has %1 bytes; its header asks for %2",
                                    {std::to_string(file.bytes.size()), std::to_string(header + expected)}));
    file.bytes.erase(file.bytes.begin(), file.bytes.begin() + static_cast<std::ptrdiff_t>(header));
    return file;
}

std::shared_ptr<const Dataset> readPart(const fs::path& folder, const std::string& stem) {
    IdxFile images = readIdx(needFile(folder, stem + "-images", "idx3-ubyte"), kImagesMagic);
    const IdxFile labels = readIdx(needFile(folder, stem + "-labels", "idx1-ubyte"), kLabelsMagic);
    if (images.lengths[0] != labels.lengths[0])
        refuseDamaged(labels.path,
                      explain("Problem", "has %1 labels, but there are %2 pictures",
                              {std::to_string(labels.lengths[0]), std::to_string(images.lengths[0])}));
    DatasetDescription description;
    description.inputShape = Shape{1, images.lengths[1], images.lengths[2]};
    description.classes = std::max<std::int64_t>(
        kDigits, std::int64_t{*std::max_element(labels.bytes.begin(), labels.bytes.end())} + 1);
    for (std::int64_t i = 0; i < description.classes; ++i)
        description.classNames.push_back(std::to_string(i));
    std::vector<LabelledPicture> pictures;
    for (std::size_t i = 0; i < labels.bytes.size(); ++i)
        pictures.push_back({static_cast<std::int64_t>(i), labels.bytes[i]});
    auto pixels = std::make_shared<MemoryPixels>(std::move(images.bytes));
    return std::make_shared<PixelDataset>(std::move(description), std::move(pixels), std::move(pictures));
}

} // namespace

DataSplit readMnist(const Experiment& experiment, const ReadContext& /*context*/) {
    const fs::path folder = sourcePath(experiment);
    const bool hasTraining = !findFile(folder, "train-images", "idx3-ubyte").empty();
    const bool hasTest = !findFile(folder, "t10k-images", "idx3-ubyte").empty();
    DataSplit split;
    if (!hasTraining && hasTest) {
        split.training = readPart(folder, "t10k");
        split.report.read = 2;
        return split;
    }
    split.training = readPart(folder, "train");
    split.report.read = 2;
    if (hasTest) {
        split.validation = readPart(folder, "t10k");
        split.report.read = 4;
    }
    return split;
}

} // namespace neurarium
