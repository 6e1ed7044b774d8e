// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_page.h"

#include <cmath>

#include <QEvent>
#include <QSplitter>
#include <QVBoxLayout>
#include <QWhatsThis>

#include "app/appearance.h"
#include "app/place_figures.h"
#include "app/settings.h"
#include "app/slot_wires.h"
#include "app/stage.h"
#include "app/timeline_wires.h"
#include "app/twin_wires.h"
#include "app/verdict_help.h"
#include "experiment/experiment.h"
#include "widgets/error_banner.h"
#include "widgets/guide_view.h"
#include "widgets/loss_chart.h"
#include "widgets/recipe_panel.h"
#include "widgets/status_line.h"
#include "widgets/timeline_view.h"

namespace neurarium {

namespace {

/// The newest report of that branch; a twin's are told beside it.
template <class Report>
const Report* lastOf(const std::vector<Report>& reports, BranchId branch) {
    const auto last = std::find_if(reports.rbegin(), reports.rend(),
                                   [branch](const Report& each) { return each.branch == branch; });
    return last == reports.rend() ? nullptr : &*last;
}

constexpr int kRecipeWidth = 268;
constexpr int kGuideWidth = 288;
constexpr int kNarrow = 1500; ///< below: menus instead of rows of buttons
constexpr int kLow = 900;     ///< below: two views on the stage, letters on the timeline

} // namespace

LabPage::LabPage(Lab& lab, Appearance& appearance, Settings& settings, QWidget* parent)
    : QWidget(parent)
    , m_lab(lab)
    , m_appearance(appearance)
    , m_settings(settings) {
    build();
    connectTopBar();
    connectRecipe();
    new SlotWires(m_lab, *m_timeline, this);
    new TimelineWires(m_lab, *m_timeline, *m_stage, this);
    new TwinWires(m_lab, *m_timeline, m_stage->lossChart(), this);
    connectExperiment();
    connectHistory();
    connectTrouble();
    showPhase(LabPhase::Empty);
}

void LabPage::build() {
    m_topBar = new TopBar(this);
    m_banner = new ErrorBanner(this);
    m_banner->hide();
    m_middle = new QSplitter(Qt::Horizontal, this);
    m_recipe = new RecipePanel(m_middle);
    m_recipe->setCatalogue(recipeCatalogue());
    m_stage = new Stage(m_lab, m_middle);
    m_guide = new GuideView(m_middle);
    m_guide->setMinimumWidth(kGuideWidth);
    m_middle->setStretchFactor(1, 1);
    m_middle->setChildrenCollapsible(false);
    m_middle->setHandleWidth(1);
    m_middle->setSizes({kRecipeWidth, 10000, kGuideWidth});
    m_timeline = new TimelineView(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_topBar);
    column->addWidget(m_banner);
    column->addWidget(m_middle, 1);
    column->addWidget(m_timeline);
}

void LabPage::connectTopBar() {
    connect(m_topBar, &TopBar::trainRequested, &m_lab, &Lab::train);
    connect(m_topBar, &TopBar::pauseRequested, &m_lab, &Lab::pause);
    connect(m_topBar, &TopBar::stepRequested, &m_lab, &Lab::step);
    connect(m_topBar, &TopBar::restartRequested, &m_lab, &Lab::restart);
    connect(m_topBar, &TopBar::speedChanged, this,
            [this](Speed speed) { m_lab.setPace(stepsPerSecond(speed)); });
    connect(m_topBar, &TopBar::languageChosen, this, [this](TopBar::Language language) {
        m_appearance.setLanguage(language == TopBar::Language::Korean ? "ko" : "en");
    });
    connect(m_topBar, &TopBar::darkToggled, &m_appearance, &Appearance::setDark);
    connect(m_topBar, &TopBar::guideToggled, this, &LabPage::setGuideOpen);
    connect(m_guide, &GuideView::closeRequested, this, [this] { setGuideOpen(false); });
    connect(m_guide, &GuideView::openRequested, this, [this] { setGuideOpen(true); });
    m_lab.setPace(stepsPerSecond(m_topBar->speedSelector()->speed()));
}

void LabPage::connectRecipe() {
    connect(m_recipe, &RecipePanel::recipeEdited, &m_lab, &Lab::edit);
    connect(m_recipe, &RecipePanel::learningRateChanged, &m_lab, &Lab::setLearningRate);
    connect(m_recipe, &RecipePanel::dropoutChanged, &m_lab, &Lab::setDropout);
    connect(m_recipe, &RecipePanel::augmentationChanged, &m_lab, &Lab::setAugmentation);
    connect(m_recipe, &RecipePanel::batchSizeChanged, &m_lab, &Lab::setBatchSize);
    connect(m_recipe, &RecipePanel::labelsCorrected, &m_lab, &Lab::setLabelsCorrected);
    connect(m_recipe, &RecipePanel::epochsChanged, &m_lab, &Lab::setEpochs);
    connect(m_recipe, &RecipePanel::undoRequested, &m_lab, &Lab::undoMark);
    connect(m_recipe, &RecipePanel::unlockRequested, &m_lab, &Lab::unlock);
}

void LabPage::connectExperiment() {
    connect(&m_lab, &Lab::phaseChanged, this, &LabPage::showPhase);
    connect(&m_lab, &Lab::experimentChanged, this, [this](const Experiment& experiment) {
        m_recipe->setLive(false);
        m_recipe->setRecipe(experiment);
        m_recipe->setMarks({});
        m_stage->lossChart().clear();
        m_stage->setPanels(m_panels.empty() ? usualPanels(experiment) : m_panels);
        m_banner->close();
        m_progress = {};
        m_progress.epochs = experiment.epochs;
        showProgress();
    });
    connect(&m_lab, &Lab::recipeReset, m_recipe, &RecipePanel::setRecipe);
    connect(&m_lab, &Lab::checkChanged, m_recipe, &RecipePanel::setCheck);
    connect(&m_lab, &Lab::dataRead, this,
            [this](const ImportReport& report) { m_recipe->setClassCounts(report.classes); });
    connect(&m_lab, &Lab::runStarted, this, &LabPage::showRun);
    connect(&m_lab, &Lab::settingsChanged, this, [this](const LiveSettings& settings) {
        m_recipe->setLearningRate(settings.learningRate);
        m_recipe->setDropout(settings.dropout, settings.dropoutOn);
        m_recipe->setAugmentation(settings.augment);
        m_recipe->setBatchSize(settings.batchSize);
        m_recipe->setLabelsCorrected(settings.wrongLabels == 0.0);
    });
    connect(m_stage, &Stage::wantedChanged, &m_lab.session(), &TrainingSession::setWanted);
}

void LabPage::connectHistory() {
    connect(&m_lab, &Lab::timelineChanged, this, &LabPage::showTimeline);
    connect(&m_lab, &Lab::historyLoaded, this, [this] { showPlace(m_lab.place().here()); });
    connect(&m_lab, &Lab::stepsFinished, this, [this](const std::vector<StepReport>& steps) {
        const StepReport* last = lastOf(steps, m_lab.timeline().current);
        if (last == nullptr)
            return;
        m_progress.epoch = last->epoch;
        m_progress.trainingLoss =
            trainingLossAt(m_stage->lossChart().figure().data(), {last->branch, last->step});
        showProgress();
    });
    connect(&m_lab, &Lab::epochsFinished, this, [this](const std::vector<EpochReport>& reports) {
        const EpochReport* report = lastOf(reports, m_lab.timeline().current);
        if (report == nullptr)
            return;
        m_progress.epoch = report->epoch;
        m_progress.trainingLoss = report->trainLoss;
        m_progress.validationLoss = report->validationLoss;
        m_progress.accuracy = report->validationAccuracy ? report->validationAccuracy : report->trainAccuracy;
        showProgress();
    });
    connect(&m_lab.saves(), &SavedGames::wentBack, m_banner, &ErrorBanner::close);
    connect(&m_lab.place(), &RunPlace::moved, this, &LabPage::showPlace);
    connect(&m_lab.place(), &RunPlace::lookingChanged, this, [this] { showTimeline(m_lab.timeline()); });
}

/// The counters as they were when the network stood there.
void LabPage::showPlace(const StepPlace& place) {
    const PlaceFigures figures = figuresAt(m_stage->lossChart().figure().data(), place);
    m_progress.epoch = figures.epoch;
    m_progress.trainingLoss = figures.trainingLoss;
    m_progress.validationLoss = figures.validationLoss;
    m_progress.accuracy = figures.accuracy;
    showProgress();
}

void LabPage::connectTrouble() {
    connect(&m_lab, &Lab::diverged, this, &LabPage::showDivergence);
    connect(&m_lab, &Lab::problem, this, [this](const Problem& problem) {
        m_canRepair = false;
        m_banner->showProblem(problem, m_lab.hasRun() ? tr("Everything that was saved is safe.") : QString());
    });
    connect(m_banner, &ErrorBanner::actionChosen, this, [this](int action) {
        if (!m_canRepair)
            return;
        if (action == 0)
            m_lab.goBackAndHalve(m_divergence);
        else
            m_lab.saves().goBackTo(m_divergence.lastGood);
    });
    StatusLine& sentence = m_stage->lossChart().statusLine();
    connect(&sentence, &StatusLine::whyRequested, this, [&sentence](const Verdict& verdict) {
        QWhatsThis::showText(sentence.mapToGlobal(sentence.rect().topRight()), verdictHelp(verdict.kind),
                             &sentence);
    });
    connect(&m_stage->lossChart(), &LossChart::exportFailed, this,
            [this](const Problem& problem) { m_banner->showProblem(problem, {}); });
}

void LabPage::showPhase(LabPhase phase) {
    const bool running =
        phase == LabPhase::Running || (phase == LabPhase::Starting && m_topBar->trainButton()->isEnabled());
    m_topBar->setRunning(running);
    m_topBar->setTrainable(phase != LabPhase::Empty && phase != LabPhase::Failed);
    m_topBar->restartButton()->setEnabled(m_lab.hasRun());
    m_timeline->setActionsEnabled(m_lab.hasRun() && phase != LabPhase::Starting);
    m_stage->lossChart().setPaused(phase == LabPhase::Paused);
    m_recipe->setLive(m_lab.hasRun());
}

void LabPage::showRun(const NetworkGraph& graph) {
    m_banner->close(); // a recipe that was refused before has been put right
    m_lab.session().setWanted(m_stage->wanted());
    m_progress.epochs = graph.epochs;
    showSampleNotes();
    const bool classifies = m_lab.experiment().loss.type == "cross_entropy" && !graph.layers.empty();
    // As many answers as the last layer gives: classes, or tokens that may be next.
    if (const auto answers = classifies ? graph.layers.back().outputShape.back() : 0; answers > 1) {
        const auto classes = static_cast<double>(answers);
        m_stage->lossChart().setGuessing(std::log(classes), 1.0 / classes);
    } else {
        m_stage->lossChart().setGuessing(std::nullopt, std::nullopt);
    }
    if (!m_lab.runFolder().isEmpty())
        m_settings.addRecentRun(m_lab.runFolder());
    showProgress();
}

void LabPage::showSampleNotes() {
    const NetworkGraph& graph = m_lab.graph();
    const std::string& source = m_lab.experiment().data.type;
    const bool photos =
        source == "image-folder" || source == "cat-sketches" || source == "cifar10" || source == "mnist";
    const auto training = static_cast<int>(graph.trainingSamples),
               validation = static_cast<int>(graph.validationSamples);
    if (photos)
        m_stage->lossChart().setSampleNotes(tr("%n photo(s)", nullptr, training),
                                            tr("%n new photo(s)", nullptr, validation));
    else if (source == "toy")
        m_stage->lossChart().setSampleNotes(tr("%n point(s)", nullptr, training),
                                            tr("%n new point(s)", nullptr, validation));
    else
        m_stage->lossChart().setSampleNotes(tr("%n sample(s)", nullptr, training),
                                            tr("%n new sample(s)", nullptr, validation));
    m_stage->lossChart().statusLine().setSampleWord(photos            ? tr("photos")
                                                    : source == "toy" ? tr("points")
                                                                      : QString());
}

void LabPage::showTimeline(const Timeline& timeline) {
    m_progress.epochs = timeline.plannedEpochs > 0 ? timeline.plannedEpochs : m_progress.epochs;
    // Marks on the way to where the network stands: those of the current branch and of its parents before the
    // fork.
    std::vector<Mark> marks;
    BranchId branch = timeline.current;
    // A change made at the very step that is looked at is not in it yet.
    std::int64_t until =
        m_lab.place().isLooking() ? timeline.currentStep - 1 : std::numeric_limits<std::int64_t>::max();
    int number = 1;
    while (branch) {
        const auto found = std::find_if(timeline.branches.begin(), timeline.branches.end(),
                                        [&](const Branch& each) { return each.id == branch; });
        if (found == timeline.branches.end())
            break;
        if (branch == timeline.current)
            number = static_cast<int>(found - timeline.branches.begin()) + 1;
        for (const Mark& mark : timeline.marks)
            if (mark.branch == branch && mark.step <= until)
                marks.push_back(mark);
        until = found->forkStep;
        branch = found->parent;
    }
    std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.number < b.number; });
    m_recipe->setMarks(marks);
    m_progress.branch = number;
    showProgress();
}

void LabPage::showDivergence(const DivergenceReport& report) {
    m_divergence = report;
    m_canRepair = bool(report.lastGood);
    m_banner->showMessage(tr("The numbers became infinite at step %1 (%2); training is paused.")
                              .arg(report.step)
                              .arg(QString::fromStdString(report.place)),
                          tr("The weights are those before that step, and every save is safe."),
                          m_canRepair ? QStringList{tr("Go back, halve the learning rate"), tr("Go back")}
                                      : QStringList{});
}

void LabPage::showProgress() {
    m_topBar->setProgress(m_progress);
}

void LabPage::setGuideShown(bool shown) {
    m_guide->setVisible(shown);
    m_topBar->guideButton()->setEnabled(shown);
    setGuideOpen(shown && !m_narrow);
}

void LabPage::setGuideOpen(bool open) {
    m_guide->setFolded(!open);
    m_guide->setMinimumWidth(open ? kGuideWidth : GuideView::kRail);
    m_guide->setMaximumWidth(open ? QWIDGETSIZE_MAX : GuideView::kRail);
    const int recipe = m_middle->sizes().front(), guide = open ? kGuideWidth : int{GuideView::kRail};
    m_middle->setSizes({std::max(recipe, kRecipeWidth), width(), guide});
    m_topBar->setGuideOpen(open);
}

bool LabPage::isGuideOpen() const {
    return !m_guide->isFolded();
}

void LabPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitWindow();
}

void LabPage::fitWindow() {
    // Larger text uses the rules of the next smaller window.
    const double scale = m_appearance.textScale();
    const bool narrow = width() < kNarrow * scale, low = height() < kLow * scale;
    m_topBar->setNarrow(narrow);
    if (narrow && !std::exchange(m_narrow, true))
        setGuideOpen(false);
    m_narrow = narrow;
    m_recipe->setCompact(low);
    m_stage->setCompact(low);
    m_timeline->setCompact(low);
}

void LabPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange && m_lab.hasRun())
        showSampleNotes();
    QWidget::changeEvent(event);
}

} // namespace neurarium
