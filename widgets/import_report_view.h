// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "report/import_report.h"

class QLabel;
class QPlainTextEdit;
class QTableWidget;

namespace neurarium {

/// What was found in a folder: classes with their counts, and each file that was left out with its reason.
class ImportReportView : public QWidget {
    Q_OBJECT

public:
    explicit ImportReportView(QWidget* parent = nullptr);

    void setReport(const ImportReport& report);
    /// Everything as text, for the clipboard.
    QString text() const;
    QTableWidget* table() const { return m_table; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void fillTable();
    QString summary() const;
    QString leftOut() const;

    ImportReport m_report;
    QLabel* m_summary;
    QTableWidget* m_table;
    QLabel* m_leftOutTitle;
    QPlainTextEdit* m_leftOut;
};

} // namespace neurarium
