// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace neurarium::growth {

/// A row of a table: the size of what grows, and what it costs, one number a column. It is measured in a
/// process of its own, so that its peak memory is its own too.
struct Row {
    std::string size;
    std::function<std::vector<double>()> measure;
};

/// How cost grows with one size. Costs are of one piece of work (a picture, a step ...): growth beyond the
/// work's own shows as a ratio to the first row above 1.
struct Table {
    std::string title;
    std::string grows; ///< what the rows' sizes are
    std::vector<std::string> columns;
    std::vector<Row> rows;
};

/// Measures the rows and prints them as Markdown as they come. Throws Error when a row fails.
void print(const Table& table);

/// Seconds on the clock on the wall: what depends on the disk, or on threads that wait for each other.
double wallSeconds();
/// Seconds of processor time of this process: what else the machine does disturbs it little.
double processorSeconds();
/// Seconds on a clock that one call of `work` takes: the least of three stretches of `stretch` seconds, and
/// one call at least.
double secondsOf(const std::function<void()>& work, double (*clock)() = processorSeconds,
                 double stretch = 0.4);

} // namespace neurarium::growth
