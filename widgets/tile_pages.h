// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

namespace neurarium {

/// Which of many things are shown when only some fit: pages that follow each other in a ring.
struct TilePages {
    int count = 0;    ///< things there are
    int capacity = 1; ///< things that fit on a page
    int first = 0;    ///< the first one shown

    int shown() const { return std::min(capacity, count - first); }
    bool fits() const { return count <= capacity; }

    void resize(int newCount, int newCapacity) {
        count = newCount;
        capacity = std::max(newCapacity, 1);
        if (first >= count || fits())
            first = 0;
    }
    void next() { first = first + capacity < count ? first + capacity : 0; }
    void previous() {
        first = first > 0 ? std::max(first - capacity, 0) : (std::max(count - 1, 0) / capacity) * capacity;
    }
};

} // namespace neurarium
