// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart_export.h"

#include <cmath>
#include <unistd.h>

#include <QBuffer>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include "report/error.h"
#include "widgets/chart_svg.h"

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

QByteArray number(double value) {
    return std::isfinite(value) ? QByteArray::number(value, 'g', 9) : QByteArrayLiteral("nan");
}

QByteArray number(const std::optional<double>& value) {
    return value ? number(*value) : QByteArray();
}

void appendSteps(QByteArray& csv, const ChartBranch& branch) {
    const StepHistory& steps = branch.steps;
    if (steps.empty())
        return;
    const std::int64_t stride = steps.stepsPerPlace();
    for (std::int64_t step = steps.firstStep(); step <= steps.lastStep(); step += stride) {
        const std::optional<float> loss = steps.at(step);
        if (!loss && steps.firstNotFinite() != step)
            continue;
        const double epoch = std::ceil(branch.at(static_cast<double>(step), ChartUnit::Epochs) - 1e-9);
        csv += "step," + QByteArray::number(branch.number) + ',' + QByteArray::number(epoch, 'f', 0) + ',' +
               QByteArray::number(static_cast<qlonglong>(step)) + ',' +
               QByteArray::number(static_cast<qlonglong>(std::min(stride, steps.lastStep() - step + 1))) +
               ',' +
               (loss ? QByteArray::number(static_cast<double>(*loss), 'g', 9) : QByteArrayLiteral("nan")) +
               ",,,,,,\n";
    }
}

QByteArray epochRow(const ChartBranch& branch, const EpochReport& epoch, char divider) {
    const QList<QByteArray> values{QByteArray::number(branch.number),
                                   QByteArray::number(static_cast<qlonglong>(epoch.epoch)),
                                   QByteArray::number(static_cast<qlonglong>(epoch.step)),
                                   QByteArrayLiteral("1"),
                                   number(epoch.trainLoss),
                                   number(epoch.trainAccuracy),
                                   number(epoch.validationLoss),
                                   number(epoch.validationAccuracy),
                                   number(epoch.learningRate),
                                   number(epoch.seconds),
                                   number(epoch.samplesPerSecond)};
    return QByteArrayLiteral("epoch") + divider + values.join(divider) + '\n';
}

constexpr char kColumns[] =
    "kind,branch,epoch,step,steps,train_loss,train_accuracy,val_loss,val_accuracy,lr,seconds,"
    "samples_per_second\n";

} // namespace

QImage figureImage(ChartFigure& figure, const FigureSettings& settings) {
    QImage image((settings.size * settings.pixelRatio).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(settings.pixelRatio);
    QPainter painter(&image);
    figure.paint(painter, settings.size, settings.look);
    return image;
}

QByteArray figureSvg(ChartFigure& figure, const FigureSettings& settings) {
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

QByteArray figurePdf(ChartFigure& figure, const FigureSettings& settings) {
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

QByteArray figureCsv(const ChartData& data) {
    QByteArray csv(kColumns);
    for (const ChartBranch* branch : data.branches()) {
        appendSteps(csv, *branch);
        for (const EpochReport& epoch : branch->epochs)
            csv += epochRow(*branch, epoch, ',');
    }
    return csv;
}

QString figureNumbers(const ChartData& data) {
    QByteArray table = QByteArray(kColumns).replace(',', '\t');
    for (const ChartBranch* branch : data.branches())
        for (const EpochReport& epoch : branch->epochs)
            table += epochRow(*branch, epoch, '\t');
    return QString::fromUtf8(table);
}

void writeFigure(ChartFigure& figure, const QString& path, FigureFormat format,
                 const FigureSettings& settings) {
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
        bytes = figureCsv(figure.data());
        break;
    }
    write(path, bytes);
}

} // namespace neurarium
