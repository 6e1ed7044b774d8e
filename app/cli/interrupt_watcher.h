// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace neurarium::cli {

/// Turns Ctrl-C and the requests to end (SIGINT, SIGTERM, SIGHUP) into a Qt signal. The second one ends the
/// program at once, with exit code 130. One at a time.
class InterruptWatcher : public QObject {
    Q_OBJECT
public:
    explicit InterruptWatcher(QObject* parent = nullptr);
    ~InterruptWatcher() override;

signals:
    void interrupted();

private:
    QSocketNotifier m_notifier;
};

} // namespace neurarium::cli
