// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/word_map_panel.h"

#include <algorithm>

#include <QEvent>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include "widgets/empty_state.h"
#include "widgets/flow_layout.h"
#include "widgets/map_canvas.h"
#include "widgets/map_legend.h"
#include "widgets/map_note.h"
#include "widgets/map_side.h"
#include "widgets/measure_bar.h"
#include "widgets/picture_image.h"
#include "widgets/search_field.h"
#include "widgets/segmented_control.h"
#include "widgets/steady_room.h"
#include "widgets/text_scale.h"
#include "widgets/word_map_figure.h"

namespace neurarium {

namespace {

constexpr int kWide = 640; ///< from here on neighbours and lengths stand beside the map
constexpr int kHigh = 380; ///< from here on there is room for the groups
constexpr int kSideWidth = 280;
constexpr std::int64_t kNeighbours = 10;

} // namespace

WordMapPanel::WordMapPanel(QWidget* parent)
    : Panel(parent)
    , m_methods(new SegmentedControl)
    , m_flatOrSolid(new SegmentedControl)
    , m_search(new SearchField)
    , m_canvas(new MapCanvas)
    , m_legend(new MapLegend)
    , m_side(new MapSide)
    , m_bar(new MeasureBar)
    , m_controls(new QWidget)
    , m_note(new QLabel)
    , m_noteRoom(new SteadyRoom(m_note))
    , m_sideTool(addTool(QStringLiteral("trend"), {}))
    , m_figure(std::make_unique<WordMapFigure>(m_canvas->scene(), m_history)) {
    build();
    addExport(*m_figure, *body());
    setEmptyPage(new EmptyState);
    setEmpty(true);
    connectParts();
    retranslate();
    fit();
}

WordMapPanel::~WordMapPanel() = default;

void WordMapPanel::build() {
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(12, 2, 12, 10);
    column->setSpacing(6);
    buildControls();
    column->addWidget(m_controls);
    m_middle = new QHBoxLayout;
    m_middle->setSpacing(12);
    auto* mapColumn = new QVBoxLayout;
    mapColumn->setSpacing(4);
    mapColumn->addWidget(m_canvas, 1);
    mapColumn->addWidget(m_legend);
    m_middle->addLayout(mapColumn, 1);
    m_middle->addWidget(m_side, 1);
    column->addLayout(m_middle, 1);
    column->addWidget(m_bar);
    m_note->setWordWrap(true);
    m_note->setProperty("role", "hint");
    column->addWidget(m_noteRoom);
    setBody(body);
}

void WordMapPanel::buildControls() {
    auto* row = new FlowLayout(m_controls, 8);
    row->setContentsMargins(0, 0, 0, 0);
    m_methods->setTight(true);
    m_flatOrSolid->setTight(true);
    row->addWidget(m_methods);
    row->addWidget(m_search);
    addHeaderWidget(m_flatOrSolid);
}

/// In the header; where tabs stand there, with the other choices.
void WordMapPanel::placeDimensionChoice() {
    const bool inHeader = m_flatOrSolid->parentWidget() != m_controls;
    if (inHeader == (titleWidget() == nullptr))
        return;
    if (inHeader)
        m_controls->layout()->addWidget(m_flatOrSolid);
    else
        addHeaderWidget(m_flatOrSolid);
    m_flatOrSolid->show();
}

void WordMapPanel::connectParts() {
    connect(m_methods, &SegmentedControl::chosenChanged, this, &WordMapPanel::askForMap);
    connect(m_flatOrSolid, &SegmentedControl::chosenChanged, this, &WordMapPanel::askForMap);
    connect(m_canvas, &MapCanvas::chosen, this, &WordMapPanel::choose);
    connect(m_canvas, &MapCanvas::measureToggled, this, &WordMapPanel::toggleMeasured);
    connect(m_side, &MapSide::thingChosen, this, &WordMapPanel::choose);
    connect(m_side, &MapSide::measureChosen, this, &WordMapPanel::setMeasure);
    connect(m_search, &SearchField::foundChanged, this, [this] {
        m_canvas->setFound(m_search->found());
        emit wordsFound(static_cast<int>(m_search->found().size()));
    });
    connect(m_search, &SearchField::wordChosen, this, [this](qint64 thing) {
        choose(thing);
        m_search->clear();
        m_canvas->reveal(thing);
    });
    connect(m_bar, &MeasureBar::addRequested, this, [this] {
        if (m_current)
            toggleMeasured(*m_current);
    });
    connect(m_bar, &MeasureBar::removeRequested, this,
            [this](int place) { toggleMeasured(m_measuredThings[static_cast<std::size_t>(place)]); });
    m_sideTool->setCheckable(true);
    connect(m_sideTool, &QToolButton::clicked, this, &WordMapPanel::setSideShown);
}

void WordMapPanel::setKind(MapThings kind) {
    m_kind = kind;
    m_search->setVisible(kind == MapThings::Words); // pictures have only the names of their classes
    m_side->setKind(kind);
    m_bar->setKind(kind);
    retranslate();
}

void WordMapPanel::setEmbeddings(std::shared_ptr<const Embeddings> embeddings) {
    const auto& before = m_history.now();
    const bool others = !before || !embeddings || before->labels != embeddings->labels;
    m_history.add(std::move(embeddings));
    const auto& now = m_history.now();
    m_canvas->setThings(now);
    m_legend->setThings(now);
    if (others) {
        m_current.reset();
        m_measuredThings.clear();
        m_search->clear();
        m_search->setWords(m_canvas->words());
    }
    showThings();
}

void WordMapPanel::setProjection(std::shared_ptr<const Projection> projection) {
    if (projection && (projection->method != m_method || projection->dimensions != m_dimensions))
        return;
    m_canvas->setProjection(std::move(projection));
    showThings();
}

void WordMapPanel::clear() {
    m_history.clear();
    m_current.reset();
    m_measuredThings.clear();
    m_search->clear();
    m_search->setWords({});
    m_canvas->clear();
    m_legend->setThings(nullptr);
    showThings();
}

void WordMapPanel::showThings() {
    const bool any = m_history.now() != nullptr && m_history.now()->size() > 0;
    setEmpty(!any);
    setWaiting(any && !m_canvas->scene().trail.now());
    showNeighbours();
    showMeasured();
    showNote();
}

void WordMapPanel::setMethod(ProjectionMethod method, int dimensions) {
    m_method = method;
    m_dimensions = dimensions == 3 ? 3 : 2;
    m_methods->setChosen(static_cast<int>(method));
    m_flatOrSolid->setChosen(m_dimensions - 2);
}

void WordMapPanel::askForMap() {
    m_method = static_cast<ProjectionMethod>(m_methods->chosen());
    m_dimensions = 2 + m_flatOrSolid->chosen();
    m_canvas->setProjection(nullptr);
    m_canvas->fit();
    showThings();
    emit projectionWanted(m_method, m_dimensions);
}

void WordMapPanel::choose(qint64 thing) {
    const auto& things = m_history.now();
    m_current.reset();
    if (things && thing >= 0 && thing < things->size())
        m_current = thing;
    showNeighbours();
    showMeasured();
    if (m_current)
        emit wordChosen(m_canvas->words()[static_cast<std::size_t>(thing)]);
}

void WordMapPanel::showNeighbours() {
    std::vector<NeighbourRow> rows;
    std::vector<std::int64_t> near;
    QString word;
    if (m_current) {
        const Embeddings& things = *m_history.now();
        word = m_canvas->words()[static_cast<std::size_t>(*m_current)];
        for (const Neighbour& each : nearestNeighbours(things, *m_current, m_measure, kNeighbours)) {
            const auto place = static_cast<std::size_t>(each.index);
            QIcon picture;
            if (place < things.pictures.size())
                picture = QIcon(QPixmap::fromImage(toImage(things.pictures[place])));
            rows.push_back({each.index, m_canvas->words()[place],
                            lengthBetween(things, *m_current, each.index, m_measure), picture});
            near.push_back(each.index);
        }
    }
    m_canvas->setCurrent(m_current, std::move(near));
    m_side->setNeighbours(word, rows);
}

/// At most a few: of too many the one that was chosen first goes.
void WordMapPanel::toggleMeasured(qint64 thing) {
    const auto found = std::find(m_measuredThings.begin(), m_measuredThings.end(), thing);
    if (found != m_measuredThings.end()) {
        m_measuredThings.erase(found);
    } else {
        if (m_measuredThings.size() >= kMostMeasured)
            m_measuredThings.erase(m_measuredThings.begin());
        m_measuredThings.push_back(thing);
    }
    showMeasured();
}

void WordMapPanel::showMeasured() {
    QStringList words;
    for (const qint64 thing : m_measuredThings)
        words << m_canvas->words()[static_cast<std::size_t>(thing)];
    std::optional<QString> candidate;
    if (m_current &&
        std::find(m_measuredThings.begin(), m_measuredThings.end(), *m_current) == m_measuredThings.end())
        candidate = m_canvas->words()[static_cast<std::size_t>(*m_current)];
    m_bar->setWords(words, candidate);
    m_canvas->setMeasured({m_measuredThings.begin(), m_measuredThings.end()});
    m_side->setLengths(lengthLines(m_canvas->scene(), m_history, m_canvas->names()));
    QList<double> lengths;
    for (std::size_t i = 1; i < m_measuredThings.size(); ++i)
        lengths << lengthBetween(*m_history.now(), m_measuredThings[0], m_measuredThings[i], m_measure);
    emit measured(lengths);
}

void WordMapPanel::setMeasure(Nearness measure) {
    m_measure = measure;
    m_side->setMeasure(measure);
    m_canvas->setMeasure(measure);
    showNeighbours();
    showMeasured();
}

void WordMapPanel::showNote() {
    const auto& map = m_canvas->scene().trail.now();
    setNote(map ? MapNote::state(*map) : QString());
    const bool any = map && m_history.now();
    m_note->setText(any ? MapNote::text(*map, m_history.now()->dimensions) : QString());
    m_noteRoom->setVisible(any);
}

QString WordMapPanel::hiddenText() const {
    return m_note->text();
}

void WordMapPanel::setSideShown(bool shown) {
    m_sideWanted = shown;
    m_sideTool->setChecked(shown);
    fit();
}

/// Beside the map where there is room, else instead of it when it is asked for.
void WordMapPanel::fit() {
    placeDimensionChoice();
    const double scale = textScale(this);
    const bool wide = width() >= kWide * scale;
    m_sideTool->setVisible(!wide);
    m_side->setVisible(wide || m_sideWanted);
    m_side->setMaximumWidth(wide ? static_cast<int>(kSideWidth * scale) : QWIDGETSIZE_MAX);
    const bool mapShown = wide || !m_sideWanted;
    m_canvas->setVisible(mapShown);
    m_middle->setStretch(0, mapShown ? 1 : 0); // what is hidden keeps its share otherwise
    m_legend->setVisible(mapShown && height() >= kHigh * scale);
}

void WordMapPanel::retranslate() {
    setTitle(m_kind == MapThings::Words ? tr("Word map") : tr("Picture map"));
    m_methods->setSegments({MapNote::method(ProjectionMethod::Pca), MapNote::method(ProjectionMethod::TSne),
                            MapNote::method(ProjectionMethod::Umap)});
    m_methods->setToolTips({MapNote::methodHint(ProjectionMethod::Pca),
                            MapNote::methodHint(ProjectionMethod::TSne),
                            MapNote::methodHint(ProjectionMethod::Umap)});
    m_methods->setAccessibleName(tr("How the map is made"));
    m_flatOrSolid->setSegments({tr("2-D"), tr("3-D")});
    m_flatOrSolid->setAccessibleName(tr("Dimensions of the map"));
    m_search->setPlaceholderText(tr("Find a word"));
    m_search->setAccessibleName(tr("Find a word"));
    m_search->setToolTip(tr("The beginning of a word; in Korean its initial consonants, too: ㅊㄱ."));
    setToolText(m_sideTool, m_kind == MapThings::Words ? tr("Nearest words, and lengths over the epochs")
                                                       : tr("Nearest pictures, and lengths over the epochs"));
    explainNothing();
    showNote();
}

void WordMapPanel::explainNothing() {
    auto* empty = findChild<EmptyState*>();
    if (empty == nullptr)
        return;
    const bool words = m_kind == MapThings::Words;
    empty->setIcon(words ? QStringLiteral("words") : QStringLiteral("photo"));
    empty->setTexts(
        words ? tr("No words yet") : tr("No pictures yet"),
        words ? tr("Once training has begun, each token stands here as a point and begins to move.")
              : tr("Once training has begun, new pictures stand here as the last hidden layer sees them, and "
                   "move from epoch to epoch."));
}

void WordMapPanel::resizeEvent(QResizeEvent* event) {
    Panel::resizeEvent(event);
    fit();
}

void WordMapPanel::changeEvent(QEvent* event) {
    Panel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_search->setWords(m_canvas->words());
        showNeighbours();
        showMeasured();
    } else if (event->type() == QEvent::FontChange) {
        fit();
    }
}

} // namespace neurarium
