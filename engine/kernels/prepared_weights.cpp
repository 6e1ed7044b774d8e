// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/prepared_weights.h"

#include <algorithm>
#include <cstring>
#include <list>

#include "tensor/buffer.h"

namespace neurarium {

namespace {

constexpr std::int64_t kKeptFloats = 16 * 1024 * 1024;

struct Entry {
    std::int64_t floats() const { return original.size() + prepared.size(); }

    WeightPreparation request;
    FloatBuffer original, prepared;
    std::uint64_t comparedBy = 0;
};

/// The newest first.
struct Store {
    std::list<Entry> entries;
    std::int64_t floats = 0;
};

void add(Store& store, const WeightPreparation& wanted) {
    const std::int64_t needed = wanted.count + wanted.preparedCount;
    while (store.entries.size() > 1 && store.floats + needed > kKeptFloats) {
        store.floats -= store.entries.back().floats();
        store.entries.pop_back();
    }
    store.entries.push_front({wanted, FloatBuffer(wanted.count), FloatBuffer(wanted.preparedCount)});
    store.floats += needed;
}

} // namespace

PreparedWeights preparedWeights(const WeightPreparation& wanted, std::uint64_t call) {
    thread_local Store store;
    auto found = std::find_if(store.entries.begin(), store.entries.end(),
                              [&](const Entry& entry) { return entry.request == wanted; });
    const bool isNew = found == store.entries.end();
    if (isNew) {
        add(store, wanted);
        found = store.entries.begin();
    }
    if (!isNew && call > 0 && found->comparedBy == call)
        return {found->prepared.data(), true};
    found->comparedBy = call;
    const std::size_t bytes = static_cast<std::size_t>(wanted.count) * sizeof(float);
    const bool same = !isNew && std::memcmp(found->original.data(), wanted.weight, bytes) == 0;
    if (!same)
        std::memcpy(found->original.data(), wanted.weight, bytes);
    return {found->prepared.data(), same};
}

} // namespace neurarium
