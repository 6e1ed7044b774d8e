// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

class QWidget;

namespace neurarium {

class ImportDialog;
class Lab;

/// A folder of photographs becomes an experiment: reads it with progress, pause and cancel, shows what was
/// found, and leaves the lab ready to train on it.
class ImportFlow : public QObject {
    Q_OBJECT
public:
    ImportFlow(Lab& lab, QWidget* window);

    void begin(const QString& folder);
    /// Ends a reading that is under way.
    void cancel();

signals:
    /// The person wants to train with these photographs; the lab has the experiment.
    void accepted();

private:
    Lab& m_lab;
    QWidget* m_window;
    ImportDialog* m_dialog = nullptr;
};

} // namespace neurarium
