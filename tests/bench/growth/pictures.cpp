// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdlib>
#include <map>
#include <string>
#include <system_error>

#include "datasets/catalogue.h"
#include "tables.h"
#include "training/trainer.h"

namespace neurarium::growth {

namespace {

namespace fs = std::filesystem;

constexpr const char* kSmall = R"({"neurarium":1,"name":"growth","seed":1,
    "data":{"source":"image-folder","path":".","image_size":[32,32],"validation":0.1,
        "augment":{"flip":true,"shift":0.1}},
    "network":[{"type":"conv2d","out_channels":16,"kernel":3,"padding":1},{"type":"relu"},
        {"type":"max_pool2d","kernel":2},{"type":"conv2d","out_channels":16,"kernel":3,"padding":1},{"type":"relu"},
        {"type":"global_avg_pool2d"},{"type":"linear","out_features":"classes"}],
    "training":{"loss":"cross_entropy","optimizer":"adam","batch_size":64,"epochs":100}})";

/// Links to so many pictures, equally many of each class, in one folder a class.
void gather(const fs::path& source, std::size_t count, const fs::path& target) {
    std::map<std::string, std::vector<fs::path>> classes;
    for (const char* part : {"train", "test"})
        for (const auto& folder : fs::directory_iterator(source / part))
            for (const auto& file : fs::directory_iterator(folder.path()))
                classes[folder.path().filename().string()].push_back(file.path());
    for (auto& [name, files] : classes) {
        std::sort(files.begin(), files.end());
        fs::create_directories(target / name);
        for (std::size_t i = 0; i < std::min(files.size(), count / classes.size()); ++i) {
            const fs::path place = target / name / (std::to_string(i) + ".jpg");
            std::error_code otherDisk;
            fs::create_hard_link(files[i], place, otherDisk);
            if (otherDisk)
                fs::copy_file(files[i], place);
        }
    }
}

std::vector<double> measure(const fs::path& source, std::size_t count) {
    const ScratchFolder scratch;
    gather(source, count, scratch.path() / "pictures");
    Experiment experiment = parseExperiment(kSmall);
    experiment.data.options["path"] = (scratch.path() / "pictures").string();
    ReadContext context;
    context.cacheFolder = scratch.path() / "cache";

    std::vector<double> costs;
    const double each = 1e6 / static_cast<double>(count);
    for (int reading = 0; reading < 2; ++reading) {
        const double begin = processorSeconds();
        const DataSplit read = readData(experiment, context);
        costs.push_back((processorSeconds() - begin) * each);
    }
    Trainer trainer(experiment, readData(experiment, context), {.threads = 1});
    const auto epoch = [&] {
        while (!trainer.step().epochFinished) {
        }
        trainer.finishEpoch();
    };
    epoch();
    const double begin = processorSeconds();
    epoch();
    costs.push_back((processorSeconds() - begin) * each);
    return costs;
}

} // namespace

ScratchFolder::ScratchFolder() {
    std::string name = (fs::temp_directory_path() / "growth-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr)
        throw std::system_error(errno, std::generic_category(), name);
    m_path = name;
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

Table pictures(const fs::path& folder) {
    Table table{"Number of pictures",
                "pictures",
                {"first reading, us a picture", "reading again, us a picture", "epoch, us a picture"},
                {}};
    for (const std::size_t count : {1000U, 5000U, 10000U, 30000U, 60000U})
        table.rows.push_back({std::to_string(count), [folder, count] { return measure(folder, count); }});
    return table;
}

} // namespace neurarium::growth
