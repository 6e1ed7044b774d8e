// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QLocale>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "app/appearance.h"
#include "app/lab_page.h"
#include "app/lesson_catalogue.h"
#include "app/lesson_guide.h"
#include "app/lesson_places.h"
#include "app/lesson_reader.h"
#include "app/lesson_watch.h"
#include "app/settings.h"
#include "app/show_me.h"
#include "app/stage.h"
#include "resources/resources.h"
#include "widgets/guide_view.h"

using namespace neurarium;

namespace {

EpochReport epoch(std::int64_t number, double accuracy) {
    EpochReport report;
    report.epoch = number;
    report.step = number * 50;
    report.trainLoss = 0.2;
    report.validationLoss = 0.5;
    report.validationAccuracy = accuracy;
    return report;
}

CheckpointInfo checkpoint(std::int64_t id, CheckpointOrigin origin, std::int64_t epochs) {
    CheckpointInfo info;
    info.id = {id};
    info.origin = origin;
    info.epoch = epochs;
    info.step = epochs * 50;
    return info;
}

void makeSteps(Lab& lab, std::int64_t first, std::int64_t count) {
    std::vector<StepReport> steps;
    for (std::int64_t i = 0; i < count; ++i)
        steps.push_back({.step = first + i, .epoch = 1});
    emit lab.phaseChanged(LabPhase::Running);
    emit lab.stepsFinished(steps);
    emit lab.phaseChanged(LabPhase::Paused);
}

Experiment experimentWithDropout(double rate) {
    Experiment experiment;
    experiment.data.type = "toy";
    LayerRecipe& dropout = experiment.network.emplace_back();
    dropout.type = "dropout";
    dropout.options = {{"rate", rate}};
    experiment.optimizer = {"adam", {{"lr", 0.01}}};
    experiment.augment.flip = true;
    return experiment;
}

} // namespace

class LessonGuideTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void watchBeginsWithTheRecipe();
    void watchFollowsTraining();
    void watchTellsSingleStepsFromTraining();
    void watchFollowsKnobs();
    void watchCountsSavesAndReturns();
    void ticksWhatIsDone();
    void ticksOnlyWhatWasReached();
    void ticksStayInTheOtherLanguage();
    void anotherLessonBeginsAtItsFirstStep();
    void noLessonShowsNothing();
    void everyPlaceOfALessonIsOnTheScreen();

private:
    QTemporaryDir m_home;
};

void LessonGuideTest::initTestCase() {
    qputenv("XDG_CONFIG_HOME", m_home.path().toLocal8Bit());
    loadNeurariumResources();
}

void LessonGuideTest::watchBeginsWithTheRecipe() {
    Lab lab;
    const LessonWatch watch(lab);
    emit lab.experimentChanged(experimentWithDropout(0.3));
    QCOMPARE(watch.facts().dropoutRate, 0.3);
    QCOMPARE(watch.facts().learningRate, 0.01);
    QVERIFY(watch.facts().augment.flip);
    QVERIFY(!watch.facts().ownPhotos);
    emit lab.epochsFinished({epoch(3, 0.9)});
    Experiment photos = experimentWithDropout(0);
    photos.data.type = "image-folder";
    emit lab.experimentChanged(photos);
    QVERIFY(watch.facts().ownPhotos);
    QCOMPARE(watch.facts().bestAccuracy, 0.0);
    QCOMPARE(watch.facts().epochs, 0);
}

void LessonGuideTest::watchFollowsTraining() {
    Lab lab;
    const LessonWatch watch(lab);
    emit lab.phaseChanged(LabPhase::Paused); // a run stands, nothing was trained
    QVERIFY(!watch.facts().paused);
    emit lab.phaseChanged(LabPhase::Running);
    QVERIFY(watch.facts().running);
    emit lab.epochsFinished({epoch(1, 0.6)});
    emit lab.epochsFinished({epoch(2, 0.5)});
    QCOMPARE(watch.facts().epochs, 2);
    QCOMPARE(watch.facts().steps, 100);
    QCOMPARE(watch.facts().newEpochs, 0);
    QCOMPARE(watch.facts().bestAccuracy, 0.6);
    QVERIFY(watch.facts().validationAccuracy == 0.5);
    QVERIFY(watch.facts().trainLoss == 0.2 && watch.facts().validationLoss == 0.5);
    emit lab.phaseChanged(LabPhase::Paused);
    QVERIFY(watch.facts().paused && !watch.facts().running);
    emit lab.phaseChanged(LabPhase::Finished);
    QVERIFY(watch.facts().finished && !watch.facts().paused);
}

void LessonGuideTest::watchTellsSingleStepsFromTraining() {
    Lab lab;
    const LessonWatch watch(lab);
    makeSteps(lab, 1, 20);
    QCOMPARE(watch.facts().singleSteps, 0);
    makeSteps(lab, 21, 1);
    makeSteps(lab, 22, 1);
    QCOMPARE(watch.facts().singleSteps, 2);
    QCOMPARE(watch.facts().steps, 22);
}

void LessonGuideTest::watchFollowsKnobs() {
    Lab lab;
    const LessonWatch watch(lab);
    emit lab.experimentChanged(experimentWithDropout(0.3));
    LiveSettings settings;
    settings.learningRate = 0.5;
    emit lab.settingsChanged(settings);
    QCOMPARE(watch.facts().dropoutRate, 0.3); // each layer keeps its own
    QCOMPARE(watch.facts().learningRate, 0.5);
    QVERIFY(!watch.facts().augment.flip);
    settings.dropout = 0.6;
    emit lab.settingsChanged(settings);
    QCOMPARE(watch.facts().dropoutRate, 0.6);
    settings.dropoutOn = false;
    emit lab.settingsChanged(settings);
    QCOMPARE(watch.facts().dropoutRate, 0.0);
    Mark mark;
    mark.changes = {{ChangeKind::Dropout, "dropout", "on", "off"}};
    emit lab.changeApplied(mark);
    QCOMPARE(watch.facts().rateChanges, 0);
    mark.changes = {{ChangeKind::LearningRate, "lr", "0.01", "0.5"}};
    emit lab.changeApplied(mark);
    QCOMPARE(watch.facts().rateChanges, 1);
}

void LessonGuideTest::watchCountsSavesAndReturns() {
    Lab lab;
    const LessonWatch watch(lab);
    Timeline timeline;
    timeline.branches.resize(2);
    timeline.checkpoints = {checkpoint(1, CheckpointOrigin::Person, 2),
                            checkpoint(2, CheckpointOrigin::Automatic, 3),
                            checkpoint(3, CheckpointOrigin::BeforeChange, 4)};
    emit lab.timelineChanged(timeline);
    QCOMPARE(watch.facts().saves, 1);
    QCOMPARE(watch.facts().branches, 2);
    emit lab.epochsFinished({epoch(9, 0.9)});
    emit lab.saves().wentBack(timeline.checkpoints[2]);
    QCOMPARE(watch.facts().timesWentBack, 1);
    QCOMPARE(watch.facts().backToSave, 0);
    QCOMPARE(watch.facts().backEpoch, 4);
    QCOMPARE(watch.facts().epochs, 4);
    QVERIFY(!watch.facts().validationAccuracy);
    emit lab.epochsFinished({epoch(5, 0.8)});
    QCOMPARE(watch.facts().newEpochs, 1);
    emit lab.saves().wentBack(timeline.checkpoints[0]);
    QCOMPARE(watch.facts().backToSave, 1);
    QCOMPARE(watch.facts().newEpochs, 0);
    QCOMPARE(watch.facts().bestAccuracy, 0.9);
}

void LessonGuideTest::ticksWhatIsDone() {
    Lab lab;
    GuideView view;
    LessonGuide guide(lab, view);
    guide.open("teach-it-cats");
    QCOMPARE(guide.title(), "Teach it cats");
    QVERIFY(!view.steps()[0].tasks[0].done);
    emit lab.phaseChanged(LabPhase::Running);
    QVERIFY(view.steps()[0].tasks[0].done);
    QVERIFY(!view.steps()[0].tasks[1].done);
    emit lab.phaseChanged(LabPhase::Paused);
    QVERIFY(view.steps()[0].tasks[0].done); // a tick stays
    emit lab.epochsFinished({epoch(1, 0.5)});
    QVERIFY(view.steps()[0].tasks[1].done);
}

void LessonGuideTest::ticksOnlyWhatWasReached() {
    Lab lab;
    GuideView view;
    LessonGuide guide(lab, view);
    guide.open("teach-it-cats");
    emit lab.epochsFinished({epoch(3, 0.9)});
    QVERIFY(!view.steps()[1].tasks[0].done);
    view.setCurrentStep(1);
    QVERIFY(view.steps()[1].tasks[0].done);
    view.setCurrentStep(0);
    emit lab.epochsFinished({epoch(4, 0.9)});
    QVERIFY(view.steps()[1].tasks[0].done);
    QVERIFY(!view.steps()[2].tasks[0].done);
}

void LessonGuideTest::ticksStayInTheOtherLanguage() {
    Lab lab;
    GuideView view;
    LessonGuide guide(lab, view);
    guide.open("teach-it-cats");
    view.setCurrentStep(1);
    emit lab.epochsFinished({epoch(3, 0.5)});
    QLocale::setDefault(QLocale(QLocale::Korean, QLocale::SouthKorea));
    guide.retranslate();
    QCOMPARE(guide.title(), QString::fromUtf8("고양이를 가르쳐 봅시다"));
    QCOMPARE(view.currentStep(), 1);
    QVERIFY(view.steps()[1].tasks[0].done);
    QVERIFY(view.steps()[0].tasks[1].done);
    QVERIFY(!view.steps()[0].tasks[0].done);
    QVERIFY(view.steps()[1].text.contains(QString::fromUtf8("손")));
}

void LessonGuideTest::anotherLessonBeginsAtItsFirstStep() {
    Lab lab;
    GuideView view;
    LessonGuide guide(lab, view);
    guide.open("teach-it-cats");
    view.setCurrentStep(3);
    emit lab.phaseChanged(LabPhase::Running);
    guide.open("saved-games"); // as many steps
    emit lab.experimentChanged(experimentWithDropout(0.2));
    QCOMPARE(view.currentStep(), 0);
    QVERIFY(guide.lesson() == "saved-games");
    for (const LessonStep& step : view.steps())
        for (const LessonTask& task : step.tasks)
            QVERIFY2(!task.done || &step == &view.steps().front(), qPrintable(task.text));
}

void LessonGuideTest::noLessonShowsNothing() {
    Lab lab;
    GuideView view;
    LessonGuide guide(lab, view);
    guide.open("teach-it-cats");
    guide.open({});
    QVERIFY(view.steps().empty());
    QVERIFY(guide.title().isEmpty());
    emit lab.epochsFinished({epoch(3, 0.5)});
    guide.retranslate();
    QVERIFY(view.steps().empty());
}

void LessonGuideTest::everyPlaceOfALessonIsOnTheScreen() {
    Settings settings;
    Appearance appearance;
    Lab lab;
    LabPage page(lab, appearance, settings);
    for (const LessonKind& kind : lessonCatalogue()) {
        page.stage().setPanels(kind.panels);
        for (const LessonStep& step : readLesson(kind, "en").steps)
            for (const LessonTask& task : step.tasks)
                QVERIFY2(task.target.isEmpty() || placeOf(task.target, page) != nullptr,
                         qPrintable(task.target));
    }
    page.stage().setPanels({"predictions", "batch", "confusion"});
    const QStringList others{"decision", "drawing", "tokens", "attention", "word-map"};
    for (const QString& place : lessonPlaces())
        if (!others.contains(place))
            QVERIFY2(placeOf(place, page) != nullptr, qPrintable(place));
}

QTEST_MAIN(LessonGuideTest)
#include "lesson_guide_test.moc"
