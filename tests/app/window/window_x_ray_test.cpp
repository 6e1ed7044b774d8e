// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QTest>

#include "app/lab_page.h"
#include "app/x_ray_flow.h"
#include "checkpoint/x_ray_file.h"
#include "widgets/tensor_table.h"
#include "widgets/timeline_view.h"
#include "widgets/x_ray_dialog.h"
#include "window_driver.h"

using namespace neurarium;

/// The X-ray of a save, and of files from elsewhere.
class WindowXRayTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void aSlotIsLookedInto();
    void aCopyHasZeros();
    void filesFromElsewhereAreLookedInto();
    void cleanupTestCase();

private:
    XRayDialog* dialog() const { return m_driver->window().xRay().dialog(); }

    std::unique_ptr<WindowDriver> m_driver;
    QString m_file;
};

void WindowXRayTest::initTestCase() {
    m_driver = std::make_unique<WindowDriver>();
    QVERIFY(m_driver->show());
    QVERIFY(m_driver->openReady(moonExperiment("looked into")));
    m_driver->press(Qt::Key_Space);
    QVERIFY(m_driver->waitForSteps(20));
    m_driver->press(Qt::Key_F5);
    QVERIFY(m_driver->waitFor([this] { return bool(m_driver->newestSlot().id); }));
    m_file = m_driver->lab().runFolder() + '/' + QString::fromStdString(m_driver->newestSlot().path);
}

void WindowXRayTest::aSlotIsLookedInto() {
    QVERIFY(dialog() == nullptr);
    emit m_driver->page().timeline().xRayRequested(m_driver->newestSlot().id);
    QVERIFY(dialog() != nullptr && dialog()->isVisible());
    QVERIFY(m_driver->waitFor([this] { return dialog()->tensors()->rowCount() > 0; }));
    QVERIFY(dialog()->problems().isEmpty());
    const TensorTable* rows = dialog()->tensors();
    bool found = false;
    for (int row = 0; row < rows->rowCount(); ++row)
        if (rows->tensor(row)->name == "0.weight") {
            found = true;
            QCOMPARE(rows->data(rows->index(row, TensorTable::Meaning), Qt::DisplayRole).toString(),
                     QStringLiteral("Dense 1, weights"));
        }
    QVERIFY(found);
    QVERIFY(dialog()->headerText().contains("0.weight"));
}

void WindowXRayTest::aCopyHasZeros() {
    const QString copy = QDir::home().filePath("copy.safetensors");
    m_driver->window().xRay().saveCopy({"0.weight", "0.bias"}, copy);
    QVERIFY(m_driver->waitFor([&] { return QFile::exists(copy); }));
    for (const TensorXRay& tensor : xRay(copy.toStdString()).tensors)
        if (tensor.name == "0.weight" || tensor.name == "0.bias")
            QCOMPARE(tensor.zeros, tensor.numbers);
    const XRay original = xRay(m_file.toStdString());
    for (const TensorXRay& tensor : original.tensors)
        if (tensor.name == "0.weight")
            QVERIFY(tensor.zeros < tensor.numbers);
}

void WindowXRayTest::filesFromElsewhereAreLookedInto() {
    const QString cut = QDir::home().filePath("cut.safetensors");
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QFile half(cut);
    QVERIFY(half.open(QIODevice::WriteOnly));
    half.write(bytes.left(bytes.size() - 100));
    half.close();
    m_driver->window().openPath(cut); // as if it had been dropped on the window
    QVERIFY(m_driver->waitFor([this] { return !dialog()->problems().isEmpty(); }));
    QVERIFY(dialog()->tensors()->rowCount() > 0); // what can be read is shown
    QVERIFY(m_driver->lab().hasRun());            // the run on the screen stays
    m_driver->window().openPath(QDir::home().filePath("none.safetensors"));
    QVERIFY(m_driver->waitFor([this] { return dialog()->problems().contains("none.safetensors"); }));
    dialog()->close();
    QVERIFY(m_driver->waitFor([this] { return dialog() == nullptr; }));
}

void WindowXRayTest::cleanupTestCase() {
    m_driver.reset();
}

int main(int argc, char* argv[]) {
    WindowXRayTest test;
    return runWindowTest(test, argc, argv);
}
#include "window_x_ray_test.moc"
