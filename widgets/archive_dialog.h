// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QDialog>

#include "report/archive_report.h"

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace neurarium {

class ElidedLabel;

/// A lab goes into one file, or comes out of one: for the latter it first asks for a new folder; then how far
/// it has got, with a way to cancel; then what came of it.
class ArchiveDialog : public QDialog {
    Q_OBJECT

public:
    explicit ArchiveDialog(QWidget* parent = nullptr);

    /// A lab is being packed into a file.
    void beginPacking(const QString& file);
    /// A packed lab is being looked into.
    void beginOpening(const QString& file);
    /// Asks into which new folder it is to be unpacked.
    void ask(const PackedContent& content, const QString& folder);
    void setFolder(const QString& folder);
    void setProgress(qint64 done, qint64 total);
    void setPacked(const ArchiveReport& report);
    /// It has not worked, and nothing was left; another place can be chosen.
    void setProblem(const Problem& problem);
    /// The work has ended because the person cancelled it: closes the dialog.
    void setCancelled();

    bool isWorking() const { return m_state == State::Working || m_state == State::Stopping; }
    bool isCancelling() const { return m_state == State::Stopping; }
    /// The whole path that the person has put down.
    QString folder() const;
    /// What is said about the folder, the work, or what came of it.
    QString sentence() const;

    QLineEdit* folderField() const { return m_folder; }
    QPushButton* goButton() const { return m_go; }
    QPushButton* closeButton() const { return m_close; }

public slots:
    /// Cancels while something is done; closes the dialog otherwise.
    void reject() override;

signals:
    void unpackRequested(const QString& folder);
    /// Another folder or file is to be chosen.
    void placeRequested();
    void cancelRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    enum class State { Looking, Asking, Working, Stopping, Done, Failed };

    void build();
    void go();
    void enter(State state);
    void showState();
    void showSentence();
    void showProgress();
    bool isFolderFree() const;
    QString factsText() const;
    QString folderText() const;
    QString reportText() const;
    void fitText();

    State m_state = State::Looking;
    bool m_packing = false;
    QString m_file;
    QString m_proposal; ///< the folder that was proposed
    std::optional<PackedContent> m_content;
    ArchiveReport m_report;
    std::optional<Problem> m_problem;
    qint64 m_done = 0;
    qint64 m_total = 0;
    QLabel* m_title;
    ElidedLabel* m_name;
    QLabel* m_facts;
    QWidget* m_question;
    QLabel* m_label;
    QLineEdit* m_folder;
    QPushButton* m_choose;
    QProgressBar* m_bar;
    QLabel* m_sentence;
    QPushButton* m_close;
    QPushButton* m_go;
};

} // namespace neurarium
