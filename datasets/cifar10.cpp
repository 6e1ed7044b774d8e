// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/cifar10.h"

#include <algorithm>
#include <utility>

#include "datasets/file_bytes.h"
#include "datasets/pixel_dataset.h"
#include "datasets/source_options.h"
#include "report/error.h"

namespace neurarium {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kLargestFile = 256ULL << 20U;
constexpr std::size_t kSide = 32;
constexpr std::size_t kPictureBytes = 3 * kSide * kSide;
constexpr std::size_t kRecordBytes = 1 + kPictureBytes;
constexpr std::uint8_t kClasses = 10;

/// Records of one or several files, taken apart.
struct Records {
    std::vector<std::uint8_t> pixels;
    std::vector<LabelledPicture> pictures;
    std::int64_t files = 0;
};

void appendFile(const fs::path& path, Records& records) {
    const std::vector<std::uint8_t> bytes = readFileBytes(path, kLargestFile);
    if (bytes.size() % kRecordBytes != 0)
        throw Error(
            ProblemKind::DamagedFile, path.string(),
            explain("Problem", "has %1 bytes; whole records of %2 bytes were expected",
                    {std::to_string(bytes.size()), std::to_string(kRecordBytes)}),
            explain("Problem", "Copy the file again from where it came (the binary version for C programs)"));
    for (std::size_t at = 0; at < bytes.size(); at += kRecordBytes) {
        if (bytes[at] >= kClasses)
            throw Error(ProblemKind::DamagedFile, path.string(),
                        explain("Problem", "record %1 has the class %2; classes are 0 to 9",
                                {std::to_string(at / kRecordBytes), std::to_string(bytes[at])}));
        records.pictures.push_back({static_cast<std::int64_t>(records.pictures.size()), bytes[at]});
        const auto first = bytes.begin() + static_cast<std::ptrdiff_t>(at + 1);
        records.pixels.insert(records.pixels.end(), first,
                              first + static_cast<std::ptrdiff_t>(kPictureBytes));
    }
    ++records.files;
}

bool isThere(const fs::path& path) {
    std::error_code trouble;
    return fs::exists(path, trouble);
}

std::vector<std::string> classNames(const fs::path& folder) {
    const std::vector<std::string> usual{"airplane", "automobile", "bird",  "cat",  "deer",
                                         "dog",      "frog",       "horse", "ship", "truck"};
    constexpr std::uint64_t kLongestNames = 4096;
    if (!isThere(folder / "batches.meta.txt"))
        return usual;
    std::vector<std::string> names(1);
    for (const std::uint8_t byte : readFileBytes(folder / "batches.meta.txt", kLongestNames)) {
        if (byte == '\n')
            names.emplace_back();
        else if (byte != '\r')
            names.back() += static_cast<char>(byte);
    }
    std::erase(names, "");
    return names.size() == kClasses ? names : usual;
}

std::shared_ptr<const Dataset> makeDataset(Records records, const std::vector<std::string>& names) {
    DatasetDescription description;
    description.inputShape = Shape{3, kSide, kSide};
    description.classes = kClasses;
    description.classNames = names;
    description.pictures = true;
    auto pixels = std::make_shared<MemoryPixels>(std::move(records.pixels));
    return std::make_shared<PixelDataset>(std::move(description), std::move(pixels),
                                          std::move(records.pictures));
}

} // namespace

DataSplit readCifar10(const Experiment& experiment, const ReadContext& /*context*/) {
    const fs::path folder = sourcePath(experiment);
    Records training, test;
    for (int i = 1; i <= 5; ++i)
        if (const fs::path path = folder / ("data_batch_" + std::to_string(i) + ".bin"); isThere(path))
            appendFile(path, training);
    if (isThere(folder / "test_batch.bin"))
        appendFile(folder / "test_batch.bin", test);
    if (training.pictures.empty())
        std::swap(training, test);
    if (training.pictures.empty())
        throw Error(
            ProblemKind::Refused, folder.string(),
            explain("Problem", "there are no files data_batch_1.bin to data_batch_5.bin"),
            explain("Problem", "Choose the folder of CIFAR-10's binary version (cifar-10-batches-bin)"));
    const std::vector<std::string> names = classNames(folder);
    DataSplit split;
    split.report.read = training.files + test.files;
    split.training = makeDataset(std::move(training), names);
    if (!test.pictures.empty())
        split.validation = makeDataset(std::move(test), names);
    return split;
}

} // namespace neurarium
