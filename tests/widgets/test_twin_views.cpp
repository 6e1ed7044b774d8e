// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

#include "widgets/change_text.h"
#include "widgets/chart_difference.h"
#include "widgets/chart_readout.h"
#include "widgets/figure_export.h"
#include "widgets/loss_chart.h"
#include "widgets/option_editor.h"
#include "widgets/segmented_control.h"
#include "widgets/status_line.h"
#include "widgets/theme.h"
#include "widgets/twin_dialog.h"
#include "widgets/twin_text.h"

using namespace neurarium;

namespace {

constexpr std::int64_t kFork = 10, kSteps = 20, kPerEpoch = 5;

/// Three branches: the old way, and twins that left it, the second of which has a loss that is lower by 0.125
/// in each step and by 0.25 in each epoch's validation.
struct TwinRun {
    Timeline timeline;
    std::vector<StepReport> steps;
    std::vector<EpochReport> epochs;

    TwinRun() {
        timeline.stepsPerEpoch = kPerEpoch;
        timeline.plannedEpochs = 6;
        timeline.branches = {{{1}, {}, {}, 0, 0, 30, 6}};
        for (const std::int64_t id : {2, 3})
            timeline.branches.push_back({{id}, {1}, {4}, kFork, 2, kFork + kSteps, 6});
        timeline.current = {1};
        Mark mark;
        mark.id = {1};
        mark.branch = {3};
        mark.number = 1;
        mark.step = kFork;
        mark.changes = {{ChangeKind::Dropout, "dropout", "on", "0.4"}};
        timeline.marks = {mark};
        add(1, 1, 0);
        add(2, kFork + 1, 0);
        add(3, kFork + 1, 0.125);
    }

    void add(std::int64_t branch, std::int64_t from, double lower) {
        for (std::int64_t step = from; step <= kFork + kSteps; ++step) {
            const double loss = 1 - 0.01 * static_cast<double>(step);
            const std::int64_t epoch = (step - 1) / kPerEpoch + 1;
            steps.push_back({{branch}, step, epoch, static_cast<float>(loss - lower), 0.001});
            if (step % kPerEpoch != 0)
                continue;
            EpochReport report;
            report.branch = {branch};
            report.epoch = epoch;
            report.step = step;
            report.trainLoss = loss - lower;
            report.validationLoss = loss - 2 * lower;
            epochs.push_back(report);
        }
    }

    TwinReport report() const {
        TwinReport twin;
        twin.from.step = kFork;
        twin.change = timeline.marks[0].changes[0];
        for (std::int64_t step = kFork + 1; step <= kFork + 8; ++step)
            twin.steps.push_back({step, 0.5F, 0.375F});
        return twin;
    }
};

std::vector<TwinOption> options() {
    return {{{}, "Dropout", numberOption("dropout", 0, 0, 0.95), 0.2},
            {{}, "Learning rate", aboveMinimum(numberOption("lr", 0, 0, 10)), 1.0 / 3000},
            {{}, "Flip", booleanOption("flip", false), true}};
}

} // namespace

/// The dialog that asks for one change, and what is shown of its twins.
class TestTwinViews : public QObject {
    Q_OBJECT
private slots:
    void init();
    void nothingDifferentCannotBeStarted();
    void keysGoThroughItInOrder();
    void anEpochEndsWhereItWouldHave();
    void findsTheTwins();
    void drawsTheDifference();
    void theDifferenceIsInTableAndFiles();
    void theVerdictIsOfTheBranchInUse();
    void tellsTheOutcome_data();
    void tellsTheOutcome();
    void namesLayersAsTheRecipeDoes();
};

void TestTwinViews::init() {
    qApp->setPalette(Theme::light().palette());
    qApp->setFont(Theme::font(TextRole::Body));
}

void TestTwinViews::nothingDifferentCannotBeStarted() {
    TwinDialog dialog({"B", kPerEpoch, 0}, options());
    QVERIFY(!dialog.startButton()->isEnabled());
    QCOMPARE(dialog.reason(), QString("Nothing is different yet."));
    auto* field = dialog.editor()->findChild<QLineEdit*>();
    field->selectAll();
    QTest::keyClicks(field, "0.4"); // known while it is typed
    QVERIFY(dialog.startButton()->isEnabled());
    QCOMPARE(std::get<double>(dialog.after()), 0.4);
    field->selectAll();
    QTest::keyClicks(field, "1.5");
    QVERIFY(!dialog.startButton()->isEnabled());
    QCOMPARE(dialog.reason(), QString("This must be from 0 to 0.95."));
    QVERIFY(dialog.after() == OptionValue(0.2));
    field->selectAll();
    QTest::keyClicks(field, "0.20");
    QVERIFY(!dialog.startButton()->isEnabled());

    dialog.things()->setCurrentIndex(1); // of a third not all digits are shown
    QVERIFY(!dialog.startButton()->isEnabled());
    QVERIFY(dialog.after() == OptionValue(1.0 / 3000));
    dialog.things()->setCurrentIndex(2);
    QVERIFY(!dialog.startButton()->isEnabled());
    dialog.editor()->findChild<QAbstractButton*>()->click();
    QVERIFY(dialog.startButton()->isEnabled());
    QVERIFY(dialog.after() == OptionValue(false));
    QCOMPARE(dialog.chosen().name, QString("Flip"));
}

void TestTwinViews::keysGoThroughItInOrder() {
    TwinDialog dialog({"B", kPerEpoch, 0}, options());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    for (const int thing : {0, 2, 1}) {
        dialog.things()->setCurrentIndex(thing);
        dialog.things()->setFocus();
        QTRY_VERIFY(dialog.editor()->focusProxy()->isVisible());
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
        QCOMPARE(dialog.focusWidget(), dialog.editor()->focusProxy());
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
        QCOMPARE(dialog.focusWidget(), dialog.length());
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
        QVERIFY(dialog.unit()->isAncestorOf(dialog.focusWidget()));
    }
    auto* field = dialog.editor()->findChild<QLineEdit*>();
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, "0.5");
    QTest::keyClick(field, Qt::Key_Return); // starts it, with what stands in the field
    QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
    QVERIFY(dialog.after() == OptionValue(0.5));
}

void TestTwinViews::anEpochEndsWhereItWouldHave() {
    TwinDialog dialog({"B", 40, 13}, options());
    dialog.length()->setValue(3);
    QCOMPARE(dialog.steps(), 3 * 40 - 13);
    dialog.length()->setValue(1);
    QCOMPARE(dialog.steps(), 27);
    TwinDialog longEpoch({"B", 5000, 13}, options());
    QCOMPARE(longEpoch.steps(), 100);
}

void TestTwinViews::findsTheTwins() {
    const TwinRun run;
    QVERIFY(newestTwins(run.timeline) == std::optional(TwinPair{{2}, {3}}));
    Timeline other = run.timeline;
    other.marks[0].changes.push_back({ChangeKind::LearningRate, "lr", "0.1", "0.2"});
    QVERIFY(!newestTwins(other)); // two changes
    other = run.timeline;
    other.marks[0].step += 1;
    QVERIFY(!newestTwins(other));
    other = run.timeline;
    other.branches[1].forkedFrom = {5};
    QVERIFY(!newestTwins(other));
    other = run.timeline;
    other.branches[2].weightsOnly = true;
    QVERIFY(!newestTwins(other));
    other = run.timeline;
    other.marks.push_back(other.marks[0]);
    other.marks[1].branch = {2};
    QVERIFY(!newestTwins(other));
    QVERIFY(!newestTwins({}));
}

void TestTwinViews::drawsTheDifference() {
    const TwinRun run;
    LossChart chart;
    chart.setHistory(run.timeline, run.steps, run.epochs);
    const QSizeF size(603, 420);
    QVERIFY(!ChartDifference::heightIn(size, chart.options(), 1));
    chart.setDifferenceShown(true);
    const double height = ChartDifference::heightIn(size, chart.options(), 1);
    QVERIFY(height >= 64);
    ChartStage stage{chart.figure().data(), chart.options(), Theme::light(), 1, size, 0, {}, {}};
    stage.size.rheight() -= height;
    stage.frame.area = QRectF(50, 40, 400, stage.size.height() - 80);
    stage.frame.right = 6;
    const ChartDifference strip(stage, size);
    QVERIFY(strip.frame().area.top() > stage.size.height());
    QVERIFY(strip.frame().area.bottom() < size.height());
    QCOMPARE(strip.frame().top, 0.0); // lower in each step
    QVERIFY(strip.frame().bottom <= -0.25 && strip.frame().bottom > -0.5);
    QCOMPARE(strip.words(), QString("difference: changed (branch 3) − unchanged (branch 2)"));
    const ChartReading reading = chart.figure().reading(5);
    QCOMPARE(ChartReadout(reading, chart.options()).lines().back(),
             QString("difference: validation -0.250, training -0.125"));
    const QByteArray svg = figureSvg(chart.figure(), {});
    QVERIFY(svg.contains("difference: changed"));
    chart.setDifferenceShown(false);
    QVERIFY(!figureSvg(chart.figure(), {}).contains("difference: changed"));
}

void TestTwinViews::theDifferenceIsInTableAndFiles() {
    const TwinRun run;
    LossChart chart;
    chart.setHistory(run.timeline, run.steps, run.epochs);
    chart.tableAction()->setChecked(true);
    const auto* table = chart.findChild<QTableView*>()->model();
    const int before = table->rowCount();
    QVERIFY(!chart.figure().csv().contains("difference"));
    chart.setDifferenceShown(true);
    QCOMPARE(table->rowCount(), before + 4);
    QCOMPARE(table->index(before, 0).data().toString(), QString("3 − 2"));
    QCOMPARE(table->index(before, 3).data().toString(), QString("-0.125"));
    QCOMPARE(table->index(before, 4).data().toString(), QString("-0.250"));
    int steps = 0, epochs = 0;
    for (const QByteArray& line : chart.figure().csv().split('\n')) {
        const QList<QByteArray> fields = line.split(',');
        if (fields[0] == "step_difference") {
            ++steps;
            QCOMPARE(fields.size(), qsizetype(12));
            QCOMPARE(fields[1], QByteArray("3-2"));
            QVERIFY(std::abs(fields[5].toDouble() + 0.125) < 1e-6);
        } else if (fields[0] == "epoch_difference") {
            ++epochs;
            QCOMPARE(fields.size(), qsizetype(12));
            QVERIFY(std::abs(fields[7].toDouble() + 0.25) < 1e-9);
        }
    }
    QCOMPARE(steps, static_cast<int>(kSteps));
    QCOMPARE(epochs, 4);
    QCOMPARE(chart.figure().numbers().count("epoch_difference\t3-2"), 4);
    chart.clear();
    QVERIFY(!chart.options().difference && !chart.options().twins);
}

/// What a twin's steps are like says nothing of the branch that is stood on.
void TestTwinViews::theVerdictIsOfTheBranchInUse() {
    const TwinRun run;
    LossChart chart;
    chart.setHistory(run.timeline, run.steps, run.epochs);
    const Verdict before = chart.statusLine().verdict();
    std::vector<StepReport> exploding;
    for (std::int64_t step = kFork + kSteps + 1; step < kFork + kSteps + 60; ++step)
        exploding.push_back({{3}, step, step / kPerEpoch + 1, 1e6F, 0.001});
    chart.addSteps(exploding);
    QCOMPARE(chart.statusLine().verdict(), before);
    for (StepReport& step : exploding)
        step.branch = {1};
    chart.addSteps(exploding);
    QVERIFY(chart.statusLine().verdict() != before);
}

void TestTwinViews::tellsTheOutcome_data() {
    QTest::addColumn<double>("validation"); // of the changed one; the other has 0.5
    QTest::addColumn<bool>("diverged");
    QTest::addColumn<QString>("text");
    QTest::newRow("lower") << 0.25 << false
                           << "With dropout on, 40 % the validation loss after 5 step(s) is 0.250 lower";
    QTest::newRow("higher") << 0.75 << false
                            << "With dropout on, 40 % the validation loss after 5 step(s) is 0.250 higher";
    QTest::newRow("same") << 0.5 << false
                          << "With dropout on, 40 % the validation loss after 5 step(s) is the same";
    QTest::newRow("no epoch") << -1.0 << false
                              << "With dropout on, 40 % the loss of the last 8 step(s) is 0.125 lower";
    QTest::newRow("diverged") << 0.5 << true << "With dropout on, 40 % the loss became too large in step 18";
}

void TestTwinViews::tellsTheOutcome() {
    QFETCH(const double, validation);
    QFETCH(const bool, diverged);
    QFETCH(const QString, text);
    TwinReport report = TwinRun().report();
    report.change.before = "off";
    report.diverged = diverged;
    EpochReport epoch;
    epoch.step = kFork + 5;
    epoch.validationLoss = 0.5;
    if (validation >= 0) {
        report.sameEpochs = report.otherEpochs = {epoch};
        report.otherEpochs[0].validationLoss = validation;
    }
    QCOMPARE(twinText(report), text);
    QCOMPARE(isWithoutResult(report), diverged);
    report.steps.clear();
    QVERIFY(isWithoutResult(report));
}

void TestTwinViews::namesLayersAsTheRecipeDoes() {
    QCOMPARE(changeText({ChangeKind::Layer, "network[2].rate", "0.2", "0.6"}),
             QString("rate 0.6 in layer 3"));
    QCOMPARE(changeText({ChangeKind::Layer, "network[3].layers[0].momentum", "0.1", "0.9"}),
             QString("momentum 0.9 in layer 4.1"));
    QCOMPARE(changeText({ChangeKind::Layer, "network[1]", "relu", "leaky_relu slope=0.2"}),
             QString("Leaky ReLU (slope=0.2) in layer 2"));
    QCOMPARE(changeText({ChangeKind::Layer, "network[1]", "relu", "tanh"}), QString("Tanh in layer 2"));
}

QTEST_MAIN(TestTwinViews)
#include "test_twin_views.moc"
