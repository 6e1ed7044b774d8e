// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include "widgets/embedding_history.h"
#include "widgets/figure.h"
#include "widgets/length_chart.h"
#include "widgets/map_painter.h"

namespace neurarium {

/// Lines of the chart of lengths: one for each ruler between the measured words.
std::vector<LengthLine> lengthLines(const MapScene& scene, const EmbeddingHistory& history,
                                    const MapNames& names);

/// The word map as a picture to take home: the map as it is looked at now, its groups, the lengths of the
/// rulers over the epochs, and what the map hides.
class WordMapFigure : public Figure {
    Q_DECLARE_TR_FUNCTIONS(neurarium::WordMapFigure)

public:
    /// What is looked at; both must live as long.
    WordMapFigure(const MapScene& scene, const EmbeddingHistory& history);

    QString title() const override;
    /// Large enough for all its parts, however small it is on the screen.
    QSizeF sizeFor(const QSizeF& shown, const FigureLook& look) override;
    void paint(QPainter& painter, const QSizeF& size, const FigureLook& look) override;
    /// A row for each thing with its place on the map, and one for each ruler and moment with both lengths.
    QByteArray csv() const override;
    QString numbers() const override;

private:
    double paintHeader(QPainter& painter, const QSizeF& size, const FigureLook& look) const;
    double paintNote(QPainter& painter, const QSizeF& size, const FigureLook& look) const;
    QList<QStringList> thingRows() const;
    QList<QStringList> lengthRows() const;

    const MapScene& m_scene;
    const EmbeddingHistory& m_history;
    MapPainter m_map;
    LengthPainter m_lengths;
};

} // namespace neurarium
