// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

#include "report/error.h"
#include "widgets/chart_export.h"

namespace neurarium {

/// Takes a figure home: as a file, or over the clipboard.
class ChartExportMenu : public QMenu {
    Q_OBJECT

public:
    explicit ChartExportMenu(ChartFigure& figure, QWidget* parent = nullptr);

    /// How it is written, set before the menu opens.
    void setSettings(const FigureSettings& settings) { m_settings = settings; }
    void retranslate();

signals:
    void exported(const QString& path);
    void failed(const neurarium::Problem& problem);

private:
    void addFormat(FigureFormat format, double pixelRatio);
    void save(FigureFormat format, double pixelRatio);
    void copyPicture();
    void copyNumbers();

    ChartFigure& m_figure;
    FigureSettings m_settings;
};

} // namespace neurarium
