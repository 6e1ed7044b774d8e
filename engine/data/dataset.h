// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "tensor/shape.h"

namespace neurarium {

class Tokenizer;

enum class TargetKind {
    Classes, ///< one class number a sample
    Tokens,  ///< one class number a position
    Values,  ///< numbers to come close to
};

/// What the samples of a dataset look like.
struct DatasetDescription {
    Shape inputShape; ///< of one sample: C×H×W for pictures
    TargetKind targetKind = TargetKind::Classes;
    std::int64_t targetSize = 1;         ///< floats of one sample's target
    std::int64_t classes = 0;            ///< number of classes or tokens; 0 for values
    std::vector<std::string> classNames; ///< may be empty where classes have no names
    bool pictures = false; ///< samples are RGB pictures scaled to -1 ... 1: they can be shown and augmented
    bool tokenInputs = false; ///< inputs are token numbers
    std::int64_t tokens = 0;  ///< ... below this number
    /// What turns text into these tokens and back; null where tokens come from elsewhere.
    std::shared_ptr<const Tokenizer> tokenizer;
    bool operator==(const DatasetDescription&) const = default;
};

/// Numbered samples. Order, batches, augmentation and prefetching are outside. Thread-safe for reading.
class Dataset {
public:
    virtual ~Dataset() = default;
    virtual const DatasetDescription& description() const = 0;
    virtual std::int64_t size() const = 0;
    /// Samples lie ready in memory: making a batch of them is quicker than handing it over to another thread,
    /// and `sample` never throws.
    virtual bool inMemory() const { return false; }
    /// Writes sample `index` (0 <= index < size()): the input's numbers (class and token numbers are whole
    /// floats) and its target. The spans have exactly the described sizes.
    virtual void sample(std::int64_t index, std::span<float> input, std::span<float> target) const = 0;
};

} // namespace neurarium
