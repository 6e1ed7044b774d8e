// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/varied_pictures.h"

#include <algorithm>
#include <cmath>

#include <QEvent>
#include <QPainter>

#include "widgets/text_scale.h"
#include "widgets/theme.h"

namespace neurarium {

namespace {

constexpr double kGap = 8;
constexpr double kLeastSide = 56;
constexpr double kMostSide = 112;
constexpr double kName = 18; ///< height of the class's name at text size 100 %

} // namespace

VariedPictures::VariedPictures(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void VariedPictures::setPictures(std::vector<QImage> varied, std::vector<QImage> originals,
                                 QStringList names) {
    m_varied = std::move(varied);
    m_originals = std::move(originals);
    m_names = std::move(names);
    setAccessibleName(tr("Pictures of this batch: %1").arg(m_varied.size()));
    update();
}

void VariedPictures::setOriginalsShown(bool shown) {
    m_originalsShown = shown;
    update();
}

/// The largest pictures with which the whole batch fits, else as many as fit at the smallest size.
VariedPictures::Shape VariedPictures::shape() const {
    const double name = kName * textScale(this);
    const int count = std::max(static_cast<int>(m_varied.size()), 1);
    Shape fitting;
    for (double side = kMostSide; side >= kLeastSide; side -= 4) {
        fitting.side = side;
        fitting.columns = std::max(static_cast<int>((width() + kGap) / (side + kGap)), 1);
        fitting.rows = std::max(static_cast<int>((height() + kGap) / (side + name + kGap)), 1);
        const bool fitsBelow = fitting.rows * (side + name + kGap) - kGap <= height();
        if (fitsBelow && fitting.columns * fitting.rows >= count)
            return fitting;
    }
    fitting.side = std::clamp(height() - name, kLeastSide / 2, kLeastSide);
    return fitting;
}

int VariedPictures::capacity() const {
    const Shape fitting = shape();
    return std::min(fitting.columns * fitting.rows, static_cast<int>(m_varied.size()));
}

QSize VariedPictures::sizeHint() const {
    return {480, static_cast<int>(72 + kName * textScale(this))};
}

QSize VariedPictures::minimumSizeHint() const {
    return {static_cast<int>(kLeastSide), static_cast<int>(kLeastSide + kName * textScale(this))};
}

void VariedPictures::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    update();
}

void VariedPictures::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const Shape fitting = shape();
    const double high = fitting.side + kName * textScale(this);
    const int shown = capacity();
    for (int i = 0; i < shown; ++i) {
        const QPointF corner(i % fitting.columns * (fitting.side + kGap),
                             i / fitting.columns * (high + kGap));
        paintOne(painter, static_cast<std::size_t>(i), QRectF(corner, QSizeF(fitting.side, high)));
    }
}

/// The varied picture, framed; in its lower left corner what it was, framed in the panel's colour.
void VariedPictures::paintOne(QPainter& painter, std::size_t index, const QRectF& place) const {
    constexpr double kGhost = 0.38;
    const Theme& theme = Theme::of(this);
    const QRectF square(place.topLeft(), QSizeF(place.width(), place.width()));
    painter.drawImage(square, m_varied[index]);
    if (m_originalsShown && index < m_originals.size() && !m_originals[index].isNull()) {
        const double side = square.width() * kGhost;
        const QRectF ghost(square.left(), square.bottom() - side, side, side);
        painter.fillRect(ghost.adjusted(0, -2, 2, 0), theme.color(Token::Surface));
        painter.drawImage(ghost, m_originals[index]);
    }
    painter.setPen(QPen(theme.color(Token::Ctl), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(square.adjusted(0.5, 0.5, -0.5, -0.5));
    const QRectF below(place.left(), square.bottom() + 1, place.width(),
                       place.height() - square.height() - 1);
    painter.setFont(Theme::font(TextRole::Axis, textScale(this)));
    painter.setPen(theme.color(Token::Text2));
    painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(painter.font())
                         .elidedText(m_names.value(static_cast<int>(index)), Qt::ElideRight, below.width()));
}

} // namespace neurarium
