// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include <QImage>
#include <QStringList>
#include <QWidget>

namespace neurarium {

/// The table of a confusion matrix: each row is a right answer, each column what the network says. Cells show
/// number, share of the row, a sign, and thumbnails, as far as there is room.
class ConfusionGrid : public QWidget {
    Q_OBJECT

public:
    using Cell = std::pair<int, int>; ///< right class, class said

    explicit ConfusionGrid(QWidget* parent = nullptr);

    /// `counts[truth][said]`, square; anything else counts as nothing to show.
    void setCounts(std::vector<std::vector<std::int64_t>> counts, const QStringList& classNames);
    /// Pictures of one cell, the surest first.
    void setThumbnails(Cell cell, std::vector<QImage> pictures);
    int classes() const { return static_cast<int>(m_counts.size()); }
    std::int64_t count(Cell cell) const;
    /// The share of its row, 0 when the row is empty.
    double share(Cell cell) const;
    QRectF placeOf(Cell cell) const;
    std::optional<Cell> cellAt(const QPointF& point) const;
    void setCurrent(Cell cell);
    Cell current() const { return m_current; }
    /// Whether cells are high enough for pictures.
    bool showsThumbnails() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void cellChosen(int truth, int said);

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QRectF tableRect() const;
    /// Names of columns stand upright when they are wider than their columns.
    bool namesStand() const;
    QString inWords(Cell cell) const;
    void describe();
    void paintHeadings(QPainter& painter) const;
    void paintCell(QPainter& painter, Cell cell) const;
    void paintThumbnails(QPainter& painter, Cell cell, const QRectF& place) const;

    std::vector<std::vector<std::int64_t>> m_counts;
    QStringList m_names;
    std::vector<std::vector<QImage>> m_thumbnails;
    Cell m_current{0, 0};
};

} // namespace neurarium
