// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QWidget>

#include "widgets/embedding_history.h"
#include "widgets/map_rulers.h"
#include "widgets/map_things.h"
#include "widgets/plot_view.h"

namespace neurarium {

/// One ruler over the epochs.
struct LengthLine {
    Ruler ruler;
    QString name; ///< "soccer–school"
    std::vector<PastLength> lengths;
};

/// Paints how long rulers were in each epoch; for the screen and for files.
class LengthPainter {
public:
    LengthPainter();
    ~LengthPainter();

    /// `axis` says what the lengths are.
    void setLines(std::vector<LengthLine> lines, const QString& axis, const QString& epochs);
    const std::vector<LengthLine>& lines() const { return m_lines; }
    void paint(QPainter& painter, const QRectF& box, const Theme& theme, double scale);

private:
    PlotFrame frameOf(const QRectF& box, double scale) const;
    void paintAxes(QPainter& painter, const PlotFrame& frame, const Theme& theme) const;
    void paintNames(QPainter& painter, const PlotFrame& frame, const QRectF& names, const Theme& theme) const;

    std::vector<LengthLine> m_lines;
    QString m_axis, m_epochs;
    std::unique_ptr<PlotView> m_plot;
};

/// The lengths of the rulers over the epochs, on the screen.
class LengthChart : public QWidget {
    Q_OBJECT
public:
    explicit LengthChart(QWidget* parent = nullptr);

    void setKind(MapThings kind);
    void setLines(std::vector<LengthLine> lines, Nearness measure);
    const std::vector<LengthLine>& lines() const { return m_painter.lines(); }
    /// "cosine distance" or "distance".
    static QString axisText(Nearness measure);
    static QString epochText();

    QSize sizeHint() const override { return {280, 160}; }
    QSize minimumSizeHint() const override { return {120, 80}; }

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();

    LengthPainter m_painter;
    MapThings m_kind = MapThings::Words;
    Nearness m_measure = Nearness::Cosine;
};

} // namespace neurarium
