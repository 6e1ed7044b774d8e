// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/x_ray_flow.h"

#include <QFileDialog>
#include <QFileInfo>

#include "app/background_work.h"
#include "app/settings.h"
#include "checkpoint/x_ray_file.h"
#include "widgets/problem_text.h"
#include "widgets/x_ray_dialog.h"

namespace neurarium {

XRayFlow::XRayFlow(QWidget* window)
    : QObject(window)
    , m_window(window) {}

void XRayFlow::makeDialog() {
    m_dialog = new XRayDialog(m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_work = new BackgroundWork(m_dialog);
    connect(m_work, &BackgroundWork::progress, m_dialog, [dialog = m_dialog](quint64 done, quint64 total) {
        dialog->setProgress(total > 0 ? static_cast<double>(done) / static_cast<double>(total) : 0);
    });
    connect(m_work, &BackgroundWork::failed, m_dialog, &XRayDialog::setProblem);
    connect(m_dialog, &XRayDialog::openRequested, this, &XRayFlow::choose);
    connect(m_dialog, &XRayDialog::copyRequested, this, &XRayFlow::chooseCopy);
    connect(m_dialog, &QObject::destroyed, this, [this] { m_dialog = nullptr; });
}

void XRayFlow::open(const QString& file, const std::vector<LayerRecipe>& network) {
    if (m_dialog == nullptr)
        makeDialog();
    m_dialog->begin(file);
    m_dialog->show();
    m_dialog->raise();
    const auto seen = std::make_shared<XRay>();
    m_work->start([seen, path = file.toStdString()](
                      const BackgroundWork::Progress& progress) { *seen = xRay(path, progress); },
                  [this, seen, network] { m_dialog->setXRay(*seen, network); });
}

void XRayFlow::choose() {
    const QString file = QFileDialog::getOpenFileName(
        m_window, tr("Look into a file"), Settings::runsFolder(), tr("Checkpoints (*.safetensors)"));
    if (!file.isEmpty())
        open(file);
}

void XRayFlow::chooseCopy(const QStringList& tensors) {
    const QFileInfo original(m_dialog->file());
    const QString suggested = QFileInfo(Settings::runsFolder()).filePath() + '/' +
                              tr("%1 with zeros").arg(original.completeBaseName()) + ".safetensors";
    const QString copy = QFileDialog::getSaveFileName(m_dialog, tr("Save a copy"), suggested,
                                                      tr("Checkpoints (*.safetensors)"), nullptr,
                                                      QFileDialog::DontConfirmOverwrite);
    if (!copy.isEmpty())
        saveCopy(tensors, copy);
}

void XRayFlow::saveCopy(const QStringList& tensors, const QString& copy) {
    std::vector<std::string> names;
    for (const QString& tensor : tensors)
        names.push_back(tensor.toStdString());
    auto* work = new BackgroundWork(m_dialog);
    connect(work, &BackgroundWork::failed, m_dialog,
            [dialog = m_dialog](const Problem& problem) { dialog->setNotice(wholeText(problem), false); });
    work->start([file = m_dialog->file().toStdString(), names,
                 copy](const BackgroundWork::Progress&) { saveWithZeros(file, names, copy.toStdString()); },
                [dialog = m_dialog, copy] { dialog->setNotice(tr("Saved: %1").arg(copy), true); });
}

} // namespace neurarium
