// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>

#include "report/ids.h"
#include "widgets/archive_dialog.h"

class QWidget;

namespace neurarium {

class BackgroundWork;
class Lab;

/// A lab's run goes into one file, beside its training; and a file like that becomes a run folder again,
/// where the person says, and never over anything.
class ArchiveFlow : public QObject {
    Q_OBJECT
public:
    ArchiveFlow(Lab& lab, QWidget* window);

    /// Asks for a file first.
    void choosePacked();
    void pack(const QString& file);
    /// Asks for a packed lab first.
    void chooseFile();
    /// Looks into a packed lab and asks where to unpack it.
    void open(const QString& file);
    /// It looks like a packed lab: by its name, or by its first bytes.
    static bool isPacked(const QString& path);

    /// Null while nothing is packed, or opened.
    ArchiveDialog* packing() const { return m_packing; }
    ArchiveDialog* opening() const { return m_opening; }

signals:
    /// A packed lab was unpacked into that folder.
    void opened(const QString& folder);

private:
    ArchiveDialog* makeDialog();
    void connectSession();
    void ask(const QString& file);
    void unpack(const QString& file, const QString& folder);
    void chooseFolder();

    Lab& m_lab;
    QWidget* m_window;
    RunId m_run; ///< that is packed
    QPointer<ArchiveDialog> m_packing;
    QPointer<ArchiveDialog> m_opening;
    BackgroundWork* m_work = nullptr; ///< goes with the dialog that opens
};

} // namespace neurarium
