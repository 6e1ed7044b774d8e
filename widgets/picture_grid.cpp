// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/picture_grid.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "widgets/empty_state.h"
#include "widgets/icon.h"
#include "widgets/recipe_words.h"
#include "widgets/tile_grid.h"

namespace neurarium {

PictureGrid::PictureGrid(QWidget* parent)
    : Panel(parent)
    , m_grid(new TileGrid)
    , m_back(new QPushButton) {
    constexpr int kLeastTile = 76;
    constexpr int kMostTile = 132;
    m_grid->setTileWidths(kLeastTile, kMostTile);
    addHeaderWidget(m_back);
    m_previous = addTool(QStringLiteral("left"), {});
    m_next = addTool(QStringLiteral("right"), {});
    auto* body = new QWidget;
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(12, 6, 12, 6);
    layout->addWidget(m_grid);
    setBody(body);
    setEmptyPage(new EmptyState);
    connect(m_back, &QPushButton::clicked, this, &PictureGrid::closed);
    connect(m_previous, &QToolButton::clicked, this, [this] {
        m_pages.previous();
        refill();
    });
    connect(m_next, &QToolButton::clicked, this, [this] {
        m_pages.next();
        refill();
    });
    connect(m_grid, &TileGrid::capacityChanged, this, &PictureGrid::refill);
    connect(m_grid, &TileGrid::tileChosen, this,
            [this](int tile) { emit photoChosen(m_shown[static_cast<std::size_t>(m_pages.first + tile)]); });
    retranslate();
    recolor();
}

void PictureGrid::setPictures(std::shared_ptr<const PictureSet> pictures) {
    m_photos.setPictures(std::move(pictures));
    refill();
}

void PictureGrid::setPredictions(std::shared_ptr<const Predictions> predictions) {
    m_photos.setPredictions(std::move(predictions));
    refill();
}

void PictureGrid::setCell(int truth, int said) {
    m_truth = truth;
    m_said = said;
    m_pages.first = 0;
    m_grid->setChosen(-1);
    refill();
}

void PictureGrid::refill() {
    m_shown = m_photos.ofCell(m_truth, m_said);
    m_pages.resize(static_cast<int>(m_shown.size()), m_grid->capacity());
    std::vector<PhotoTile> tiles;
    for (int i = 0; i < m_pages.shown(); ++i)
        tiles.push_back(m_photos.tile(m_shown[static_cast<std::size_t>(m_pages.first + i)]));
    m_grid->setTiles(std::move(tiles));
    setEmpty(m_shown.empty());
    for (QToolButton* tool : {m_previous, m_next})
        tool->setVisible(!m_pages.fits());
    const QString truth = m_photos.className(m_truth);
    setTitle(m_truth == m_said ? tr("It is and it says: %1").arg(truth)
                               : tr("It is: %1. It says: %2").arg(truth, m_photos.className(m_said)));
    setNote(m_shown.size() == 1 ? tr("1 photo")
                                : tr("%1 photos, surest first").arg(countText(std::ssize(m_shown))));
}

void PictureGrid::retranslate() {
    m_back->setText(tr("All answers"));
    m_back->setToolTip(tr("Back to the confusion matrix (Esc)"));
    setToolText(m_previous, tr("Photos before these"));
    setToolText(m_next, tr("More photos"));
    if (auto* empty = findChild<EmptyState*>()) {
        empty->setIcon(QStringLiteral("photo"));
        empty->setTexts(tr("No photo here now"),
                        tr("No photo that can be shown has this answer at this moment."));
    }
    refill();
}

void PictureGrid::recolor() {
    m_back->setIcon(icon(QStringLiteral("left"), {Token::Text, &Theme::of(this)}));
}

void PictureGrid::changeEvent(QEvent* event) {
    Panel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        recolor();
}

void PictureGrid::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && !isMaximised())
        emit closed();
    else
        Panel::keyPressEvent(event);
}

} // namespace neurarium
