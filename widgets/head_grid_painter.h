// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QCoreApplication>
#include <QRectF>

#include "report/attention_maps.h"

class QPainter;

namespace neurarium {

class Theme;
class WeightImage;

/// All attention heads small, a row for each layer: where they stand, and how they are painted on the screen
/// and in files.
class HeadGridPainter {
    Q_DECLARE_TR_FUNCTIONS(neurarium::HeadGridPainter)

public:
    /// As large as the area allows.
    HeadGridPainter(const AttentionMaps& maps, const QRectF& area, double scale);

    /// What the heads take with small maps of that side.
    static QSizeF sizeFor(const AttentionMaps& maps, double side, double scale);
    /// "Layer 3, head 1", as people count.
    static QString headName(HeadPlace place);

    double side() const { return m_side; }
    QRectF placeOf(HeadPlace place) const;
    std::optional<HeadPlace> headAt(const QPointF& point) const;
    /// One image for each head, in the order of `maps.heads`; missing ones are painted empty.
    void paint(QPainter& painter, const std::vector<WeightImage>& images, HeadPlace chosen,
               const Theme& theme) const;

private:
    void paintNames(QPainter& painter, const Theme& theme) const;
    void paintHead(QPainter& painter, const AttentionHead& head, const WeightImage* image,
                   const Theme& theme) const;

    const AttentionMaps& m_maps;
    QRectF m_area;
    double m_scale;
    double m_left; ///< width of the layers' names
    double m_top;  ///< height of the heads' names
    double m_side = 0;
};

} // namespace neurarium
