// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDropEvent>
#include <QImage>
#include <QMimeData>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QUrl>

#include "app/lab_page.h"
#include "widgets/import_dialog.h"
#include "widgets/welcome_page.h"
#include "window_driver.h"

using namespace neurarium;

namespace {

/// A picture of its own for each number: discs for one class, stripes for the other.
QImage picture(int number, bool discs) {
    QImage image(72, 64, QImage::Format_RGB32);
    image.fill(QColor::fromHsv(number * 37 % 360, 120, 220));
    QPainter painter(&image);
    painter.setPen(QPen(QColor::fromHsv(number * 91 % 360, 200, 90), 6));
    if (discs)
        painter.drawEllipse(QPoint(20 + number % 30, 30), 15, 15);
    else
        for (int x = number % 12; x < image.width(); x += 14)
            painter.drawLine(x, 0, x, image.height());
    return image;
}

/// `count` pictures in each of two classes, in all formats that Qt writes and the program reads.
void writePictures(const QDir& folder, int count) {
    const QStringList formats{"jpg", "png", "bmp", "webp"};
    for (const bool discs : {true, false}) {
        const QString name = discs ? "discs" : "stripes";
        folder.mkpath(name);
        for (int i = 0; i < count; ++i) {
            const QString path =
                folder.filePath(QString("%1/%2.%3").arg(name).arg(i).arg(formats[i % formats.size()]));
            if (!picture(i, discs).save(path))
                picture(i, discs).save(path + ".png"); // Qt without that format
        }
    }
}

void writeBytes(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

void writeBrokenFiles(const QDir& folder) {
    writeBytes(folder.filePath("discs/empty.jpg"), {});
    writeBytes(folder.filePath("discs/words.png"), "these are words");
    QFile whole(folder.filePath("discs/0.jpg"));
    QVERIFY(whole.open(QIODevice::ReadOnly));
    const QByteArray bytes = whole.readAll();
    writeBytes(folder.filePath("stripes/cut.jpg"), bytes.left(bytes.size() / 2));
}

void drop(MainWindow& window, const QString& path) {
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &event);
}

ImportDialog* dialogOf(MainWindow& window) {
    return window.findChild<ImportDialog*>();
}

QPushButton* buttonWith(QWidget& widget, const QString& words) {
    for (QPushButton* button : widget.findChildren<QPushButton*>())
        if (button->isVisible() && button->text().contains(words))
            return button;
    return nullptr;
}

} // namespace

/// A person's own folder of photographs.
class WindowImportTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void aDroppedFolderIsReadAndTrained();
    void cancellingLeavesTheLabAlone();
    void closingWhileReading();
    void aFolderWithoutPicturesIsToldOf();

private:
    QDir m_photos;
};

void WindowImportTest::initTestCase() {
    m_photos = QDir(QDir::home().filePath("내 사진 photos"));
    writePictures(m_photos, 40);
    writeBrokenFiles(m_photos);
}

void WindowImportTest::aDroppedFolderIsReadAndTrained() {
    WindowDriver driver;
    QVERIFY(driver.show());
    drop(driver.window(), m_photos.path());
    ImportDialog* dialog = dialogOf(driver.window());
    QVERIFY(dialog != nullptr);
    QVERIFY(driver.waitFor([&] { return !dialog->isRunning(); }));
    const auto* leftOut = dialog->findChild<QPlainTextEdit*>();
    for (const char* name : {"empty.jpg", "words.png", "cut.jpg"})
        QVERIFY2(leftOut->toPlainText().contains(name), qPrintable(leftOut->toPlainText()));
    QPushButton* accept = buttonWith(*dialog, "Train with these photos");
    QVERIFY(accept != nullptr);
    QTest::mouseClick(accept, Qt::LeftButton);
    QVERIFY(driver.page().isVisible());
    QVERIFY(driver.waitForSteps(2, 60000));
    QCOMPARE(driver.lab().graph().classNames, (std::vector<std::string>{"discs", "stripes"}));
    QCOMPARE(driver.lab().graph().trainingSamples + driver.lab().graph().validationSamples, 80);
    QVERIFY(driver.problems.empty());
}

void WindowImportTest::cancellingLeavesTheLabAlone() {
    WindowDriver driver;
    QVERIFY(driver.show());
    QVERIFY(driver.train("spiral", 5));
    drop(driver.window(), m_photos.path());
    ImportDialog* dialog = dialogOf(driver.window());
    QVERIFY(dialog != nullptr && dialog->isVisible());
    if (dialog->isRunning())
        QTest::mouseClick(buttonWith(*dialog, "Cancel"), Qt::LeftButton);
    else
        QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(driver.waitFor([&] { return dialogOf(driver.window()) == nullptr; }, 2000));
    QCOMPARE(driver.lab().experiment().name, std::string("spiral"));
    QCOMPARE(driver.lab().phase(), LabPhase::Running);
    QVERIFY(driver.waitForSteps(driver.steps.size() + 20));
    QVERIFY(driver.problems.empty());
}

void WindowImportTest::closingWhileReading() {
    WindowDriver driver;
    QVERIFY(driver.show());
    drop(driver.window(), m_photos.path());
    QVERIFY(driver.close() < 2000);
}

void WindowImportTest::aFolderWithoutPicturesIsToldOf() {
    const QDir empty(QDir::home().filePath("nothing here"));
    empty.mkpath(".");
    writeBytes(empty.filePath("notes.txt"), "no picture");
    WindowDriver driver;
    QVERIFY(driver.show());
    drop(driver.window(), empty.path());
    ImportDialog* dialog = dialogOf(driver.window());
    QVERIFY(dialog != nullptr);
    QVERIFY(driver.waitFor([&] { return !dialog->isRunning(); }));
    QVERIFY(buttonWith(*dialog, "Train with these photos") == nullptr);
    QTest::mouseClick(buttonWith(*dialog, "Close"), Qt::LeftButton);
    QVERIFY(driver.window().welcome().isVisible());
    QCOMPARE(driver.lab().phase(), LabPhase::Empty);
}

int main(int argc, char* argv[]) {
    WindowImportTest test;
    return runWindowTest(test, argc, argv);
}
#include "window_import_test.moc"
