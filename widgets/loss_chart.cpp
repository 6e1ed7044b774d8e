// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/loss_chart.h"

#include <cmath>

#include <QAction>
#include <QEvent>
#include <QHeaderView>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>

#include "widgets/chart_canvas.h"
#include "widgets/chart_menu.h"
#include "widgets/chart_table.h"
#include "widgets/figure_export_menu.h"
#include "widgets/status_line.h"
#include "widgets/text_scale.h"

namespace neurarium {

LossChart::LossChart(QWidget* parent)
    : Panel(parent)
    , m_canvas(new ChartCanvas(m_figure, this))
    , m_legend(new ChartLegend(this))
    , m_table(new ChartTable(this))
    , m_tableView(new QTableView(this))
    , m_pages(new QStackedWidget(this))
    , m_status(new StatusLine(this))
    , m_tableTool(addTool(QStringLiteral("table"), {}))
    , m_exportMenu(addExport(m_figure, *m_canvas))
    , m_viewTool(addTool(QStringLiteral("more"), {}))
    , m_tableAction(new QAction(this))
    , m_exportAction(new QAction(this))
    , m_viewMenu(new ChartMenu(this)) {
    m_tableView->setModel(m_table);
    m_tableView->setAlternatingRowColors(true);
    m_tableView->verticalHeader()->hide();
    m_tableView->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_tableView->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_pages->addWidget(m_canvas);
    m_pages->addWidget(m_tableView);
    setTitleWidget(m_legend);
    setBody(m_pages);
    setFoot(m_status);
    buildTools();
    retranslate();
    refresh();
}

LossChart::~LossChart() = default;

void LossChart::buildTools() {
    m_tableAction->setCheckable(true);
    m_tableAction->setShortcut(Qt::CTRL | Qt::Key_T);
    m_exportAction->setShortcut(Qt::CTRL | Qt::Key_E);
    addActions({m_tableAction, m_exportAction});
    m_tableTool->setCheckable(true);
    connect(m_tableTool, &QToolButton::clicked, m_tableAction, &QAction::trigger);
    connect(m_tableAction, &QAction::toggled, this, &LossChart::showTable);
    connect(m_viewTool, &QToolButton::clicked, this,
            [this] { m_viewMenu->popup(m_viewTool->mapToGlobal(QPoint(0, m_viewTool->height()))); });
    connect(m_exportAction, &QAction::triggered, m_exportMenu, &FigureExportMenu::open);
    connect(m_viewMenu, &ChartMenu::chosen, this, &LossChart::setOptions);
    connect(m_canvas, &ChartCanvas::slotClicked, this, &LossChart::slotChosen);
    connect(m_canvas, &ChartCanvas::branchPointedAt, this, &LossChart::setEmphasised);
    connect(m_canvas, &ChartCanvas::viewChanged, this, [this](const std::optional<ChartView>& view) {
        ChartOptions zoomed = options();
        zoomed.view = view;
        setOptions(zoomed);
    });
}

QMenu* LossChart::viewMenu() const {
    return m_viewMenu;
}

QMenu* LossChart::exportMenu() const {
    return m_exportMenu;
}

FigureSettings LossChart::figureSettings() const {
    return settingsLike(*m_canvas);
}

void LossChart::clear() {
    m_figure.data().clear();
    ChartOptions whole = options();
    whole.view.reset();
    whole.playhead.reset();
    whole.live.reset();
    whole.chosen = {};
    whole.twins.reset();
    whole.difference = false;
    m_figure.setOptions(whole);
    restartVerdict();
    refresh();
}

void LossChart::setTimeline(const Timeline& timeline) {
    const BranchId before = m_figure.data().timeline().current;
    const std::int64_t planned = m_figure.data().timeline().plannedEpochs;
    takeTimeline(timeline);
    if (before == timeline.current && planned == timeline.plannedEpochs)
        return showNews();
    restartVerdict();
    refresh();
}

void LossChart::takeTimeline(const Timeline& timeline) {
    m_figure.data().setTimeline(timeline);
    ChartOptions known = options();
    known.twins = newestTwins(timeline);
    m_figure.setOptions(known);
}

void LossChart::addSteps(const std::vector<StepReport>& steps) {
    m_figure.data().addSteps(steps);
    const BranchId current = m_figure.data().timeline().current;
    for (const StepReport& step : steps)
        if (step.branch == current) // others are a twin's
            m_verdict.addStep(step.loss);
    judge();
    m_canvas->news();
}

void LossChart::addEpochs(const std::vector<EpochReport>& epochs) {
    const BranchId current = m_figure.data().timeline().current;
    for (const EpochReport& epoch : epochs) {
        const EpochReport onAxis = m_figure.data().addEpoch(epoch);
        if (epoch.branch == current)
            m_verdict.addEpoch(onAxis);
    }
    judge();
    showNews();
}

void LossChart::setHistory(const Timeline& timeline, const std::vector<StepReport>& steps,
                           const std::vector<EpochReport>& epochs) {
    m_figure.data().clear();
    takeTimeline(timeline);
    m_figure.data().addSteps(steps);
    for (const EpochReport& epoch : epochs)
        m_figure.data().addEpoch(epoch);
    restartVerdict();
    refresh();
}

void LossChart::restartVerdict() {
    const Timeline& timeline = m_figure.data().timeline();
    m_verdict.restart({timeline.plannedEpochs, timeline.stepsPerEpoch, options().guessingLoss},
                      m_figure.data().epochsAlong(timeline.current));
    judge();
}

void LossChart::judge() {
    Verdict shown = m_verdict.verdict();
    const ChartData& values = m_figure.data();
    const std::optional<StepPlace>&looked = options().playhead, &live = options().live;
    const std::optional<StepPlace>& place = looked ? looked : live;
    const ChartBranch* branch = place ? values.branch(place->branch) : values.current();
    if (branch && (looked || (m_paused && shown.kind != VerdictKind::Exploding))) {
        constexpr double kRounding = 1e-6;
        const double step = place ? branch->stepOnAxis(place->step) : branch->lastStep();
        const double epoch = branch->at(step, ChartUnit::Epochs);
        const VerdictKind kind = looked ? VerdictKind::LookingBack : VerdictKind::Paused;
        // The epoch under way, as the counter says.
        shown = {kind, 0, 0, std::llround(std::ceil(epoch - kRounding))};
    }
    m_status->setVerdict(shown);
}

void LossChart::setGuessing(std::optional<double> loss, std::optional<double> accuracy) {
    ChartOptions guessing = options();
    guessing.guessingLoss = loss;
    guessing.guessingAccuracy = accuracy;
    m_figure.setOptions(guessing);
    restartVerdict();
    refresh();
}

void LossChart::setSampleNotes(const QString& training, const QString& validation) {
    ChartOptions noted = options();
    noted.trainingNote = training;
    noted.validationNote = validation;
    setOptions(noted);
}

void LossChart::setChosen(CheckpointId checkpoint) {
    ChartOptions chosen = options();
    chosen.chosen = checkpoint;
    setOptions(chosen);
}

void LossChart::setEmphasised(BranchId branch) {
    ChartOptions emphasised = options();
    emphasised.emphasised = branch;
    setOptions(emphasised);
}

void LossChart::setPlayhead(const std::optional<StepPlace>& place) {
    ChartOptions looking = options();
    looking.playhead = place;
    setOptions(looking);
    judge();
}

void LossChart::setLive(const std::optional<StepPlace>& place) {
    if (place == options().live)
        return;
    ChartOptions standing = options();
    standing.live = place;
    m_figure.setOptions(standing);
    judge();
    showNews(); // it moves with the training
}

void LossChart::setPaused(bool paused) {
    m_paused = paused;
    judge();
}

void LossChart::setDifferenceShown(bool shown) {
    ChartOptions compared = options();
    compared.difference = shown;
    setOptions(compared);
}

void LossChart::setOptions(const ChartOptions& options) {
    if (options == m_figure.options())
        return;
    m_figure.setOptions(options);
    refresh();
}

void LossChart::showTable(bool table) {
    m_tableTool->setChecked(table);
    m_pages->setCurrentWidget(table ? static_cast<QWidget*>(m_tableView) : m_canvas);
    refresh();
}

void LossChart::refresh() {
    refreshAround();
    m_canvas->refresh();
}

void LossChart::showNews() {
    refreshAround();
    m_canvas->news();
}

void LossChart::refreshAround() {
    m_viewMenu->showOptions(options());
    m_legend->setContent(m_figure.legend());
    if (m_tableAction->isChecked())
        m_table->refresh(m_figure.data(), m_figure.shownTwins());
}

void LossChart::retranslate() {
    setTitle(m_figure.title());
    setToolText(m_tableTool, tr("Show the numbers as a table"));
    setToolText(m_viewTool, tr("How the chart is shown"));
    m_tableAction->setText(tr("Chart as a table"));
    m_exportAction->setText(tr("Export the figure…"));
    m_viewMenu->retranslate();
    m_table->retranslate();
    m_tableView->setAccessibleName(tr("Loss and accuracy of every epoch"));
    m_legend->setContent(m_figure.legend());
}

void LossChart::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Panel::changeEvent(event);
}

} // namespace neurarium
