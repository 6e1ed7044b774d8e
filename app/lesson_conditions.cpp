// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lesson_conditions.h"

#include <algorithm>

#include <QStringList>

namespace neurarium {

namespace {

using Facts = LessonFacts;

constexpr double kPercent = 100;

bool reaches(std::optional<double> value, double limit) {
    return value && *value >= limit;
}

bool staysBelow(std::optional<double> value, double limit) {
    return value && *value < limit;
}

/// How far the validation loss lies above the training loss.
std::optional<double> gap(const Facts& facts) {
    if (!facts.trainLoss || !facts.validationLoss)
        return std::nullopt;
    return *facts.validationLoss - *facts.trainLoss;
}

/// One condition, taken apart.
struct Parts {
    const LessonCondition* kind = nullptr;
    QStringList words;
    double number = 0;
    bool isNumber = false;
};

Parts takeApart(const QString& condition) {
    Parts parts;
    parts.words = condition.simplified().split(' ');
    const auto& table = lessonConditions();
    const auto found = std::find_if(table.begin(), table.end(), [&](const LessonCondition& each) {
        return each.word == parts.words.front();
    });
    parts.kind = found == table.end() ? nullptr : &*found;
    if (parts.words.size() == 2)
        parts.number = parts.words.back().toDouble(&parts.isNumber);
    return parts;
}

/// What a class does with training, data and saves.
std::vector<LessonCondition> trainingConditions() {
    return {
        {"running", false, [](const Facts& f, double) { return f.running; }},
        {"paused", false, [](const Facts& f, double) { return f.paused; }},
        {"finished", false, [](const Facts& f, double) { return f.finished; }},
        {"steps", true, [](const Facts& f, double n) { return double(f.steps) >= n; }},
        {"single-steps", true, [](const Facts& f, double n) { return f.singleSteps >= n; }},
        {"epoch", true, [](const Facts& f, double n) { return double(f.epochs) >= n; }},
        {"new-epochs", true, [](const Facts& f, double n) { return double(f.newEpochs) >= n; }},
        {"accuracy", true, [](const Facts& f, double n) { return f.bestAccuracy * kPercent >= n; }},
        {"accuracy-now", true,
         [](const Facts& f, double n) { return reaches(f.validationAccuracy, n / kPercent); }},
        {"accuracy-below", true,
         [](const Facts& f, double n) { return staysBelow(f.validationAccuracy, n / kPercent); }},
        {"training-accuracy", true,
         [](const Facts& f, double n) { return reaches(f.trainAccuracy, n / kPercent); }},
        {"training-loss-below", true, [](const Facts& f, double n) { return staysBelow(f.trainLoss, n); }},
        {"gap", true, [](const Facts& f, double n) { return reaches(gap(f), n); }},
        {"gap-below", true, [](const Facts& f, double n) { return staysBelow(gap(f), n); }},
        {"learning-rate-changed", false, [](const Facts& f, double) { return f.rateChanges > 0; }},
        {"learning-rate-from", true, [](const Facts& f, double n) { return f.learningRate >= n; }},
        {"dropout-on", false, [](const Facts& f, double) { return f.dropoutRate > 0; }},
        {"dropout-off", false, [](const Facts& f, double) { return f.dropoutRate == 0; }},
        {"dropout-from", true, [](const Facts& f, double n) { return f.dropoutRate * kPercent >= n; }},
        {"augmentation-on", false, [](const Facts& f, double) { return f.augment.any(); }},
        {"augmentation-off", false, [](const Facts& f, double) { return !f.augment.any(); }},
        {"flip-on", false, [](const Facts& f, double) { return f.augment.flip; }},
        {"holes-on", false, [](const Facts& f, double) { return f.augment.holeCount > 0; }},
        {"saves", true, [](const Facts& f, double n) { return f.saves >= n; }},
        {"went-back", false, [](const Facts& f, double) { return f.timesWentBack > 0; }},
        {"back-to-save", true, [](const Facts& f, double n) { return f.backToSave == n; }},
        {"back-before-epoch", true,
         [](const Facts& f, double n) { return f.timesWentBack > 0 && double(f.backEpoch) < n; }},
        {"branches", true, [](const Facts& f, double n) { return f.branches >= n; }},
        {"compared", false, [](const Facts& f, double) { return f.comparisons > 0; }},
        {"labels-correct", false, [](const Facts& f, double) { return f.labelsCorrected; }},
        {"own-photos", false, [](const Facts& f, double) { return f.ownPhotos; }},
        {"cell-chosen", false, [](const Facts& f, double) { return f.cellsChosen > 0; }},
    };
}

/// ... and with tokens, attention and words.
std::vector<LessonCondition> wordConditions() {
    return {
        {"own-text", false, [](const Facts& f, double) { return f.words.ownText; }},
        {"korean-text", false, [](const Facts& f, double) { return f.words.koreanText; }},
        {"english-text", false, [](const Facts& f, double) { return f.words.englishText; }},
        {"piece-chosen", false, [](const Facts& f, double) { return f.words.piecesChosen > 0; }},
        {"joined-again", false, [](const Facts& f, double) { return f.words.joinedAgain > 0; }},
        {"merges-by-hand", true, [](const Facts& f, double n) { return f.words.mergesByHand >= n; }},
        {"merges", true, [](const Facts& f, double n) { return double(f.words.merges) >= n; }},
        {"vocabulary-searched", false, [](const Facts& f, double) { return f.words.vocabularySearches > 0; }},
        {"own-sentences", true, [](const Facts& f, double n) { return f.words.ownSentences >= n; }},
        {"head-chosen", false, [](const Facts& f, double) { return f.words.headsChosen > 0; }},
        {"attention-from", true, [](const Facts& f, double n) { return f.words.brightest * kPercent >= n; }},
        {"head-off", false, [](const Facts& f, double) { return f.words.headsOff > 0; }},
        {"heads-compared", false, [](const Facts& f, double) { return f.words.headsCompared; }},
        {"sentences-seen", false, [](const Facts& f, double) { return f.words.sentencesSeen; }},
        {"word-found", false, [](const Facts& f, double) { return f.words.wordFound; }},
        {"words-chosen", true, [](const Facts& f, double n) { return f.words.wordsChosen >= n; }},
        {"measured", true, [](const Facts& f, double n) { return f.words.measured >= n; }},
        {"first-nearer", false, [](const Facts& f, double) { return f.words.firstNearer; }},
        {"other-map", false, [](const Facts& f, double) { return f.words.otherMap; }},
        {"solid-map", false, [](const Facts& f, double) { return f.words.solidMap; }},
        {"head-note", false, [](const Facts& f, double) { return f.words.headNotes > 0; }},
    };
}

} // namespace

const std::vector<LessonCondition>& lessonConditions() {
    static const std::vector<LessonCondition> table = [] {
        std::vector<LessonCondition> all = trainingConditions();
        const std::vector<LessonCondition> words = wordConditions();
        all.insert(all.end(), words.begin(), words.end());
        return all;
    }();
    return table;
}

std::optional<Message> conditionFault(const QString& condition) {
    for (const QString& each : condition.split(',')) {
        const Parts parts = takeApart(each);
        const std::string word = parts.words.front().toStdString();
        if (parts.kind == nullptr)
            return explain("Problem", "there is no condition \"%1\"", {word});
        if (parts.kind->hasNumber && !parts.isNumber)
            return explain("Problem", "the condition \"%1\" needs one number behind it", {word});
        if (!parts.kind->hasNumber && parts.words.size() > 1)
            return explain("Problem", "the condition \"%1\" stands alone, without a number", {word});
    }
    return std::nullopt;
}

bool conditionHolds(const QString& condition, const LessonFacts& facts) {
    const QStringList all = condition.split(',');
    return std::all_of(all.begin(), all.end(), [&](const QString& each) {
        const Parts parts = takeApart(each);
        return parts.kind != nullptr && parts.kind->holds(facts, parts.number);
    });
}

} // namespace neurarium
