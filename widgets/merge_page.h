// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QWidget>

#include "report/tokens.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QTableView;
class QToolButton;

namespace neurarium {

class PairTable;
class TokenStrip;

/// Byte-pair encoding as a game: the class merges the most common pair by hand, and watches a sentence grow
/// into larger pieces; then the machine goes on.
class MergePage : public QWidget {
    Q_OBJECT

public:
    static constexpr int kByHand = 10; ///< merges that the class is asked for

    explicit MergePage(QWidget* parent = nullptr);

    /// Null before the text was read.
    void setState(const std::shared_ptr<const MergeState>& state);
    const std::shared_ptr<const MergeState>& state() const { return m_state; }
    /// How far the machine is; a total of 0: it is at rest.
    void setProgress(qint64 done, qint64 total);
    int byHand() const { return m_byHand; }

    QTableView& commonView() { return *m_commonView; }
    QPushButton& mergeButton() { return *m_merge; }
    QPushButton& machineButton() { return *m_machine; }
    QPushButton& cancelButton() { return *m_cancel; }
    QSpinBox& goal() { return *m_goal; }
    TokenStrip& strip() { return *m_strip; }
    QString summary() const;

signals:
    /// The pair with that place in `MergeState::common`.
    void mergeRequested(int place);
    /// Merge the most common pairs until there are so many merges.
    void machineRequested(qint64 merges);
    void cancelRequested();
    /// What was merged since the game was started: by hand, and in all.
    void merged(int byHand, qint64 all);
    /// Back to single bytes.
    void restartRequested();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void buildFoot();
    void mergeChosen();
    void showState();
    void retranslate();
    void recolor();

    std::shared_ptr<const MergeState> m_state;
    std::int64_t m_tokensAtFirst = 0; ///< of the corpus, before the first merge
    int m_byHand = 0;
    bool m_asked = false; ///< a merge by hand is under way
    bool m_busy = false;
    TokenStrip* m_strip;
    QLabel* m_summary;
    PairTable *m_common, *m_merged;
    QTableView *m_commonView, *m_mergedView;
    QPushButton *m_merge, *m_machine, *m_cancel;
    QToolButton* m_again;
    QSpinBox* m_goal;
    QWidget *m_foot, *m_progressRow;
    QProgressBar* m_bar;
    QLabel* m_progress;
};

} // namespace neurarium
