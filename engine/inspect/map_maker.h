// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "inspect/map_places.h"

namespace neurarium {

/// A map that becomes better step by step.
class MapMaker {
public:
    virtual ~MapMaker() = default;

    /// Steps until it is finished.
    virtual std::int64_t steps() const = 0;
    virtual void step() = 0;
    virtual const MapPlaces& places() const = 0;
};

} // namespace neurarium
