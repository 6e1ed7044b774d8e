// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart_labels.h"

#include <algorithm>
#include <cstddef>

namespace neurarium {

namespace {

/// Labels that touch and therefore move together.
struct Group {
    std::vector<PlacedLabel*> labels;
    double room = 0;
    double middle = 0;

    double begin() const { return middle - room / 2; }
    double end() const { return middle + room / 2; }

    void settle(double from, double to) {
        // The mean of the shifts that each label would want on its own is the least movement for all.
        double offset = 0, sum = 0;
        for (const PlacedLabel* label : labels) {
            sum += label->wanted - (offset + label->room / 2);
            offset += label->room;
        }
        const double start = sum / static_cast<double>(labels.size());
        middle = std::clamp(start, from, std::max(from, to - room)) + room / 2;
    }
};

double roomOf(const std::vector<PlacedLabel*>& labels) {
    double sum = 0;
    for (const PlacedLabel* label : labels)
        sum += label->room;
    return sum;
}

} // namespace

void spreadLabels(std::vector<PlacedLabel>& labels, double from, double to) {
    std::vector<PlacedLabel*> shown;
    for (PlacedLabel& label : labels) {
        label.shown = true;
        shown.push_back(&label);
    }
    std::stable_sort(shown.begin(), shown.end(),
                     [](const PlacedLabel* a, const PlacedLabel* b) { return a->wanted < b->wanted; });
    while (!shown.empty() && roomOf(shown) > to - from) {
        const auto last = std::max_element(shown.begin(), shown.end(),
                                           [](const auto* a, const auto* b) { return a->rank < b->rank; });
        (*last)->shown = false;
        shown.erase(last);
    }

    std::vector<Group> groups;
    for (PlacedLabel* label : shown) {
        groups.push_back({{label}, label->room, 0});
        groups.back().settle(from, to);
        while (groups.size() > 1 && groups[groups.size() - 2].end() > groups.back().begin()) {
            const Group last = std::move(groups.back());
            groups.pop_back();
            Group& joined = groups.back();
            joined.labels.insert(joined.labels.end(), last.labels.begin(), last.labels.end());
            joined.room += last.room;
            joined.settle(from, to);
        }
    }
    for (const Group& group : groups) {
        double place = group.begin();
        for (PlacedLabel* label : group.labels) {
            label->place = place + label->room / 2;
            place += label->room;
        }
    }
}

} // namespace neurarium
