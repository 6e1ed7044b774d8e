// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTranslator>
#include <QVBoxLayout>

#include "attention_example.h"
#include "photo_example.h"
#include "timeline_example.h"
#include "tokens_example.h"
#include "widgets/attention_panel.h"
#include "widgets/batch_strip.h"
#include "widgets/change_text.h"
#include "widgets/confusion_matrix.h"
#include "widgets/empty_state.h"
#include "widgets/error_banner.h"
#include "widgets/import_dialog.h"
#include "widgets/number_text.h"
#include "widgets/panel.h"
#include "widgets/picture_grid.h"
#include "widgets/predictions_panel.h"
#include "widgets/problem_text.h"
#include "widgets/steady_room.h"
#include "widgets/theme.h"
#include "widgets/timeline_view.h"
#include "widgets/tokens_panel.h"

using namespace neurarium;

namespace {

int warnings = 0;

void countWarnings(QtMsgType type, const QMessageLogContext& /*context*/, const QString& text) {
    const bool platform = text.contains(QLatin1String("propagateSizeHints"));
    if ((type == QtWarningMsg || type == QtCriticalMsg) && !platform)
        ++warnings;
}

/// Counts how often a widget is asked for a new layout.
class LayoutRequests : public QObject {
public:
    explicit LayoutRequests(QWidget* watched) { watched->installEventFilter(this); }
    int count = 0;

protected:
    bool eventFilter(QObject* /*watched*/, QEvent* event) override {
        count += event->type() == QEvent::LayoutRequest ? 1 : 0;
        return false;
    }
};

/// Answers each text with its Korean "translation", longer than the English one.
class LongKorean : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char* /*context*/, const char* source, const char* /*hint*/,
                      int /*n*/) const override {
        return QStringLiteral("긴 번역문 ") + QString::fromUtf8(source);
    }
};

void addWordViews(std::vector<std::unique_ptr<QWidget>>& views) {
    for (const std::size_t tokens : {11, 512}) {
        auto attention = std::make_unique<AttentionPanel>();
        attention->setMaps(AttentionExample{longText(tokens)}.maps());
        attention->setEffect(exampleEffect());
        for (const auto page :
             {AttentionPanel::Page::Heads, AttentionPanel::Page::Sentences, AttentionPanel::Page::Map})
            attention->setPage(page);
        views.push_back(std::move(attention));
    }
    for (const auto page :
         {TokensPanel::Page::Cuts, TokensPanel::Page::Merges, TokensPanel::Page::Vocabulary}) {
        auto tokens = std::make_unique<TokensPanel>();
        tokens->setCuts(exampleCuts());
        tokens->setMergeState(exampleMerges(3));
        tokens->setPage(page);
        tokens->setVocabulary(exampleVocabulary(TokenizerKind::Characters, 50));
        views.push_back(std::move(tokens));
    }
    views.push_back(std::make_unique<AttentionPanel>());
    views.push_back(std::make_unique<TokensPanel>());
}

std::vector<std::unique_ptr<QWidget>> everyView() {
    std::vector<std::unique_ptr<QWidget>> views;
    const PhotoExample photos = photoExample(40, 3);
    auto predictions = std::make_unique<PredictionsPanel>();
    predictions->setPictures(photos.pictures);
    predictions->setPredictions(photos.predictions);
    views.push_back(std::move(predictions));
    views.push_back(std::make_unique<PredictionsPanel>());
    for (const int classes : {2, 5, 12}) {
        const PhotoExample example = photoExample(60, classes);
        auto matrix = std::make_unique<ConfusionMatrix>();
        matrix->setPictures(example.pictures);
        matrix->setPredictions(example.predictions);
        views.push_back(std::move(matrix));
    }
    auto cell = std::make_unique<PictureGrid>();
    cell->setPictures(photos.pictures);
    cell->setPredictions(photos.predictions);
    views.push_back(std::move(cell));
    auto batch = std::make_shared<BatchPictures>();
    batch->augmented = batch->originals = photos.pictures->pictures;
    batch->classes = photos.pictures->classes;
    auto strip = std::make_unique<BatchStrip>();
    strip->setBatch(batch);
    views.push_back(std::move(strip));
    for (const bool compact : {false, true}) {
        auto timeline = std::make_unique<TimelineView>();
        timeline->setTimeline(wildTimeline(7, compact ? 2 : 9, 80));
        timeline->setChosen({4});
        timeline->setCompact(compact);
        views.push_back(std::move(timeline));
    }
    auto banner = std::make_unique<ErrorBanner>();
    banner->showMessage(QStringLiteral("What happened."), QStringLiteral("What is safe."),
                        {QStringLiteral("Go back")});
    views.push_back(std::move(banner));
    auto dialog = std::make_unique<ImportDialog>();
    dialog->begin(QStringLiteral("photos"));
    dialog->setProgress({3, 10, "a.jpg"});
    views.push_back(std::move(dialog));
    addWordViews(views);
    return views;
}

} // namespace

class TestPanels : public QObject {
    Q_OBJECT

private slots:
    void newWordsAskForRoomOnlyWhereTheyHaveNone_data() {
        QTest::addColumn<int>("lines");
        QTest::addColumn<bool>("grows");
        QTest::newRow("as many lines as it needs") << 0 << true;
        QTest::newRow("two lines") << 2 << false;
    }

    void newWordsAskForRoomOnlyWhereTheyHaveNone() {
        QFETCH(int, lines);
        QFETCH(bool, grows);
        QWidget around;
        auto* words = new QLabel(QStringLiteral("one"));
        words->setWordWrap(true);
        auto* room = new SteadyRoom(words, lines);
        auto* column = new QVBoxLayout(&around);
        column->addWidget(room);
        column->addStretch();
        around.resize(200, 300);
        around.show();
        QCoreApplication::processEvents();
        const int before = room->height();
        QCOMPARE(words->size(), room->size());
        LayoutRequests asked(&around);
        const auto settle = [] {
            for (int i = 0; i < 3; ++i) // one request leads to the next
                QCoreApplication::processEvents();
        };
        words->setText(QStringLiteral("other"));
        settle();
        QCOMPARE(asked.count, 0);
        words->setText(QStringLiteral("many more words ").repeated(12));
        settle();
        QCOMPARE(asked.count > 0, grows);
        QCOMPARE(room->height() > before, grows);
        QVERIFY(!grows || room->height() >= words->heightForWidth(room->width()));
    }

    void everyViewIsPaintedInBothThemesAndSizes_data() {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<double>("scale");
        QTest::newRow("light") << false << 1.0;
        QTest::newRow("dark") << true << 1.0;
        QTest::newRow("dark, large text") << true << 1.5;
    }

    void everyViewIsPaintedInBothThemesAndSizes() {
        QFETCH(bool, dark);
        QFETCH(double, scale);
        const Theme& theme = dark ? Theme::dark() : Theme::light();
        qApp->setFont(Theme::font(TextRole::Body, scale));
        qApp->setPalette(theme.palette());
        qApp->setStyleSheet(theme.styleSheet(scale));
        warnings = 0;
        const auto before = qInstallMessageHandler(countWarnings);
        LongKorean korean;
        for (const auto& view : everyView())
            for (const QSize size : {QSize(1600, 420), QSize(415, 560), QSize(260, 130), QSize(40, 30)}) {
                view->resize(size);
                QVERIFY(!view->grab().isNull());
                qApp->installTranslator(&korean);
                QCoreApplication::processEvents();
                QVERIFY(!view->grab().isNull());
                qApp->removeTranslator(&korean);
                QCoreApplication::processEvents();
            }
        qInstallMessageHandler(before);
        QCOMPARE(warnings, 0);
        qApp->setStyleSheet({});
    }

    void aPanelShowsItsLanguageAtOnce() {
        PredictionsPanel panel;
        LongKorean korean;
        qApp->installTranslator(&korean);
        QCoreApplication::processEvents();
        QVERIFY(panel.title().startsWith(QStringLiteral("긴")));
        qApp->removeTranslator(&korean);
        QCoreApplication::processEvents();
        QCOMPARE(panel.title(), QStringLiteral("Predictions"));
    }

    void escapeLeavesTheMaximisedPanel() {
        Panel panel;
        QSignalSpy requests(&panel, &Panel::maximiseRequested);
        QTest::keyClick(&panel, Qt::Key_Escape);
        QVERIFY(requests.isEmpty());
        panel.findChild<QToolButton*>()->click();
        QCOMPARE(requests.last().at(0).toBool(), true);
        panel.setMaximised(true);
        QTest::keyClick(&panel, Qt::Key_Escape);
        QCOMPARE(requests.last().at(0).toBool(), false);
    }

    void aPanelIsEmptyWaitingOrFrozen() {
        Panel panel;
        auto* body = new QLabel(QStringLiteral("body"));
        auto* empty = new EmptyState;
        panel.setBody(body);
        panel.setEmptyPage(empty);
        panel.resize(300, 200);
        panel.show();
        QVERIFY(body->isVisible());
        panel.setEmpty(true);
        QVERIFY(empty->isVisible() && !body->isVisible());
        panel.setEmpty(false);
        panel.setWaiting(true);
        QVERIFY(body->isVisible()); // only after half a second
        QTRY_VERIFY(!body->isVisible());
        panel.setWaiting(false);
        QVERIFY(body->isVisible());
        panel.setFrozen(QStringLiteral("frozen at epoch 24"));
        QVERIFY(panel.isFrozen());
    }

    void theBannerOffersTheRepairFirstAndClosesWithEscape() {
        QWidget window;
        ErrorBanner banner(&window);
        window.resize(500, 200);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const QStringList actions{QStringLiteral("Repair"), QStringLiteral("Only go back")};
        banner.showMessage(QStringLiteral("It broke."), QStringLiteral("Nothing is lost."), actions);
        QVERIFY(banner.isVisible());
        QVERIFY(banner.actions()[0]->property("primary").toBool());
        QVERIFY(!banner.actions()[2]->isVisible());
        QSignalSpy chosen(&banner, &ErrorBanner::actionChosen);
        banner.actions()[1]->click();
        QCOMPARE(chosen.last().at(0).toInt(), 1);
        QVERIFY(!banner.isVisible());
        banner.showMessage(QStringLiteral("It broke."), {});
        QSignalSpy closed(&banner, &ErrorBanner::closed);
        QTest::keyClick(&window, Qt::Key_Escape);
        QCOMPARE(closed.size(), 1);
    }

    void problemsAreTranslatedBeforeTheyAreFilledIn() {
        const Problem problem{ProblemKind::Refused, "network[3].kernel",
                              explain("Problem", "must be at least %1, is %2", {"1", "%1"}),
                              explain("Problem", "Choose a larger kernel")};
        QCOMPARE(wholeText(problem),
                 QStringLiteral("network[3].kernel: must be at least 1, is %1. Choose a larger kernel."));
        LongKorean korean;
        qApp->installTranslator(&korean);
        QCOMPARE(translated(problem.what), QStringLiteral("긴 번역문 must be at least 1, is %1"));
        QCOMPARE(translated(explain("Problem", "Layer %1: %2", {"3"}, {problem.sentence()})),
                 QStringLiteral(
                     "긴 번역문 Layer 3: 긴 번역문 network[3].kernel: 긴 번역문 must be at least 1, is %1. "
                     "긴 번역문 Choose a larger kernel"));
        qApp->removeTranslator(&korean);
        QCOMPARE(wholeText({}), QString());
    }

    void changesAreToldInWords() {
        QCOMPARE(changeText({ChangeKind::Dropout, "dropout", "off", "0.25"}),
                 QStringLiteral("dropout on, 25 %"));
        QCOMPARE(changeText({ChangeKind::Dropout, "dropout", "0.25", "off"}), QStringLiteral("dropout off"));
        QCOMPARE(changeText({ChangeKind::Dropout, "dropout", "0.25", "0.5"}), QStringLiteral("dropout 50 %"));
        QCOMPARE(changeText({ChangeKind::Augmentation, "flip", "off", "on"}), QStringLiteral("flip on"));
        QCOMPARE(changeText({ChangeKind::LearningRate, "lr", "0.001", "0.01"}),
                 QStringLiteral("learning rate 0.01"));
        QCOMPARE(changeText({ChangeKind::Labels, "wrong_labels", "own", "0.4"}),
                 QStringLiteral("wrong labels 40 %"));
        QCOMPARE(changeText({ChangeKind::Labels, "wrong_labels", "0.4", "0"}),
                 QStringLiteral("wrong labels off"));
        QCOMPARE(changeText({ChangeKind::Labels, "wrong_labels", "0.4", "own"}),
                 QStringLiteral("labels changed"));
    }

    void numbersAreWrittenTheSameInAllLanguages() {
        QCOMPARE(percentText(0.817, 1), QStringLiteral("81.7 %"));
        QCOMPARE(lossText(0.4344), QStringLiteral("0.434"));
        QCOMPARE(lossText(0), QStringLiteral("0.000"));
        QCOMPARE(bytesText(900'000), QStringLiteral("0.9 MB"));
        QCOMPARE(bytesText(12'300), QStringLiteral("12 kB"));
    }
};

QTEST_MAIN(TestPanels)
#include "test_panels.moc"
