// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>

#include <QDialog>
#include <QStringList>

#include "report/x_ray.h"
#include "widgets/layer_path.h"

class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace neurarium {

class ElidedLabel;
class HistogramView;
class SegmentedControl;
class TensorTable;

/// A safetensors file with its lid off: the eight bytes of the length, the header as text, each tensor with
/// its numbers, and the sum that gives the size of the file. What is damaged is said, and what can be read is
/// shown.
class XRayDialog : public QDialog {
    Q_OBJECT
public:
    explicit XRayDialog(QWidget* parent = nullptr);

    /// A file is being looked through.
    void begin(const QString& file);
    void setProgress(double share);
    /// The network gives tensors plain names; empty for a file from elsewhere.
    void setXRay(const XRay& seen, const LayerList& network);
    /// It could not be opened at all.
    void setProblem(const Problem& problem);
    /// What became of saving a copy, or something else that was wished; empty takes it away.
    void setNotice(const QString& notice, bool good);

    TensorTable* tensors() const { return m_tensors; }
    QTableView* table() const { return m_table; }
    SegmentedControl* tabs() const { return m_tabs; }
    QPushButton* zeroButton() const { return m_zero; }
    QPushButton* copyButton() const { return m_copy; }
    QString sumLine() const;
    QString headerText() const;
    QString problems() const;
    const QString& file() const { return m_file; }

signals:
    /// Another file is to be opened.
    void openRequested();
    /// A copy is wanted in which these tensors are 0.
    void copyRequested(const QStringList& tensors);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    QWidget* buildSum();
    QWidget* buildTensors();
    void connectParts();
    void showSeen();
    void showProblems();
    void showTensor();
    void toggleZero();
    const TensorXRay* chosen() const;
    void fitText();
    void retranslate();
    void recolor();

    QString m_file;
    XRay m_seen;
    LayerList m_network;
    std::set<std::string> m_zeros;
    ElidedLabel* m_name;
    QPushButton* m_open;
    QProgressBar* m_bar;
    QLabel* m_length;
    QLabel* m_lengthSum;
    QLabel* m_sum;
    QLabel* m_verdictIcon;
    QLabel* m_verdict;
    QLabel* m_problems;
    SegmentedControl* m_tabs;
    QStackedWidget* m_pages;
    QTableView* m_table;
    TensorTable* m_tensors;
    QLabel* m_tensorName;
    QLabel* m_figures;
    HistogramView* m_histogram;
    QPushButton* m_zero;
    QPlainTextEdit* m_header;
    ElidedLabel* m_notice;
    QPushButton* m_copy;
    QPushButton* m_close;
};

} // namespace neurarium
