// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import_flow.h"

#include <QFileInfo>

#include "app/builtin_experiments.h"
#include "app/lab.h"
#include "experiment/experiment.h"
#include "widgets/import_dialog.h"

namespace neurarium {

ImportFlow::ImportFlow(Lab& lab, QWidget* window)
    : QObject(window)
    , m_lab(lab)
    , m_window(window) {}

void ImportFlow::begin(const QString& folder) {
    cancel();
    Experiment experiment = parseExperiment(builtinExperiment("cats"));
    experiment.name = QFileInfo(folder).fileName().toStdString();
    experiment.data.options["path"] = QFileInfo(folder).absoluteFilePath().toStdString();

    m_dialog = new ImportDialog(m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->begin(folder);
    DataShelf& shelf = m_lab.shelf();
    connect(&shelf, &DataShelf::progress, m_dialog, &ImportDialog::setProgress);
    connect(&shelf, &DataShelf::failed, m_dialog, &ImportDialog::setProblem);
    connect(&m_lab, &Lab::dataRead, m_dialog, &ImportDialog::setReport);
    connect(m_dialog, &ImportDialog::pauseRequested, &shelf, &DataShelf::setPaused);
    connect(m_dialog, &ImportDialog::cancelRequested, this, [this] {
        m_lab.shelf().cancel();
        m_dialog->setCancelled();
    });
    connect(m_dialog, &QDialog::accepted, this, &ImportFlow::accepted);
    connect(m_dialog, &QObject::destroyed, this, [this] { m_dialog = nullptr; });
    m_lab.openExperiment(experiment);
    m_dialog->open();
}

void ImportFlow::cancel() {
    if (m_dialog == nullptr)
        return;
    m_lab.shelf().cancel();
    delete m_dialog;
    m_dialog = nullptr;
}

} // namespace neurarium
