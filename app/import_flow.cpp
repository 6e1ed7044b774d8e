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
    m_experiment = parseExperiment(builtinExperiment("cats"));
    m_experiment.name = QFileInfo(folder).fileName().toStdString();
    m_experiment.data.options["path"] = QFileInfo(folder).absoluteFilePath().toStdString();

    m_dialog = new ImportDialog(m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->begin(folder);
    auto* shelf = new DataShelf(m_dialog); // goes with the dialog, and so does what it has read
    connect(shelf, &DataShelf::progress, m_dialog, &ImportDialog::setProgress);
    connect(shelf, &DataShelf::failed, m_dialog, &ImportDialog::setProblem);
    connect(shelf, &DataShelf::ready, m_dialog,
            [dialog = m_dialog, shelf] { dialog->setReport(shelf->split()->report); });
    connect(m_dialog, &ImportDialog::pauseRequested, shelf, &DataShelf::setPaused);
    connect(m_dialog, &ImportDialog::cancelRequested, shelf, [dialog = m_dialog, shelf] {
        shelf->cancel();
        dialog->setCancelled();
    });
    connect(m_dialog, &QDialog::accepted, this, [this, shelf] {
        m_lab.shelf().take(*shelf);
        emit accepted(m_experiment);
    });
    connect(m_dialog, &QObject::destroyed, this, [this] { m_dialog = nullptr; });
    shelf->read(m_experiment);
    m_dialog->open();
}

void ImportFlow::cancel() {
    delete m_dialog;
    m_dialog = nullptr;
}

} // namespace neurarium
