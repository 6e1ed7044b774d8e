// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/catalogue.h"

#include <algorithm>
#include <utility>

#include "datasets/cat_sketches.h"
#include "datasets/cifar10.h"
#include "datasets/csv_source.h"
#include "datasets/described_dataset.h"
#include "datasets/image_folder.h"
#include "datasets/mnist.h"
#include "datasets/stories.h"
#include "datasets/tensor_file.h"
#include "datasets/text_source.h"
#include "datasets/toy.h"
#include "report/error.h"

namespace neurarium {

namespace {

constexpr std::int64_t kMostCountedClasses = 1000;

const DatasetKind& kindOf(const std::string& type) {
    const auto& kinds = datasetCatalogue();
    const auto found =
        std::find_if(kinds.begin(), kinds.end(), [&](const DatasetKind& kind) { return kind.type == type; });
    if (found == kinds.end())
        throw Error(ProblemKind::Refused, "data.source", explain("Problem", "\"%1\" is not known", {type}));
    return *found;
}

/// Reads `data.validation.path` with the same source; its classes are those of the training set.
void readValidationPath(const Experiment& experiment, const ReadContext& context, DataSplit& split) {
    const DatasetKind& kind = kindOf(experiment.data.type);
    if (!experiment.data.options.contains("path"))
        throw Error(ProblemKind::Refused, "data.validation.path",
                    explain("Problem", "the source \"%1\" reads no files", {kind.type}),
                    explain("Problem", "Give a fraction instead, for example 0.2"));
    Experiment other = experiment;
    other.data.options["path"] = experiment.validationPath;
    other.validationPath.clear();
    ReadContext otherContext = context;
    otherContext.classNames = split.training->description().classNames;
    otherContext.tokenizer = split.training->description().tokenizer;
    DataSplit read = kind.read(other, otherContext);
    split.validation = std::move(read.training);
    const auto append = [](auto& all, auto& more) { all.insert(all.end(), more.begin(), more.end()); };
    append(split.report.refused, read.report.refused);
    append(split.report.duplicates, read.report.duplicates);
    append(split.report.notes, read.report.notes);
    split.report.read += read.report.read;
}

/// Both sets get one description: as many classes as the larger one needs.
void agreeOnDescription(const std::string& source, DataSplit& split) {
    const DatasetDescription& training = split.training->description();
    const DatasetDescription& validation = split.validation->description();
    DatasetDescription common = training;
    common.classes = std::max(training.classes, validation.classes);
    common.tokens = std::max(training.tokens, validation.tokens);
    DatasetDescription found = validation;
    found.classes = common.classes;
    found.tokens = common.tokens;
    found.classNames = common.classNames;
    if (found != common)
        throw Error(
            ProblemKind::Refused, "data.validation",
            explain("Problem",
                    "the samples of the source \"%1\" have the shape %2 for training and %3 for validation, "
                    "or targets of another kind",
                    {source, training.inputShape.text(), validation.inputShape.text()}),
            explain("Problem", "Use files that were made in the same way"));
    if (training != common)
        split.training = std::make_shared<DescribedDataset>(split.training, common);
    if (validation != common)
        split.validation = std::make_shared<DescribedDataset>(split.validation, common);
}

std::vector<std::int64_t> samplesPerClass(const Dataset* dataset, std::int64_t classes) {
    std::vector<std::int64_t> counts(static_cast<std::size_t>(classes));
    if (dataset == nullptr)
        return counts;
    std::vector<float> input(static_cast<std::size_t>(dataset->description().inputShape.elements()));
    std::vector<float> target(static_cast<std::size_t>(dataset->description().targetSize));
    for (std::int64_t i = 0; i < dataset->size(); ++i) {
        dataset->sample(i, input, target);
        ++counts.at(static_cast<std::size_t>(target[0]));
    }
    return counts;
}

std::vector<ClassCount> countClasses(const DataSplit& split) {
    const DatasetDescription& description = split.training->description();
    if (description.targetKind != TargetKind::Classes || description.classes > kMostCountedClasses)
        return {};
    const auto training = samplesPerClass(split.training.get(), description.classes);
    const auto validation = samplesPerClass(split.validation.get(), description.classes);
    std::vector<ClassCount> counts;
    for (std::size_t i = 0; i < training.size(); ++i) {
        const bool named = i < description.classNames.size();
        counts.push_back({named ? description.classNames[i] : std::to_string(i), training[i], validation[i]});
    }
    return counts;
}

} // namespace

const std::vector<DatasetKind>& datasetCatalogue() {
    static const std::vector<DatasetKind> catalogue{
        {"image-folder", readImageFolder, ""},
        {"cat-sketches", readCatSketches,
         R"({ "source": "cat-sketches", "samples": 40, "image_size": [32, 32] })"},
        {"toy", readToy, R"({ "source": "toy", "shape": "moons", "samples": 60 })"},
        {"mnist", readMnist, ""},
        {"cifar10", readCifar10, ""},
        {"csv", readCsv, ""},
        {"text", readText, "", true},
        {"stories", readStories, R"({ "source": "stories", "samples": 60, "context": 32 })", true},
        {"tensors", readTensors, ""},
    };
    return catalogue;
}

DataSplit readData(const Experiment& experiment, const ReadContext& context) {
    const DatasetKind& kind = kindOf(experiment.data.type);
    DataSplit split = kind.read(experiment, context);
    if (!experiment.validationPath.empty()) {
        readValidationPath(experiment, context, split);
    } else if (split.validation == nullptr && !kind.splitsItself) {
        DataSplit parts = splitDataset(split.training, experiment.validation, experiment.seed);
        split.training = std::move(parts.training);
        split.validation = std::move(parts.validation);
    }
    if (split.validation != nullptr)
        agreeOnDescription(experiment.data.type, split);
    split.report.classes = countClasses(split);
    split.samplesHash = datasetHash(*split.training, split.validation.get());
    split.hash = hashWithVocabulary(split.samplesHash, split.training->description().tokenizer.get());
    return split;
}

} // namespace neurarium
