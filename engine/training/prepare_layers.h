// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/network.h"
#include "tensor/thread_pool.h"

namespace neurarium {

/// Calls Layer::prepare of all layers; on all threads of the pool unless it is null.
void prepareLayers(Network& network, ThreadPool* pool);

} // namespace neurarium
