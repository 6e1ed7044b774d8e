// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include <QDialog>

#include "report/kept_checkpoints.h"
#include "report/timeline.h"

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace neurarium {

/// How much room the saves of a run take on the disk, and for what; and how much they may take. What would go
/// is told before it goes.
class BudgetDialog : public QDialog {
    Q_OBJECT

public:
    explicit BudgetDialog(QWidget* parent = nullptr);

    void setTimeline(const Timeline& timeline);
    /// A run that is open for looking only keeps its budget.
    void setSettable(bool settable);
    /// What would happen with the budget that was considered last.
    struct Effect {
        std::int64_t saves = 0;     ///< that would go
        std::int64_t bytes = 0;     ///< that they take
        std::int64_t remaining = 0; ///< bytes that all others take
    };
    void setEffect(const Effect& effect);

    DiskBudget budget() const;
    QString sentence() const;
    QString effectText() const;
    QComboBox* choice() const { return m_choice; }
    QPushButton* setButton() const { return m_set; }
    QTreeWidget* saves() const { return m_saves; }

signals:
    /// The person looks at this budget; `setEffect` answers.
    void considered(const neurarium::DiskBudget& budget);
    void budgetChosen(const neurarium::DiskBudget& budget);
    /// A save is to be shown on the timeline.
    void checkpointChosen(neurarium::CheckpointId checkpoint);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void connectParts();
    void showChoices();
    void showSaves();
    void showUse();
    void showEffect();
    QTreeWidgetItem* addKind(KeptFor kind, const std::vector<const CheckpointInfo*>& saves);
    void retranslate();
    void fitText();

    Timeline m_timeline;
    bool m_settable = true;
    Effect m_effect;
    QLabel* m_use;
    QProgressBar* m_bar;
    QTreeWidget* m_saves;
    QLabel* m_promise;
    QLabel* m_label;
    QComboBox* m_choice;
    QLabel* m_sentence;
    QPushButton* m_close;
    QPushButton* m_set;
};

} // namespace neurarium
