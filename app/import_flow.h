// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include "experiment/experiment.h"

class QWidget;

namespace neurarium {

class ImportDialog;
class Lab;

/// A folder of photographs becomes an experiment: reads it with progress, pause and cancel, shows what was
/// found, and hands it to the lab when the person wants to train on it. Until then the lab is left alone.
class ImportFlow : public QObject {
    Q_OBJECT
public:
    ImportFlow(Lab& lab, QWidget* window);

    void begin(const QString& folder);
    /// Ends a reading that is under way.
    void cancel();

signals:
    /// The person wants to train with these photographs; the lab's shelf has them.
    void accepted(const neurarium::Experiment& experiment);

private:
    Lab& m_lab;
    Experiment m_experiment;
    QWidget* m_window;
    ImportDialog* m_dialog = nullptr;
};

} // namespace neurarium
