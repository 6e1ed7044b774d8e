// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include "widgets/first_lesson.h"
#include "widgets/guide_question.h"
#include "widgets/guide_view.h"
#include "widgets/lesson_card.h"
#include "widgets/segmented_control.h"
#include "widgets/top_bar.h"
#include "widgets/welcome_page.h"

using namespace neurarium;

namespace {

std::vector<LessonStep> sampleSteps() {
    LessonStep first;
    first.title = QStringLiteral("One");
    first.tasks = {{QStringLiteral("Train"), false, QStringLiteral("train")},
                   {QStringLiteral("Dropout"), false, QStringLiteral("dropout")}};
    LessonStep second;
    second.title = QStringLiteral("Two");
    second.question = LessonQuestion{
        QStringLiteral("Why?"), {QStringLiteral("a"), QStringLiteral("b")}, 1, QStringLiteral("Because.")};
    return {first, second};
}

} // namespace

class TestLessonViews : public QObject {
    Q_OBJECT
private slots:
    void stepsGoForthAndBack();
    void tasksAreTickedBySettersOnly();
    void showMeNamesTheOpenTask();
    void questionsAreChecked();
    void theRailOpens();
    void welcomeTellsWhatWasPressed();
    void spaceStartsTheFirstLesson();
    void theBarTellsWhatWasPressed();
};

void TestLessonViews::stepsGoForthAndBack() {
    GuideView guide;
    guide.setSteps(sampleSteps());
    QSignalSpy steps(&guide, &GuideView::stepChanged);
    QSignalSpy finished(&guide, &GuideView::lessonFinished);
    QVERIFY(!guide.backButton()->isEnabled());
    guide.nextButton()->click();
    QCOMPARE(guide.currentStep(), 1);
    QCOMPARE(steps.count(), 1);
    guide.setSteps(sampleSteps()); // the other language
    QCOMPARE(guide.currentStep(), 1);
    guide.nextButton()->click();
    QCOMPARE(finished.count(), 1);
    guide.backButton()->click();
    QCOMPARE(guide.currentStep(), 0);
}

void TestLessonViews::tasksAreTickedBySettersOnly() {
    GuideView guide;
    guide.setSteps(sampleSteps());
    guide.resize(288, 700);
    guide.show();
    QCOMPARE(guide.taskBoxes().size(), std::size_t{2});
    QTest::mouseClick(guide.taskBoxes()[0], Qt::LeftButton);
    QVERIFY(!guide.steps()[0].tasks[0].done);
    guide.setTaskDone(0, 1, true);
    QVERIFY(guide.taskBoxes()[1]->isChecked());
    QVERIFY(!guide.taskBoxes()[0]->isChecked());
    guide.setTaskDone(7, 7, true); // out of range: nothing
    guide.setTaskDone(-1, 0, true);
}

void TestLessonViews::showMeNamesTheOpenTask() {
    GuideView guide;
    guide.setSteps(sampleSteps());
    QSignalSpy shown(&guide, &GuideView::showMeRequested);
    guide.showMeButton()->click();
    guide.setTaskDone(0, 0, true);
    guide.showMeButton()->click();
    QCOMPARE(shown[0][0].toString(), QStringLiteral("train"));
    QCOMPARE(shown[1][0].toString(), QStringLiteral("dropout"));
    guide.setTaskDone(0, 1, true);
    QVERIFY(guide.showMeButton()->isHidden());
}

void TestLessonViews::questionsAreChecked() {
    GuideView guide;
    guide.setSteps(sampleSteps());
    guide.setCurrentStep(1);
    QSignalSpy answers(&guide, &GuideView::questionAnswered);
    guide.question()->check(); // nothing chosen yet
    QCOMPARE(answers.count(), 0);
    guide.question()->choose(0);
    guide.question()->check();
    guide.question()->choose(1);
    QVERIFY(guide.question()->verdict().isEmpty());
    guide.question()->check();
    QCOMPARE(answers.count(), 2);
    QCOMPARE(answers[0][1].toBool(), false);
    QCOMPARE(answers[1][1].toBool(), true);
}

void TestLessonViews::theRailOpens() {
    GuideView guide;
    QSignalSpy opened(&guide, &GuideView::openRequested);
    guide.setFolded(true);
    guide.show();
    QCOMPARE(guide.width(), GuideView::kRail);
    QTest::mouseClick(&guide, Qt::LeftButton, {}, QPoint(20, 60));
    QCOMPARE(opened.count(), 1);
}

void TestLessonViews::welcomeTellsWhatWasPressed() {
    WelcomePage page;
    page.setLessons(
        {{QStringLiteral("cats"), 1, QStringLiteral("Cats"), {}, 10, LessonPicture::Cats},
         {QStringLiteral("heart"), 2, QStringLiteral("Heart"), {}, 20, LessonPicture::Overfitting}});
    page.setRecent({{QStringLiteral("/labs/a"), QStringLiteral("A"), {}}});
    QCOMPARE(page.cards().size(), std::size_t{1});
    QSignalSpy lessons(&page, &WelcomePage::lessonChosen);
    QSignalSpy recent(&page, &WelcomePage::recentChosen);
    QSignalSpy created(&page, &WelcomePage::newLabRequested);
    QSignalSpy opened(&page, &WelcomePage::openLabRequested);
    QSignalSpy photos(&page, &WelcomePage::ownPhotosRequested);
    QSignalSpy dark(&page, &WelcomePage::darkToggled);
    page.cards()[0]->click();
    page.recentButtons()[0]->click();
    page.newButton()->click();
    page.openButton()->click();
    page.photosButton()->click();
    page.themeButton()->click();
    QCOMPARE(lessons[0][0].toString(), QStringLiteral("heart"));
    QCOMPARE(recent[0][0].toString(), QStringLiteral("/labs/a"));
    QCOMPARE(created.count() + opened.count() + photos.count(), 3);
    QCOMPARE(dark[0][0].toBool(), true);
}

void TestLessonViews::spaceStartsTheFirstLesson() {
    WelcomePage page;
    page.setLessons({{QStringLiteral("cats"), 1, QStringLiteral("Cats"), {}, 10, LessonPicture::Cats}});
    page.resize(1280, 720);
    page.show();
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    QSignalSpy lessons(&page, &WelcomePage::lessonChosen);
    QCOMPARE(page.focusWidget(), page.firstLesson()->startButton());
    QTest::keyClick(page.focusWidget(), Qt::Key_Space);
    QCOMPARE(lessons.count(), 1);
    QCOMPARE(lessons[0][0].toString(), QStringLiteral("cats"));
}

void TestLessonViews::theBarTellsWhatWasPressed() {
    TopBar bar;
    QSignalSpy train(&bar, &TopBar::trainRequested);
    QSignalSpy pause(&bar, &TopBar::pauseRequested);
    QSignalSpy language(&bar, &TopBar::languageChosen);
    QSignalSpy speed(&bar, &TopBar::speedChanged);
    bar.trainButton()->click();
    bar.setRunning(true);
    bar.trainButton()->click();
    QCOMPARE(train.count(), 1);
    QCOMPARE(pause.count(), 1);
    auto* speeds = bar.speedSelector()->findChild<SegmentedControl*>();
    QTest::keyClick(speeds->findChildren<QToolButton*>()[1], Qt::Key_Right);
    QCOMPARE(bar.speedSelector()->speed(), Speed::Fast);
    QCOMPARE(speed.count(), 1);
    bar.setProgress({24, 60, 0.297, std::nullopt, 0.842, 2});
    bar.setNarrow(true);
    bar.resize(1280, 56);
    QVERIFY2(bar.minimumSizeHint().width() <= 1280,
             qPrintable(QString::number(bar.minimumSizeHint().width())));
    bar.setNarrow(false);
    QVERIFY2(bar.minimumSizeHint().width() <= 1500,
             qPrintable(QString::number(bar.minimumSizeHint().width())));
    QCOMPARE(language.count(), 0);
}

QTEST_MAIN(TestLessonViews)
#include "test_lesson_views.moc"
