// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "data/dataset.h"
#include "report/recipe.h"
#include "tensor/random.h"

namespace neurarium {

/// Labels that are wrong on purpose. Which samples have one, and which class it says instead, is drawn once
/// for each sample from (seed, sample): it is the same wrong label in every epoch, for any number of threads,
/// and when the fraction grows, the labels that were wrong before stay as they are.
class WrongLabels {
public:
    /// `classes` is at least 2 where the fraction is above 0.
    WrongLabels(MislabelOptions options, std::uint64_t seed, std::int64_t classes);

    /// Some labels are wrong in this epoch (it counts from 1).
    bool any(std::int64_t epoch) const { return m_options.at(epoch) > 0; }
    /// The class that a sample is trained as, `right` being its own.
    std::int64_t label(std::int64_t epoch, std::int64_t sample, std::int64_t right) const;

private:
    MislabelOptions m_options;
    RandomStream m_random;
    std::int64_t m_classes;
};

/// Labels can be wrong: targets are classes, and there are at least two.
bool canMislabel(const DatasetDescription& description);

/// Throws Error (Refused) at `place` unless `fraction` is 0 ... 1, and 0 where no label can be wrong.
void checkMislabel(double fraction, const DatasetDescription& description, const char* place);

} // namespace neurarium
