// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

#include "widgets/figure.h"

class QWidget;

namespace neurarium {

enum class FigureFormat { Png, Svg, Pdf, Csv };

/// How a figure is written. `look.header` stays on, so that a file explains itself.
struct FigureSettings {
    QSizeF size{960, 540}; ///< in pixels of the screen
    double pixelRatio = 1; ///< PNG: 1, 2 or 4
    FigureLook look;
};

/// So that the file looks as the widget that shows the figure does now, with a header above it.
FigureSettings settingsLike(const QWidget& shown);

/// The figure as a picture; what is on the screen is in it.
QImage figureImage(Figure& figure, const FigureSettings& settings);
/// SVG with text as text; PDF with its fonts inside.
QByteArray figureSvg(Figure& figure, const FigureSettings& settings);
QByteArray figurePdf(Figure& figure, const FigureSettings& settings);

/// Writes the file, flushed to the disk. Throws Error (Storage) naming the file.
void writeFigure(Figure& figure, const QString& path, FigureFormat format, const FigureSettings& settings);

} // namespace neurarium
