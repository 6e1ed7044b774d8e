// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSizeF>
#include <QString>

#include "widgets/theme.h"

class QPainter;

namespace neurarium {

/// How a figure looks, besides what it shows.
struct FigureLook {
    const Theme* theme = &Theme::light();
    double scale = 1;   ///< text size
    bool header = true; ///< with title and legend; the window shows them in the panel's header instead
    bool smooth = true; ///< antialiased
};

/// A picture that can be taken home: one painter for the screen and for files, and the numbers behind it. It
/// needs an application object (of Qt Widgets), but no visible widget.
class Figure {
public:
    virtual ~Figure() = default;

    /// What it shows in a word or two; files are named after it.
    virtual QString title() const = 0;
    /// The size of a file, when the figure is so large on the screen: as large, or higher where a part of it
    /// has to be scrolled to.
    virtual QSizeF sizeFor(const QSizeF& shown, const FigureLook& /*look*/) { return shown; }
    /// Paints a picture of that size with its upper left corner at the origin.
    virtual void paint(QPainter& painter, const QSizeF& size, const FigureLook& look) = 0;
    /// The numbers as UTF-8: a line of column names, then a row each, as in RFC 4180 but with bare line
    /// feeds.
    virtual QByteArray csv() const = 0;
    /// The numbers as a table divided by tabs, for a spreadsheet's clipboard.
    virtual QString numbers() const = 0;
};

} // namespace neurarium
