// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lesson_watch.h"

#include <algorithm>

#include "widgets/dropout_rates.h"

namespace neurarium {

namespace {

bool isByPerson(const CheckpointInfo& checkpoint) {
    return checkpoint.origin == CheckpointOrigin::Person;
}

double largestDropout(const Experiment& experiment) {
    const std::vector<double> rates = dropoutRates(experiment.network);
    return rates.empty() ? 0 : *std::max_element(rates.begin(), rates.end());
}

/// The rate that the experiment names, or that of its optimiser.
double firstLearningRate(const Experiment& experiment) {
    const auto& kinds = recipeCatalogue().optimizers;
    const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const KindDescription& each) {
        return each.type == experiment.optimizer.type;
    });
    const OptionDescription* rate = kind == kinds.end() ? nullptr : kind->option("lr");
    const auto given = experiment.optimizer.options.find("lr");
    if (given == experiment.optimizer.options.end() && rate == nullptr)
        return 0;
    const OptionValue& value =
        given == experiment.optimizer.options.end() ? rate->defaultValue : given->second;
    if (const auto* whole = std::get_if<std::int64_t>(&value))
        return static_cast<double>(*whole);
    const auto* number = std::get_if<double>(&value);
    return number == nullptr ? 0 : *number;
}

/// Without those of twins, which train beside the network.
template <class Report>
std::vector<Report> onBranch(std::vector<Report> reports, BranchId branch) {
    std::erase_if(reports, [branch](const Report& each) { return each.branch != branch; });
    return reports;
}

} // namespace

LessonWatch::LessonWatch(Lab& lab, QObject* parent)
    : QObject(parent)
    , m_lab(lab) {
    connectTraining();
    connectHistory();
    begin(lab.experiment());
}

void LessonWatch::connectTraining() {
    connect(&m_lab, &Lab::experimentChanged, this, &LessonWatch::begin);
    connect(&m_lab, &Lab::checkChanged, this, [this] { takeRecipe(m_lab.experiment()); });
    connect(&m_lab, &Lab::phaseChanged, this, &LessonWatch::takePhase);
    connect(&m_lab, &Lab::settingsChanged, this, &LessonWatch::takeSettings);
    connect(&m_lab, &Lab::stepsFinished, this, &LessonWatch::takeSteps);
    connect(&m_lab, &Lab::epochsFinished, this, &LessonWatch::takeEpochs);
}

void LessonWatch::connectHistory() {
    connect(&m_lab, &Lab::timelineChanged, this, &LessonWatch::takeTimeline);
    connect(&m_lab.place(), &RunPlace::wentBack, this, &LessonWatch::goBack);
    connect(&m_lab.saves(), &SavedGames::compared, this, [this] {
        ++m_facts.comparisons;
        emit changed();
    });
    connect(&m_lab, &Lab::changeApplied, this, [this](const Mark& mark) {
        if (mark.branch != m_lab.timeline().current)
            return;
        for (const Change& change : mark.changes)
            m_facts.rateChanges += change.kind == ChangeKind::LearningRate ? 1 : 0;
        emit changed();
    });
}

void LessonWatch::begin(const Experiment& experiment) {
    m_facts = {};
    m_stepsOfThisRun = 0;
    m_facts.ownPhotos = experiment.data.type == "image-folder";
    takeRecipe(experiment);
}

void LessonWatch::takeRecipe(const Experiment& experiment) {
    m_ownDropout = largestDropout(experiment);
    if (!m_lab.hasRun()) {
        m_facts.dropoutRate = m_ownDropout;
        m_facts.augment = experiment.augment;
        m_facts.learningRate = firstLearningRate(experiment);
    }
    emit changed();
}

void LessonWatch::takeSettings(const LiveSettings& settings) {
    m_facts.learningRate = settings.learningRate;
    m_facts.dropoutRate = settings.dropoutOn ? settings.dropout.value_or(m_ownDropout) : 0;
    m_facts.augment = settings.augment;
    m_facts.labelsCorrected = settings.wrongLabels == 0.0;
    emit changed();
}

void LessonWatch::takePhase(LabPhase phase) {
    if (phase == LabPhase::Running)
        m_stepsOfThisRun = 0;
    else if (m_facts.running && m_stepsOfThisRun == 1)
        ++m_facts.singleSteps;
    m_facts.running = phase == LabPhase::Running;
    m_facts.finished = phase == LabPhase::Finished;
    m_facts.paused = phase == LabPhase::Paused && m_facts.steps > 0;
    emit changed();
}

void LessonWatch::takeSteps(const std::vector<StepReport>& all) {
    const std::vector<StepReport> steps = onBranch(all, m_lab.timeline().current);
    if (steps.empty())
        return;
    m_stepsOfThisRun += std::ssize(steps);
    m_facts.steps = steps.back().step;
    emit changed();
}

void LessonWatch::takeEpochs(const std::vector<EpochReport>& all) {
    const std::vector<EpochReport> reports = onBranch(all, m_lab.timeline().current);
    if (reports.empty())
        return;
    for (const EpochReport& each : reports)
        m_facts.bestAccuracy = std::max(m_facts.bestAccuracy, each.validationAccuracy.value_or(0));
    const EpochReport& report = reports.back();
    m_facts.steps = report.step;
    m_facts.epochs = report.epoch;
    if (m_facts.timesWentBack > 0)
        m_facts.newEpochs += std::ssize(reports);
    m_facts.trainLoss = report.trainLoss;
    m_facts.trainAccuracy = report.trainAccuracy;
    m_facts.validationLoss = report.validationLoss;
    m_facts.validationAccuracy = report.validationAccuracy;
    emit changed();
}

void LessonWatch::takeTimeline(const Timeline& timeline) {
    const auto& saved = timeline.checkpoints;
    m_facts.saves = static_cast<int>(std::count_if(saved.begin(), saved.end(), isByPerson));
    m_facts.branches = static_cast<int>(timeline.branches.size());
    emit changed();
}

void LessonWatch::goBack(const CheckpointInfo& checkpoint) {
    const auto& saved = m_lab.timeline().checkpoints;
    const auto earlier = std::count_if(saved.begin(), saved.end(), [&](const CheckpointInfo& each) {
        return isByPerson(each) && each.id < checkpoint.id;
    });
    ++m_facts.timesWentBack;
    m_facts.backToSave = isByPerson(checkpoint) ? static_cast<int>(earlier) + 1 : 0;
    m_facts.backEpoch = m_facts.epochs = checkpoint.epoch;
    m_facts.steps = checkpoint.step;
    m_facts.newEpochs = 0;
    m_facts.trainLoss = m_facts.trainAccuracy = std::nullopt;
    m_facts.validationLoss = checkpoint.validationLoss;
    m_facts.validationAccuracy = checkpoint.validationAccuracy;
    emit changed();
}

void LessonWatch::noteWords(const std::function<void(WordFacts&)>& change) {
    change(m_facts.words);
    emit changed();
}

void LessonWatch::noteCellChosen() {
    ++m_facts.cellsChosen;
    emit changed();
}

} // namespace neurarium
