// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_pictures.h"

#include <stdexcept>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>

namespace neurarium::test {

namespace {

QByteArray encoded(const cv::Mat& picture, const std::string& ending) {
    std::vector<uchar> bytes;
    if (!cv::imencode(ending, picture, bytes))
        throw std::runtime_error("cannot encode " + ending);
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

int typeOf(const PictureKind& kind) {
    return CV_MAKETYPE(kind.bits == 16 ? CV_16U : CV_8U, kind.channels);
}

void putBig(QByteArray& file, qsizetype at, std::uint32_t value, int bytes) {
    for (int i = 0; i < bytes; ++i)
        file[at + i] = static_cast<char>(value >> (8 * (bytes - 1 - i)) & 0xFFU);
}

} // namespace

QByteArray encodedPicture(std::uint64_t seed, const PictureKind& kind) {
    cv::Mat picture(kind.height, kind.width, typeOf(kind));
    cv::RNG random(seed + 1);
    random.fill(picture, cv::RNG::UNIFORM, 0, kind.bits == 16 ? 65536 : 256);
    return encoded(picture, kind.ending);
}

QByteArray plainPicture(int blue, int green, int red, const PictureKind& kind) {
    return encoded(cv::Mat(kind.height, kind.width, typeOf(kind), cv::Scalar(blue, green, red, 255)),
                   kind.ending);
}

QByteArray cmykJpeg() {
    QByteArray jpeg = QByteArray::fromHex("FFD8FFDB004300") + QByteArray(64, '\x01');
    jpeg += QByteArray::fromHex("FFC00014080008000804011100021100031100041100");
    for (const char tableClass : {'\x00', '\x10'}) // one code of one bit for "nothing", for DC and AC
        jpeg += QByteArray::fromHex("FFC40014") + tableClass + '\x01' + QByteArray(16, '\0');
    jpeg += QByteArray::fromHex("FFDA000E040100020003000400003F0000FFD9");
    return jpeg;
}

QByteArray withOrientation(const QByteArray& jpeg, int orientation) {
    QByteArray block = QByteArray::fromHex("FFE10022457869660000"
                                           "4D4D002A00000008"
                                           "0001"
                                           "011200030000000100000000"
                                           "00000000");
    block[29] = static_cast<char>(orientation);
    return jpeg.left(2) + block + jpeg.mid(2);
}

QByteArray withSize(const QByteArray& file, std::uint32_t width, std::uint32_t height) {
    QByteArray changed = file;
    if (file.startsWith("\x89PNG")) {
        putBig(changed, 16, width, 4);
        putBig(changed, 20, height, 4);
        return changed;
    }
    const qsizetype frame = file.indexOf(QByteArray::fromHex("FFC0"));
    putBig(changed, frame + 5, height, 2);
    putBig(changed, frame + 7, width, 2);
    return changed;
}

void writeFile(const QString& path, const QByteArray& content) {
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        throw std::runtime_error("cannot write " + path.toStdString());
}

Experiment folderExperiment(const QString& path, double height, double width) {
    Experiment experiment;
    experiment.data.type = "image-folder";
    experiment.data.options["path"] = path.toStdString();
    experiment.data.options["image_size"] = std::vector<double>{height, width};
    experiment.loss.type = "cross_entropy";
    return experiment;
}

} // namespace neurarium::test
