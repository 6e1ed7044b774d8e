// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive_flow.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>

#include "app/background_work.h"
#include "app/lab.h"
#include "app/settings.h"
#include "checkpoint/run_archive.h"

namespace neurarium {

namespace {

constexpr int kLongestName = 60; ///< letters of a folder that is proposed

/// A folder that does not exist yet, named after the one that was packed or else after the file.
QString proposedFolder(const PackedContent& content, const QString& file) {
    QString name = QString::fromStdString(content.folder);
    if (name.isEmpty())
        name = QFileInfo(file).completeBaseName();
    if (name.endsWith(QStringLiteral(".neurarium")))
        name.chop(static_cast<int>(QStringLiteral(".neurarium").size()));
    name = name.left(kLongestName).trimmed();
    return Settings::freeRunFolder(name.isEmpty() ? QStringLiteral("lab") : name);
}

} // namespace

ArchiveFlow::ArchiveFlow(Lab& lab, QWidget* window)
    : QObject(window)
    , m_lab(lab)
    , m_window(window) {
    connectSession();
}

void ArchiveFlow::connectSession() {
    const TrainingSession& session = m_lab.session();
    connect(&session, &TrainingSession::packingProgress, this, [this](RunId run, qint64 done, qint64 total) {
        if (m_packing && run == m_run && m_packing->isWorking())
            m_packing->setProgress(done, total);
    });
    connect(&session, &TrainingSession::packed, this, [this](RunId run, const ArchiveReport& report) {
        if (m_packing && run == m_run)
            m_packing->setPacked(report);
    });
    connect(&session, &TrainingSession::packingFailed, this, [this](RunId run, const Problem& problem) {
        if (!m_packing || run != m_run)
            return;
        if (m_packing->isCancelling())
            m_packing->setCancelled();
        else
            m_packing->setProblem(problem);
    });
}

ArchiveDialog* ArchiveFlow::makeDialog() {
    auto* dialog = new ArchiveDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    return dialog;
}

void ArchiveFlow::choosePacked() {
    if (!m_lab.hasRun())
        return;
    if (m_packing && m_packing->isWorking()) {
        m_packing->raise();
        return;
    }
    const QString name = QFileInfo(m_lab.runFolder()).completeBaseName() + ".zip";
    QString file = QFileDialog::getSaveFileName(
        m_window, tr("Pack this lab into one file"), QDir(Settings::runsFolder()).filePath(name),
        tr("Packed labs (*.zip)"), nullptr, QFileDialog::DontConfirmOverwrite);
    if (file.isEmpty())
        return;
    if (QFileInfo(file).suffix().isEmpty())
        file += ".zip";
    pack(file);
}

void ArchiveFlow::pack(const QString& file) {
    if (!m_packing) {
        m_packing = makeDialog();
        connect(m_packing, &ArchiveDialog::cancelRequested, &m_lab.session(),
                &TrainingSession::cancelPacking);
        connect(m_packing, &ArchiveDialog::placeRequested, this, &ArchiveFlow::choosePacked);
    }
    m_run = m_lab.session().current();
    m_packing->beginPacking(file);
    m_packing->show();
    m_lab.session().pack(file);
}

void ArchiveFlow::chooseFile() {
    const QString file = QFileDialog::getOpenFileName(m_window, tr("Open a packed lab"),
                                                      Settings::runsFolder(), tr("Packed labs (*.zip)"));
    if (!file.isEmpty())
        open(file);
}

void ArchiveFlow::open(const QString& file) {
    delete m_opening; // with it ends what it was doing
    m_opening = makeDialog();
    m_work = new BackgroundWork(m_opening);
    connect(m_work, &BackgroundWork::progress, m_opening, &ArchiveDialog::setProgress);
    connect(m_work, &BackgroundWork::failed, m_opening, &ArchiveDialog::setProblem);
    connect(m_work, &BackgroundWork::cancelled, m_opening, &ArchiveDialog::setCancelled);
    connect(m_opening, &ArchiveDialog::cancelRequested, m_work, &BackgroundWork::cancel);
    connect(m_opening, &ArchiveDialog::placeRequested, this, &ArchiveFlow::chooseFolder);
    connect(m_opening, &ArchiveDialog::unpackRequested, this,
            [this, file](const QString& folder) { unpack(file, folder); });
    m_opening->beginOpening(file);
    m_opening->open();
    ask(file);
}

void ArchiveFlow::ask(const QString& file) {
    const auto content = std::make_shared<PackedContent>();
    m_work->start([content, path = file.toStdString()](
                      const BackgroundWork::Progress&) { *content = lookIntoPacked(path); },
                  [this, content, file] { m_opening->ask(*content, proposedFolder(*content, file)); });
}

void ArchiveFlow::unpack(const QString& file, const QString& folder) {
    m_work->start([from = file.toStdString(), to = folder.toStdString()](
                      const BackgroundWork::Progress& progress) { unpackRun(from, to, progress); },
                  [this, folder] {
                      m_opening->accept();
                      emit opened(folder);
                  });
}

void ArchiveFlow::chooseFolder() {
    const QFileInfo now(m_opening->folder());
    const QString place =
        QFileDialog::getExistingDirectory(m_opening, tr("Where to put the new folder"), now.absolutePath());
    if (!place.isEmpty())
        m_opening->setFolder(QDir(place).filePath(now.fileName()));
}

bool ArchiveFlow::isPacked(const QString& path) {
    if (QFileInfo(path).suffix().compare(QStringLiteral("zip"), Qt::CaseInsensitive) == 0)
        return true;
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(4) == QByteArray("PK\x03\x04");
}

} // namespace neurarium
