// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map_wires.h"

#include "app/lab.h"
#include "app/panel_wish.h"
#include "widgets/word_map_panel.h"

namespace neurarium {

namespace {

Wanted mapWanted(ProjectionMethod method, int dimensions) {
    Wanted wanted;
    wanted.embeddings = true;
    wanted.projection = ProjectionWish{method, dimensions, 0};
    return wanted;
}

StagePanel createMap(Lab& lab, MapThings things, QWidget* parent) {
    auto* panel = new WordMapPanel(parent);
    panel->setKind(things);
    auto* wish = new PanelWish(panel);
    wish->want(mapWanted(panel->method(), panel->dimensions()));
    QObject::connect(
        panel, &WordMapPanel::projectionWanted, wish,
        [wish](ProjectionMethod method, int dimensions) { wish->want(mapWanted(method, dimensions)); });
    QObject::connect(&lab, &Lab::experimentChanged, panel, &WordMapPanel::clear);
    QObject::connect(&lab, &Lab::embeddingsReady, panel, &WordMapPanel::setEmbeddings);
    QObject::connect(&lab, &Lab::projectionReady, panel, &WordMapPanel::setProjection);
    return {panel, {panel}, wish};
}

} // namespace

StagePanel createWordMap(Lab& lab, QWidget* parent) {
    return createMap(lab, MapThings::Words, parent);
}

StagePanel createPictureMap(Lab& lab, QWidget* parent) {
    return createMap(lab, MapThings::Pictures, parent);
}

} // namespace neurarium
