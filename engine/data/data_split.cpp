// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/data_split.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "checkpoint/sha256.h"
#include "data/shuffle.h"
#include "data/subset_dataset.h"
#include "report/error.h"
#include "text/tokenizer.h"

namespace neurarium {

namespace {

/// Room for one sample of a dataset.
struct SampleRoom {
    explicit SampleRoom(const DatasetDescription& description)
        : input(static_cast<std::size_t>(description.inputShape.elements()))
        , target(static_cast<std::size_t>(description.targetSize)) {}
    std::vector<float> input;
    std::vector<float> target;
};

/// Numbers are hashed as text with a separator: the same on every computer.
void addNumber(Sha256& hash, std::int64_t number) {
    hash.update(std::to_string(number) + ";");
}

void addFloats(Sha256& hash, const std::vector<float>& values) {
    hash.update(
        std::span(reinterpret_cast<const std::uint8_t*>(values.data()), values.size() * sizeof(float)));
}

/// Pictures are hashed as the bytes they were decoded to: a quarter of the work.
void addPicture(Sha256& hash, const std::vector<float>& values, std::vector<std::uint8_t>& bytes) {
    bytes.resize(values.size());
    std::transform(values.begin(), values.end(), bytes.begin(), [](float value) {
        return static_cast<std::uint8_t>(std::clamp(value * 127.5F + 128.0F, 0.0F, 255.0F));
    });
    hash.update(bytes);
}

void addDataset(Sha256& hash, const Dataset& dataset) {
    SampleRoom room(dataset.description());
    std::vector<std::uint8_t> bytes;
    addNumber(hash, dataset.size());
    for (const std::int64_t length : dataset.description().inputShape.lengths())
        addNumber(hash, length);
    for (std::int64_t i = 0; i < dataset.size(); ++i) {
        dataset.sample(i, room.input, room.target);
        if (dataset.description().pictures)
            addPicture(hash, room.input, bytes);
        else
            addFloats(hash, room.input);
        addFloats(hash, room.target);
    }
}

/// The samples that share a class, by class number; all under 0 where targets are not classes.
std::map<std::int64_t, std::vector<std::int64_t>> strata(const Dataset& whole) {
    std::map<std::int64_t, std::vector<std::int64_t>> groups;
    if (whole.description().targetKind != TargetKind::Classes) {
        groups[0] = countUp(whole.size());
        return groups;
    }
    SampleRoom room(whole.description());
    for (std::int64_t i = 0; i < whole.size(); ++i) {
        whole.sample(i, room.input, room.target);
        groups[static_cast<std::int64_t>(room.target[0])].push_back(i);
    }
    return groups;
}

/// The rounded share of a class: at least one of two or more samples, and never all of them.
std::size_t share(std::size_t samples, double fraction) {
    if (samples < 2)
        return 0;
    const auto rounded = static_cast<std::size_t>(std::lround(fraction * static_cast<double>(samples)));
    return std::clamp<std::size_t>(rounded, 1, samples - 1);
}

} // namespace

std::string datasetHash(const Dataset& training, const Dataset* validation) {
    Sha256 hash;
    const auto& names = training.description().classNames;
    addNumber(hash, static_cast<std::int64_t>(names.size()));
    for (const std::string& name : names) {
        addNumber(hash, static_cast<std::int64_t>(name.size()));
        hash.update(name);
    }
    addDataset(hash, training);
    if (validation != nullptr)
        addDataset(hash, *validation);
    return hash.hex();
}

std::string hashWithVocabulary(const std::string& samplesHash, const Tokenizer* tokenizer) {
    if (tokenizer == nullptr)
        return samplesHash;
    Sha256 hash;
    hash.update(samplesHash + ";" + tokenizer->vocabulary().dump());
    return hash.hex();
}

DataSplit splitDataset(std::shared_ptr<const Dataset> whole, double fraction, std::uint64_t seed) {
    if (!(fraction >= 0 && fraction < 1))
        throw Error(ProblemKind::Refused, "data.validation",
                    explain("Problem", "must be a fraction of at least 0 and below 1, is %1",
                            {std::to_string(fraction)}));
    DataSplit split;
    if (fraction <= 0) {
        split.training = std::move(whole);
        return split;
    }
    const RandomStream random(seed, RandomPurpose::Split);
    std::vector<std::int64_t> training, validation;
    for (auto& [number, samples] : strata(*whole)) {
        shuffle(samples, random, static_cast<std::uint64_t>(number));
        const auto middle = samples.begin() + static_cast<std::ptrdiff_t>(share(samples.size(), fraction));
        validation.insert(validation.end(), samples.begin(), middle);
        training.insert(training.end(), middle, samples.end());
    }
    std::sort(training.begin(), training.end());
    std::sort(validation.begin(), validation.end());
    split.training = std::make_shared<SubsetDataset>(whole, std::move(training));
    if (!validation.empty())
        split.validation = std::make_shared<SubsetDataset>(whole, std::move(validation));
    return split;
}

} // namespace neurarium
