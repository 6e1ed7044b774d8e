// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include <QCoreApplication>

#include "report/attention_maps.h"
#include "widgets/attention_layout.h"
#include "widgets/figure.h"

namespace neurarium {

/// The attention of all heads as a picture: the heads small, the chosen one large, as on the screen. In
/// drawings (SVG, PDF) each cell of a short text is a shape.
class AttentionFigure : public Figure {
    Q_DECLARE_TR_FUNCTIONS(neurarium::AttentionFigure)

public:
    struct Content {
        std::shared_ptr<const AttentionMaps> maps;
        std::size_t head = 0;
        AttentionWindow window;
        std::optional<AttentionCell> marked;
        QString note; ///< by the class, on the chosen head
    };

    /// `now` is asked whenever the figure is painted or written.
    explicit AttentionFigure(std::function<Content()> now)
        : m_now(std::move(now)) {}

    QString title() const override;
    void paint(QPainter& painter, const QSizeF& size, const FigureLook& look) override;
    /// A row for each head and each token that looks: epoch, step, layer, head, whether it is off, entropy,
    /// distance, number and text of the token, then a column for each token that is looked at. What was not
    /// read yet is empty.
    QByteArray csv() const override;
    /// The table of the chosen head.
    QString numbers() const override;

private:
    void paintHeader(QPainter& painter, const QRectF& place, const FigureLook& look) const;
    void paintHeads(QPainter& painter, const QRectF& place, const FigureLook& look) const;
    void paintMap(QPainter& painter, const QRectF& place, const FigureLook& look) const;
    QByteArray tokenNames(char divider) const;
    QByteArray rowOf(const AttentionHead& head, std::size_t token, char divider) const;

    std::function<Content()> m_now;
    mutable Content m_content; ///< what is painted or written at the moment
};

} // namespace neurarium
