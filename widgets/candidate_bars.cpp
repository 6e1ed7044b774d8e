// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/candidate_bars.h"

#include <algorithm>
#include <cmath>

#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>

#include "widgets/number_text.h"
#include "widgets/recipe_words.h"
#include "widgets/text_scale.h"
#include "widgets/theme.h"
#include "widgets/token_text.h"

namespace neurarium {

namespace {

constexpr double kRow = 24, kLowRow = 18, kBar = 14, kGap = 8; // pixels at the usual text size
constexpr int kFewRows = 4;
constexpr double kMostWord = 0.4; // of the width
constexpr double kWhole = 1e-3;   // rounding of a sum of 1
constexpr int kUsualRows = 6, kLeastRows = 2;

QString shareText(double probability) {
    constexpr double kSmall = 0.095, kLeast = 0.0005;
    if (probability > 0 && probability < kLeast)
        return QStringLiteral("< 0.1 %");
    return percentText(probability, probability < kSmall ? 1 : 0);
}

} // namespace

double CandidatePainter::rowHeight(double scale) {
    return kRow * scale;
}

double CandidatePainter::rowHeightIn(double height, double scale) {
    return std::clamp(height / kFewRows, kLowRow * scale, kRow * scale);
}

std::vector<CandidatePainter::Row> CandidatePainter::rows(const CandidateSheet& sheet, std::size_t most) {
    std::vector<Row> rows;
    const auto& all = sheet.candidates;
    if (all.empty() || most == 0)
        return rows;
    double sum = 0;
    for (const TokenCandidate& each : all)
        sum += double(each.probability);
    const bool whole = std::abs(sum - 1) < kWhole;
    const std::int64_t total = whole ? std::ssize(all) : std::max(sheet.vocabulary, std::ssize(all));
    const bool needsRest = total > static_cast<std::int64_t>(most);
    std::size_t shown = std::min(all.size(), needsRest ? std::max<std::size_t>(most - 1, 1) : most);
    std::vector<std::size_t> places(shown);
    for (std::size_t i = 0; i < shown; ++i)
        places[i] = i;
    const auto taken = std::find_if(all.begin(), all.end(),
                                    [&](const TokenCandidate& each) { return sheet.taken == each.piece.id; });
    if (taken != all.end() && static_cast<std::size_t>(taken - all.begin()) >= shown)
        places.back() = static_cast<std::size_t>(taken - all.begin());
    double told = 0;
    for (const std::size_t place : places) {
        const TokenCandidate& each = all[place];
        told += double(each.probability);
        rows.push_back({tokenText(each.piece.text), shareText(double(each.probability)),
                        double(each.probability), each.kept, sheet.taken == each.piece.id, false});
    }
    const std::int64_t others = total - std::ssize(places);
    if (others > 0 && rows.size() < most) {
        const double left = std::max(0.0, 1 - told);
        rows.push_back({tr("%1 others").arg(countText(others)), shareText(left), left, true, false, true});
    }
    return rows;
}

void CandidatePainter::paint(QPainter& painter, const CandidateSheet& sheet, const QRectF& box,
                             const FigureLook& look) {
    const Theme& theme = *look.theme;
    const double scale = look.scale;
    const double high = rowHeightIn(box.height(), scale);
    const auto all = rows(sheet, static_cast<std::size_t>(std::max(1.0, std::floor(box.height() / high))));
    const QFont plain = Theme::font(TextRole::Body, scale), bold = Theme::boldFont(TextRole::Body, scale);
    const QFontMetricsF metrics(bold);
    double words = 0;
    for (const Row& row : all)
        words = std::max(words, metrics.horizontalAdvance(row.word));
    words = std::min(words, box.width() * kMostWord);
    const double numbers = metrics.horizontalAdvance(QStringLiteral("< 0.1 %"));
    const double room = std::max(8.0, box.width() - words - numbers - 2 * kGap * scale);
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Row& row = all[i];
        const bool strong = row.taken || (i == 0 && !sheet.taken);
        const double top = box.top() + static_cast<double>(i) * high;
        painter.setFont(strong ? bold : plain);
        painter.setPen(theme.color(row.kept ? Token::Text : Token::Text3));
        painter.drawText(QRectF(box.left(), top, words, high), Qt::AlignRight | Qt::AlignVCenter,
                         fittedText(row.word, metrics, words + 1));
        QRectF bar(box.left() + words + kGap * scale, top + (high - kBar * scale) / 2,
                   std::max(1.5, room * std::clamp(row.probability, 0.0, 1.0)), kBar * scale);
        const Token color = row.rest ? Token::Line : strong ? Token::Accent : Token::Ctl;
        if (row.kept) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.color(color));
        } else {
            painter.setPen(QPen(theme.color(Token::Ctl), 1, Qt::DashLine));
            painter.setBrush(Qt::NoBrush);
            bar.adjust(0.5, 0.5, 0.5, -0.5);
        }
        painter.drawRoundedRect(bar, 2, 2);
        painter.setPen(theme.color(row.kept ? Token::Text2 : Token::Text3));
        painter.setFont(plain);
        painter.drawText(QRectF(bar.right() + kGap * scale, top, numbers + kGap, high),
                         Qt::AlignLeft | Qt::AlignVCenter, row.share);
    }
}

CandidateBars::CandidateBars(QWidget* parent)
    : QWidget(parent) {
    describe();
}

void CandidateBars::setSheet(const CandidateSheet& sheet) {
    if (sheet == m_sheet)
        return;
    m_sheet = sheet;
    describe();
    update();
}

std::size_t CandidateBars::mostRows() const {
    return static_cast<std::size_t>(
        std::max(1.0, std::floor(height() / CandidatePainter::rowHeightIn(height(), textScale(this)))));
}

QString CandidateBars::text() const {
    QStringList parts;
    for (const CandidatePainter::Row& row : CandidatePainter::rows(m_sheet, mostRows()))
        parts << row.word + u' ' + row.share +
                     (row.kept ? QString() : QStringLiteral(" (") + tr("left out") + u')');
    return parts.join(QStringLiteral(", "));
}

void CandidateBars::describe() {
    setAccessibleName(tr("What may be next"));
    setAccessibleDescription(text());
}

QSize CandidateBars::sizeHint() const {
    return {240, static_cast<int>(kUsualRows * CandidatePainter::rowHeight(textScale(this)))};
}

QSize CandidateBars::minimumSizeHint() const {
    return {120, static_cast<int>(kLeastRows * CandidatePainter::rowHeight(textScale(this)))};
}

void CandidateBars::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    CandidatePainter::paint(painter, m_sheet, rect(), {&Theme::of(this), textScale(this), false, true});
}

void CandidateBars::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        describe();
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    update();
    QWidget::changeEvent(event);
}

} // namespace neurarium
