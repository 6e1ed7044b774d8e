// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <chrono>
#include <functional>
#include <vector>

#include <QSignalSpy>
#include <QTest>

#include "widgets/redraw_pace.h"

using namespace neurarium;
using namespace std::chrono_literals;

namespace {

class TestRedrawPace : public QObject {
    Q_OBJECT
private slots:
    void drawsTheFirstNewsAtOnce();
    void drawsLaterNewsTogether();
    void drawsTheLastNewsWithoutOthers();
    void drawsWithOthersOfTheSameInterval();
};

void TestRedrawPace::drawsTheFirstNewsAtOnce() {
    RedrawPace pace(10s);
    const QSignalSpy drawn(&pace, &RedrawPace::due);
    pace.news();
    QCOMPARE(drawn.count(), 1);
}

void TestRedrawPace::drawsLaterNewsTogether() {
    RedrawPace pace(1s);
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
    RedrawPace pace(30ms);
    const QSignalSpy drawn(&pace, &RedrawPace::due);
    pace.news();
    pace.news();
    QCOMPARE(drawn.count(), 1);
    QTRY_COMPARE(drawn.count(), 2);
    QTest::qWait(200);
    QCOMPARE(drawn.count(), 2);
}

/// However long ago each began: the same news draw both, once in each interval.
void TestRedrawPace::drawsWithOthersOfTheSameInterval() {
    constexpr auto kInterval = 40ms;
    RedrawPace pace(kInterval), other(kInterval);
    std::vector<int> drawn, otherDrawn; // numbers of the news
    std::vector<std::int64_t> intervals;
    int news = 0;
    connect(&pace, &RedrawPace::due, this, [&] {
        drawn.push_back(news);
        intervals.push_back(std::chrono::steady_clock::now().time_since_epoch() / kInterval);
    });
    connect(&other, &RedrawPace::due, this, [&] { otherDrawn.push_back(news); });
    pace.news();
    QTest::qSleep(25);
    other.news();
    const std::size_t before = otherDrawn.size();
    while (otherDrawn.size() < before + 8) {
        QTest::qSleep(3); // no timer runs out: what draws are the news
        ++news;
        pace.news();
        other.news();
    }
    int apart = 0; // an interval may end between the two
    for (int i = 1; i <= 7; ++i)
        apart += *(drawn.end() - i) != *(otherDrawn.end() - i) ? 1 : 0;
    QVERIFY2(apart <= 1, qPrintable(QString::number(apart)));
    QVERIFY(std::adjacent_find(intervals.begin(), intervals.end(), std::greater_equal<>()) ==
            intervals.end());
}

} // namespace

QTEST_GUILESS_MAIN(TestRedrawPace)
#include "test_redraw_pace.moc"
