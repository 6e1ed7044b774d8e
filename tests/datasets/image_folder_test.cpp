// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <cmath>

#include "datasets/catalogue.h"
#include "report/error.h"
#include "sample_pictures.h"

using namespace neurarium;
using namespace neurarium::test;

namespace {

/// Two classes of a few pictures.
void fillFolder(const QString& folder, int picturesPerClass = 6) {
    for (int i = 0; i < picturesPerClass; ++i) {
        writeFile(QString("%1/cat/%2.png").arg(folder).arg(i), encodedPicture(static_cast<std::uint64_t>(i)));
        writeFile(QString("%1/dog/%2.png").arg(folder).arg(i),
                  encodedPicture(static_cast<std::uint64_t>(100 + i)));
    }
}

std::vector<float> inputOf(const Dataset& dataset, std::int64_t index) {
    std::vector<float> input(static_cast<std::size_t>(dataset.description().inputShape.elements())),
        target(1);
    dataset.sample(index, input, target);
    return input;
}

int byteOf(float value) {
    return static_cast<int>(std::lround((value * 0.5F + 0.5F) * 255.0F));
}

} // namespace

class ImageFolderTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void readsClassesAndSplits();
    void hashStandsForThePath();
    void keepsTheSplitOfTheFolder();
    void readsValidationFromAnotherFolder();
    void matchesKnownClasses();
    void reportsCopies();
    void appliesOrientation();
    void flattensTransparency();
    void readsEveryKind_data();
    void readsEveryKind();
    void refusesFolders_data();
    void refusesFolders();
    void leavesOutEmptyClasses();
    void tellsProgressAndCancels();
    void readsRealPhotographs();

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }
    DataSplit read(const QString& folder, double validation = 0) const {
        Experiment experiment = folderExperiment(path(folder));
        experiment.validation = validation;
        return readData(experiment, m_context);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    ReadContext m_context;
};

void ImageFolderTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_context = {};
    m_context.cacheFolder = m_folder->filePath("cache").toStdString();
}

void ImageFolderTest::readsClassesAndSplits() {
    fillFolder(path("a"), 10);
    const DataSplit split = read("a", 0.2);
    const std::vector<ClassCount> expected{{"cat", 8, 2}, {"dog", 8, 2}};
    QCOMPARE(split.report.classes, expected);
    QCOMPARE(split.report.read, 20);
    const DatasetDescription& description = split.training->description();
    QCOMPARE(description.inputShape, (Shape{3, 16, 16}));
    QCOMPARE(description.classNames, (std::vector<std::string>{"cat", "dog"}));
    QVERIFY(description.pictures);
    QCOMPARE(description, split.validation->description());
}

void ImageFolderTest::hashStandsForThePath() {
    fillFolder(path("a"));
    fillFolder(path("elsewhere/b"));
    const std::string hash = read("a", 0.5).hash;
    QCOMPARE(read("elsewhere/b", 0.5).hash, hash);
    writeFile(path("elsewhere/b/dog/5.png"), encodedPicture(777));
    QVERIFY(read("elsewhere/b", 0.5).hash != hash);
}

void ImageFolderTest::keepsTheSplitOfTheFolder() {
    fillFolder(path("a/train"), 4);
    writeFile(path("a/val/dog/1.png"), encodedPicture(500));
    writeFile(path("a/val/bird/1.png"), encodedPicture(501));
    const DataSplit split = read("a", 0.5);
    QCOMPARE(split.training->size(), 8);
    QCOMPARE(split.validation->size(), 1);
    QCOMPARE(split.report.classes[1], (ClassCount{"dog", 4, 1}));
    QCOMPARE(split.report.refused.size(), 1U);
    QCOMPARE(split.report.refused[0].path, std::string("val/bird"));
}

void ImageFolderTest::readsValidationFromAnotherFolder() {
    fillFolder(path("a"), 4);
    writeFile(path("b/dog/1.png"), encodedPicture(500));
    Experiment experiment = folderExperiment(path("a"));
    experiment.validationPath = path("b").toStdString();
    const DataSplit split = readData(experiment, m_context);
    QCOMPARE(split.training->size(), 8);
    QCOMPARE(split.validation->size(), 1);
    std::vector<float> input(3 * 16 * 16), target(1);
    split.validation->sample(0, input, target);
    QCOMPARE(target[0], 1.0F);
}

void ImageFolderTest::matchesKnownClasses() {
    fillFolder(path("a"), 2);
    m_context.classNames = {"dog", "bird", "cat"};
    const DataSplit split = read("a");
    std::vector<float> input(3 * 16 * 16), target(1);
    split.training->sample(0, input, target);
    QCOMPARE(target[0], 2.0F);
    QCOMPARE(split.training->description().classes, 3);
}

void ImageFolderTest::reportsCopies() {
    fillFolder(path("a"), 3);
    writeFile(path("a/cat/copy.png"), encodedPicture(1));
    writeFile(path("a/dog/also a cat.png"), encodedPicture(2));
    const DataSplit split = read("a");
    const std::vector<ClassCount> expected{{"cat", 3, 0}, {"dog", 4, 0}};
    QCOMPARE(split.report.classes, expected);
    const std::vector<DuplicateFile> copies{{"cat/copy.png", "cat/1.png"},
                                            {"dog/also a cat.png", "cat/2.png"}};
    QCOMPARE(split.report.duplicates, copies);
}

void ImageFolderTest::appliesOrientation() {
    PictureKind wide{".jpg", 3, 8, 64, 32};
    fillFolder(path("a"), 2);
    const QByteArray upright = encodedPicture(5, wide);
    writeFile(path("a/cat/0.png"), upright);
    writeFile(path("a/cat/1.png"), withOrientation(upright, 3));
    const DataSplit split = read("a");
    const std::vector<float> stored = inputOf(*split.training, 0);
    const std::vector<float> turned = inputOf(*split.training, 1);
    for (std::size_t c = 0; c < 3; ++c)
        for (std::size_t i = 0; i < 256; ++i)
            QCOMPARE(turned[c * 256 + 255 - i], stored[c * 256 + i]);
}

void ImageFolderTest::flattensTransparency() {
    fillFolder(path("a"), 2);
    writeFile(path("a/cat/0.png"), plainPicture(10, 20, 30, {".png", 4}));
    const DataSplit split = read("a");
    const std::vector<float> input = inputOf(*split.training, 0);
    QCOMPARE(byteOf(input[0]), 30);
    QCOMPARE(byteOf(input[256]), 20);
    QCOMPARE(byteOf(input[512]), 10);
    QCOMPARE(input[0], (30.0F / 255.0F - 0.5F) / 0.5F);
}

void ImageFolderTest::readsEveryKind_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("tolerance");
    QTest::addRow("jpeg") << plainPicture(40, 80, 160, {".jpg"}) << 3;
    QTest::addRow("png") << plainPicture(40, 80, 160, {".png"}) << 0;
    QTest::addRow("webp") << plainPicture(40, 80, 160, {".webp"}) << 4;
    QTest::addRow("bmp") << plainPicture(40, 80, 160, {".bmp"}) << 0;
    QTest::addRow("png with transparency") << plainPicture(40, 80, 160, {".png", 4}) << 0;
    QTest::addRow("16 bits") << plainPicture(40 * 257, 80 * 257, 160 * 257, {".png", 3, 16}) << 0;
    QTest::addRow("large jpeg") << plainPicture(40, 80, 160, {".jpg", 3, 8, 1100, 900}) << 3;
}

void ImageFolderTest::readsEveryKind() {
    QFETCH(QByteArray, file);
    QFETCH(int, tolerance);
    fillFolder(path("a"), 2);
    writeFile(path("a/cat/0.png"), file);
    const DataSplit split = read("a");
    QVERIFY2(split.report.refused.empty(),
             split.report.refused.empty() ? "" : split.report.refused[0].reason.english().c_str());
    const std::vector<float> input = inputOf(*split.training, 0);
    for (std::size_t i = 0; i < 256; ++i) {
        QVERIFY(std::abs(byteOf(input[i]) - 160) <= tolerance);
        QVERIFY(std::abs(byteOf(input[256 + i]) - 80) <= tolerance);
        QVERIFY(std::abs(byteOf(input[512 + i]) - 40) <= tolerance);
    }
}

void ImageFolderTest::refusesFolders_data() {
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<QString>("part");
    QTest::addRow("missing") << QStringList() << "no such file or folder";
    QTest::addRow("empty") << QStringList{"a/"} << "is empty";
    QTest::addRow("one class") << QStringList{"a/cat/1.png", "a/cat/2.png"} << "only one class, \"cat\"";
    QTest::addRow("no class folders") << QStringList{"a/1.png", "a/2.png"} << "no class folders";
    QTest::addRow("no pictures") << QStringList{"a/cat/1.txt", "a/dog/2.txt"}
                                 << "no picture that can be read";
}

void ImageFolderTest::refusesFolders() {
    QFETCH(QStringList, files);
    QFETCH(QString, part);
    for (const QString& file : files) {
        if (file.endsWith('/'))
            QDir().mkpath(path(file));
        else
            writeFile(path(file), file.endsWith(".txt") ? QByteArray("text") : encodedPicture(qHash(file)));
    }
    try {
        read("a");
        QFAIL("must be refused");
    } catch (const Error& error) {
        QCOMPARE(error.kind(), ProblemKind::Refused);
        QVERIFY2(QString(error.what()).contains(part), error.what());
        QVERIFY(part == "no such file or folder" || !error.problem().advice.empty());
    }
}

void ImageFolderTest::leavesOutEmptyClasses() {
    fillFolder(path("a"), 2);
    writeFile(path("a/birds/notes.txt"), "seen two today");
    const DataSplit split = read("a");
    QCOMPARE(split.training->description().classNames, (std::vector<std::string>{"cat", "dog"}));
    QCOMPARE(split.report.refused.size(), 1U);
    QCOMPARE(split.report.notes.size(), 1U);
}

void ImageFolderTest::tellsProgressAndCancels() {
    fillFolder(path("a"), 150);
    std::int64_t last = -1;
    m_context.progress = [&](const ImportProgress& progress) {
        const bool forward =
            progress.done >= last && (progress.total == 0 || progress.done <= progress.total);
        last = progress.done;
        return forward;
    };
    read("a");
    QCOMPARE(last, 300);
    m_context.cacheFolder = path("other cache").toStdString();
    m_context.progress = [](const ImportProgress& progress) { return progress.total == 0; };
    QElapsedTimer timer;
    timer.start();
    QVERIFY_EXCEPTION_THROWN(read("a"), Error);
    QVERIFY(timer.elapsed() < 1000);
    QVERIFY(QDir(path("other cache")).entryList({"*.unfinished"}, QDir::Files).isEmpty());
}

void ImageFolderTest::readsRealPhotographs() {
    const QString photographs = QFINDTESTDATA("../../../shared/data/photos");
    if (photographs.isEmpty() || !QDir(photographs).exists())
        QSKIP("the real photographs are not here");
    Experiment experiment = folderExperiment(photographs, 64, 64);
    experiment.validation = 0.2;
    const DataSplit split = readData(experiment, m_context);
    const std::vector<ClassCount> expected{{"cat", 560, 140}, {"dog", 559, 140}};
    QCOMPARE(split.report.classes, expected);
    QVERIFY(split.report.refused.empty());
    QCOMPARE(readData(experiment, m_context).hash, split.hash);
}

QTEST_GUILESS_MAIN(ImageFolderTest)
#include "image_folder_test.moc"
