// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/predictions_panel.h"

#include <algorithm>
#include <map>
#include <random>

#include <QEvent>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include "widgets/empty_state.h"
#include "widgets/icon.h"
#include "widgets/number_text.h"
#include "widgets/recipe_words.h"
#include "widgets/text_scale.h"
#include "widgets/tile_grid.h"

namespace neurarium {

namespace {

constexpr int kWanted = 12;
constexpr int kLeastTile = 68;
constexpr int kMostTile = 132;
constexpr int kIconSide = 16;
constexpr int kWideHeader = 560; ///< from this width on the counts have words

/// The photographs with the classes in turn, so that the first page shows all of them.
std::vector<int> byTurns(const AnsweredPhotos& photos) {
    std::vector<std::pair<int, int>> places; // which of its class, photograph
    std::map<int, int> seen;
    for (int photo = 0; photo < photos.count(); ++photo)
        places.emplace_back(seen[photos.truth(photo)]++, photo);
    std::stable_sort(places.begin(), places.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<int> order;
    for (const auto& [rank, photo] : places)
        order.push_back(photo);
    return order;
}

} // namespace

PredictionsPanel::PredictionsPanel(QWidget* parent)
    : Panel(parent)
    , m_grid(new TileGrid)
    , m_rightIcon(new QLabel)
    , m_right(new QLabel)
    , m_wrongIcon(new QLabel)
    , m_wrong(new QLabel)
    , m_unsure(new QLabel) {
    m_grid->setTileWidths(kLeastTile, kMostTile);
    m_grid->setWanted(kWanted);
    m_grid->setContentsMargins(0, 0, 0, 0);
    buildHeader();
    auto* body = new QWidget;
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(12, 6, 12, 6);
    layout->addWidget(m_grid);
    setBody(body);
    setEmptyPage(new EmptyState);
    setEmpty(true);
    connect(m_grid, &TileGrid::capacityChanged, this, &PredictionsPanel::refill);
    connect(m_grid, &TileGrid::tileChosen, this,
            [this](int tile) { emit photoChosen(m_order[static_cast<std::size_t>(m_pages.first + tile)]); });
    retranslate();
    recolor();
    refill();
}

void PredictionsPanel::buildHeader() {
    for (QLabel* part : {m_rightIcon, m_right, m_wrongIcon, m_wrong, m_unsure})
        addHeaderWidget(part);
    m_previous = addTool(QStringLiteral("left"), {});
    m_next = addTool(QStringLiteral("right"), {});
    m_shuffle = addTool(QStringLiteral("dice"), {});
    connect(m_previous, &QToolButton::clicked, this, &PredictionsPanel::previousPage);
    connect(m_next, &QToolButton::clicked, this, &PredictionsPanel::nextPage);
    connect(m_shuffle, &QToolButton::clicked, this, &PredictionsPanel::shuffle);
}

void PredictionsPanel::setPictures(std::shared_ptr<const PictureSet> pictures) {
    m_photos.setPictures(pictures);
    m_then.setPictures(std::move(pictures));
    m_order = byTurns(m_photos);
    m_pages.first = 0;
    setEmpty(m_photos.count() == 0);
    refill();
}

void PredictionsPanel::setPredictions(std::shared_ptr<const Predictions> predictions) {
    m_photos.setPredictions(std::move(predictions));
    refill();
}

void PredictionsPanel::setComparison(std::shared_ptr<const Predictions> then, const QString& slot) {
    m_then.setPredictions(std::move(then));
    m_slot = slot;
    refill();
}

void PredictionsPanel::nextPage() {
    m_pages.next();
    refill();
}

void PredictionsPanel::previousPage() {
    m_pages.previous();
    refill();
}

void PredictionsPanel::shuffle() {
    std::mt19937 random(++m_shuffles);
    std::shuffle(m_order.begin(), m_order.end(), random);
    m_pages.first = 0;
    refill();
}

void PredictionsPanel::markChange(PhotoTile& tile, int photo) const {
    const Prediction* now = m_photos.answer(photo);
    const Prediction* then = m_then.answer(photo);
    if (now == nullptr || then == nullptr)
        return;
    const bool isRight = now->predicted == m_photos.truth(photo);
    const bool wasRight = then->predicted == m_photos.truth(photo);
    if (isRight != wasRight)
        tile.changed = isRight;
}

void PredictionsPanel::refill() {
    m_pages.resize(m_photos.count(), m_grid->capacity());
    std::vector<PhotoTile> tiles;
    for (int i = 0; i < m_pages.shown(); ++i) {
        const int photo = m_order[static_cast<std::size_t>(m_pages.first + i)];
        tiles.push_back(m_photos.tile(photo));
        markChange(tiles.back(), photo);
    }
    showCounts(tiles);
    m_grid->setTiles(std::move(tiles));
    for (QToolButton* tool : {m_previous, m_next, m_shuffle})
        tool->setVisible(!m_pages.fits());
}

void PredictionsPanel::showCounts(const std::vector<PhotoTile>& tiles) {
    const auto countOf = [&](TileState state) {
        return static_cast<int>(std::count_if(tiles.begin(), tiles.end(),
                                              [=](const PhotoTile& tile) { return tile.state == state; }));
    };
    const int unsure = countOf(TileState::Unsure);
    const bool any = m_photos.hasAnswers() && m_photos.count() > 0;
    const int right = countOf(TileState::Right);
    const int wrong = countOf(TileState::Wrong);
    const bool narrow = width() < kWideHeader * textScale(this);
    m_right->setText(narrow ? countText(right) : tr("%1 right").arg(right));
    m_wrong->setText(narrow ? countText(wrong) : tr("%1 wrong").arg(wrong));
    m_unsure->setText(narrow ? tr("%1?").arg(unsure) : tr("%1 not sure").arg(unsure));
    for (QLabel* part : {m_rightIcon, m_right, m_wrongIcon, m_wrong})
        part->setVisible(any);
    m_unsure->setVisible(any && unsure > 0);
    QString note;
    if (m_photos.count() > 0)
        note = tr("%1 of %2").arg(countText(m_pages.shown()), countText(m_photos.total()));
    const auto changed =
        std::any_of(tiles.begin(), tiles.end(), [](const PhotoTile& tile) { return tile.changed; });
    if (changed)
        note += QStringLiteral("   ") + tr("× → ✓ changed since %1").arg(m_slot);
    setNote(note);
}

void PredictionsPanel::retranslate() {
    setTitle(tr("Predictions"));
    setToolText(m_previous, tr("Photos before these"));
    setToolText(m_next, tr("More photos"));
    setToolText(m_shuffle, tr("Other photos, drawn by lot"));
    m_grid->setToolTip({});
    if (auto* empty = findChild<EmptyState*>()) {
        empty->setIcon(QStringLiteral("photo"));
        empty->setTexts(
            tr("No photos to check yet"),
            tr("Once training has begun, photos that it never trained on stand here with its answers."));
    }
}

void PredictionsPanel::recolor() {
    const Theme& theme = Theme::of(this);
    const double ratio = devicePixelRatioF();
    m_rightIcon->setPixmap(iconPixmap(QStringLiteral("check"), {Token::Good, &theme}, kIconSide, ratio));
    m_wrongIcon->setPixmap(iconPixmap(QStringLiteral("cross"), {Token::Bad, &theme}, kIconSide, ratio));
}

void PredictionsPanel::resizeEvent(QResizeEvent* event) {
    Panel::resizeEvent(event);
    showCounts(m_grid->tiles());
}

void PredictionsPanel::changeEvent(QEvent* event) {
    Panel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refill();
    } else if (event->type() == QEvent::PaletteChange) {
        recolor();
    }
}

} // namespace neurarium
