// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"

#include <cstdio>

#include <unistd.h>

#include "app/cli/problem_line.h"

namespace neurarium::cli {

namespace {

void put(std::FILE* file, std::string text) {
    text += '\n';
    std::fwrite(text.data(), 1, text.size(), file);
    std::fflush(file);
}

} // namespace

void Console::write(const Json& object) {
    clearProgress();
    put(stdout, object.dump(-1, ' ', false, Json::error_handler_t::replace));
}

void Console::write(const QString& line) {
    clearProgress();
    put(stdout, line.toStdString());
}

void Console::say(const QString& line) {
    if (quiet)
        return;
    clearProgress();
    put(stderr, line.toStdString());
}

void Console::problem(const Problem& problem) {
    clearProgress();
    put(stderr, problemLine(problem).toStdString());
}

void Console::progress(const QString& line) {
    if (quiet || isatty(STDERR_FILENO) == 0)
        return;
    const std::string text = "\r\x1b[K" + line.toStdString();
    std::fwrite(text.data(), 1, text.size(), stderr);
    std::fflush(stderr);
    m_progressShown = true;
}

void Console::clearProgress() {
    if (!m_progressShown)
        return;
    std::fputs("\r\x1b[K", stderr);
    std::fflush(stderr);
    m_progressShown = false;
}

} // namespace neurarium::cli
