// SPDX-License-Identifier: GPL-3.0-or-later
#include <QMessageBox>
#include <QTest>
#include <QTimer>

#include "app/lab_page.h"
#include "app/settings.h"
#include "app/thread_menu.h"
#include "tests/measuring.h"
#include "window_driver.h"

using namespace neurarium;

/// What the window knows of the computer: how many threads train on it, and what it says of it.
class WindowMachineTest : public QObject {
    Q_OBJECT
private slots:
    void threadsAreChosenWhileTraining();
    void aboutTellsTheComputer();
};

void WindowMachineTest::threadsAreChosenWhileTraining() {
    WindowDriver driver;
    QVERIFY(driver.show());
    QVERIFY(driver.train("spiral", 3));
    auto* menu = driver.window().findChild<ThreadMenu*>();
    QVERIFY(menu != nullptr);
    if (trainingThreads().empty())
        QSKIP("this system does not list the threads of a process");
    menu->actions()[1]->trigger();
    QVERIFY(driver.pause());
    const auto alone = trainingThreads().size();
    QAction* most = menu->actions().back();
    most->trigger();
    const int threads = most->data().toInt();
    const auto expected = alone + static_cast<std::size_t>(threads) - 1;
    QVERIFY(driver.waitFor([&] { return trainingThreads().size() == expected; }));
    QCOMPARE(Settings().threads(), threads);
    for (const int niceness : trainingThreads())
        QVERIFY(niceness >= 10);
    QVERIFY(driver.problems.empty());
}

void WindowMachineTest::aboutTellsTheComputer() {
    WindowDriver driver;
    QVERIFY(driver.show());
    QString text;
    QTimer::singleShot(200, this, [&] {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        if (box == nullptr)
            return;
        text = box->text();
        box->close();
    });
    for (QAction* action : driver.window().actions())
        if (action->text() == "About Neurarium")
            action->trigger();
    for (const char* word :
         {"Processor", "Cores", "Threads that train", "Memory", "Instructions", "Arithmetic"})
        QVERIFY2(text.contains(word), word);
}

int main(int argc, char* argv[]) {
    WindowMachineTest test;
    return runWindowTest(test, argc, argv);
}
#include "window_machine_test.moc"
