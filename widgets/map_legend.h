// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QWidget>

#include "report/embeddings.h"
#include "widgets/figure.h"

namespace neurarium {

/// Groups with their signs, in as many lines as the width of `place` asks for, from its upper edge on. Gives
/// back the height; paints nothing when `painter` is null. 0 when there are no groups, or too many.
double paintGroupLegend(QPainter* painter, const Embeddings& things, const QRectF& place,
                        const FigureLook& look);

/// The groups of a word map on the screen.
class MapLegend : public QWidget {
    Q_OBJECT
public:
    explicit MapLegend(QWidget* parent = nullptr);

    void setThings(std::shared_ptr<const Embeddings> things);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return {200, heightForWidth(200)}; }
    QSize minimumSizeHint() const override { return {60, 0}; }

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    FigureLook look() const;
    void describe();

    std::shared_ptr<const Embeddings> m_things;
};

} // namespace neurarium
