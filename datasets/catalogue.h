// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "data/data_split.h"
#include "experiment/experiment.h"
#include "report/import_report.h"

namespace neurarium {

/// What reading data may report to, and where it may keep things. Everything may be left out.
struct ReadContext {
    /// Called now and then; returns false to cancel, then readData throws Error (Failure, "cancelled").
    std::function<bool(const ImportProgress&)> progress;
    std::filesystem::path cacheFolder; ///< for decoded pictures; empty: the user's cache folder
    int threads = 0;                   ///< 0: all cores
    /// Classes known before, in this order: folders and labels are matched by name, others are refused, and
    /// some may be missing. Empty: the classes are those found.
    std::vector<std::string> classNames;
    /// How text was cut before; null: as the experiment says, learnt from the data.
    std::shared_ptr<const Tokenizer> tokenizer;
};

/// A row of the dataset catalogue.
struct DatasetKind {
    std::string type; ///< `data.source` in the experiment file
    /// Reads the training set, and the validation set if the source has one of its own.
    DataSplit (*read)(const Experiment& experiment, const ReadContext& context);
    std::string
        example; ///< the "data" object of a small experiment that the generic tests read; empty: needs files
    /// Samples may overlap, so that the source keeps a part for validation itself, or none.
    bool splitsItself = false;
};

const std::vector<DatasetKind>& datasetCatalogue();

/// Reads the data of an experiment by its source, splits off the validation part where the source has none of
/// its own, and computes the hash. Throws Error.
DataSplit readData(const Experiment& experiment, const ReadContext& context = {});

} // namespace neurarium
