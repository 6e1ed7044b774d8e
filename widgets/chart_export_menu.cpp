// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart_export_menu.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QStandardPaths>

namespace neurarium {

namespace {

constexpr double kClipboardRatio = 2;

QString ending(FigureFormat format) {
    switch (format) {
    case FigureFormat::Png:
        return QStringLiteral("png");
    case FigureFormat::Svg:
        return QStringLiteral("svg");
    case FigureFormat::Pdf:
        return QStringLiteral("pdf");
    case FigureFormat::Csv:
        break;
    }
    return QStringLiteral("csv");
}

// Places in the menu, in the order they are added; the separator is one of them.
enum Place { Png1, Png2, Png4, Svg, Pdf, Csv, Separator, CopyPicture, CopyNumbers };

} // namespace

ChartExportMenu::ChartExportMenu(ChartFigure& figure, QWidget* parent)
    : QMenu(parent)
    , m_figure(figure) {
    for (const double ratio : {1.0, 2.0, 4.0})
        addFormat(FigureFormat::Png, ratio);
    for (const FigureFormat format : {FigureFormat::Svg, FigureFormat::Pdf, FigureFormat::Csv})
        addFormat(format, 1);
    addSeparator();
    connect(addAction(QString()), &QAction::triggered, this, &ChartExportMenu::copyPicture);
    connect(addAction(QString()), &QAction::triggered, this, &ChartExportMenu::copyNumbers);
    retranslate();
}

void ChartExportMenu::addFormat(FigureFormat format, double pixelRatio) {
    connect(addAction(QString()), &QAction::triggered, this,
            [this, format, pixelRatio] { save(format, pixelRatio); });
}

void ChartExportMenu::retranslate() {
    const QList<QAction*> places = actions();
    for (const auto& [place, ratio] : {std::pair{Png1, 1}, std::pair{Png2, 2}, std::pair{Png4, 4}})
        places[place]->setText(tr("Picture (PNG, %1 ×)").arg(ratio));
    places[Svg]->setText(tr("Drawing (SVG)"));
    places[Pdf]->setText(tr("Page (PDF)"));
    places[Csv]->setText(tr("Numbers (CSV)"));
    places[CopyPicture]->setText(tr("Copy the picture"));
    places[CopyNumbers]->setText(tr("Copy the numbers"));
}

void ChartExportMenu::save(FigureFormat format, double pixelRatio) {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString name = m_figure.title().toLower() + QLatin1Char('.') + ending(format);
    const QString filter =
        ending(format).toUpper() + QStringLiteral(" (*.") + ending(format) + QLatin1Char(')');
    QString path = QFileDialog::getSaveFileName(parentWidget(), tr("Save the figure"),
                                                QDir(folder).filePath(name), filter);
    if (path.isEmpty())
        return;
    if (!path.endsWith(QLatin1Char('.') + ending(format), Qt::CaseInsensitive))
        path += QLatin1Char('.') + ending(format);
    FigureSettings settings = m_settings;
    settings.pixelRatio = pixelRatio;
    try {
        writeFigure(m_figure, path, format, settings);
        emit exported(path);
    } catch (const Error& error) {
        emit failed(error.problem());
    }
}

void ChartExportMenu::copyPicture() {
    FigureSettings settings = m_settings;
    settings.pixelRatio = kClipboardRatio;
    QGuiApplication::clipboard()->setImage(figureImage(m_figure, settings));
}

void ChartExportMenu::copyNumbers() {
    QGuiApplication::clipboard()->setText(figureNumbers(m_figure.data()));
}

} // namespace neurarium
