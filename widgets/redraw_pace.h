// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTimer>

namespace neurarium {

/// Says when something that changes often is drawn again: at once when the last time is long enough ago, so
/// that all that the same news changes is drawn together; otherwise with later news, and without any a
/// little after the interval. Each time that the window's thread wakes takes a core from training.
class RedrawPace : public QObject {
    Q_OBJECT
public:
    /// `interval`: milliseconds that lie at least between two redraws.
    explicit RedrawPace(int interval);

    void setInterval(int interval) { m_interval = interval; }
    /// Something changed.
    void news();

signals:
    /// Draw it again.
    void due();

private:
    void tell();

    int m_interval;
    QElapsedTimer m_since;
    QTimer m_late;
};

} // namespace neurarium
