// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data_source.h"

#include "datasets/catalogue.h"

namespace neurarium {

DataSource catalogueSource(int threads) {
    return
        [threads](const Experiment& experiment, const std::function<bool(const ImportProgress&)>& progress) {
            ReadContext context;
            context.progress = progress;
            context.threads = threads;
            return readData(experiment, context);
        };
}

} // namespace neurarium
