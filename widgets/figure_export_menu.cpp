// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure_export_menu.h"

#include <QClipboard>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QStandardPaths>
#include <QToolButton>

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

FigureExportMenu::FigureExportMenu(Figure& figure, const QWidget& shown, QToolButton& tool)
    : QMenu(&tool)
    , m_figure(figure)
    , m_shown(shown)
    , m_tool(tool) {
    for (const double ratio : {1.0, 2.0, 4.0})
        addFormat(FigureFormat::Png, ratio);
    for (const FigureFormat format : {FigureFormat::Svg, FigureFormat::Pdf, FigureFormat::Csv})
        addFormat(format, 1);
    addSeparator();
    connect(addAction(QString()), &QAction::triggered, this, &FigureExportMenu::copyPicture);
    connect(addAction(QString()), &QAction::triggered, this, &FigureExportMenu::copyNumbers);
    connect(&tool, &QToolButton::clicked, this, &FigureExportMenu::open);
    retranslate();
}

void FigureExportMenu::open() {
    popup(m_tool.mapToGlobal(QPoint(0, m_tool.height())));
}

void FigureExportMenu::addFormat(FigureFormat format, double pixelRatio) {
    connect(addAction(QString()), &QAction::triggered, this,
            [this, format, pixelRatio] { save(format, pixelRatio); });
}

void FigureExportMenu::retranslate() {
    const QList<QAction*> places = actions();
    for (const auto& [place, ratio] : {std::pair{Png1, 1}, std::pair{Png2, 2}, std::pair{Png4, 4}})
        places[place]->setText(tr("Picture (PNG, %1 ×)").arg(ratio));
    places[Svg]->setText(tr("Drawing (SVG)"));
    places[Pdf]->setText(tr("Page (PDF)"));
    places[Csv]->setText(tr("Numbers (CSV)"));
    places[CopyPicture]->setText(tr("Copy the picture"));
    places[CopyNumbers]->setText(tr("Copy the numbers"));
}

void FigureExportMenu::save(FigureFormat format, double pixelRatio) {
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
    try {
        writeFigure(m_figure, path, format, settings(pixelRatio));
        emit exported(path);
    } catch (const Error& error) {
        emit failed(error.problem());
    }
}

FigureSettings FigureExportMenu::settings(double pixelRatio) const {
    FigureSettings settings = settingsLike(m_shown);
    settings.size = m_figure.sizeFor(settings.size, settings.look);
    settings.pixelRatio = pixelRatio;
    return settings;
}

void FigureExportMenu::copyPicture() {
    QGuiApplication::clipboard()->setImage(figureImage(m_figure, settings(kClipboardRatio)));
}

void FigureExportMenu::copyNumbers() {
    QGuiApplication::clipboard()->setText(m_figure.numbers());
}

void FigureExportMenu::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMenu::changeEvent(event);
}

} // namespace neurarium
