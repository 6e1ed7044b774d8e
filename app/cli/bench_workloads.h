// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "data/data_split.h"

namespace neurarium::cli {

/// What is measured: an experiment and made-up data that lies in memory.
struct Workload {
    std::string name;
    Shape input;
    std::int64_t samples = 0;
    std::int64_t classes = 0; ///< or tokens; 0 when values are learnt
    std::string experiment;
    double itemsPerSample = 1;  ///< items are what is counted: pictures, tokens, epochs
    double multiplications = 0; ///< of an item's forward pass, done directly
    bool tokens = false;        ///< inputs are tokens, and each of them has a next one to guess
    bool writes = false;        ///< texts are written, one token after the other, instead of training
};

const std::vector<Workload>& workloads();

/// Throws Error (Refused) that names all there are.
const Workload& findWorkload(const std::string& name);

DataSplit madeUpData(const Workload& workload);

} // namespace neurarium::cli
