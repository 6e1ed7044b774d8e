// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "datasets/picture_fit.h"

using namespace neurarium;

namespace {

cv::Mat noise(int width, int height) {
    cv::Mat picture(height, width, CV_8UC3);
    cv::RNG random(7);
    random.fill(picture, cv::RNG::UNIFORM, 0, 256);
    return picture;
}

std::vector<std::uint8_t> fitted(const cv::Mat& picture, int orientation, PictureSize size) {
    std::vector<std::uint8_t> planes(static_cast<std::size_t>(3 * size.height * size.width));
    fitPicture({picture.data, static_cast<std::int64_t>(picture.step), picture.cols, picture.rows},
               orientation, size, planes);
    return planes;
}

/// The same by OpenCV: area-resized to cover, centre cut out.
cv::Mat fittedByOpenCv(const cv::Mat& picture, PictureSize size) {
    const double scale = std::max(1.0 * size.width / picture.cols, 1.0 * size.height / picture.rows);
    const cv::Size cover(static_cast<int>(std::lround(picture.cols * scale)),
                         static_cast<int>(std::lround(picture.rows * scale)));
    cv::Mat resized;
    cv::resize(picture, resized, cover, 0, 0, cv::INTER_AREA);
    return resized(
        cv::Rect((cover.width - size.width) / 2, (cover.height - size.height) / 2, size.width, size.height));
}

/// EXIF's orientation undone with OpenCV.
cv::Mat upright(const cv::Mat& stored, int orientation) {
    cv::Mat turned;
    switch (orientation) {
    case 2:
        cv::flip(stored, turned, 1);
        return turned;
    case 3:
        cv::rotate(stored, turned, cv::ROTATE_180);
        return turned;
    case 4:
        cv::flip(stored, turned, 0);
        return turned;
    case 5:
        cv::transpose(stored, turned);
        return turned;
    case 6:
        cv::rotate(stored, turned, cv::ROTATE_90_CLOCKWISE);
        return turned;
    case 7:
        cv::rotate(stored, turned, cv::ROTATE_180);
        cv::transpose(turned, turned);
        return turned;
    case 8:
        cv::rotate(stored, turned, cv::ROTATE_90_COUNTERCLOCKWISE);
        return turned;
    default:
        return stored;
    }
}

} // namespace

class PictureFitTest : public QObject {
    Q_OBJECT
private slots:
    void agreesWithOpenCv_data();
    void agreesWithOpenCv();
    void onePixelBecomesAPlainPicture();
};

void PictureFitTest::agreesWithOpenCv_data() {
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::addColumn<int>("orientation");
    for (int orientation = 1; orientation <= 8; ++orientation) {
        QTest::addRow("wide %d", orientation) << 101 << 60 << orientation;
        QTest::addRow("tall %d", orientation) << 47 << 130 << orientation;
        QTest::addRow("small %d", orientation) << 13 << 9 << orientation;
    }
    QTest::addRow("same size") << 32 << 24 << 1;
    QTest::addRow("whole factor") << 128 << 96 << 1;
}

void PictureFitTest::agreesWithOpenCv() {
    QFETCH(int, width);
    QFETCH(int, height);
    QFETCH(int, orientation);
    const PictureSize size{24, 32};
    const cv::Mat stored = noise(width, height);
    const cv::Mat expected = fittedByOpenCv(upright(stored, orientation), size);
    const std::vector<std::uint8_t> planes = fitted(stored, orientation, size);
    for (int c = 0; c < 3; ++c)
        for (int y = 0; y < size.height; ++y)
            for (int x = 0; x < size.width; ++x) {
                const int found = planes[static_cast<std::size_t>((c * size.height + y) * size.width + x)];
                const int wanted = expected.at<cv::Vec3b>(y, x)[2 - c];
                QVERIFY2(std::abs(found - wanted) <= 2,
                         qPrintable(QString("plane %1, row %2, column %3: %4, expected %5")
                                        .arg(c)
                                        .arg(y)
                                        .arg(x)
                                        .arg(found)
                                        .arg(wanted)));
            }
}

void PictureFitTest::onePixelBecomesAPlainPicture() {
    const cv::Mat dot(1, 1, CV_8UC3, cv::Scalar(10, 20, 30));
    const std::vector<std::uint8_t> planes = fitted(dot, 1, {4, 5});
    for (std::size_t i = 0; i < planes.size(); ++i)
        QCOMPARE(int(planes[i]), i < 20 ? 30 : i < 40 ? 20 : 10);
}

QTEST_GUILESS_MAIN(PictureFitTest)
#include "picture_fit_test.moc"
