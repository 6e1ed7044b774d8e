// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure_export.h"

#include <unistd.h>

#include <QBuffer>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QWidget>

#include "report/error.h"
#include "widgets/figure_svg.h"
#include "widgets/text_scale.h"

namespace neurarium {

namespace {

constexpr double kPointsPerPixel = 0.75;
constexpr int kPdfResolution = 1200; // dots an inch, so that thin lines keep their places
constexpr int kPixelsPerInch = 96;

[[noreturn]] void refuse(const QString& path, const QString& reason) {
    throw Error(ProblemKind::Storage, path.toStdString(),
                explain("Problem", "The figure could not be written: %1", {reason.toStdString()}),
                explain("Problem", "Choose another folder, or make room on this one"));
}

void write(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        refuse(path, file.errorString());
    // commit() alone can report success on a full disk, so each step is checked.
    const bool written = file.write(bytes) == bytes.size() && file.flush() && ::fsync(file.handle()) == 0;
    if (!written)
        file.cancelWriting();
    const QString reason = file.errorString();
    if (!file.commit() || !written)
        refuse(path, reason);
}

} // namespace

FigureSettings settingsLike(const QWidget& shown) {
    constexpr double kHeader = 40;
    FigureSettings settings;
    settings.look = {&Theme::of(&shown), textScale(&shown), true, true};
    if (shown.width() >= shown.minimumSizeHint().width())
        settings.size = QSizeF(shown.width(), shown.height() + kHeader * settings.look.scale);
    return settings;
}

QImage figureImage(Figure& figure, const FigureSettings& settings) {
    QImage image((settings.size * settings.pixelRatio).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(settings.pixelRatio);
    QPainter painter(&image);
    figure.paint(painter, settings.size, settings.look);
    return image;
}

QByteArray figureSvg(Figure& figure, const FigureSettings& settings) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(kPixelsPerInch);
    generator.setSize(settings.size.toSize());
    generator.setViewBox(QRectF(QPointF(), settings.size));
    generator.setTitle(figure.title());
    QPainter painter(&generator);
    figure.paint(painter, settings.size, settings.look);
    painter.end();
    return withWholeTexts(buffer.data());
}

QByteArray figurePdf(Figure& figure, const FigureSettings& settings) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(figure.title());
    writer.setCreator(QStringLiteral("Neurarium"));
    writer.setResolution(kPdfResolution);
    writer.setPageSize(
        QPageSize(settings.size * kPointsPerPixel, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    QPainter painter(&writer);
    constexpr double kDotsPerPixel = static_cast<double>(kPdfResolution) / kPixelsPerInch;
    painter.scale(kDotsPerPixel, kDotsPerPixel);
    figure.paint(painter, settings.size, settings.look);
    painter.end();
    return buffer.data();
}

void writeFigure(Figure& figure, const QString& path, FigureFormat format, const FigureSettings& settings) {
    QByteArray bytes;
    switch (format) {
    case FigureFormat::Png: {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        figureImage(figure, settings).save(&buffer, "PNG");
        break;
    }
    case FigureFormat::Svg:
        bytes = figureSvg(figure, settings);
        break;
    case FigureFormat::Pdf:
        bytes = figurePdf(figure, settings);
        break;
    case FigureFormat::Csv:
        bytes = figure.csv();
        break;
    }
    write(path, bytes);
}

} // namespace neurarium
