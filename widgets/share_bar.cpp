// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/share_bar.h"

#include <algorithm>

#include <QPainter>

#include "widgets/text_scale.h"
#include "widgets/theme.h"

namespace neurarium {

namespace {

constexpr int kWidth = 64;
constexpr int kLeastWidth = 30;
constexpr int kHigh = 12;

} // namespace

void paintShareBar(QPainter& painter, const Theme& theme, double share, const QRectF& place) {
    constexpr double kRadius = 2;
    QRectF bar = place;
    bar.setWidth(place.width() * std::clamp(share, 0.0, 1.0));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Token::Line));
    painter.drawRoundedRect(place, kRadius, kRadius);
    painter.setBrush(theme.color(Token::Accent));
    painter.drawRoundedRect(bar, kRadius, kRadius);
}

ShareBar::ShareBar(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ShareBar::setShare(double share) {
    m_share = share;
    update();
}

QSize ShareBar::sizeHint() const {
    const double scale = textScale(this);
    return {static_cast<int>(kWidth * scale), static_cast<int>(kHigh * scale)};
}

QSize ShareBar::minimumSizeHint() const {
    return {kLeastWidth, sizeHint().height()};
}

void ShareBar::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    paintShareBar(painter, Theme::of(this), m_share, rect());
}

void ShareBarDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const {
    QStyledItemDelegate::paint(painter, option, index);
    const QVariant share = index.data(Qt::UserRole);
    if (!share.isValid())
        return;
    constexpr double kAir = 6;
    const double high = std::min<double>(kHigh, option.rect.height() - 2);
    QRectF place(option.rect.left() + kAir, option.rect.center().y() - high / 2,
                 option.rect.width() - 2 * kAir, high);
    painter->save();
    paintShareBar(*painter, Theme::of(option.widget), share.toDouble(), place);
    painter->restore();
}

} // namespace neurarium
