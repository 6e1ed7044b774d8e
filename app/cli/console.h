// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <nlohmann/json.hpp>

#include "report/error.h"

namespace neurarium::cli {

/// Keys keep the order they are written in.
using Json = nlohmann::ordered_json;

/// Results go to stdout, talk and progress to stderr. Each line is flushed at once.
class Console {
public:
    bool json = false;  ///< one JSON object a line on stdout
    bool quiet = false; ///< no talk and no progress

    /// A line of JSON on stdout.
    void write(const Json& object);
    /// A line of text on stdout.
    void write(const QString& line);
    /// A sentence for the person, on stderr.
    void say(const QString& line);
    /// One line on stderr, also when quiet: where, what, what to do.
    void problem(const Problem& problem);
    /// The progress line at the bottom of a terminal; nothing where stderr is none.
    void progress(const QString& line);

private:
    void clearProgress();

    bool m_progressShown = false;
};

} // namespace neurarium::cli
