// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/head_grid.h"

#include <algorithm>
#include <cmath>

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include "widgets/head_grid_painter.h"
#include "widgets/text_scale.h"
#include "widgets/theme.h"

namespace neurarium {

namespace {

constexpr double kUsualSide = 42;
constexpr double kLeastSide = 18;
constexpr double kMargin = 4;

const AttentionMaps& orNone(const std::shared_ptr<const AttentionMaps>& maps) {
    static const AttentionMaps none;
    return maps ? *maps : none;
}

HeadGridPainter painterOf(const HeadGrid& grid, const std::shared_ptr<const AttentionMaps>& maps) {
    return {orNone(maps), QRectF(grid.rect()).adjusted(kMargin, kMargin, -kMargin, -kMargin),
            textScale(&grid)};
}

} // namespace

HeadGrid::HeadGrid(QWidget* parent)
    : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    tell();
}

void HeadGrid::setMaps(const std::shared_ptr<const AttentionMaps>& maps) {
    const bool sameShape =
        maps && m_maps && maps->blocks == m_maps->blocks && maps->headsPerBlock == m_maps->headsPerBlock;
    m_maps = maps;
    m_images.resize(orNone(maps).heads.size(), WeightImage(1));
    m_chosen.block = std::clamp(m_chosen.block, 0, std::max(orNone(maps).blocks - 1, 0));
    m_chosen.head = std::clamp(m_chosen.head, 0, std::max(orNone(maps).headsPerBlock - 1, 0));
    if (!sameShape)
        updateGeometry();
    tell();
    update();
}

void HeadGrid::setChosen(HeadPlace place) {
    m_chosen = place;
    tell();
    update();
}

void HeadGrid::choose(HeadPlace place) {
    const bool exists = place.block >= 0 && place.head >= 0 && place.block < orNone(m_maps).blocks &&
                        place.head < orNone(m_maps).headsPerBlock;
    if (!exists || place == m_chosen)
        return;
    setChosen(place);
    emit headChosen(place);
}

QRectF HeadGrid::placeOf(HeadPlace place) const {
    return painterOf(*this, m_maps).placeOf(place);
}

void HeadGrid::tell() {
    setAccessibleName(tr("Attention heads"));
    const bool off =
        std::any_of(orNone(m_maps).heads.begin(), orNone(m_maps).heads.end(),
                    [this](const AttentionHead& head) { return head.place == m_chosen && head.off; });
    const QString name = HeadGridPainter::headName(m_chosen);
    const QString words = m_maps == nullptr ? QString() : off ? tr("%1, switched off").arg(name) : name;
    if (words == accessibleDescription())
        return;
    setAccessibleDescription(words);
    QAccessibleEvent told(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&told);
}

QSize HeadGrid::sizeHint() const {
    const double scale = textScale(this);
    return HeadGridPainter::sizeFor(orNone(m_maps), kUsualSide * scale, scale).toSize() +
           QSize(2 * kMargin, 2 * kMargin);
}

QSize HeadGrid::minimumSizeHint() const {
    return HeadGridPainter::sizeFor(orNone(m_maps), kLeastSide, textScale(this)).toSize() +
           QSize(2 * kMargin, 2 * kMargin);
}

bool HeadGrid::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto place = painterOf(*this, m_maps).headAt(help->pos());
    QToolTip::showText(help->globalPos(), place ? HeadGridPainter::headName(*place) : QString(), this);
    return true;
}

void HeadGrid::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    const Theme& theme = Theme::of(this);
    painter.fillRect(rect(), theme.color(Token::Surface));
    const HeadGridPainter heads = painterOf(*this, m_maps);
    if (m_maps) {
        const int pixels = static_cast<int>(std::lround(heads.side() * devicePixelRatioF()));
        for (std::size_t i = 0; i < m_images.size(); ++i) {
            m_images[i].setMostPixels(pixels);
            m_images[i].show(m_maps, i);
        }
        heads.paint(painter, m_images, m_chosen, theme);
    }
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.color(Token::Text), 3));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), 6, 6);
    }
}

void HeadGrid::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        tell();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        updateGeometry();
    update();
}

void HeadGrid::mousePressEvent(QMouseEvent* event) {
    const auto place = painterOf(*this, m_maps).headAt(event->position());
    if (event->button() == Qt::LeftButton && place)
        choose(*place);
}

void HeadGrid::keyPressEvent(QKeyEvent* event) {
    const auto [block, head] = m_chosen;
    switch (event->key()) {
    case Qt::Key_Left:
        return choose({block, head - 1});
    case Qt::Key_Right:
        return choose({block, head + 1});
    case Qt::Key_Up:
        return choose({block - 1, head});
    case Qt::Key_Down:
        return choose({block + 1, head});
    default:
        QWidget::keyPressEvent(event);
    }
}

void HeadGrid::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void HeadGrid::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

} // namespace neurarium
