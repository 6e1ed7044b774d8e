// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QPixmap>
#include <QWidget>

#include "report/attention_maps.h"
#include "widgets/attention_layout.h"
#include "widgets/weight_image.h"

namespace neurarium {

/// One attention head, large: the tokens that look at the left, those that are looked at above. The mouse or
/// the arrow keys mark a cell, whose value stands beside it; + and − or the wheel show a part of a long text,
/// larger.
class AttentionMap : public QWidget {
    Q_OBJECT

public:
    explicit AttentionMap(QWidget* parent = nullptr);

    /// Shows the head with that number in `maps->heads`. Another text shows the whole of it, and marks
    /// nothing.
    void setMaps(const std::shared_ptr<const AttentionMaps>& maps, std::size_t head);
    const AttentionHead* head() const;

    void setMarked(std::optional<AttentionCell> cell);
    /// The cell whose value is told.
    std::optional<AttentionCell> marked() const { return m_pointed ? m_pointed : m_marked; }
    /// "상자 → 고양이" and "84 %", of the marked cell; empty while there is none.
    QString markedPair() const;
    QString markedValue() const;

    const AttentionWindow& window() const { return m_window; }
    /// Shows so many tokens along an edge, around a cell.
    void zoomTo(int count, AttentionCell around);
    const AttentionLayout& places() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// A cell was chosen by click or key.
    void cellChosen(int row, int column);
    /// Page keys: the next head, or the one before.
    void headStepRequested(int by);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    int tokens() const { return static_cast<int>(m_edge.texts.size()); }
    QRectF mapArea() const;
    QRectF legendArea() const;
    const WeightImage& picture();
    void paintEdges();
    void paintHint(QPainter& painter) const;
    void choose(AttentionCell cell);
    void point(std::optional<AttentionCell> cell);
    void scrollTo(AttentionCell cell);
    /// The cell that the mouse means: below it, or the row or column of the label below it.
    std::optional<AttentionCell> meant(const QPointF& point) const;
    void tell();
    void placeAnew();

    std::shared_ptr<const AttentionMaps> m_maps;
    std::size_t m_head = 0;
    EdgeTexts m_edge;
    AttentionWindow m_window;
    std::optional<AttentionCell> m_marked;  ///< chosen
    std::optional<AttentionCell> m_pointed; ///< below the mouse
    WeightImage m_cells;                    ///< a pixel a cell
    WeightImage m_coarse;                   ///< no more pixels than the screen has, for texts that are longer
    QPixmap m_edges;                        ///< the labels, painted once
    mutable std::optional<AttentionLayout> m_places;
};

} // namespace neurarium
