// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <string>

#include "training/trainer.h"

namespace neurarium {

/// The text entries of a training state: written exactly, read strictly. Every entry must be there (wrong
/// labels aside) and within its bounds; what is not throws Error (Refused) that names it. Independent of the
/// locale.
class StateText {
public:
    using Entries = std::map<std::string, std::string>;
    explicit StateText(const Entries& entries)
        : m_entries(entries) {}

    const std::string& text(const std::string& key) const;
    bool flag(const std::string& key) const;
    /// Any number, NaN and Inf included: a loss.
    double number(const std::string& key) const;
    double number(const std::string& key, double minimum, double maximum) const;
    std::int64_t integer(const std::string& key, std::int64_t minimum = 0,
                         std::int64_t maximum = std::numeric_limits<std::int64_t>::max()) const;
    LiveSettings settings() const;

    /// A number as text that reads back to the same bits.
    static std::string exact(double number);
    static std::string flagged(bool on) { return on ? "true" : "false"; }
    static void write(const LiveSettings& settings, Entries& to);

private:
    const Entries& m_entries;
};

} // namespace neurarium
