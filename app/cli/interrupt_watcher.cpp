// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interrupt_watcher.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <stdexcept>

#include <fcntl.h>
#include <unistd.h>

namespace neurarium::cli {

namespace {

constexpr std::array kSignals{SIGINT, SIGTERM, SIGHUP};

std::array<int, 2> openPipe() {
    std::array<int, 2> ends{-1, -1};
    if (pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        throw std::runtime_error("no pipe for signals");
    return ends;
}

/// Lives as long as the program: a signal may come at any moment.
const std::array<int, 2>& signalPipe() {
    static const std::array<int, 2> ends = openPipe();
    return ends;
}

std::atomic<int> signalEnd{-1};
std::atomic<int> signalCount{0};

void onSignal(int /*number*/) {
    constexpr int kInterrupted = 130;
    if (signalCount.fetch_add(1) > 0)
        _exit(kInterrupted);
    const int before = errno;
    const char byte = 1;
    (void)!write(signalEnd.load(), &byte, 1);
    errno = before;
}

void handleSignals(void (*handler)(int)) {
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (const int number : kSignals)
        sigaction(number, &action, nullptr);
}

} // namespace

InterruptWatcher::InterruptWatcher(QObject* parent)
    : QObject(parent)
    , m_notifier(signalPipe()[0], QSocketNotifier::Read) {
    signalEnd = signalPipe()[1];
    connect(&m_notifier, &QSocketNotifier::activated, this, [this] {
        std::array<char, 16> bytes{};
        if (read(signalPipe()[0], bytes.data(), bytes.size()) > 0)
            emit interrupted();
    });
    handleSignals(onSignal);
}

InterruptWatcher::~InterruptWatcher() {
    handleSignals(SIG_DFL);
}

} // namespace neurarium::cli
