// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panel_catalogue.h"

#include <algorithm>

#include <QStackedWidget>

#include "app/attention_wires.h"
#include "app/lab.h"
#include "app/map_wires.h"
#include "app/word_panels.h"
#include "app/writing_wires.h"
#include "widgets/batch_strip.h"
#include "widgets/change_panel.h"
#include "widgets/confusion_matrix.h"
#include "widgets/decision_view.h"
#include "widgets/network_view.h"
#include "widgets/picture_grid.h"
#include "widgets/predictions_panel.h"

namespace neurarium {

namespace {

constexpr std::int32_t kPlaygroundCells = 100;

StagePanel createPredictions(Lab& lab, QWidget* parent) {
    auto* panel = new PredictionsPanel(parent);
    QObject::connect(&lab, &Lab::picturesReady, panel, &PredictionsPanel::setPictures);
    QObject::connect(&lab, &Lab::predictionsReady, panel, &PredictionsPanel::setPredictions);
    return {panel, {panel}};
}

/// The matrix, and behind it the pictures of the cell that was clicked.
StagePanel createConfusion(Lab& lab, QWidget* parent) {
    auto* pages = new QStackedWidget(parent);
    auto* matrix = new ConfusionMatrix(pages);
    auto* pictures = new PictureGrid(pages);
    pages->addWidget(matrix);
    pages->addWidget(pictures);
    QObject::connect(&lab, &Lab::picturesReady, matrix, &ConfusionMatrix::setPictures);
    QObject::connect(&lab, &Lab::predictionsReady, matrix, &ConfusionMatrix::setPredictions);
    QObject::connect(&lab, &Lab::picturesReady, pictures, &PictureGrid::setPictures);
    QObject::connect(&lab, &Lab::predictionsReady, pictures, &PictureGrid::setPredictions);
    QObject::connect(matrix, &ConfusionMatrix::cellChosen, pages, [pages, pictures](int truth, int said) {
        pictures->setCell(truth, said);
        pages->setCurrentWidget(pictures);
        pictures->setFocus();
    });
    QObject::connect(pictures, &PictureGrid::closed, pages,
                     [pages, matrix] { pages->setCurrentWidget(matrix); });
    return {pages, {matrix, pictures}};
}

StagePanel createBatch(Lab& lab, QWidget* parent) {
    auto* strip = new BatchStrip(parent);
    QObject::connect(&lab, &Lab::runStarted, strip,
                     [strip](const NetworkGraph& graph) { strip->setClassNames(graph.classNames); });
    QObject::connect(&lab, &Lab::batchPicturesReady, strip, &BatchStrip::setBatch);
    return {strip, {strip}};
}

StagePanel createDecision(Lab& lab, QWidget* parent) {
    auto* panel = new Panel(parent);
    auto* view = new DecisionView(panel);
    panel->setBody(view);
    QObject::connect(&lab, &Lab::pointsReady, view, &DecisionView::setPoints);
    QObject::connect(&lab, &Lab::playgroundReady, view, &DecisionView::setSnapshot);
    return {panel, {panel}};
}

StagePanel createNetwork(Lab& lab, QWidget* parent) {
    auto* panel = new Panel(parent);
    auto* view = new NetworkView(panel);
    panel->setBody(view);
    QObject::connect(&lab, &Lab::playgroundReady, view, &NetworkView::setSnapshot);
    return {panel, {panel}};
}

/// Opened from a slot of the timeline, in the middle of a run.
StagePanel createChanges(Lab& lab, QWidget* parent) {
    auto* panel = new ChangePanel(parent);
    const auto begin = [panel](const Experiment& experiment) {
        panel->clear();
        panel->setNetwork(experiment.network);
    };
    const auto take = [panel, &lab](const NetworkGraph& graph) {
        panel->setClasses(graph.classNames, lab.experiment().data.type == "toy");
    };
    QObject::connect(&lab, &Lab::experimentChanged, panel, begin);
    QObject::connect(&lab, &Lab::runStarted, panel, take);
    QObject::connect(&lab, &Lab::timelineChanged, panel, &ChangePanel::setTimeline);
    QObject::connect(panel, &ChangePanel::compareRequested, &lab.saves(), &SavedGames::compare);
    QObject::connect(&lab.saves(), &SavedGames::compared, panel, &ChangePanel::setComparison);
    QObject::connect(&lab, &Lab::problem, panel, &ChangePanel::giveUp);
    begin(lab.experiment());
    take(lab.graph());
    panel->setTimeline(lab.timeline());
    return {panel, {panel}};
}

bool showsPictures(const Experiment& experiment) {
    const std::string& source = experiment.data.type;
    return source == "image-folder" || source == "cat-sketches" || source == "cifar10" || source == "mnist";
}

} // namespace

const std::vector<PanelKind>& panelCatalogue() {
    static const std::vector<PanelKind> catalogue{
        {"predictions", QT_TRANSLATE_NOOP("Stage", "Predictions"), {.predictions = true}, createPredictions},
        {"confusion", QT_TRANSLATE_NOOP("Stage", "Confusion"), {.predictions = true}, createConfusion},
        {"batch", QT_TRANSLATE_NOOP("Stage", "Mini-batch"), {.batchPictures = true}, createBatch},
        {"decision",
         QT_TRANSLATE_NOOP("Stage", "Decision boundary"),
         {.playgroundSize = kPlaygroundCells},
         createDecision,
         false},
        {"network",
         QT_TRANSLATE_NOOP("Stage", "Network"),
         {.playgroundSize = kPlaygroundCells},
         createNetwork,
         false},
        {"changes", QT_TRANSLATE_NOOP("Stage", "What changed?"), {}, createChanges},
        {"tokens", QT_TRANSLATE_NOOP("Stage", "Tokens"), {}, createTokens, true, true},
        {"attention", QT_TRANSLATE_NOOP("Stage", "Attention"), {}, createAttention, true, true},
        {"word-map", QT_TRANSLATE_NOOP("Stage", "Word map"), {}, createWordMap, true, true, true},
        {"picture-map", QT_TRANSLATE_NOOP("Stage", "Picture map"), {}, createPictureMap},
        {"writing", QT_TRANSLATE_NOOP("Stage", "Writing"), {}, createWriting},
    };
    return catalogue;
}

const PanelKind* panelKind(const std::string& id) {
    const auto& catalogue = panelCatalogue();
    const auto found = std::find_if(catalogue.begin(), catalogue.end(),
                                    [&](const PanelKind& kind) { return kind.id == id; });
    return found == catalogue.end() ? nullptr : &*found;
}

std::vector<std::string> usualPanels(const Experiment& experiment) {
    const std::string& source = experiment.data.type;
    if (source == "toy")
        return {"decision", "network"};
    if (showsPictures(experiment))
        return {"batch", "predictions", "confusion"};
    if (source == "stories" || source == "text")
        return {"attention", "word-map", "writing"};
    return {"confusion"};
}

std::vector<std::string> offeredPanels(const Experiment& experiment) {
    std::vector<std::string> panels = usualPanels(experiment);
    if (showsPictures(experiment))
        panels.emplace_back("picture-map");
    if (experiment.data.type == "stories" || experiment.data.type == "text")
        panels.emplace_back("tokens");
    return panels;
}

} // namespace neurarium
