// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QWidget>

#include "widgets/chart_options.h"

class QPainter;

namespace neurarium {

class Theme;

/// What a legend is about: the title, and the one branch whose colour its samples have (0 for several).
struct LegendContent {
    QString title;
    int branch = 0;
    ChartOptions options;
    bool operator==(const LegendContent&) const = default;
};

/// Where a legend is painted, and how.
struct LegendPlace {
    const Theme& theme;
    double scale; ///< of the text
    QRectF area;
};

/// The title of the chart and what thick and thin lines mean, on one line.
class ChartLegend : public QWidget {
    Q_OBJECT

public:
    explicit ChartLegend(QWidget* parent = nullptr);

    void setContent(const LegendContent& content);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    /// Paints into the place, shortened from the right where there is no room; returns the width that it
    /// would like. Without a painter it only measures.
    static double paint(QPainter* painter, const LegendContent& content, const LegendPlace& place);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    LegendContent m_content;
};

} // namespace neurarium
