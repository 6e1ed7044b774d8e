// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "data/dataset.h"
#include "report/import_report.h"

namespace neurarium {

/// Which tokens belong together, for views that tell them apart.
struct TokenGroups {
    std::vector<std::string> names;
    std::vector<std::int32_t> ofToken; ///< the place of its group among `names`; -1: in none
    bool operator==(const TokenGroups&) const = default;
};

/// What an experiment trains on: two datasets of the same description, ready to be read.
struct DataSplit {
    std::shared_ptr<const Dataset> training;
    std::shared_ptr<const Dataset> validation; ///< null when nothing is kept for checking
    ImportReport report;                       ///< empty for sources that do not read files
    /// SHA-256 (64 hex digits) over class names, vocabulary and decoded samples in order, training then
    /// validation; it stands for the path: the same pictures in another folder have the same hash.
    std::string hash;
    std::string samplesHash;                   ///< the same without the vocabulary
    std::shared_ptr<const TokenGroups> groups; ///< of the tokens; null where nothing is known of them
};

/// Computes DataSplit::samplesHash. Reads every sample once.
std::string datasetHash(const Dataset& training, const Dataset* validation);

/// DataSplit::hash: of the samples and of the vocabulary they are written with, where they have one.
std::string hashWithVocabulary(const std::string& samplesHash, const Tokenizer* tokenizer);

/// Splits off `fraction` of the samples (0 <= fraction < 1) for validation: seeded, and stratified by class
/// where targets are classes (each class gives its rounded share, at least one when it has two samples or
/// more). Both views share `whole`; samples keep their order.
DataSplit splitDataset(std::shared_ptr<const Dataset> whole, double fraction, std::uint64_t seed);

} // namespace neurarium
