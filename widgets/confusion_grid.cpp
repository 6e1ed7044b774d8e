// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/confusion_grid.h"

#include <algorithm>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include "widgets/number_text.h"
#include "widgets/recipe_words.h"
#include "widgets/text_scale.h"
#include "widgets/theme.h"

namespace neurarium {

namespace {

constexpr double kGap = 6;
constexpr double kHeadingHeight = 24;
constexpr int kFewClasses = 3; ///< up to here the headings are whole sentences
constexpr double kLeastForPictures = 74;

} // namespace

ConfusionGrid::ConfusionGrid(QWidget* parent)
    : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ConfusionGrid::setCounts(std::vector<std::vector<std::int64_t>> counts, const QStringList& classNames) {
    const bool square = std::all_of(counts.begin(), counts.end(),
                                    [&](const auto& row) { return row.size() == counts.size(); });
    m_counts = square ? std::move(counts) : std::vector<std::vector<std::int64_t>>();
    m_names = classNames;
    m_thumbnails.resize(m_counts.size() * m_counts.size());
    if (m_current.first >= classes() || m_current.second >= classes())
        m_current = {0, 0};
    describe();
    update();
}

void ConfusionGrid::setThumbnails(Cell cell, std::vector<QImage> pictures) {
    const auto place = static_cast<std::size_t>(cell.first * classes() + cell.second);
    if (place < m_thumbnails.size())
        m_thumbnails[place] = std::move(pictures);
    update();
}

std::int64_t ConfusionGrid::count(Cell cell) const {
    return m_counts[static_cast<std::size_t>(cell.first)][static_cast<std::size_t>(cell.second)];
}

double ConfusionGrid::share(Cell cell) const {
    std::int64_t sum = 0;
    for (const std::int64_t entry : m_counts[static_cast<std::size_t>(cell.first)])
        sum += entry;
    return sum > 0 ? static_cast<double>(count(cell)) / static_cast<double>(sum) : 0;
}

QRectF ConfusionGrid::tableRect() const {
    constexpr double kMostNames = 110;
    const double scale = textScale(this);
    const QFontMetricsF metrics(Theme::boldFont(TextRole::Body, scale));
    double names = 44 * scale;
    for (const QString& name : m_names)
        names = std::max(names, metrics.horizontalAdvance(name) + 10);
    names = std::min({names, kMostNames * scale, width() * 0.3});
    double top = (classes() > kFewClasses ? 2 : 1) * kHeadingHeight * scale;
    if (namesStand())
        top += std::min(names * 0.6, height() * 0.2) - kHeadingHeight * scale / 2;
    return {names, top, std::max(width() - names - 2, 1.0), std::max(height() - top - 2, 1.0)};
}

bool ConfusionGrid::namesStand() const {
    constexpr int kMany = 6;
    return classes() > kMany;
}

QRectF ConfusionGrid::placeOf(Cell cell) const {
    const QRectF table = tableRect();
    const int count = std::max(classes(), 1);
    const double gap = count > 6 ? kGap / 3 : kGap;
    const double wide = (table.width() - (count - 1) * gap) / count;
    const double high = (table.height() - (count - 1) * gap) / count;
    return {table.left() + cell.second * (wide + gap), table.top() + cell.first * (high + gap), wide, high};
}

std::optional<ConfusionGrid::Cell> ConfusionGrid::cellAt(const QPointF& point) const {
    for (int truth = 0; truth < classes(); ++truth)
        for (int said = 0; said < classes(); ++said)
            if (placeOf({truth, said}).contains(point))
                return Cell{truth, said};
    return std::nullopt;
}

bool ConfusionGrid::showsThumbnails() const {
    return classes() > 0 && placeOf({0, 0}).height() >= kLeastForPictures * textScale(this);
}

void ConfusionGrid::setCurrent(Cell cell) {
    m_current = {std::clamp(cell.first, 0, std::max(classes() - 1, 0)),
                 std::clamp(cell.second, 0, std::max(classes() - 1, 0))};
    describe();
    update();
}

QString ConfusionGrid::inWords(Cell cell) const {
    return tr("It is: %1. It says: %2. %3 photos, %4 of the row.")
        .arg(m_names.value(cell.first), m_names.value(cell.second), countText(count(cell)),
             percentText(share(cell)));
}

void ConfusionGrid::describe() {
    setAccessibleName(classes() > 0 ? inWords(m_current) : tr("Confusion matrix, empty"));
    setAccessibleDescription(tr("Arrow keys go from cell to cell, Enter shows the photos of a cell."));
}

QSize ConfusionGrid::sizeHint() const {
    return {380, 220};
}

QSize ConfusionGrid::minimumSizeHint() const {
    return {160, 120};
}

bool ConfusionGrid::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto cell = cellAt(help->pos());
    QToolTip::showText(help->globalPos(), cell ? inWords(*cell) : QString(), this);
    return true;
}

void ConfusionGrid::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describe();
    update();
}

void ConfusionGrid::mousePressEvent(QMouseEvent* event) {
    const auto cell = cellAt(event->position());
    if (event->button() != Qt::LeftButton || !cell)
        return;
    setCurrent(*cell);
    emit cellChosen(cell->first, cell->second);
}

void ConfusionGrid::mouseMoveEvent(QMouseEvent* event) {
    setCursor(cellAt(event->position()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void ConfusionGrid::keyPressEvent(QKeyEvent* event) {
    const auto [truth, said] = m_current;
    switch (event->key()) {
    case Qt::Key_Left:
        return setCurrent({truth, said - 1});
    case Qt::Key_Right:
        return setCurrent({truth, said + 1});
    case Qt::Key_Up:
        return setCurrent({truth - 1, said});
    case Qt::Key_Down:
        return setCurrent({truth + 1, said});
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (classes() > 0)
            emit cellChosen(truth, said);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void ConfusionGrid::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void ConfusionGrid::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

} // namespace neurarium
