// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

#include "widgets/figure_export.h"
#include "widgets/inline_knob.h"
#include "widgets/knob_slider.h"
#include "widgets/knob_value.h"
#include "widgets/prompt_strip.h"
#include "widgets/theme.h"
#include "widgets/writing_panel.h"
#include "writing_example.h"

using namespace neurarium;

namespace {

const QString kPrompt = QStringLiteral("고양이가 상자에서");

/// A panel whose wishes are kept.
struct Asked {
    WritingPanel panel;
    std::vector<WritingWish> wishes;
    std::vector<std::vector<CheckpointId>> answers;

    Asked() {
        panel.resize(700, 420);
        panel.setVocabulary(320);
        QObject::connect(&panel, &WritingPanel::writingWanted, &panel,
                         [this](const WritingWish& wish) { wishes.push_back(wish); });
        QObject::connect(
            &panel, &WritingPanel::answersWanted, &panel,
            [this](const WritingWish&, const std::vector<CheckpointId>& ids) { answers.push_back(ids); });
    }
    /// With the prompt, answered.
    void begin(int written = 0) {
        panel.setPrompt(kPrompt);
        panel.setWriting(writingExample(written));
    }
};

std::vector<CheckpointInfo> saves(int count) {
    std::vector<CheckpointInfo> all(static_cast<std::size_t>(count) + 1);
    for (int i = 0; i < count; ++i) {
        CheckpointInfo& save = all[static_cast<std::size_t>(i)];
        save.id = {i + 1};
        save.letter = std::string(1, static_cast<char>('A' + i));
        save.epoch = 10 * i;
    }
    all.back().id = {99}; // an automatic one has no letter
    return all;
}

double luminance(const QColor& color) {
    const auto part = [](double v) { return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * part(double(color.redF())) + 0.7152 * part(double(color.greenF())) +
           0.0722 * part(double(color.blueF()));
}

double contrast(const QColor& a, const QColor& b) {
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

class LongKorean : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char*, const char* source, const char*, int) const override {
        return QStringLiteral("긴 번역문 ") + QString::fromUtf8(source);
    }
};

} // namespace

class TestWritingPanel : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        qApp->setFont(Theme::font(TextRole::Body));
        qApp->setPalette(Theme::light().palette());
    }

    void aPromptIsAskedForOnceItIsTyped() {
        Asked asked;
        QVERIFY(!asked.panel.nextButton()->isEnabled());
        QVERIFY(!asked.panel.message().isEmpty());
        auto* field = asked.panel.findChild<QLineEdit*>();
        field->insert(kPrompt);
        QVERIFY(asked.wishes.empty()); // not while it is typed
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(asked.wishes.size(), std::size_t(1));
        QCOMPARE(asked.wishes[0].prompt, kPrompt);
        QCOMPARE(asked.wishes[0].tokens, 0);
        QTest::keyClick(field, Qt::Key_Return); // the same again is no new prompt
        QCOMPARE(asked.wishes.size(), std::size_t(1));
        QVERIFY(asked.panel.nextButton()->isEnabled());
    }

    void theNextTokenGoesOnFromWhatWasWritten() {
        Asked asked;
        asked.begin(2);
        QCOMPARE(asked.panel.strip()->tokens().size(), std::size_t(6));
        asked.panel.nextButton()->click();
        QCOMPARE(asked.wishes.back().tokens, 1);
        QCOMPARE(asked.wishes.back().written.size(), std::size_t(2));
        QCOMPARE(asked.wishes.back().written[1].text, std::string("논다"));
        asked.panel.setWriting(writingExample(3));
        QCOMPARE(asked.panel.strip()->tokens().size(), std::size_t(7));
        QVERIFY(!asked.panel.isRunning());
    }

    void itRunsUntilItIsStoppedOrFull() {
        Asked asked;
        asked.begin();
        asked.panel.writeButton()->click();
        QVERIFY(asked.panel.isRunning());
        for (int tokens = 1; tokens <= 3; ++tokens) {
            QTRY_COMPARE(asked.wishes.back().written.size(), static_cast<std::size_t>(tokens - 1));
            QCOMPARE(asked.wishes.back().tokens, 1);
            asked.panel.setWriting(writingExample(tokens));
        }
        QTRY_COMPARE(asked.wishes.back().written.size(), std::size_t(3));
        auto full = writingExample(4);
        full->full = true;
        asked.panel.setWriting(full);
        QVERIFY(!asked.panel.isRunning());
        QVERIFY(!asked.panel.nextButton()->isEnabled());
        QVERIFY(asked.panel.message().contains(QStringLiteral("full")));
        QVERIFY(asked.panel.message().contains(QLatin1Char('8')));
        const std::size_t before = asked.wishes.size();
        asked.panel.writeNext();
        QCOMPARE(asked.wishes.size(), before);
        asked.panel.startAgain();
        QVERIFY(asked.wishes.back().written.empty());
    }

    void stoppingIsAtOnce() {
        Asked asked;
        asked.begin();
        asked.panel.setRunning(true);
        asked.panel.setWriting(writingExample(1));
        asked.panel.setRunning(false);
        const std::size_t before = asked.wishes.size();
        QTest::qWait(250);
        QCOMPARE(asked.wishes.size(), before);
    }

    void barsTellTheProbabilitiesAndTheRest() {
        Asked asked;
        asked.begin();
        const auto rows = CandidatePainter::rows(asked.panel.bars()->sheet(), 4);
        QCOMPARE(rows.size(), std::size_t(4));
        QCOMPARE(rows[0].word, QStringLiteral("잔다"));
        QCOMPARE(rows[0].share, QStringLiteral("46 %"));
        QVERIFY(rows[3].rest);
        QVERIFY(rows[3].word.startsWith(QLatin1Char('5'))); // eight in all, three shown
        QCOMPARE(rows[3].share, QStringLiteral("21 %"));
        QVERIFY(asked.panel.bars()->accessibleDescription().contains(QStringLiteral("잔다 46 %")));
        // Where only the likeliest were told, the others are those of the vocabulary.
        auto few = writingExample(0);
        few->next.resize(3);
        asked.panel.setWriting(few);
        QVERIFY(
            CandidatePainter::rows(asked.panel.bars()->sheet(), 4)[3].word.startsWith(QStringLiteral("317")));
    }

    void knobsMoveTheBarsAtOnce() {
        Asked asked;
        asked.begin();
        const std::size_t before = asked.wishes.size();
        asked.panel.setSampling({0.5, 2, 1});
        const auto& candidates = asked.panel.bars()->sheet().candidates;
        QVERIFY(candidates[0].probability > 0.7F);
        QVERIFY(candidates[1].kept && !candidates[2].kept);
        QCOMPARE(asked.wishes.size(), before); // all are known: the network is not asked
        auto few = writingExample(0);
        few->next.resize(3);
        asked.panel.setWriting(few);
        asked.panel.setSampling({0.7, 2, 1});
        QCOMPARE(asked.wishes.size(), before + 1);
        QCOMPARE(asked.wishes.back().sampling, (SamplingOptions{0.7, 2, 1}));
        QCOMPARE(asked.wishes.back().tokens, 0);
    }

    void aDraggedKnobIsFollowedAndTheAnswersWaitForItsRest() {
        Asked asked;
        asked.begin();
        const std::size_t before = asked.answers.size();
        asked.panel.temperature()->knobValue()->slider()->setValue(10); // 0.5
        QCOMPARE(asked.panel.sampling().temperature, 0.5);
        asked.panel.temperature()->knobValue()->slider()->setValue(12);
        QCOMPARE(asked.answers.size(), before);
        QTRY_COMPARE(asked.answers.size(), before + 1);
    }

    void topKSaysAll() {
        Asked asked;
        QCOMPARE(asked.panel.topK()->knobValue()->box()->text(), QStringLiteral("all"));
        asked.panel.topK()->setValue(7);
        QCOMPARE(asked.panel.topK()->knobValue()->box()->text(), QStringLiteral("7"));
    }

    void inkIsEasyToReadForEveryProbability() {
        for (const Theme* theme : {&Theme::light(), &Theme::dark()})
            for (const double probability : {0.0, 0.01, 0.5, 1.0})
                for (const Token ground : {Token::Surface, Token::Raised, Token::AccentSoft})
                    QVERIFY(contrast(inkOf(*theme, probability), theme->color(ground)) >= 4.5);
        QVERIFY(inkOf(Theme::light(), 0.1) != inkOf(Theme::light(), 0.9));
    }

    void whyThisOneShowsWhatElseMightHaveStoodThere() {
        Asked asked;
        QSignalSpy attention(&asked.panel, &WritingPanel::attentionWanted);
        asked.begin(0);
        asked.panel.setWriting(writingExample(1));
        asked.panel.askWhy(4); // written from candidates that the panel has seen
        QCOMPARE(asked.panel.bars()->sheet().taken, std::optional<std::int64_t>(100));
        QCOMPARE(attention.last().at(0).toString(), kPrompt + QStringLiteral(" 잔다"));
        QCOMPARE(attention.last().at(1).toInt(), 3); // foretold from the token before it
        const std::size_t before = asked.wishes.size();
        asked.panel.askWhy(2); // a token of the prompt: it has to be asked
        QCOMPARE(asked.wishes.size(), before + 1);
        QCOMPARE(asked.wishes.back().written.size(), std::size_t(2));
        QVERIFY(asked.wishes.back().prompt.isEmpty());
        QVERIFY(asked.panel.bars()->sheet().candidates.empty());
        auto part = writingExample(0);
        part->tokens.resize(2);
        asked.panel.setWriting(part);
        QCOMPARE(asked.panel.bars()->sheet().candidates.size(), std::size_t(8));
        QCOMPARE(asked.panel.strip()->tokens().size(), std::size_t(5)); // the text stays
        attention.clear();
        asked.panel.askWhy(0);
        QVERIFY(attention.isEmpty()); // nothing foretells the first token
        asked.panel.askWhy(5);
        QVERIFY(!asked.panel.bars()->sheet().taken); // the empty box: what may be next
    }

    void tokensAreChosenWithTheArrowKeys() {
        Asked asked;
        asked.begin(1);
        QSignalSpy chosen(asked.panel.strip(), &PromptStrip::tokenChosen);
        QTest::keyClick(asked.panel.strip(), Qt::Key_Left);
        QCOMPARE(chosen.last().at(0).toInt(), 4);
        QVERIFY(asked.panel.strip()->accessibleDescription().contains(QStringLiteral("46 %")));
        QTest::keyClick(asked.panel.strip(), Qt::Key_Home);
        QCOMPARE(chosen.last().at(0).toInt(), 0);
        QTest::mouseClick(asked.panel.strip(), Qt::LeftButton, {},
                          asked.panel.strip()->boxOf(2).center().toPoint());
        QCOMPARE(chosen.last().at(0).toInt(), 2);
    }

    void aNetworkThatMovedOnIsAskedAgain() {
        Asked asked;
        asked.begin(1);
        asked.panel.refresh();
        QCOMPARE(asked.wishes.back().tokens, 0);
        QCOMPARE(asked.wishes.back().written.size(), std::size_t(1));
        QCOMPARE(asked.answers.back(), std::vector<CheckpointId>(1)); // saves answer as they did
        asked.panel.setWriting(writingExample(1, 35));
        const std::size_t before = asked.wishes.size();
        asked.panel.askWhy(4); // its candidates were those of the network before
        QCOMPARE(asked.wishes.size(), before + 1);
    }

    void theBarsFollowTheNetwork() {
        Asked asked;
        asked.begin(1);
        const std::size_t answers = asked.answers.size();
        std::size_t wishes = asked.wishes.size();
        asked.panel.refreshBars();
        QCOMPARE(asked.wishes.size(), ++wishes);
        QCOMPARE(asked.wishes.back().tokens, 0);
        QCOMPARE(asked.answers.size(), answers); // what is written is not written again
        asked.panel.refreshBars();               // no answer yet
        QCOMPARE(asked.wishes.size(), wishes);
        asked.panel.setWriting(writingExample(1, 35));
        asked.panel.askWhy(3);
        wishes = asked.wishes.size();
        asked.panel.refreshBars(); // another place is looked at
        QCOMPARE(asked.wishes.size(), wishes);
    }

    void theLastSavesAnswerSideBySide() {
        Asked asked;
        asked.begin();
        asked.panel.setSaves(saves(6));
        QCOMPARE(asked.answers.back(), (std::vector<CheckpointId>{{3}, {4}, {5}, {6}, {}}));
        const auto& answers = asked.panel.answers()->answers();
        QCOMPARE(answers.size(), std::size_t(5));
        QCOMPARE(answers[0].letter, QStringLiteral("C"));
        QVERIFY(answers[0].waiting);
        QVERIFY(answers[4].letter.isEmpty());
        auto answer = writingExample(2, 30);
        answer->checkpoint = {4};
        asked.panel.setAnswer(*answer);
        const auto& now = asked.panel.answers()->answers();
        QVERIFY(!now[1].waiting && now[2].waiting);
        QCOMPARE(now[1].prompt, kPrompt);
        QCOMPARE(now[1].continuation, QStringLiteral(" 잔다 논다"));
        QVERIFY(asked.panel.answers()->accessibleDescription().contains(QStringLiteral("D, 30")));
        const std::size_t before = asked.answers.size();
        asked.panel.setSaves(saves(6)); // nothing new
        QCOMPARE(asked.answers.size(), before);
        asked.panel.setPrompt(QStringLiteral("오늘"));
        QVERIFY(asked.panel.answers()->answers()[1].waiting);
    }

    void otherDiceAreAnotherSeed() {
        Asked asked;
        asked.begin(2);
        const std::uint64_t seed = asked.wishes.back().seed;
        asked.panel.throwDice();
        QVERIFY(asked.wishes.back().seed != seed);
        QVERIFY(asked.wishes.back().written.empty());
    }

    void aProblemIsToldAndThePromptCanBeMended() {
        Asked asked;
        asked.begin();
        asked.panel.setRunning(true);
        asked.panel.setProblem(QStringLiteral("The prompt is longer than the context."));
        QVERIFY(!asked.panel.isRunning());
        QCOMPARE(asked.panel.message(), QStringLiteral("The prompt is longer than the context."));
        QVERIFY(!asked.panel.nextButton()->isEnabled());
        asked.panel.setPrompt(QStringLiteral("고양이"));
        QVERIFY(asked.panel.message().isEmpty());
    }

    void itIsPaintedInBothThemesLanguagesAndAllSizes() {
        LongKorean korean;
        for (const bool dark : {false, true})
            for (const double scale : {1.0, 1.5}) {
                const Theme& theme = dark ? Theme::dark() : Theme::light();
                qApp->setFont(Theme::font(TextRole::Body, scale));
                qApp->setPalette(theme.palette());
                qApp->setStyleSheet(theme.styleSheet(scale));
                Asked asked;
                asked.begin(40);
                asked.panel.setSaves(saves(3));
                for (const QSize size : {QSize(1200, 700), QSize(560, 300), QSize(260, 130), QSize(40, 30)}) {
                    asked.panel.resize(size);
                    QVERIFY(!asked.panel.grab().isNull());
                    qApp->installTranslator(&korean);
                    QCoreApplication::processEvents();
                    QVERIFY(!asked.panel.grab().isNull());
                    QVERIFY(asked.panel.title().startsWith(QStringLiteral("긴")));
                    qApp->removeTranslator(&korean);
                    QCoreApplication::processEvents();
                }
            }
        qApp->setStyleSheet({});
        initTestCase();
    }

    void theFigureHasAllNumbersAndKoreanLetters() {
        Asked asked;
        QVERIFY(!asked.panel.figure().csv().isEmpty()); // before anything was written
        figureImage(asked.panel.figure(), {});
        asked.begin(1);
        asked.panel.setSaves(saves(1));
        const QStringList rows = QString::fromUtf8(asked.panel.figure().csv()).split(QLatin1Char('\n'));
        QCOMPARE(rows.filter(QRegularExpression("^token,")).size(), 5);
        QCOMPARE(rows.filter(QRegularExpression("^candidate,")).size(), 8);
        QCOMPARE(rows.filter(QRegularExpression("^answer,")).size(), 2);
        const QByteArray svg = figureSvg(asked.panel.figure(), settingsLike(*asked.panel.body()));
        for (const char* word : {"고양이", "논다", "상자"})
            QVERIFY2(svg.contains(word), word);
        QVERIFY(figurePdf(asked.panel.figure(), settingsLike(*asked.panel.body())).startsWith("%PDF"));
    }
};

QTEST_MAIN(TestWritingPanel)
#include "test_writing_panel.moc"
