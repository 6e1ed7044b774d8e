// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTest>

#include "app/archive_flow.h"
#include "app/lab_page.h"
#include "checkpoint/run_archive.h"
#include "checkpoint/run_store.h"
#include "widgets/archive_dialog.h"
#include "widgets/timeline_view.h"
#include "window_driver.h"

using namespace neurarium;

/// A lab goes into one file while it trains, and comes out of it again.
class WindowArchiveTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void aLabIsPackedWhileItTrains();
    void aFileThatExistsStays();
    void aPackedLabIsOpened();
    void aDroppedOneIsOpened();
    void foldersThatExistAreRefused();
    void otherFilesAreRefused_data();
    void otherFilesAreRefused();
    void anUnpackingThatFailsCanBeTriedElsewhere();
    void leavingTheLabEndsPacking();
    void cleanupTestCase();

private:
    ArchiveFlow& flow() { return m_driver->window().archive(); }
    QString home(const QString& name) const { return QDir::home().filePath(name); }
    bool waitForQuestion();

    std::unique_ptr<WindowDriver> m_driver;
};

void WindowArchiveTest::initTestCase() {
    m_driver = std::make_unique<WindowDriver>();
    QVERIFY(m_driver->show());
    QVERIFY(m_driver->openReady(moonExperiment("to take along")));
}

bool WindowArchiveTest::waitForQuestion() {
    return m_driver->waitFor(
        [this] { return flow().opening() != nullptr && flow().opening()->folderField()->isVisible(); });
}

void WindowArchiveTest::aLabIsPackedWhileItTrains() {
    m_driver->lab().setEpochs(1'000'000);
    m_driver->press(Qt::Key_Space);
    QVERIFY(m_driver->waitForSteps(20));
    flow().pack(home("lab.zip"));
    QVERIFY(flow().packing() != nullptr && flow().packing()->isVisible());
    QVERIFY(m_driver->waitFor([this] { return flow().packing()->sentence().contains("in this file now"); }));
    QVERIFY(QFile::exists(home("lab.zip")));
    QCOMPARE(m_driver->lab().phase(), LabPhase::Running);
    const std::size_t steps = m_driver->steps.size();
    QVERIFY(m_driver->waitFor([&] { return m_driver->steps.size() > steps + 5; }));
    m_driver->window().appearance().setLanguage("ko");
    QVERIFY(m_driver->waitFor([this] { return flow().packing()->sentence().contains("이제 실험실이"); }));
    m_driver->window().appearance().setLanguage("en");
    QTest::mouseClick(flow().packing()->closeButton(), Qt::LeftButton);
    QVERIFY(m_driver->waitFor([this] { return flow().packing() == nullptr; }));
}

void WindowArchiveTest::aFileThatExistsStays() {
    const qint64 size = QFileInfo(home("lab.zip")).size();
    flow().pack(home("lab.zip"));
    QVERIFY(
        m_driver->waitFor([this] { return flow().packing()->sentence().contains("such a file already"); }));
    QCOMPARE(QFileInfo(home("lab.zip")).size(), size);
    QVERIFY(flow().packing()->goButton()->isVisible()); // to choose another place
    flow().pack(home("second.zip"));                    // that was chosen
    QVERIFY(m_driver->waitFor([this] { return flow().packing()->sentence().contains("in this file now"); }));
    flow().packing()->reject();
    QVERIFY(m_driver->waitFor([this] { return flow().packing() == nullptr; }));
    QVERIFY(m_driver->pause());
}

void WindowArchiveTest::aPackedLabIsOpened() {
    const QString before = m_driver->lab().runFolder();
    m_driver->window().openPath(home("lab.zip"));
    QVERIFY(waitForQuestion());
    QCOMPARE(flow().opening()->folder(), before.chopped(10) + "-2.neurarium"); // beside the others
    QTest::mouseClick(flow().opening()->goButton(), Qt::LeftButton);
    QVERIFY(m_driver->waitFor(
        [&] { return m_driver->lab().runFolder() == before.chopped(10) + "-2.neurarium"; }));
    QVERIFY(m_driver->waitForPhase(LabPhase::Paused));
    QVERIFY(m_driver->waitFor([this] { return flow().opening() == nullptr; }));
    const auto packed = RunStore::open(m_driver->lab().runFolder().toStdString(), RunStore::Access::ReadOnly);
    QCOMPARE(m_driver->lab().timeline().checkpoints, packed->timeline().checkpoints);
    QVERIFY(!m_driver->lab().timeline().checkpoints.empty());
    m_driver->press(Qt::Key_Space); // and it trains on
    QVERIFY(m_driver->waitForSteps(5));
    QVERIFY(m_driver->pause());
    QVERIFY(m_driver->problems.empty());
}

void WindowArchiveTest::aDroppedOneIsOpened() {
    QMimeData data;
    QFile::copy(home("lab.zip"), home("lab without an ending"));
    data.setUrls({QUrl::fromLocalFile(home("lab without an ending"))});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&m_driver->window(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&m_driver->window(), &drop);
    QVERIFY(waitForQuestion());
    flow().opening()->setFolder("of-mine"); // beside the one that was proposed
    QCOMPARE(flow().opening()->folder(), QFileInfo(m_driver->lab().runFolder()).dir().filePath("of-mine"));
    QTest::keyClick(flow().opening()->folderField(), Qt::Key_Return);
    QVERIFY(m_driver->waitFor([this] { return m_driver->lab().runFolder().endsWith("/of-mine"); }));
    QVERIFY(m_driver->waitForPhase(LabPhase::Paused));
}

void WindowArchiveTest::foldersThatExistAreRefused() {
    flow().open(home("lab.zip"));
    QVERIFY(waitForQuestion());
    ArchiveDialog* dialog = flow().opening();
    QVERIFY(dialog->goButton()->isEnabled());
    dialog->setFolder(m_driver->lab().runFolder());
    QVERIFY(!dialog->goButton()->isEnabled());
    QVERIFY(dialog->sentence().contains("such a folder already"));
    QTest::keyClick(dialog->folderField(), Qt::Key_Return);
    QVERIFY(!dialog->isWorking());
    dialog->setFolder("  ");
    QVERIFY(!dialog->goButton()->isEnabled());
    QVERIFY(dialog->sentence().contains("name"));
    dialog->setFolder("~/elsewhere");
    QCOMPARE(dialog->folder(), home("elsewhere"));
    QTest::mouseClick(dialog->closeButton(), Qt::LeftButton);
    QVERIFY(m_driver->waitFor([this] { return flow().opening() == nullptr; }));
    QVERIFY(!QFile::exists(home("elsewhere")));
}

void WindowArchiveTest::otherFilesAreRefused_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("words");
    QTest::newRow("empty") << QByteArray() << "no packed run";
    QTest::newRow("text") << QByteArray("no zip at all") << "no packed run";
    QTest::newRow("cut") << QByteArray("half") << "packed run";
}

void WindowArchiveTest::otherFilesAreRefused() {
    QFETCH(QByteArray, content);
    QFETCH(QString, words);
    if (content == "half") {
        QFile whole(home("lab.zip"));
        QVERIFY(whole.open(QIODevice::ReadOnly));
        content = whole.read(whole.size() / 2);
    }
    QFile file(home("other.zip"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    const QString before = m_driver->lab().runFolder();
    m_driver->window().openPath(file.fileName());
    QVERIFY(m_driver->waitFor([&] { return flow().opening()->sentence().contains(words); }));
    QVERIFY(!flow().opening()->goButton()->isVisible());
    flow().opening()->reject();
    QVERIFY(m_driver->waitFor([this] { return flow().opening() == nullptr; }));
    QCOMPARE(m_driver->lab().runFolder(), before); // what is on the screen stays
}

void WindowArchiveTest::anUnpackingThatFailsCanBeTriedElsewhere() {
    flow().open(home("lab.zip"));
    QVERIFY(waitForQuestion());
    QFile blocked(home("blocked"));
    QVERIFY(blocked.open(QIODevice::WriteOnly)); // a file, where a folder would have to be
    ArchiveDialog* dialog = flow().opening();
    dialog->setFolder(home("blocked/new"));
    QTest::mouseClick(dialog->goButton(), Qt::LeftButton);
    QVERIFY(m_driver->waitFor([&] { return dialog->sentence().contains("blocked"); }));
    QVERIFY(!dialog->isWorking() && dialog->folderField()->isVisible());
    dialog->setFolder(home("other place"));
    QTest::mouseClick(dialog->goButton(), Qt::LeftButton);
    QVERIFY(m_driver->waitFor([this] { return m_driver->lab().runFolder() == home("other place"); }));
    QVERIFY(m_driver->waitForPhase(LabPhase::Paused));
}

void WindowArchiveTest::leavingTheLabEndsPacking() {
    flow().pack(home("left.zip"));
    m_driver->window().openBuiltin("spiral");
    QVERIFY(m_driver->waitFor([this] { return !flow().packing()->isWorking(); }));
    flow().packing()->reject();
    QVERIFY(QDir::home().entryList({".left*"}, QDir::AllEntries | QDir::Hidden).isEmpty());
}

void WindowArchiveTest::cleanupTestCase() {
    m_driver.reset();
}

int main(int argc, char* argv[]) {
    WindowArchiveTest test;
    return runWindowTest(test, argc, argv);
}
#include "window_archive_test.moc"
