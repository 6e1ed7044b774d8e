// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/branch_legend.h"

#include <cmath>
#include <vector>

#include <QEvent>
#include <QPainter>

#include "widgets/text_scale.h"
#include "widgets/theme.h"
#include "widgets/timeline_painter.h"

namespace neurarium {

namespace {

constexpr double kSample = 28;  ///< length of the line before a branch's name
constexpr double kBadge = 18;   ///< diameter of the sign for changes
constexpr double kGap = 6;      ///< between sign and words
constexpr double kBetween = 18; ///< between entries

QFont fontOf(const QWidget* widget, bool bold) {
    const double scale = textScale(widget);
    return bold ? Theme::boldFont(TextRole::Axis, scale) : Theme::font(TextRole::Axis, scale);
}

} // namespace

BranchLegend::BranchLegend(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void BranchLegend::setBranches(int count, int current, bool marks) {
    m_count = count;
    m_current = current;
    m_marks = marks;
    QStringList texts;
    for (const Entry& entry : entries())
        texts << entry.text;
    setAccessibleName(texts.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

/// The branch that plays comes first when not all have room, so it is never the one left out.
std::vector<BranchLegend::Entry> BranchLegend::entries() const {
    constexpr int kMost = 4;
    std::vector<Entry> all;
    for (int branch = 1; branch <= m_count; ++branch)
        if (branch == m_current || static_cast<int>(all.size()) < kMost - (m_current >= kMost ? 1 : 0))
            all.push_back({branch, tr("branch %1").arg(branch), branch == m_current && m_count > 1});
    if (m_marks)
        all.push_back({0, tr("change"), false});
    return all;
}

double BranchLegend::widthOf(const Entry& entry) const {
    const double sign = entry.branch == 0 ? kBadge : kSample;
    return sign + kGap + QFontMetricsF(fontOf(this, entry.bold)).horizontalAdvance(entry.text);
}

QSize BranchLegend::sizeHint() const {
    double width = 0;
    for (const Entry& entry : entries())
        width += widthOf(entry) + kBetween;
    return {static_cast<int>(std::ceil(width)), static_cast<int>(24 * textScale(this))};
}

QSize BranchLegend::minimumSizeHint() const {
    return {0, sizeHint().height()};
}

void BranchLegend::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    updateGeometry();
    update();
}

void BranchLegend::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = Theme::of(this);
    const double middle = height() / 2.0;
    double x = 0;
    for (const Entry& entry : entries()) {
        const double wide = widthOf(entry);
        if (x + wide > width())
            break;
        double sign = kSample;
        if (entry.branch > 0) {
            constexpr double kLine = 5;
            painter.setPen(QPen(theme.branchLine(entry.branch), kLine));
            painter.drawLine(QPointF(x, middle), QPointF(x + kSample, middle));
            paintBranchMarker(painter, theme, entry.branch, QPointF(x + kSample / 2, middle));
        } else {
            sign = kBadge;
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.color(Token::Text));
            painter.drawEllipse(QPointF(x + kBadge / 2, middle), kBadge / 2, kBadge / 2);
            painter.setFont(Theme::font(TextRole::Mark));
            painter.setPen(theme.color(Token::Surface));
            painter.drawText(QRectF(x, middle - kBadge / 2, kBadge, kBadge), Qt::AlignCenter,
                             QStringLiteral("1"));
        }
        painter.setFont(fontOf(this, entry.bold));
        painter.setPen(theme.color(entry.bold ? Token::Text : Token::Text2));
        painter.drawText(QRectF(x + sign + kGap, 0, wide, height()), Qt::AlignLeft | Qt::AlignVCenter,
                         entry.text);
        x += wide + kBetween;
    }
}

} // namespace neurarium
