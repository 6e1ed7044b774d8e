// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include "widgets/redraw_pace.h"

using namespace neurarium;

namespace {

class TestRedrawPace : public QObject {
    Q_OBJECT
private slots:
    void drawsTheFirstNewsAtOnce();
    void drawsLaterNewsTogether();
    void drawsTheLastNewsWithoutOthers();
    void isNeverFasterThanItsInterval();
};

void TestRedrawPace::drawsTheFirstNewsAtOnce() {
    RedrawPace pace(10'000);
    const QSignalSpy drawn(&pace, &RedrawPace::due);
    pace.news();
    QCOMPARE(drawn.count(), 1);
}

void TestRedrawPace::drawsLaterNewsTogether() {
    RedrawPace pace(1000);
    const QSignalSpy drawn(&pace, &RedrawPace::due);
    for (int i = 0; i < 5; ++i)
        pace.news();
    QCOMPARE(drawn.count(), 1);
    QTest::qSleep(1010); // no timer can have run out: what draws now are the news
    pace.news();
    QCOMPARE(drawn.count(), 2);
    QTest::qWait(200);
    QCOMPARE(drawn.count(), 2); // nothing is left to be drawn
}

void TestRedrawPace::drawsTheLastNewsWithoutOthers() {
    RedrawPace pace(30);
    const QSignalSpy drawn(&pace, &RedrawPace::due);
    pace.news();
    pace.news();
    QCOMPARE(drawn.count(), 1);
    QTRY_COMPARE(drawn.count(), 2);
    QTest::qWait(200);
    QCOMPARE(drawn.count(), 2);
}

void TestRedrawPace::isNeverFasterThanItsInterval() {
    constexpr int kInterval = 30;
    RedrawPace pace(kInterval);
    QElapsedTimer since;
    qint64 least = kInterval, count = 0;
    connect(&pace, &RedrawPace::due, this, [&] {
        if (since.isValid())
            least = std::min(least, since.elapsed());
        since.start();
        ++count;
    });
    while (count < 8) {
        pace.news();
        QTest::qWait(3);
    }
    QVERIFY2(least >= kInterval - 1, qPrintable(QString::number(least)));
}

} // namespace

QTEST_GUILESS_MAIN(TestRedrawPace)
#include "test_redraw_pace.moc"
