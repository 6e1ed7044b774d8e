// SPDX-License-Identifier: GPL-3.0-or-later
#include <random>

#include <QDir>
#include <QImage>
#include <QTest>
#include <QTimer>

#include "app/lab_page.h"
#include "app/stage.h"
#include "checkpoint/run_store.h"
#include "report/error.h"
#include "widgets/loss_chart.h"
#include "window_driver.h"

using namespace neurarium;

namespace {

constexpr int kLatest = 600;   ///< milliseconds after which the window is closed at the latest
constexpr int kClosing = 2000; ///< milliseconds that closing may take
constexpr int kTimes = 50;

enum class Work { Lesson, Points, Saving, Exporting, Importing, Opening };
constexpr int kWorks = 6;

void writePhotos(const QDir& folder) {
    for (const char* name : {"a", "b"}) {
        folder.mkpath(name);
        for (int i = 0; i < 100; ++i) {
            QImage image(320, 240, QImage::Format_RGB32);
            image.fill(QColor::fromHsv((i * 3) % 360, 200, 40 + i));
            image.setPixel(i, i, 0);
            image.save(folder.filePath(QString("%1/%2.jpg").arg(name).arg(i)));
        }
    }
}

void exportFigures(WindowDriver& driver) {
    LossChart& chart = driver.page().stage().lossChart();
    const QString path = QDir::home().filePath("figure");
    const FigureFormat formats[] = {FigureFormat::Png, FigureFormat::Svg, FigureFormat::Pdf,
                                    FigureFormat::Csv};
    for (const FigureFormat format : formats)
        writeFigure(chart.figure(), path, format, chart.figureSettings());
}

} // namespace

/// The window may be closed at any moment: it is gone at once, and what was trained is there.
class WindowCloseTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void closesAtAnyMoment();

private:
    void begin(WindowDriver& driver, Work work);
    void checkRun(const QString& folder);

    QDir m_photos;
    QString m_lastRun;
};

void WindowCloseTest::initTestCase() {
    m_photos = QDir(QDir::home().filePath("photos"));
    writePhotos(m_photos);
}

void WindowCloseTest::begin(WindowDriver& driver, Work work) {
    auto* timer = new QTimer(&driver);
    timer->start(work == Work::Saving ? 20 : 150);
    switch (work) {
    case Work::Importing:
        return driver.window().openPath(m_photos.path());
    case Work::Opening:
        if (!m_lastRun.isEmpty())
            driver.window().openPath(m_lastRun);
        return driver.lab().train();
    case Work::Lesson:
        driver.window().openLesson("teach-it-cats");
        break;
    case Work::Saving:
        connect(timer, &QTimer::timeout, &driver, [&driver] { driver.lab().saves().save(); });
        driver.window().openBuiltin("spiral");
        break;
    case Work::Exporting:
        connect(timer, &QTimer::timeout, &driver, [&driver] { exportFigures(driver); });
        driver.window().openBuiltin("spiral");
        break;
    case Work::Points:
        driver.window().openLesson("draw-the-border");
        break;
    }
    driver.lab().setPace(0);
    driver.lab().train();
}

/// The run opens for writing with nothing to put right but a beginning, and its last state is its last step.
void WindowCloseTest::checkRun(const QString& folder) {
    Recovery recovery;
    const auto store = RunStore::open(folder.toStdString(), RunStore::Access::ReadWrite, &recovery);
    QVERIFY(recovery.notes.empty());
    const Timeline timeline = store->timeline();
    for (const Branch& branch : timeline.branches) {
        if (branch.id != timeline.current || store->steps(branch.id).empty())
            continue;
        const CheckpointInfo last = store->find("last");
        QVERIFY2(last.step == store->steps(branch.id).back().step,
                 qPrintable(QString("%1: step %2 is the last, %3 was saved last")
                                .arg(folder)
                                .arg(store->steps(branch.id).back().step)
                                .arg(last.step)));
        store->load(last.id);
    }
}

void WindowCloseTest::closesAtAnyMoment() {
    std::mt19937 random(20240229);
    qint64 slowest = 0;
    int runs = 0;
    for (int i = 0; i < soaked(kTimes); ++i) {
        const auto work = static_cast<Work>(i % kWorks);
        WindowDriver driver;
        QVERIFY(driver.show());
        begin(driver, work);
        QTest::qWait(static_cast<int>(random() % kLatest));
        const QString folder = driver.lab().runFolder();
        const qint64 took = driver.close();
        slowest = std::max(slowest, took);
        QVERIFY2(took <= kClosing, qPrintable(QString("work %1: %2 ms").arg(i % kWorks).arg(took)));
        if (folder.isEmpty() || !QFileInfo::exists(folder + "/run.sqlite"))
            continue;
        try {
            checkRun(folder);
        } catch (const Error& error) {
            QFAIL(error.what());
        }
        ++runs;
        m_lastRun = folder;
    }
    qInfo("%d runs; closing took at most %lld ms", runs, slowest);
    WindowDriver driver;
    driver.window().openPath(m_lastRun);
    QVERIFY(driver.waitForPhase(LabPhase::Paused));
    QVERIFY(driver.problems.empty());
}

int main(int argc, char* argv[]) {
    WindowCloseTest test;
    return runWindowTest(test, argc, argv);
}
#include "window_close_test.moc"
