// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QImage>

#include "widgets/attention_layout.h"

class QPainter;

namespace neurarium {

class Theme;

/// The parts of one attention map, from the back to the front.
class AttentionPainter {
    Q_DECLARE_TR_FUNCTIONS(neurarium::AttentionPainter)

public:
    struct Scene {
        const AttentionLayout& layout;
        const Theme& theme;
        double scale = 1; ///< text size
        int tokens = 0;   ///< of the whole text
        bool causal = true;
        std::optional<AttentionCell> marked;
    };

    AttentionPainter(QPainter& painter, const Scene& scene);

    /// The tokens along both edges; the marked ones are bold.
    void edges();
    /// The cells, from a picture of the whole map with a pixel a cell or less. `asShapes` paints each cell as
    /// a rectangle, for files that are drawings.
    void weights(const QImage& image, bool asShapes = false);
    /// The outlines of the marked row and of the marked cell.
    void marks();
    /// The line through a head that is switched off.
    void strike();
    /// A plate beside the marked cell: who looks at whom, and the number in bold below.
    void label(const QString& words, const QString& number, const QRectF& within);

    /// The scale from 0 to 100 %, as wide as there is room.
    static void legend(QPainter& painter, const Theme& theme, double scale, const QRectF& place);
    /// A line through a map that is switched off.
    static void strikeThrough(QPainter& painter, const Theme& theme, const QRectF& map);

private:
    void grid();
    void unreadWords();

    QPainter& m_painter;
    const Scene& m_scene;
};

} // namespace neurarium
