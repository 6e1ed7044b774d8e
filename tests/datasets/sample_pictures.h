// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <QByteArray>
#include <QString>

#include "experiment/experiment.h"

namespace neurarium::test {

/// How a sample picture is stored.
struct PictureKind {
    std::string ending = ".png";
    int channels = 3;
    int bits = 8;
    int width = 24;
    int height = 16;
};

/// A picture file of coloured noise: another one for each seed.
QByteArray encodedPicture(std::uint64_t seed, const PictureKind& kind = {});
/// A picture of one colour (blue, green, red).
QByteArray plainPicture(int blue, int green, int red, const PictureKind& kind = {});
/// A whole JPEG file of 8×8 pixels in CMYK.
QByteArray cmykJpeg();
/// The same JPEG file with an EXIF block that holds an orientation.
QByteArray withOrientation(const QByteArray& jpeg, int orientation);
/// The same file with another width and height in its header: PNG or JPEG.
QByteArray withSize(const QByteArray& file, std::uint32_t width, std::uint32_t height);

/// Writes a file; its folders are made.
void writeFile(const QString& path, const QByteArray& content);

/// An experiment on an image folder.
Experiment folderExperiment(const QString& path, double height = 16, double width = 16);

} // namespace neurarium::test
