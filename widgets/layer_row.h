// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace neurarium {

/// What a row of the layer list shows.
struct LayerRowText {
    QString title;      ///< "Convolution, 32 maps"
    QString parameters; ///< "1,168"; empty for none
    QString shape;      ///< "32 × 16 × 16"; empty where it is not worth a line
    QString problem;    ///< a mistake in this layer
    QString toolTip;
    bool operator==(const LayerRowText&) const = default;
};

/// One layer in the list: a button that shows its options.
/// Up and Down walk, Alt with them moves the layer, Delete removes it.
class LayerRow : public QAbstractButton {
    Q_OBJECT
public:
    /// `depth` is how many blocks are around the layer.
    explicit LayerRow(int depth, QWidget* parent = nullptr);

    void setTexts(const LayerRowText& texts);
    const LayerRowText& texts() const { return m_texts; }
    int depth() const { return m_depth; }
    /// A locked row shows its layer and cannot be chosen.
    void setLocked(bool locked);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

signals:
    void walkRequested(int by);
    void moveRequested(int by);
    void removeRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    int left() const;
    QRect problemPlace(int width) const;
    int lineHeight() const;
    int titleHeight() const;

    LayerRowText m_texts;
    int m_depth;
    bool m_locked = false;
};

} // namespace neurarium
