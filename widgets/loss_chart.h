// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "report/verdict.h"
#include "widgets/chart_figure.h"
#include "widgets/figure_export.h"
#include "widgets/panel.h"

class QAction;
class QMenu;
class QStackedWidget;
class QTableView;

namespace neurarium {

class ChartCanvas;
class ChartLegend;
class ChartMenu;
class ChartTable;
class FigureExportMenu;
class StatusLine;

/// The panel of loss and accuracy: chart, table and status sentence. It is given report values and nothing
/// else; the timeline must name a branch before its steps come, so that its parent is known.
class LossChart : public Panel {
    Q_OBJECT

public:
    explicit LossChart(QWidget* parent = nullptr);
    ~LossChart() override;

    // Values.
    void clear();
    void setTimeline(const Timeline& timeline);
    void addSteps(const std::vector<StepReport>& steps);
    void addEpochs(const std::vector<EpochReport>& epochs);
    /// All that was recorded, after a run was opened.
    void setHistory(const Timeline& timeline, const std::vector<StepReport>& steps,
                    const std::vector<EpochReport>& epochs);
    /// Losses of an answer by chance; drawn as a dashed line and used by the status sentence.
    void setGuessing(std::optional<double> loss, std::optional<double> accuracy);
    /// What thin and thick lines are about: "480 photos", "120 new photos".
    void setSampleNotes(const QString& training, const QString& validation);

    // What is looked at.
    void setChosen(CheckpointId checkpoint);
    void setEmphasised(BranchId branch);
    /// The step that is looked at; nothing: where training stands.
    void setPlayhead(const std::optional<StepPlace>& place);
    /// Where training stands, when that is not the end of the current branch.
    void setLive(const std::optional<StepPlace>& place);
    void setPaused(bool paused);
    /// Below the lines, what the change of the newest twins made of the loss.
    void setDifferenceShown(bool shown);
    const ChartOptions& options() const { return m_figure.options(); }
    void setOptions(const ChartOptions& options);

    StatusLine& statusLine() { return *m_status; }
    ChartFigure& figure() { return m_figure; }
    /// For the window's menus; they carry their shortcuts (Ctrl T; Ctrl E opens the export menu).
    QAction* tableAction() const { return m_tableAction; }
    QAction* exportAction() const { return m_exportAction; }
    QMenu* viewMenu() const;
    QMenu* exportMenu() const;
    /// How the figure is written when it looks as on the screen now.
    FigureSettings figureSettings() const;

signals:
    void slotChosen(neurarium::CheckpointId checkpoint);

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildTools();
    void showTable(bool table);
    void refresh();
    void showNews();
    void refreshAround();
    void judge();
    void restartVerdict();
    void takeTimeline(const Timeline& timeline);
    void retranslate();

    ChartFigure m_figure;
    VerdictTracker m_verdict;
    bool m_paused = false;
    ChartCanvas* m_canvas;
    ChartLegend* m_legend;
    ChartTable* m_table;
    QTableView* m_tableView;
    QStackedWidget* m_pages;
    StatusLine* m_status;
    QToolButton* m_tableTool;
    FigureExportMenu* m_exportMenu;
    QToolButton* m_viewTool;
    QAction* m_tableAction;
    QAction* m_exportAction;
    ChartMenu* m_viewMenu;
};

} // namespace neurarium
