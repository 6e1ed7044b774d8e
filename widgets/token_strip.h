// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QStringList>
#include <QWidget>

#include "report/tokens.h"
#include "widgets/token_boxes.h"

namespace neurarium {

/// A text that was cut: its pieces as boxes, and the id of the one below the mouse or chosen by click or
/// arrow key.
class TokenStrip : public QWidget {
    Q_OBJECT

public:
    explicit TokenStrip(QWidget* parent = nullptr);

    void setPieces(const std::vector<TokenPiece>& pieces);
    const std::vector<TokenPiece>& pieces() const { return m_pieces; }
    /// What the strip is a cut of, for screen readers.
    void setName(const QString& name);
    /// The piece whose id is told.
    std::optional<int> told() const { return m_pointed ? m_pointed : m_chosen; }
    void setChosen(std::optional<int> piece);
    /// "고양이, id 512"; empty while none is told.
    QString toldInWords() const;
    const TokenBoxes& places() const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void pieceChosen(int piece);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void choose(int piece);
    void point(std::optional<int> piece);
    void paintLabel(QPainter& painter) const;
    void tell();
    void placeAnew();

    std::vector<TokenPiece> m_pieces;
    QStringList m_texts;
    QString m_name;
    std::optional<int> m_chosen, m_pointed;
    mutable std::optional<TokenBoxes> m_places;
};

} // namespace neurarium
