// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QElapsedTimer>

#include "report/error.h"
#include "report/import_report.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace neurarium {

class ElidedLabel;
class ImportReportView;

/// Reading a folder of photographs: first how far it has got, with pause and cancel, then what was found. It
/// is accepted when the person wants to train with the photographs.
class ImportDialog : public QDialog {
    Q_OBJECT

public:
    explicit ImportDialog(QWidget* parent = nullptr);

    /// Begins again at the progress page.
    void begin(const QString& folder);
    void setProgress(const ImportProgress& progress);
    void setReport(const ImportReport& report);
    /// Reading ended with a problem; nothing was added.
    void setProblem(const Problem& problem);
    /// Reading has ended because the person cancelled it: closes the dialog.
    void setCancelled();

    bool isRunning() const { return m_state == State::Running || m_state == State::Stopping; }
    bool isPaused() const { return m_paused; }
    QString countLine() const;
    QString detailLine() const;

public slots:
    /// Cancels while files are read; closes the dialog afterwards.
    void reject() override;

signals:
    void pauseRequested(bool pause);
    void cancelRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    enum class State { Running, Stopping, Done, Failed };

    QWidget* buildProgressPage();
    QWidget* buildReportPage();
    void togglePause();
    void showState();
    void fitState();
    void showProgress();
    double secondsSpent() const;

    State m_state = State::Running;
    bool m_paused = false;
    bool m_large = false;
    QString m_folder;
    ImportProgress m_progress;
    Problem m_problem;
    QElapsedTimer m_clock;
    double m_spentBefore = 0; ///< seconds before the last pause
    QStackedWidget* m_pages;
    QLabel* m_title;
    QLabel* m_count;
    QProgressBar* m_bar;
    ElidedLabel* m_detail;
    QPushButton* m_pause;
    QPushButton* m_cancel;
    QLabel* m_failure;
    ImportReportView* m_report;
    QPushButton* m_copy;
    QPushButton* m_close;
    QPushButton* m_accept;
};

} // namespace neurarium
