// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include "app/thread_menu.h"

using namespace neurarium;

/// How many threads train: what suits a computer, and what somebody chooses.
class ThreadMenuTest : public QObject {
    Q_OBJECT
private slots:
    void suitsTheComputer_data();
    void suitsTheComputer();
    void tellsWhatIsChosen();
    void keepsWithinItsNumbers();
};

void ThreadMenuTest::suitsTheComputer_data() {
    QTest::addColumn<int>("cores");
    QTest::addColumn<int>("threads");
    QTest::newRow("unknown") << 0 << 1;
    QTest::newRow("one core") << 1 << 1;
    QTest::newRow("two cores") << 2 << 2;
    QTest::newRow("three cores") << 3 << 2;
    QTest::newRow("eight cores") << 8 << 7;
}

void ThreadMenuTest::suitsTheComputer() {
    QFETCH(int, cores);
    QFETCH(int, threads);
    QCOMPARE(threadsBesideWindow(cores), threads);
    ThreadMenu menu(cores, 2 * cores, nullptr);
    QCOMPARE(menu.threads(), threads);
    QCOMPARE(menu.actions().front()->text(), QString("Automatic (%1)").arg(threads));
}

void ThreadMenuTest::tellsWhatIsChosen() {
    ThreadMenu menu(4, 8, nullptr);
    QSignalSpy chosen(&menu, &ThreadMenu::chosen);
    QCOMPARE(menu.actions().size(), 9); // as the program thinks best, and 1 to 8
    menu.actions()[2]->trigger();
    QCOMPARE(chosen.takeFirst().front().toInt(), 2);
    QCOMPARE(menu.threads(), 2);
    menu.actions().front()->trigger();
    QCOMPARE(chosen.takeFirst().front().toInt(), 0);
    QCOMPARE(menu.threads(), 3);
}

void ThreadMenuTest::keepsWithinItsNumbers() {
    ThreadMenu menu(2, 2, nullptr);
    QSignalSpy chosen(&menu, &ThreadMenu::chosen);
    menu.choose(64); // remembered on a larger computer
    QCOMPARE(menu.threads(), 2);
    menu.choose(-1);
    QCOMPARE(menu.threads(), 2);
    QVERIFY(menu.actions().front()->isChecked());
    QCOMPARE(chosen.count(), 0);
}

QTEST_MAIN(ThreadMenuTest)
#include "thread_menu_test.moc"
