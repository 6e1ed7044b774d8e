// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

#include "report/error.h"
#include "widgets/figure_export.h"

class QToolButton;

namespace neurarium {

/// Takes a figure home as it looks on the screen: as a file, or over the clipboard.
class FigureExportMenu : public QMenu {
    Q_OBJECT

public:
    /// `shown` is the widget that shows the figure, `tool` the button that opens the menu.
    FigureExportMenu(Figure& figure, const QWidget& shown, QToolButton& tool);

    /// Below its button.
    void open();

signals:
    void exported(const QString& path);
    void failed(const neurarium::Problem& problem);

protected:
    void changeEvent(QEvent* event) override;

private:
    void addFormat(FigureFormat format, double pixelRatio);
    FigureSettings settings(double pixelRatio) const;
    void save(FigureFormat format, double pixelRatio);
    void copyPicture();
    void copyNumbers();
    void retranslate();

    Figure& m_figure;
    const QWidget& m_shown;
    QToolButton& m_tool;
};

} // namespace neurarium
