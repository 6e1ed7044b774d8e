// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/histogram_view.h"

#include <algorithm>

#include <QEvent>
#include <QPainter>

#include "widgets/recipe_words.h"
#include "widgets/text_scale.h"
#include "widgets/theme.h"

namespace neurarium {

namespace {

constexpr int kHeight = 150;
constexpr int kLeastHeight = 90;
constexpr int kWidth = 240;
constexpr double kScaleHeight = 22;
constexpr double kBetween = 1;
constexpr double kLeastBar = 2; ///< so that a single number is seen

QString shortNumber(double number) {
    return QString::number(number, 'g', 3);
}

} // namespace

HistogramView::HistogramView(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    describe();
}

void HistogramView::setHistogram(const Histogram& histogram) {
    m_histogram = histogram;
    describe();
    update();
}

void HistogramView::describe() {
    const auto highest = std::max_element(m_histogram.counts.begin(), m_histogram.counts.end());
    if (highest == m_histogram.counts.end()) {
        setAccessibleName(tr("No numbers to be counted"));
        return;
    }
    const double width =
        (m_histogram.high - m_histogram.low) / static_cast<double>(m_histogram.counts.size());
    const double begin = m_histogram.low + width * static_cast<double>(highest - m_histogram.counts.begin());
    setAccessibleName(tr("Numbers from %1 to %2; most of them, %3, lie between %4 and %5")
                          .arg(shortNumber(m_histogram.low), shortNumber(m_histogram.high),
                               countText(*highest), shortNumber(begin), shortNumber(begin + width)));
}

QSize HistogramView::sizeHint() const {
    return QSize(kWidth, kHeight) * textScale(this);
}

QSize HistogramView::minimumSizeHint() const {
    return QSize(kWidth / 2, kLeastHeight) * textScale(this);
}

void HistogramView::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.fillRect(rect(), Theme::of(this).color(Token::Raised));
    const QRectF area = QRectF(rect()).adjusted(8, 8, -8, -kScaleHeight * textScale(this));
    paintBars(painter, area);
    paintScale(painter, area);
}

void HistogramView::paintBars(QPainter& painter, const QRectF& area) const {
    if (m_histogram.counts.empty())
        return;
    const Theme& theme = Theme::of(this);
    const auto most =
        static_cast<double>(*std::max_element(m_histogram.counts.begin(), m_histogram.counts.end()));
    const double width = area.width() / static_cast<double>(m_histogram.counts.size());
    for (std::size_t i = 0; i < m_histogram.counts.size(); ++i) {
        if (m_histogram.counts[i] == 0)
            continue;
        const double share = static_cast<double>(m_histogram.counts[i]) / std::max(most, 1.0);
        const double high = std::max(area.height() * share, kLeastBar);
        painter.fillRect(QRectF(area.left() + static_cast<double>(i) * width, area.bottom() - high,
                                std::max(width - kBetween, 1.0), high),
                         theme.color(Token::Accent));
    }
}

/// The ends of the scale, and a line where 0 is.
void HistogramView::paintScale(QPainter& painter, const QRectF& area) const {
    const Theme& theme = Theme::of(this);
    painter.fillRect(QRectF(area.left(), area.bottom(), area.width(), 1), theme.color(Token::Ctl));
    if (m_histogram.counts.empty())
        return;
    painter.setFont(Theme::font(TextRole::Axis, textScale(this)));
    painter.setPen(theme.color(Token::Text2));
    const QRectF words(area.left(), area.bottom() + 2, area.width(), height() - area.bottom() - 2);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, shortNumber(m_histogram.low));
    painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter, shortNumber(m_histogram.high));
    if (m_histogram.low >= 0 || m_histogram.high <= 0)
        return;
    const double zero = area.left() - m_histogram.low / (m_histogram.high - m_histogram.low) * area.width();
    painter.setPen(QPen(theme.color(Token::Text), 1, Qt::DotLine));
    painter.drawLine(QPointF(zero, area.top()), QPointF(zero, area.bottom() + 4));
    const QRectF middle(zero - 20, words.top(), 40, words.height());
    const double ends = QFontMetricsF(painter.font()).horizontalAdvance(QStringLiteral("-0.000e-00"));
    if (middle.left() > words.left() + ends && middle.right() < words.right() - ends)
        painter.drawText(middle, Qt::AlignCenter, QStringLiteral("0"));
}

void HistogramView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describe();
    else if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace neurarium
