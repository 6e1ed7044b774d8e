// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/redraw_pace.h"

namespace neurarium {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kUntilOtherNews{60}; // training tells what it did every 50

} // namespace

RedrawPace::RedrawPace(std::chrono::milliseconds interval)
    : m_interval(interval) {
    m_late.setSingleShot(true);
    connect(&m_late, &QTimer::timeout, this, &RedrawPace::tell);
}

void RedrawPace::news() {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_next - Clock::now());
    if (left.count() <= 0)
        tell();
    else if (!m_late.isActive())
        m_late.start(left + kUntilOtherNews);
}

void RedrawPace::tell() {
    m_late.stop();
    const auto now = Clock::now().time_since_epoch();
    m_next = Clock::time_point(now - now % m_interval + m_interval);
    emit due();
}

} // namespace neurarium
