// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

#include "widgets/chart_figure.h"

namespace neurarium {

enum class FigureFormat { Png, Svg, Pdf, Csv };

/// How a figure is written. `look.header` stays on, so that a file explains itself.
struct FigureSettings {
    QSizeF size{960, 540}; ///< in pixels of the screen
    double pixelRatio = 1; ///< PNG: 1, 2 or 4
    FigureLook look;
};

/// The figure as a picture; what is on the screen is in it.
QImage figureImage(ChartFigure& figure, const FigureSettings& settings);
/// SVG with text as text; PDF with its fonts inside.
QByteArray figureSvg(ChartFigure& figure, const FigureSettings& settings);
QByteArray figurePdf(ChartFigure& figure, const FigureSettings& settings);
/// Every step and every epoch, a row each; `kind` says which. Above 4 million steps a branch, a row stands
/// for as many steps as `steps` says and has the highest loss of them.
QByteArray figureCsv(const ChartData& data);
/// The epochs as a table divided by tabs, for a spreadsheet's clipboard.
QString figureNumbers(const ChartData& data);

/// Writes the file, flushed to the disk. Throws Error (Storage) naming the file.
void writeFigure(ChartFigure& figure, const QString& path, FigureFormat format,
                 const FigureSettings& settings);

} // namespace neurarium
