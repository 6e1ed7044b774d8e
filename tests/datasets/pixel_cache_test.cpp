// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <csignal>
#include <sys/resource.h>

#include "datasets/pixel_cache.h"

using namespace neurarium;

namespace {

constexpr std::int64_t kSlots = 5;
constexpr std::int64_t kBytes = 1200;

std::vector<std::uint8_t> pixelsOf(std::int64_t slot) {
    return std::vector<std::uint8_t>(kBytes, static_cast<std::uint8_t>(10 + slot));
}

CachedPixels fill(PixelCache& cache) {
    cache.begin();
    for (std::int64_t slot = 0; slot < kSlots - 1; ++slot)
        cache.put(slot, pixelsOf(slot));
    cache.refuse(kSlots - 1, explain("Problem", "the file is empty"));
    return cache.finish();
}

bool isRight(const CachedPixels& cached) {
    std::vector<std::uint8_t> read(kBytes);
    for (std::int64_t slot = 0; slot < kSlots - 1; ++slot) {
        cached.pixels->read(slot, read);
        if (read != pixelsOf(slot))
            return false;
    }
    return cached.refusals.size() == kSlots && cached.refusals.front().empty() &&
           cached.refusals.back().text == "the file is empty";
}

/// Files may grow to this many bytes while it lives: what a full disk does.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes) {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before = {};
};

} // namespace

class PixelCacheTest : public QObject {
    Q_OBJECT
private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void keepsPictures();
    void everyDamageIsNoticed();
    void fullDisk_data();
    void fullDisk();
    void folderThatCannotBe();
    void doubtfulSetsAreNotKept();

private:
    std::filesystem::path folder() const { return m_folder->filePath("cache").toStdString(); }
    QStringList files() const { return QDir(m_folder->filePath("cache")).entryList(QDir::Files); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void PixelCacheTest::keepsPictures() {
    PixelCache cache(folder(), "key", kSlots, kBytes);
    QVERIFY(cache.kept().pixels == nullptr);
    QVERIFY(isRight(fill(cache)));
    QVERIFY(cache.note().empty());
    QCOMPARE(files(), QStringList("key.pictures"));
    QVERIFY(isRight(PixelCache(folder(), "key", kSlots, kBytes).kept()));
    QVERIFY(PixelCache(folder(), "another", kSlots, kBytes).kept().pixels == nullptr);
}

void PixelCacheTest::everyDamageIsNoticed() {
    const QString path = m_folder->filePath("cache/key.pictures");
    PixelCache cache(folder(), "key", kSlots, kBytes);
    fill(cache);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    file.close();
    for (qsizetype i = 0; i < 2 * whole.size(); i += 37) {
        QByteArray damaged = whole;
        if (i < whole.size())
            damaged[i] = static_cast<char>(damaged[i] ^ 1);
        else
            damaged.truncate(i - whole.size());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(damaged);
        file.close();
        QVERIFY2(PixelCache(folder(), "key", kSlots, kBytes).kept().pixels == nullptr,
                 qPrintable(QString::number(i)));
        QVERIFY(!QFile::exists(path));
    }
}

void PixelCacheTest::fullDisk_data() {
    QTest::addColumn<int>("bytes");
    for (const int bytes : {0, 10, 1000, 2500, 4900, 6100})
        QTest::addRow("%d bytes", bytes) << bytes;
}

void PixelCacheTest::fullDisk() {
    QFETCH(int, bytes);
    PixelCache cache(folder(), "key", kSlots, kBytes);
    {
        const FullDisk full(static_cast<rlim_t>(bytes));
        QVERIFY(isRight(fill(cache)));
    }
    QVERIFY(!cache.note().empty());
    QVERIFY(files().isEmpty());
}

void PixelCacheTest::folderThatCannotBe() {
    QFile file(m_folder->filePath("cache"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    PixelCache cache(folder(), "key", kSlots, kBytes);
    QVERIFY(cache.kept().pixels == nullptr);
    QVERIFY(isRight(fill(cache)));
    QVERIFY(cache.note().english().find("stay in memory") != std::string::npos);
}

void PixelCacheTest::doubtfulSetsAreNotKept() {
    PixelCache cache(folder(), "key", kSlots, kBytes);
    cache.begin();
    for (std::int64_t slot = 1; slot < kSlots; ++slot)
        cache.put(slot, pixelsOf(slot));
    cache.refuseThisTime(0, explain("Problem", "the file changed"));
    QCOMPARE(cache.finish().refusals.front().text, std::string("the file changed"));
    QVERIFY(PixelCache(folder(), "key", kSlots, kBytes).kept().pixels == nullptr);
}

QTEST_GUILESS_MAIN(PixelCacheTest)
#include "pixel_cache_test.moc"
