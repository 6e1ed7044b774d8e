// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/redraw_pace.h"

namespace neurarium {

namespace {

constexpr int kUntilOtherNews = 60; // milliseconds: training tells what it did every 50

} // namespace

RedrawPace::RedrawPace(int interval)
    : m_interval(interval) {
    m_late.setSingleShot(true);
    connect(&m_late, &QTimer::timeout, this, &RedrawPace::tell);
}

void RedrawPace::news() {
    const qint64 left = m_since.isValid() ? m_interval - m_since.elapsed() : 0;
    if (left <= 0)
        tell();
    else if (!m_late.isActive())
        m_late.start(static_cast<int>(left) + kUntilOtherNews);
}

void RedrawPace::tell() {
    m_late.stop();
    m_since.start();
    emit due();
}

} // namespace neurarium
