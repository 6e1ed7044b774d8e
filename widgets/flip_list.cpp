// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/flip_list.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QStackedWidget>
#include <QStringListModel>
#include <QToolButton>

#include "widgets/elided_label.h"
#include "widgets/icon.h"
#include "widgets/number_text.h"
#include "widgets/panel.h"
#include "widgets/picture_image.h"
#include "widgets/recipe_words.h"
#include "widgets/tile_grid.h"
#include "widgets/whole_words.h"

namespace neurarium {

namespace {

constexpr int kLeastTile = 92; ///< "rabbit → bear" stands below
constexpr int kMostTile = 132;
constexpr int kIconSide = 16;

} // namespace

FlipList::FlipList(FlipKind kind, QWidget* parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_icon(new QLabel)
    , m_heading(new ElidedLabel)
    , m_previous(new QToolButton)
    , m_next(new QToolButton)
    , m_bodies(new QStackedWidget)
    , m_grid(new TileGrid)
    , m_list(new QListView)
    , m_lines(new QStringListModel(this))
    , m_nothing(new QLabel) {
    build();
    connect(m_previous, &QToolButton::clicked, this, [this] {
        m_pages.previous();
        refillTiles();
    });
    connect(m_next, &QToolButton::clicked, this, [this] {
        m_pages.next();
        refillTiles();
    });
    connect(m_grid, &TileGrid::capacityChanged, this, &FlipList::refillTiles);
    retranslate();
    recolor();
}

void FlipList::build() {
    m_grid->setTileWidths(kLeastTile, kMostTile);
    m_list->setModel(m_lines);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    m_nothing->setProperty("role", "hint");
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    for (QWidget* body :
         {static_cast<QWidget*>(m_grid), static_cast<QWidget*>(m_list), static_cast<QWidget*>(m_nothing)})
        m_bodies->addWidget(body);
    for (QToolButton* tool : {m_previous, m_next})
        tool->setProperty("flat", true);
    auto* top = new QHBoxLayout;
    top->setSpacing(6);
    top->addWidget(m_icon);
    top->addWidget(m_heading, 1);
    top->addWidget(m_previous);
    top->addWidget(m_next);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(top);
    column->addWidget(m_bodies, 1);
}

const std::vector<Flip>& FlipList::flips() const {
    static const std::vector<Flip> none;
    if (m_comparison == nullptr)
        return none;
    return m_kind == FlipKind::BecameWrong ? m_comparison->lost : m_comparison->gained;
}

void FlipList::setClasses(const std::vector<std::string>& names, bool points) {
    m_classes = names;
    m_points = points;
    refill();
}

void FlipList::setComparison(std::shared_ptr<const Comparison> comparison) {
    m_comparison = std::move(comparison);
    m_places.clear();
    if (m_comparison != nullptr && m_comparison->pictures != nullptr) {
        const std::vector<std::int64_t>& samples = m_comparison->pictures->samples;
        for (std::size_t i = 0; i < samples.size(); ++i)
            m_places.emplace(samples[i], i);
    }
    m_pages.first = 0;
    m_grid->setChosen(-1);
    refill();
}

QString FlipList::className(std::int32_t number) const {
    const auto place = static_cast<std::size_t>(number);
    if (number < 0 || place >= m_classes.size())
        return QString::number(number);
    return m_points ? pointWord(m_classes[place]) : classWord(m_classes[place]);
}

QString FlipList::sentence(const Flip& flip) const {
    return tr("Sample %1 is: %2. Before, it said %3, %4; afterwards %5, %6.")
        .arg(countText(flip.sample + 1), className(flip.truth), className(flip.before.predicted),
             percentText(static_cast<double>(flip.before.confidence)), className(flip.after.predicted),
             percentText(static_cast<double>(flip.after.confidence)));
}

PhotoTile FlipList::tileOf(const Flip& flip) const {
    PhotoTile tile;
    if (const auto place = m_places.find(flip.sample); place != m_places.end())
        tile.picture = toImage(m_comparison->pictures->pictures[place->second]);
    const bool right = m_kind == FlipKind::BecameRight;
    tile.state = right ? TileState::Right : TileState::Wrong;
    tile.changed = right;
    tile.answer =
        QStringLiteral("%1 → %2").arg(className(flip.before.predicted), className(flip.after.predicted));
    tile.truth = QStringLiteral("%1 → %2").arg(percentText(static_cast<double>(flip.before.confidence)),
                                               percentText(static_cast<double>(flip.after.confidence)));
    tile.sentence = sentence(flip);
    return tile;
}

QString FlipList::heading() const {
    return m_kind == FlipKind::BecameWrong ? tr("%n was right, is wrong", nullptr, count())
                                           : tr("%n was wrong, is right", nullptr, count());
}

void FlipList::refill() {
    const bool pictures = !m_places.empty();
    QStringList lines;
    if (!pictures)
        for (const Flip& flip : flips())
            lines << sentence(flip);
    m_lines->setStringList(lines);
    m_bodies->setCurrentWidget(flips().empty() ? static_cast<QWidget*>(m_nothing)
                               : pictures      ? static_cast<QWidget*>(m_grid)
                                               : static_cast<QWidget*>(m_list));
    m_heading->setText(heading());
    setAccessibleName(heading());
    m_list->setAccessibleName(heading());
    refillTiles();
}

void FlipList::refillTiles() {
    m_pages.resize(count(), m_grid->capacity());
    std::vector<PhotoTile> tiles;
    if (!m_places.empty())
        for (int i = 0; i < m_pages.shown(); ++i)
            tiles.push_back(tileOf(flips()[static_cast<std::size_t>(m_pages.first + i)]));
    m_grid->setTiles(std::move(tiles));
    for (QToolButton* tool : {m_previous, m_next})
        tool->setVisible(!m_places.empty() && !m_pages.fits());
}

void FlipList::retranslate() {
    m_nothing->setText(wholeWords(m_kind == FlipKind::BecameWrong
                                      ? tr("Everything that was right before is still right.")
                                      : tr("Nothing that was wrong before is right now.")));
    Panel::setToolText(m_previous, tr("Photos before these"));
    Panel::setToolText(m_next, tr("More photos"));
    refill();
}

void FlipList::recolor() {
    const bool right = m_kind == FlipKind::BecameRight;
    const Theme& theme = Theme::of(this);
    m_icon->setPixmap(iconPixmap(right ? QStringLiteral("check") : QStringLiteral("cross"),
                                 {right ? Token::Good : Token::Bad, &theme}, kIconSide, devicePixelRatioF()));
    m_previous->setIcon(icon(QStringLiteral("left"), {Token::Text, &theme}));
    m_next->setIcon(icon(QStringLiteral("right"), {Token::Text, &theme}));
}

void FlipList::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        recolor();
}

void FlipList::keyPressEvent(QKeyEvent* event) {
    if (m_places.empty() || m_pages.fits() ||
        (event->key() != Qt::Key_PageDown && event->key() != Qt::Key_PageUp))
        return QWidget::keyPressEvent(event);
    event->key() == Qt::Key_PageDown ? m_pages.next() : m_pages.previous();
    refillTiles();
}

} // namespace neurarium
