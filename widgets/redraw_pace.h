// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

#include <QTimer>

namespace neurarium {

/// How often views follow the training; the same for all, so that they are drawn together.
inline constexpr std::chrono::milliseconds kLiveInterval{200};

/// Says when something that changes often is drawn again: once in each interval, with the first news in it;
/// without later news a little after the interval. Intervals lie on one clock, so that all that has the same
/// one is drawn together. Each time that the window's thread wakes takes a core from training.
class RedrawPace : public QObject {
    Q_OBJECT
public:
    explicit RedrawPace(std::chrono::milliseconds interval);

    void setInterval(std::chrono::milliseconds interval) { m_interval = interval; }
    /// Something changed.
    void news();

signals:
    /// Draw it again.
    void due();

private:
    void tell();

    std::chrono::milliseconds m_interval;
    std::chrono::steady_clock::time_point m_next; ///< when an interval begins that nothing was drawn in
    QTimer m_late;
};

} // namespace neurarium
