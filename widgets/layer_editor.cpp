// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layer_editor.h"

#include <algorithm>

#include <QEvent>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include "widgets/icon.h"
#include "widgets/layer_details.h"
#include "widgets/layer_row.h"
#include "widgets/problem_text.h"
#include "widgets/recipe_words.h"
#include "widgets/theme.h"

namespace neurarium {

namespace {

/// Whether a problem's place is this layer or one of its options, and not a layer inside of it.
bool concerns(const Problem& problem, const std::string& place) {
    if (!problem.where.starts_with(place))
        return false;
    const std::string rest = problem.where.substr(place.size());
    return !rest.starts_with(".layers[") && !rest.starts_with(".shortcut[");
}

/// What is wrong and what to do, without the place: it stands at the layer.
QString sentences(const Problem& problem) {
    const QString what = translated(problem.what);
    if (problem.advice.empty())
        return what;
    return what + QLatin1String(what.endsWith(QLatin1Char('.')) ? " " : ". ") + translated(problem.advice);
}

/// Values for options that must be given, so that a new layer can be looked at before it is configured.
LayerRecipe newLayer(const KindDescription& kind) {
    constexpr std::int64_t kUsualSize = 16;
    LayerRecipe layer;
    layer.type = kind.type;
    for (const OptionDescription& option : kind.options) {
        if (!option.required)
            continue;
        OptionValue value = option.defaultValue;
        if (option.kind == OptionKind::Integer) {
            const double usual = option.name == "kernel" ? 3 : static_cast<double>(kUsualSize);
            value = static_cast<std::int64_t>(std::clamp(usual, option.minimum, option.maximum));
        }
        layer.options[option.name] = value;
    }
    return layer;
}

} // namespace

LayerEditor::LayerEditor(QWidget* parent)
    : QWidget(parent)
    , m_input(new LayerRow(0))
    , m_list(new QVBoxLayout)
    , m_details(new LayerDetails(this))
    , m_add(new QPushButton) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(m_list);
    m_list->setSpacing(0);
    m_list->addWidget(m_input);
    m_input->setLocked(true);
    m_details->hide();
    m_add->setMenu(new QMenu(m_add));
    column->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add->menu(), &QMenu::triggered, this,
            [this](QAction* action) { addAfterChosen(action->data().toString().toStdString()); });
    connect(m_details, &LayerDetails::optionsChanged, this, [this](const Options& options) {
        if (LayerRecipe* layer = layerAt(m_network, m_chosen)) {
            layer->options = options;
            describeRows();
            emit networkChanged(m_network);
        }
    });
    connect(m_details, &LayerDetails::moveRequested, this, &LayerEditor::moveChosen);
    connect(m_details, &LayerDetails::removeRequested, this, &LayerEditor::removeChosen);
    connect(m_details, &LayerDetails::insideRequested, this, &LayerEditor::addInside);
    translate();
}

void LayerEditor::setCatalogue(const RecipeCatalogue& catalogue) {
    m_catalogue = catalogue;
    fillAddMenu();
    rebuild();
}

void LayerEditor::setNetwork(const LayerList& network) {
    if (network == m_network)
        return;
    m_network = network;
    if (layerAt(m_network, m_chosen) == nullptr)
        m_chosen.clear();
    rebuild();
}

void LayerEditor::setCheck(const RecipeCheck& check) {
    m_check = check;
    describeRows();
}

void LayerEditor::setLocked(bool locked) {
    if (m_locked == locked)
        return;
    m_locked = locked;
    m_chosen.clear();
    m_add->setVisible(!locked);
    rebuild();
}

void LayerEditor::rebuild() {
    m_list->removeWidget(m_details);
    m_details->hide();
    for (LayerRow* row : m_rows) {
        row->hide();
        row->deleteLater(); // the change may come from the row's own key
    }
    m_rows.clear();
    m_paths = allPaths(m_network);
    for (const LayerPath& path : m_paths) {
        m_rows.push_back(makeRow(path));
        m_list->addWidget(m_rows.back());
    }
    describeRows();
    placeDetails();
}

LayerRow* LayerEditor::makeRow(const LayerPath& path) {
    auto* row = new LayerRow(static_cast<int>(path.size()) - 1);
    row->setLocked(m_locked);
    connect(row, &QAbstractButton::clicked, this, [this, path](bool on) { choose(on ? path : LayerPath{}); });
    connect(row, &LayerRow::walkRequested, this, &LayerEditor::walk);
    connect(row, &LayerRow::moveRequested, this, [this, path](int by) {
        choose(path);
        moveChosen(by);
    });
    connect(row, &LayerRow::removeRequested, this, [this, path] {
        choose(path);
        removeChosen();
    });
    return row;
}

void LayerEditor::describeRows() {
    m_input->setTexts(
        {tr("Input"), shapeText(m_check.inputShape), {}, {}, tr("What the network gets to see.")});
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        describeRow(m_rows[i], m_paths[i]);
}

void LayerEditor::describeRow(LayerRow* row, const LayerPath& path) {
    const LayerRecipe& layer = *layerAt(m_network, path);
    LayerRowText texts;
    texts.title = layerTitle(layer, m_catalogue);
    if (path.back().shortcut)
        texts.title = tr("Shortcut: %1").arg(texts.title);
    const std::size_t top = path.front().index;
    if (top < m_check.layers.size()) {
        const LayerCheck& check = m_check.layers[top];
        if (check.problem && (concerns(*check.problem, placeText(path)) ||
                              (path.size() == 1 && !check.problem->where.starts_with(placeText(path)))))
            texts.problem = sentences(*check.problem);
        const auto& before = top == 0 ? m_check.inputShape : m_check.layers[top - 1].outputShape;
        if (path.size() == 1 && !check.outputShape.empty()) {
            const std::int64_t count = check.weights + check.biases;
            texts.parameters = count > 0 ? countText(count) : QString();
            texts.shape = check.outputShape != before ? shapeText(check.outputShape) : QString();
            texts.toolTip = tr("%1\nOutput: %2\nWeights: %3, biases: %4")
                                .arg(texts.title, shapeText(check.outputShape), countText(check.weights),
                                     countText(check.biases));
        }
    }
    row->setTexts(texts);
}

void LayerEditor::placeDetails() {
    const auto found = std::find(m_paths.begin(), m_paths.end(), m_chosen);
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i]->setChecked(m_paths[i] == m_chosen);
    m_list->removeWidget(m_details);
    m_details->setVisible(found != m_paths.end());
    if (found == m_paths.end())
        return;
    const int place = static_cast<int>(found - m_paths.begin());
    m_details->setLayer(*layerAt(m_network, m_chosen), m_catalogue);
    m_list->insertWidget(place + 2, m_details); // behind the input and the chosen row
}

void LayerEditor::choose(const LayerPath& path) {
    m_chosen = m_locked ? LayerPath{} : path;
    placeDetails();
}

void LayerEditor::walk(int by) {
    const auto focused =
        std::find_if(m_rows.begin(), m_rows.end(), [](LayerRow* row) { return row->hasFocus(); });
    const auto target = focused - m_rows.begin() + by;
    if (focused != m_rows.end() && target >= 0 && target < std::ssize(m_rows))
        m_rows[static_cast<std::size_t>(target)]->setFocus(Qt::TabFocusReason);
}

void LayerEditor::insert(const LayerPath& path, const std::string& type) {
    const KindDescription* kind = findKind(m_catalogue.layers, type);
    if (kind == nullptr || m_locked)
        return;
    insertLayer(m_network, path, newLayer(*kind));
    m_chosen = path;
    m_check.layers.clear();
    rebuild();
    emit networkChanged(m_network);
}

void LayerEditor::addAfterChosen(const std::string& type) {
    LayerPath path = m_chosen;
    if (path.empty())
        path = {{m_network.size(), false}};
    else
        ++path.back().index;
    insert(path, type);
}

void LayerEditor::addInside(const std::string& type, bool shortcut) {
    const LayerRecipe* block = layerAt(m_network, m_chosen);
    if (block == nullptr)
        return;
    LayerPath path = m_chosen;
    path.push_back({shortcut ? block->shortcut.size() : block->layers.size(), shortcut});
    insert(path, type);
}

void LayerEditor::removeChosen() {
    if (layerAt(m_network, m_chosen) == nullptr || m_locked)
        return;
    const auto place = std::find(m_paths.begin(), m_paths.end(), m_chosen) - m_paths.begin();
    removeLayer(m_network, m_chosen);
    m_chosen.clear();
    m_check.layers.clear();
    rebuild();
    if (!m_rows.empty())
        m_rows[static_cast<std::size_t>(std::min(place, std::ssize(m_rows) - 1))]->setFocus();
    emit networkChanged(m_network);
}

void LayerEditor::moveChosen(int by) {
    const auto moved = m_locked ? std::nullopt : moveLayer(m_network, m_chosen, by);
    if (!moved)
        return;
    m_chosen = *moved;
    m_check.layers.clear();
    rebuild();
    const auto row = std::find(m_paths.begin(), m_paths.end(), m_chosen) - m_paths.begin();
    m_rows[static_cast<std::size_t>(row)]->setFocus();
    emit networkChanged(m_network);
}

void LayerEditor::fillAddMenu() {
    fillLayerMenu(*m_add->menu(), m_catalogue);
}

void LayerEditor::translate() {
    m_add->setText(tr("Layer"));
    m_add->setToolTip(tr("Adds a layer behind the chosen one."));
    m_add->setIcon(icon(QStringLiteral("plus"), {Token::Text, &Theme::of(this)}));
    fillAddMenu();
    describeRows();
}

void LayerEditor::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        translate();
    QWidget::changeEvent(event);
}

} // namespace neurarium
