// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <filesystem>
#include <map>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "datasets/catalogue.h"
#include "sample_pictures.h"
#include "tests/measuring.h"
#include "tests/soak.h"

using namespace neurarium;
using namespace neurarium::test;

namespace {

namespace fs = std::filesystem;

const QString kHangul = QString::fromUtf8("고양이");

/// The part of the reason that each bad file must be refused with, by its name.
using Reasons = std::map<std::string, std::string>;

/// Runs in both orders: what is written is what is expected.
class MessyFolder {
public:
    explicit MessyFolder(const QString& folder)
        : m_folder(folder) {}
    void good(const QString& name, const QByteArray& content) {
        writeFile(m_folder + "/" + name, content);
        ++goodFiles;
    }
    void bad(const QString& name, const QByteArray& content, const char* reason) {
        writeFile(m_folder + "/" + name, content);
        reasons[name.toStdString()] = reason;
    }
    void link(const char* target, const QString& name, const char* reason) {
        fs::create_symlink(target, place(name));
        if (*reason != '\0')
            reasons[name.toStdString()] = reason;
    }
    fs::path place(const QString& name) const { return (m_folder + "/" + name).toStdString(); }

    int goodFiles = 0;
    Reasons reasons;

private:
    QString m_folder;
};

/// Pictures of every kind that can be read, under every kind of name.
void addGoodPictures(MessyFolder& folder) {
    const std::vector<PictureKind> kinds{
        {".jpg"},    {".png"},        {".webp"},   {".bmp"},        {".jpg", 1},
        {".png", 1}, {".png", 3, 16}, {".png", 4}, {".png", 4, 16}, {".jpg", 3, 8, 200, 30}};
    const std::vector<QString> names{"tom",       kHangul,  QString::fromUtf8("😺"), "with space", "ÄÖÜ",
                                     "new\nline", "quote\""};
    const int pictures = soakCount(940, 3000, 10'000);
    for (int i = 0; i < pictures; ++i) {
        const auto number = static_cast<std::size_t>(i);
        const PictureKind& kind = kinds[number % kinds.size()];
        const QString ending = i % 11 == 0 ? ".JPEG" : QString::fromStdString(kind.ending);
        folder.good(QString("%1/%2%3%4")
                        .arg(i % 2 ? kHangul : "dog", names[number % names.size()])
                        .arg(i)
                        .arg(ending),
                    encodedPicture(number, kind));
    }
    folder.good("dog/" + QString(251, 'x') + ".jpg", encodedPicture(5001));
    folder.good("dog/a/b/c/deep.png", encodedPicture(5002));
    folder.good("dog/cmyk.jpg", cmykJpeg());
    folder.good("dog/trailing bytes.jpg", encodedPicture(5003, {".jpg"}) + QByteArray(100, '\0'));
}

void addOtherFormats(MessyFolder& folder) {
    using namespace Qt::StringLiterals;
    folder.bad("dog/photo.heic", QByteArray::fromHex("00000018") + "ftypheic" + QByteArray(64, '\0'), "HEIC");
    folder.bad("dog/heic as.jpg", QByteArray::fromHex("00000018") + "ftypmif1" + QByteArray(64, '\0'),
               "HEIC");
    folder.bad("dog/new.avif", QByteArray::fromHex("00000018") + "ftypavif" + QByteArray(64, '\0'), "AVIF");
    folder.bad("dog/film.mp4", QByteArray::fromHex("00000018") + "ftypisom" + QByteArray(64, '\0'), "film");
    folder.bad("dog/dance.gif", QByteArray("GIF89a") + QByteArray(64, '\0'), "GIF");
    folder.bad("dog/scan.tif", QByteArray::fromHex("49492A00") + QByteArray(64, '\0'), "TIFF");
    folder.bad("dog/scan2.tiff", QByteArray::fromHex("4D4D002A") + QByteArray(64, '\0'), "TIFF");
    folder.bad("dog/drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG");
    folder.bad("dog/paper.pdf", "%PDF-1.7\n", "PDF");
    folder.bad("dog/layers.psd", QByteArray("8BPS") + QByteArray(64, '\0'), "Photoshop");
    folder.bad("dog/later.jxl", QByteArray::fromHex("FF0A") + QByteArray(64, '\0'), "JPEG XL");
    folder.bad("dog/text.jpg", "This is not a picture.\n", "text");
    folder.bad("dog/korean text.png", QString::fromUtf8("고양이는 그림이 아니다").toUtf8(), "text");
    folder.bad("dog/noise.jpg", QByteArray::fromHex("0102030405060708090001020304"), "no picture");
    folder.bad("dog/empty.jpg", "", "empty");
    folder.bad("dog/empty.png", "", "empty");
}

void addBrokenPictures(MessyFolder& folder) {
    for (const char* ending : {".jpg", ".png", ".webp", ".bmp"}) {
        const QByteArray whole = encodedPicture(6000, {ending, 3, 8, 60, 40});
        for (const int percent : {10, 30, 60, 95})
            folder.bad(QString("dog/cut %1%2").arg(percent).arg(ending),
                       whole.left(whole.size() * percent / 100), "cut");
        folder.bad(QString("dog/one byte short") + ending, whole.chopped(1), "cut");
    }
    folder.bad("dog/only magic.jpg", QByteArray::fromHex("FFD8FFE0"), "cut");
    folder.bad("dog/only magic.png", encodedPicture(1).left(8), "cut");
    const QByteArray png = encodedPicture(6001);
    QByteArray wrongData = png;
    wrongData[60] = static_cast<char>(wrongData[60] ^ 0x55);
    folder.bad("dog/wrong data.png", wrongData, "damaged");
    folder.bad("dog/bomb.png", withSize(png, 60000, 60000), "100 million");
    folder.bad("dog/wide bomb.png", withSize(png, 0x7FFFFFFF, 0x7FFFFFFF), "100 million");
    folder.bad("dog/bomb.jpg", withSize(encodedPicture(1, {".jpg"}), 65000, 65000), "100 million");
    folder.bad("dog/nothing.jpg", withSize(encodedPicture(1, {".jpg"}), 0, 10), "damaged");
    folder.bad("dog/nothing.png", withSize(png, 10, 0), "damaged");
}

void addLinksAndSpecialFiles(MessyFolder& folder) {
    folder.link("/nonexistent/picture.jpg", "dog/dangling.jpg", "leads to nothing");
    folder.link("ring 2.jpg", "dog/ring 1.jpg", "leads to nothing");
    folder.link("ring 1.jpg", "dog/ring 2.jpg", "leads to nothing");
    folder.link(".", "dog/myself", "not followed");
    folder.link("..", "dog/above", "not followed");
    folder.link("..", "loop", "leads back");
    folder.link("a/b/c/deep.png", "dog/link to a picture.png", "");
    mkfifo(folder.place("dog/pipe.jpg").c_str(), 0600);
    folder.reasons["dog/pipe.jpg"] = "pipe";
    folder.bad("outside.jpg", encodedPicture(7000), "outside the class folders");
    std::string deep = "dog";
    for (int i = 0; i < 40; ++i)
        deep += "/d";
    fs::create_directories(folder.place(QString::fromStdString(deep)));
    folder.reasons["dog" + deep.substr(3, 64)] = "folders deep";
    fs::create_directories(folder.place("").string() + "not \xFF text");
    folder.reasons["not \xEF\xBF\xBD text"] = "not valid text";
    if (geteuid() != 0) {
        folder.bad("dog/secret.jpg", encodedPicture(7001), "cannot be read");
        chmod(folder.place("dog/secret.jpg").c_str(), 0);
    }
}

std::int64_t peakMegabytes() {
    rusage usage = {};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

} // namespace

class MessyFolderTest : public QObject {
    Q_OBJECT
private slots:
    void importsAMessyFolder();
    void refusesALargeFile();
    void largePicturesStayWithinMemory();
};

void MessyFolderTest::importsAMessyFolder() {
    const QTemporaryDir root;
    MessyFolder folder(root.filePath("photos"));
    addGoodPictures(folder);
    addOtherFormats(folder);
    addBrokenPictures(folder);
    addLinksAndSpecialFiles(folder);
    QVERIFY(folder.reasons.size() >= 50);
    ReadContext context;
    context.cacheFolder = root.filePath("cache").toStdString();
    const DataSplit split = readData(folderExperiment(root.filePath("photos")), context);
    const DataSplit again = readData(folderExperiment(root.filePath("photos")), context);

    for (const RefusedFile& file : split.report.refused) {
        const auto expected = folder.reasons.find(file.path);
        QVERIFY2(expected != folder.reasons.end(), (file.path + ": " + file.reason.english()).c_str());
        QVERIFY2(file.reason.english().find(expected->second) != std::string::npos,
                 (file.path + ": " + file.reason.english()).c_str());
        folder.reasons.erase(expected);
    }
    for (const auto& [name, reason] : folder.reasons)
        QFAIL((name + " was not refused").c_str());
    QCOMPARE(split.report.read, folder.goodFiles);
    QCOMPARE(split.report.duplicates,
             (std::vector<DuplicateFile>{{"dog/link to a picture.png", "dog/a/b/c/deep.png"}}));
    QCOMPARE(split.training->description().classNames,
             (std::vector<std::string>{"dog", kHangul.toStdString()}));
    QCOMPARE(again.report, split.report);
    QCOMPARE(again.hash, split.hash);
    fs::remove_all(folder.place("")); // QTemporaryDir does not find names that are no text
}

void MessyFolderTest::refusesALargeFile() {
    const QTemporaryDir root;
    writeFile(root.filePath("a/cat/1.jpg"), encodedPicture(1));
    writeFile(root.filePath("a/dog/1.jpg"), encodedPicture(2));
    writeFile(root.filePath("a/dog/large.jpg"), encodedPicture(3));
    QVERIFY(QFile::resize(root.filePath("a/dog/large.jpg"), (64LL << 20) + 1));
    ReadContext context;
    context.cacheFolder = root.filePath("cache").toStdString();
    const DataSplit split = readData(folderExperiment(root.filePath("a")), context);
    QCOMPARE(split.report.refused.size(), 1U);
    QCOMPARE(split.report.refused[0].reason.english(),
             std::string("the file has 65 MB; at most 64 MB are read"));
}

void MessyFolderTest::largePicturesStayWithinMemory() {
    const QTemporaryDir root;
    for (int i = 0; i < 4; ++i)
        writeFile(root.filePath(QString("a/%1/%2.png").arg(i % 2 ? "cat" : "dog").arg(i)),
                  plainPicture(i, 0, 0, {".png", 3, 8, 6000, 4000}));
    ReadContext context;
    context.cacheFolder = root.filePath("cache").toStdString();
    context.threads = 4;
    const DataSplit split = readData(folderExperiment(root.filePath("a")), context);
    QCOMPARE(split.report.read, 4);
    QVERIFY2(kSanitized || peakMegabytes() <= 600, qPrintable(QString::number(peakMegabytes())));
}

QTEST_GUILESS_MAIN(MessyFolderTest)
#include "messy_folder_test.moc"
