// SPDX-License-Identifier: GPL-3.0-or-later
#include <functional>

#include <QFile>
#include <QTest>

#include "app/lesson_conditions.h"

using namespace neurarium;

namespace {

using Change = std::function<void(LessonFacts&)>;

/// A condition, facts for which it does not hold yet, and the change after which it does.
struct Case {
    QString condition;
    Change before;
    Change after;
};

std::vector<Case> wordCases() {
    return {
        {"own-text", [](auto& f) { f.words.ownSentences = 1; }, [](auto& f) { f.words.ownText = true; }},
        {"korean-text", [](auto& f) { f.words.englishText = true; },
         [](auto& f) { f.words.koreanText = true; }},
        {"english-text", [](auto& f) { f.words.koreanText = true; },
         [](auto& f) { f.words.englishText = true; }},
        {"piece-chosen", [](auto& f) { f.words.joinedAgain = 1; }, [](auto& f) { f.words.piecesChosen = 1; }},
        {"joined-again", [](auto& f) { f.words.piecesChosen = 1; }, [](auto& f) { f.words.joinedAgain = 1; }},
        {"merges-by-hand 10", [](auto& f) { f.words.mergesByHand = 9, f.words.merges = 400; },
         [](auto& f) { f.words.mergesByHand = 10; }},
        {"merges 300", [](auto& f) { f.words.merges = 299; }, [](auto& f) { f.words.merges = 300; }},
        {"vocabulary-searched", [](auto& f) { f.words.merges = 5; },
         [](auto& f) { f.words.vocabularySearches = 1; }},
        {"own-sentences 2", [](auto& f) { f.words.ownSentences = 1; },
         [](auto& f) { f.words.ownSentences = 2; }},
        {"head-chosen", [](auto& f) { f.words.headsOff = 1; }, [](auto& f) { f.words.headsChosen = 1; }},
        {"attention-from 50", [](auto& f) { f.words.brightest = 0.49; },
         [](auto& f) { f.words.brightest = 0.5; }},
        {"head-off", [](auto& f) { f.words.headsChosen = 1; }, [](auto& f) { f.words.headsOff = 1; }},
        {"heads-compared", [](auto& f) { f.words.headsChosen = 3; },
         [](auto& f) { f.words.headsCompared = true; }},
        {"sentences-seen", [](auto& f) { f.words.headsOff = 1; },
         [](auto& f) { f.words.sentencesSeen = true; }},
        {"word-found", [](auto& f) { f.words.wordsChosen = 1; }, [](auto& f) { f.words.wordFound = true; }},
        {"words-chosen 5", [](auto& f) { f.words.wordsChosen = 4, f.words.measured = 9; },
         [](auto& f) { f.words.wordsChosen = 5; }},
        {"measured 2", [](auto& f) { f.words.measured = 1; }, [](auto& f) { f.words.measured = 2; }},
        {"first-nearer", [](auto& f) { f.words.measured = 2; }, [](auto& f) { f.words.firstNearer = true; }},
        {"other-map", [](auto& f) { f.words.solidMap = true; }, [](auto& f) { f.words.otherMap = true; }},
        {"solid-map", [](auto& f) { f.words.otherMap = true; }, [](auto& f) { f.words.solidMap = true; }},
        {"head-note", [](auto& f) { f.words.headsChosen = 1; }, [](auto& f) { f.words.headNotes = 1; }},
    };
}

std::vector<Case> trainingCases() {
    return {
        {"running", [](auto& f) { f.paused = true; }, [](auto& f) { f.running = true; }},
        {"paused", [](auto& f) { f.finished = true; }, [](auto& f) { f.paused = true; }},
        {"finished", [](auto& f) { f.paused = true; }, [](auto& f) { f.finished = true; }},
        {"steps 20", [](auto& f) { f.steps = 19; }, [](auto& f) { f.steps = 20; }},
        {"single-steps 3", [](auto& f) { f.singleSteps = 2; }, [](auto& f) { f.singleSteps = 3; }},
        {"epoch 12", [](auto& f) { f.epochs = 11; }, [](auto& f) { f.epochs = 12; }},
        {"new-epochs 5", [](auto& f) { f.epochs = 5; }, [](auto& f) { f.newEpochs = 5; }},
        {"accuracy 85", [](auto& f) { f.validationAccuracy = 0.9; }, [](auto& f) { f.bestAccuracy = 0.85; }},
        {"accuracy-now 85", [](auto& f) { f.bestAccuracy = 0.9; },
         [](auto& f) { f.validationAccuracy = 0.85; }},
        {"accuracy-below 40", [](auto& f) { f.validationAccuracy = 0.4; },
         [](auto& f) { f.validationAccuracy = 0.39; }},
        {"training-accuracy 99", [](auto& f) { f.trainAccuracy = 0.98; },
         [](auto& f) { f.trainAccuracy = 0.99; }},
        {"training-loss-below 0.1", [](auto& f) { f.trainLoss = 0.1; }, [](auto& f) { f.trainLoss = 0.09; }},
        {"gap 0.5", [](auto& f) { f.validationLoss = f.trainLoss = 1; }, [](auto& f) { f.trainLoss = 0.5; }},
        {"gap-below 0.5", [](auto& f) { f.validationLoss = 1, f.trainLoss = 0.5; },
         [](auto& f) { f.trainLoss = 0.75; }},
        {"learning-rate-changed", [](auto& f) { f.learningRate = 1; }, [](auto& f) { f.rateChanges = 1; }},
        {"learning-rate-from 0.1", [](auto& f) { f.learningRate = 0.09; },
         [](auto& f) { f.learningRate = 0.1; }},
        {"dropout-on", [](auto& f) { f.dropoutRate = 0; }, [](auto& f) { f.dropoutRate = 0.25; }},
        {"dropout-off", [](auto& f) { f.dropoutRate = 0.25; }, [](auto& f) { f.dropoutRate = 0; }},
        {"dropout-from 50", [](auto& f) { f.dropoutRate = 0.45; }, [](auto& f) { f.dropoutRate = 0.5; }},
        {"augmentation-on", [](auto& f) { f.augment = {}; }, [](auto& f) { f.augment.zoom = 0.1; }},
        {"augmentation-off", [](auto& f) { f.augment.flip = true; }, [](auto& f) { f.augment = {}; }},
        {"flip-on", [](auto& f) { f.augment.zoom = 0.1; }, [](auto& f) { f.augment.flip = true; }},
        {"holes-on", [](auto& f) { f.augment.flip = true; }, [](auto& f) { f.augment.holeCount = 1; }},
        {"saves 2", [](auto& f) { f.saves = 1; }, [](auto& f) { f.saves = 2; }},
        {"went-back", [](auto& f) { f.branches = 2; }, [](auto& f) { f.timesWentBack = 1; }},
        {"back-to-save 2", [](auto& f) { f.backToSave = 3; }, [](auto& f) { f.backToSave = 2; }},
        {"back-before-epoch 16", [](auto& f) { f.timesWentBack = 1, f.backEpoch = 16; },
         [](auto& f) { f.backEpoch = 15; }},
        {"branches 2", [](auto& f) { f.branches = 1; }, [](auto& f) { f.branches = 2; }},
        {"own-photos", [](auto& f) { f.cellsChosen = 1; }, [](auto& f) { f.ownPhotos = true; }},
        {"compared", [](auto& f) { f.branches = 2; }, [](auto& f) { f.comparisons = 1; }},
        {"labels-correct", [](auto& f) { f.augment.flip = true; }, [](auto& f) { f.labelsCorrected = true; }},
        {"cell-chosen", [](auto& f) { f.ownPhotos = true; }, [](auto& f) { f.cellsChosen = 1; }},
    };
}

const std::vector<Case>& cases() {
    static const std::vector<Case> all = [] {
        std::vector<Case> both = trainingCases();
        const std::vector<Case> words = wordCases();
        both.insert(both.end(), words.begin(), words.end());
        return both;
    }();
    return all;
}

} // namespace

class LessonConditionsTest : public QObject {
    Q_OBJECT

private slots:
    void hold_data();
    void hold();
    void everyConditionIsTestedAndDescribed();
    void severalHoldTogether();
    void faults_data();
    void faults();
    void nothingIsMeasuredAtFirst();
};

void LessonConditionsTest::hold_data() {
    QTest::addColumn<int>("number");
    for (std::size_t i = 0; i < cases().size(); ++i)
        QTest::newRow(qPrintable(cases()[i].condition)) << static_cast<int>(i);
}

void LessonConditionsTest::hold() {
    QFETCH(int, number);
    const Case& each = cases()[static_cast<std::size_t>(number)];
    QVERIFY(!conditionFault(each.condition));
    LessonFacts facts;
    each.before(facts);
    QVERIFY(!conditionHolds(each.condition, facts));
    each.after(facts);
    QVERIFY(conditionHolds(each.condition, facts));
}

void LessonConditionsTest::everyConditionIsTestedAndDescribed() {
    QFile readme(QFINDTESTDATA("../../resources/lessons/README.md"));
    QVERIFY(readme.open(QIODevice::ReadOnly));
    const QString description = QString::fromUtf8(readme.readAll());
    for (const LessonCondition& condition : lessonConditions()) {
        const bool tested = std::any_of(cases().begin(), cases().end(), [&](const Case& each) {
            return each.condition.split(' ').front() == condition.word;
        });
        QVERIFY2(tested, qPrintable(condition.word));
        const QString written = '`' + condition.word + (condition.hasNumber ? " " : "`");
        QVERIFY2(description.contains(written), qPrintable(condition.word));
    }
}

void LessonConditionsTest::severalHoldTogether() {
    LessonFacts facts;
    facts.epochs = 5;
    facts.dropoutRate = 0.5;
    QVERIFY(!conditionHolds("epoch 5, dropout-off", facts));
    QVERIFY(!conditionHolds("epoch 6, dropout-on", facts));
    QVERIFY(conditionHolds("epoch 5, dropout-on", facts));
}

void LessonConditionsTest::faults_data() {
    QTest::addColumn<QString>("condition");
    QTest::addColumn<QString>("says");
    QTest::newRow("unknown") << "dropout-of"
                             << "no condition \"dropout-of\"";
    QTest::newRow("unknown behind a comma") << "running, dancing"
                                            << "\"dancing\"";
    QTest::newRow("empty") << ""
                           << "no condition \"\"";
    QTest::newRow("number is missing") << "epoch"
                                       << "\"epoch\" needs one number";
    QTest::newRow("not a number") << "epoch five"
                                  << "\"epoch\" needs one number";
    QTest::newRow("two numbers") << "epoch 5 6"
                                 << "\"epoch\" needs one number";
    QTest::newRow("number too many") << "dropout-off 3"
                                     << "\"dropout-off\" stands alone";
}

void LessonConditionsTest::faults() {
    QFETCH(QString, condition);
    QFETCH(QString, says);
    const auto fault = conditionFault(condition);
    QVERIFY(fault);
    QVERIFY2(QString::fromStdString(fault->english()).contains(says), fault->english().c_str());
}

void LessonConditionsTest::nothingIsMeasuredAtFirst() {
    for (const char* condition : {"accuracy-below 40", "training-loss-below 1", "gap-below 1", "gap -1"})
        QVERIFY2(!conditionHolds(condition, LessonFacts{}), condition);
}

QTEST_GUILESS_MAIN(LessonConditionsTest)
#include "lesson_conditions_test.moc"
