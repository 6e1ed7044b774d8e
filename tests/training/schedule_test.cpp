// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <cmath>
#include <limits>
#include <numbers>

#include "experiment/experiment.h"
#include "training/early_stopping.h"
#include "training/schedule.h"

using namespace neurarium;

namespace {

constexpr double kInf = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

Schedule scheduleOf(const QString& json, std::int64_t totalSteps) {
    const std::string text =
        R"({"neurarium":1,"data":{"source":"tensors","path":"x"},"network":[{"type":"relu"}],"training":{"schedule":)" +
        json.toStdString() + "}}";
    return {parseExperiment(text).schedule, totalSteps};
}

double half(double part) {
    return 0.5 * (1 + std::cos(std::numbers::pi * part));
}

} // namespace

class ScheduleTest : public QObject {
    Q_OBJECT
private slots:
    void followsTheFormula_data();
    void followsTheFormula();
    void plateauLowersTheRate_data();
    void plateauLowersTheRate();
    void plateauGoesOnFromItsState();
    void stopsEarly_data();
    void stopsEarly();
};

void ScheduleTest::followsTheFormula_data() {
    QTest::addColumn<QString>("json");
    QTest::addColumn<qint64>("total");
    QTest::addColumn<qint64>("t");
    QTest::addColumn<qint64>("epoch");
    QTest::addColumn<double>("expected"); // for a base rate of 0.4
    const auto row = [](const char* json, qint64 total, qint64 t, qint64 epoch, double expected) {
        QTest::addRow("%s t %lld epoch %lld", json, t, epoch)
            << QString(json) << total << t << epoch << expected;
    };
    const char* constant = R"({"type":"constant","warmup_steps":4})";
    row(R"("constant")", 10, 0, 0, 0.4);
    row(R"("constant")", 10, 999, 99, 0.4);
    row(constant, 10, 0, 0, 0.1);
    row(constant, 10, 2, 0, 0.3);
    row(constant, 10, 3, 0, 0.4);
    row(constant, 10, 4, 0, 0.4);
    const char* step = R"({"type":"step","every":3,"factor":0.5,"warmup_steps":2})";
    row(step, 100, 0, 0, 0.2);
    row(step, 100, 1, 0, 0.4);
    row(step, 100, 29, 2, 0.4);
    row(step, 100, 30, 3, 0.2);
    row(step, 100, 59, 5, 0.2);
    row(step, 100, 60, 6, 0.1);
    row(step, 100, 500, 50, 0.4 * std::pow(0.5, 16));
    row(R"("cosine")", 10, 0, 0, 0.4);
    row(R"("cosine")", 10, 5, 0, 0.2);
    row(R"("cosine")", 10, 9, 0, 0.4 * half(0.9));
    row(R"("cosine")", 10, 10, 1, 0.4 * half(0.9)); // after T the last rate stays
    row(R"("cosine")", 10, 1000, 100, 0.4 * half(0.9));
    row(R"("cosine")", 1, 0, 0, 0.4);
    const char* cosine = R"({"type":"cosine","warmup_steps":2,"min_lr":0.1})";
    row(cosine, 12, 0, 0, 0.2);
    row(cosine, 12, 1, 0, 0.4);
    row(cosine, 12, 2, 0, 0.4);
    row(cosine, 12, 7, 0, 0.25);
    row(cosine, 12, 11, 0, 0.1 + 0.3 * half(0.9));
    row(cosine, 12, 12, 1, 0.1 + 0.3 * half(0.9));
    row(cosine, 1, 5, 0, 0.4); // warm-up longer than T
}

void ScheduleTest::followsTheFormula() {
    QFETCH(QString, json);
    QFETCH(qint64, total);
    QFETCH(qint64, t);
    QFETCH(qint64, epoch);
    QFETCH(double, expected);
    const double rate = scheduleOf(json, total).rate(0.4, t, epoch);
    QVERIFY2(std::abs(rate - expected) < 1e-15, qPrintable(QString::number(rate, 'g', 17)));
}

void ScheduleTest::plateauLowersTheRate_data() {
    QTest::addColumn<QString>("json");
    QTest::addColumn<QList<double>>("losses");
    QTest::addColumn<QList<double>>("rates"); // after each epoch, for a base rate of 1
    const char* two = R"({"type":"plateau","patience":2,"factor":0.5})";
    const char* none = R"({"type":"plateau","patience":0,"factor":0.1,"min_lr":0.05})";
    QTest::newRow("improves") << QString(two) << QList<double>{5, 4, 3, 2} << QList<double>{1, 1, 1, 1};
    QTest::newRow("waits") << QString(two) << QList<double>{5, 5, 5, 5, 5, 5, 5}
                           << QList<double>{1, 1, 1, 0.5, 0.5, 0.5, 0.25};
    QTest::newRow("starts again") << QString(two) << QList<double>{5, 6, 6, 4, 6, 6, 6}
                                  << QList<double>{1, 1, 1, 1, 1, 1, 0.5};
    QTest::newRow("too little better")
        << QString(none) << QList<double>{1, 0.99995, 0.9998} << QList<double>{1, 0.1, 0.1};
    QTest::newRow("not below the least")
        << QString(none) << QList<double>{1, 1, 1, 1} << QList<double>{1, 0.1, 0.05, 0.05};
    QTest::newRow("bad numbers are no improvement") << QString(none) << QList<double>{kNan, 3, kInf, 2, kNan}
                                                    << QList<double>{0.1, 0.1, 0.05, 0.05, 0.05};
}

void ScheduleTest::plateauLowersTheRate() {
    QFETCH(QString, json);
    QFETCH(QList<double>, losses);
    QFETCH(QList<double>, rates);
    Schedule schedule = scheduleOf(json, 10);
    for (qsizetype i = 0; i < losses.size(); ++i) {
        schedule.epochFinished(losses[i]);
        const double rate = schedule.rate(1, 10 * i, i + 1);
        QVERIFY2(std::abs(rate - rates[i]) < 1e-15, qPrintable(QString("epoch %1: %2").arg(i + 1).arg(rate)));
    }
}

void ScheduleTest::plateauGoesOnFromItsState() {
    const QString json = R"({"type":"plateau","patience":1,"factor":0.5})";
    Schedule schedule = scheduleOf(json, 10);
    for (const double loss : {3.0, 2.0, 2.5})
        schedule.epochFinished(loss);
    Schedule other = scheduleOf(json, 10);
    other.setPlateau(schedule.plateau());
    for (const double loss : {2.5, 2.5, 1.0, 1.0, 1.0}) {
        schedule.epochFinished(loss);
        other.epochFinished(loss);
        QVERIFY(schedule.plateau() == other.plateau());
        QCOMPARE(other.rate(1, 0, 0), schedule.rate(1, 0, 0));
    }
    QCOMPARE(schedule.plateau().lowered, std::int64_t{2});
}

void ScheduleTest::stopsEarly_data() {
    QTest::addColumn<int>("patience"); // 0: none
    QTest::addColumn<QList<double>>("losses");
    QTest::addColumn<qint64>("best");
    QTest::addColumn<bool>("stops");
    QTest::newRow("goes on") << 2 << QList<double>{3, 2, 2.5} << qint64(2) << false;
    QTest::newRow("stops") << 2 << QList<double>{3, 2, 2.5, 2} << qint64(2) << true;
    QTest::newRow("one is enough") << 1 << QList<double>{3, 3} << qint64(1) << true;
    QTest::newRow("better again") << 2 << QList<double>{3, 2, 2.5, 1} << qint64(4) << false;
    QTest::newRow("no patience asked for") << 0 << QList<double>{1, 2, 3, 4, 5} << qint64(1) << false;
    QTest::newRow("bad numbers are never best") << 3 << QList<double>{kNan, 2, kNan, 3} << qint64(2) << false;
    QTest::newRow("only bad numbers") << 2 << QList<double>{kNan, kNan, kNan} << qint64(1) << true;
}

void ScheduleTest::stopsEarly() {
    QFETCH(int, patience);
    QFETCH(QList<double>, losses);
    QFETCH(qint64, best);
    QFETCH(bool, stops);
    EarlyStopping stopping(patience == 0 ? std::nullopt : std::optional<std::int64_t>(patience));
    for (qsizetype i = 0; i < losses.size(); ++i)
        stopping.epochFinished(i + 1, 10 * (i + 1), losses[i]);
    QCOMPARE(static_cast<qint64>(stopping.best().epoch), best);
    QCOMPARE(static_cast<qint64>(stopping.best().step), 10 * best);
    QCOMPARE(stopping.shouldStop(), stops);
}

QTEST_GUILESS_MAIN(ScheduleTest)
#include "schedule_test.moc"
