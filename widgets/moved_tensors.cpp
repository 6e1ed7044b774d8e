// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/moved_tensors.h"

#include <algorithm>
#include <cmath>

#include <QAbstractListModel>
#include <QEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include "widgets/number_text.h"
#include "widgets/tensor_words.h"
#include "widgets/text_scale.h"
#include "widgets/theme.h"

namespace neurarium {

namespace {

enum Role { TitleRole = Qt::UserRole, TensorRole, AmountRole, ShareRole };

constexpr int kRowHeight = 44;
constexpr int kBarHeight = 8;
constexpr int kSidePadding = 8;
constexpr double kSmall = 0.1; ///< below, a decimal is told

} // namespace

/// The rows and what is read out of them.
class MovedTensors::Rows : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    void set(const std::vector<TensorMove>& moves, const LayerList& network) {
        beginResetModel();
        m_moves = moves;
        m_network = network;
        m_longest = 0;
        for (const TensorMove& move : moves)
            if (std::isfinite(move.distance))
                m_longest = std::max(m_longest, move.distance);
        endResetModel();
    }
    void retranslate() {
        if (!m_moves.empty())
            emit dataChanged(index(0), index(rowCount({}) - 1));
    }

    int rowCount(const QModelIndex& parent) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_moves.size());
    }

    QVariant data(const QModelIndex& index, int role) const override {
        if (!index.isValid())
            return {};
        const TensorMove& move = m_moves[static_cast<std::size_t>(index.row())];
        switch (role) {
        case TitleRole:
            return tensorTitle(move.name, m_network);
        case TensorRole:
            return QString::fromStdString(move.name);
        case AmountRole:
            return amount(move);
        case ShareRole:
            return std::isfinite(move.distance) ? move.distance / std::max(m_longest, 1e-12) : 1.0;
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole:
            return MovedTensors::tr("%1 (%2): %3")
                .arg(tensorTitle(move.name, m_network), QString::fromStdString(move.name), amount(move));
        case Qt::ToolTipRole:
            return MovedTensors::tr("How far the numbers have moved, against how large they were. 100 %: as "
                                    "far as they are long.");
        default:
            return {};
        }
    }

private:
    static QString amount(const TensorMove& move) {
        if (!std::isfinite(move.distance))
            return MovedTensors::tr("from 0");
        return percentText(move.distance, move.distance < kSmall ? 1 : 0);
    }

    std::vector<TensorMove> m_moves;
    LayerList m_network;
    double m_longest = 0;
};

/// Paints a row: its names, how far it moved, and that as a bar.
class MovedTensors::Bars : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& /*index*/) const override {
        return {0, static_cast<int>(kRowHeight * textScale(option.widget))};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Theme& theme = Theme::of(option.widget);
        const double scale = textScale(option.widget);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool current = (option.state & QStyle::State_HasFocus) != 0;
        if (current) {
            painter->setPen(QPen(theme.color(Token::Text), 3));
            painter->drawRoundedRect(QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5), 4, 4);
        }
        const QRectF place = QRectF(option.rect).adjusted(kSidePadding, 4, -kSidePadding, -4);
        const double line = place.height() - kBarHeight - 6;
        painter->setFont(Theme::font(TextRole::Body, scale));
        paintWords(*painter, theme, QRectF(place.topLeft(), QSizeF(place.width(), line)), index);
        const QRectF groove(place.left(), place.bottom() - kBarHeight - 2, place.width(), kBarHeight);
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.color(Token::Raised));
        painter->drawRoundedRect(groove, 3, 3);
        QRectF bar = groove;
        bar.setWidth(std::max(groove.width() * index.data(ShareRole).toDouble(), 2.0));
        painter->setBrush(theme.color(Token::Accent));
        painter->drawRoundedRect(bar, 3, 3);
        painter->restore();
    }

private:
    /// In the body font that the painter has, and in those beside it.
    static void paintWords(QPainter& painter, const Theme& theme, const QRectF& line,
                           const QModelIndex& index) {
        const QFont body = painter.font();
        const double scale = double(body.pixelSize()) / Theme::font(TextRole::Body).pixelSize();
        const QFont bold = Theme::boldFont(TextRole::Body, scale), hint = Theme::font(TextRole::Axis, scale);
        const QString amount = index.data(AmountRole).toString(), title = index.data(TitleRole).toString(),
                      tensor = index.data(TensorRole).toString();
        const double gap = 10 * scale;
        painter.setPen(theme.color(Token::Text));
        painter.setFont(bold);
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, amount);
        const double room = line.width() - QFontMetricsF(bold).horizontalAdvance(amount) - gap;
        painter.setFont(body);
        const QFontMetricsF metrics(body);
        const double wide = std::min(metrics.horizontalAdvance(title) + 1, room);
        painter.drawText(QRectF(line.topLeft(), QSizeF(wide, line.height())), Qt::AlignVCenter,
                         metrics.elidedText(title, Qt::ElideRight, wide));
        const QFontMetricsF hintMetrics(hint);
        if (title == tensor || wide + gap + hintMetrics.horizontalAdvance(tensor) > room)
            return;
        painter.setFont(hint);
        painter.setPen(theme.color(Token::Text2));
        painter.drawText(line.adjusted(wide + gap, 0, 0, 0), Qt::AlignVCenter, tensor);
    }
};

MovedTensors::MovedTensors(QWidget* parent)
    : QListView(parent)
    , m_rows(new Rows(this)) {
    setModel(m_rows);
    setItemDelegate(new Bars(this));
    setUniformItemSizes(true);
    setSelectionMode(NoSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(NoFrame);
}

void MovedTensors::setMoves(const std::vector<TensorMove>& moves, const LayerList& network) {
    m_rows->set(moves, network);
}

void MovedTensors::changeEvent(QEvent* event) {
    QListView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_rows->retranslate();
    else if (event->type() == QEvent::FontChange)
        scheduleDelayedItemsLayout();
}

} // namespace neurarium
