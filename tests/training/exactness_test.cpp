// SPDX-License-Identifier: GPL-3.0-or-later
// Going back is exact, and threads do not change a bit: four networks are trained, saved at many places,
// restored in new trainers with other numbers of threads, and every step's hash must come again.
#include <QtTest>

#include <array>
#include <functional>
#include <map>
#include <set>

#include "checkpoint/safetensors.h"
#include "data/wrong_labels.h"
#include "training_samples.h"

using namespace neurarium;

namespace {

constexpr int kSteps = 24;

/// What a person does before a step, by the number of steps done.
const std::map<int, std::function<void(LiveSettings&)>>& liveChanges() {
    static const std::map<int, std::function<void(LiveSettings&)>> changes{
        {3, [](LiveSettings& s) { s.dropoutOn = false; }},
        {5, [](LiveSettings& s) { s.learningRate *= 0.7; }},
        {6,
         [](LiveSettings& s) { s.augment = {.flip = true, .rotate = 20, .holeCount = 3, .holeSize = 0.3}; }},
        {8, [](LiveSettings& s) { s.dropoutOn = true; }},
        {9, [](LiveSettings& s) { s.batchSize = 9; }},
        {11, [](LiveSettings& s) { s.dropout = 0.4; }},
        {13, [](LiveSettings& s) { s.wrongLabels = 0.3; }},
        {14, [](LiveSettings& s) { s.wrongLabels = 0.6; }},
        {15, [](LiveSettings& s) { s.augment.brightness = 0.3; }},
        {17, [](LiveSettings& s) { s.batchSize = 21; }},
        {18, [](LiveSettings& s) { s.dropout.reset(); }},
        {20, [](LiveSettings& s) { s.augment = {}; }},
        {21, [](LiveSettings& s) { s.wrongLabels.reset(); }}};
    return changes;
}

/// Takes one step as the person would have it, and answers with the hash of the whole state.
std::string stepAndHash(Trainer& trainer) {
    if (const auto change = liveChanges().find(static_cast<int>(trainer.stepsDone()));
        change != liveChanges().end()) {
        LiveSettings settings = trainer.settings();
        change->second(settings);
        if (!canMislabel(trainer.data().training->description()))
            settings.wrongLabels.reset();
        trainer.change(settings);
    }
    advance(trainer);
    return stateHash(trainer.state());
}

Trainer trainerOf(const std::string& name, int threads, bool prefetch) {
    return Trainer(sampleExperiment(name), sampleData(name), {.threads = threads, .prefetch = prefetch});
}

/// The hashes and states after each step of one run, from the start; the first is before any step.
struct Recording {
    explicit Recording(const std::string& name) {
        Trainer trainer = trainerOf(name, 1, false);
        hashes.push_back(stateHash(trainer.state()));
        states.push_back(trainer.state());
        for (int i = 0; i < kSteps; ++i) {
            hashes.push_back(stepAndHash(trainer));
            states.push_back(trainer.state());
        }
        epochs = trainer.epochsDone();
    }

    std::vector<std::string> hashes;
    std::vector<TrainingState> states;
    std::int64_t epochs = 0;
};

const Recording& recordingOf(const std::string& name) {
    static std::map<std::string, Recording> recordings;
    const auto found = recordings.find(name);
    return found != recordings.end() ? found->second
                                     : recordings.emplace(name, Recording(name)).first->second;
}

} // namespace

class ExactnessTest : public QObject {
    Q_OBJECT
private slots:
    void threadsGiveTheSameHashes_data();
    void threadsGiveTheSameHashes();
    void goingBackIsExact_data() { threadsGiveTheSameHashes_data(); }
    void goingBackIsExact();
    void oneTrainerGoesBackToo_data() { names(); }
    void oneTrainerGoesBackToo();
    void everyStepLeavesAnotherState_data() { names(); }
    void everyStepLeavesAnotherState();

private:
    void names();
};

void ExactnessTest::names() {
    QTest::addColumn<QString>("name");
    for (const std::string& name : sampleNames())
        QTest::newRow(name.c_str()) << QString::fromStdString(name);
}

void ExactnessTest::threadsGiveTheSameHashes_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("threads");
    for (const std::string& name : sampleNames())
        for (int threads = 1; threads <= 4; ++threads)
            QTest::addRow("%s, %d threads", name.c_str(), threads) << QString::fromStdString(name) << threads;
}

void ExactnessTest::threadsGiveTheSameHashes() {
    QFETCH(QString, name);
    QFETCH(int, threads);
    const Recording& recording = recordingOf(name.toStdString());
    QVERIFY(recording.epochs >= 4);
    Trainer trainer = trainerOf(name.toStdString(), threads, true);
    for (std::size_t i = 1; i < recording.hashes.size(); ++i)
        if (stepAndHash(trainer) != recording.hashes[i])
            QFAIL(qPrintable(
                QString("step %1: %2")
                    .arg(i)
                    .arg(QString::fromStdString(firstDifference(trainer.state(), recording.states[i])))));
}

void ExactnessTest::goingBackIsExact() {
    QFETCH(QString, name);
    QFETCH(int, threads);
    const Recording& recording = recordingOf(name.toStdString());
    const bool even = threads % 2 == 0; // each number of threads takes half of the places
    for (const std::size_t saved : even ? std::array{0, 4, 9, 16} : std::array{2, 7, 12, 19}) {
        const TrainingState file = decodeSafetensors(encodeSafetensors(recording.states[saved]), "memory");
        Trainer trainer = trainerOf(name.toStdString(), threads, saved % 2 == 0);
        trainer.restore(file);
        QCOMPARE(stateHash(trainer.state()), recording.hashes[saved]);
        const std::size_t last = std::min(saved + 8, recording.hashes.size() - 1);
        for (std::size_t i = saved + 1; i <= last; ++i)
            if (stepAndHash(trainer) != recording.hashes[i])
                QFAIL(qPrintable(
                    QString("saved after %1, step %2: %3")
                        .arg(saved)
                        .arg(i)
                        .arg(QString::fromStdString(firstDifference(trainer.state(), recording.states[i])))));
    }
}

void ExactnessTest::oneTrainerGoesBackToo() {
    QFETCH(QString, name);
    const Recording& recording = recordingOf(name.toStdString());
    Trainer trainer = trainerOf(name.toStdString(), 2, true);
    for (const std::size_t saved : {19, 3, 22, 8, 0, 11}) {
        trainer.restore(recording.states[saved]);
        for (std::size_t i = saved + 1; i <= saved + 2; ++i)
            QCOMPARE(stepAndHash(trainer), recording.hashes[i]);
    }
}

void ExactnessTest::everyStepLeavesAnotherState() {
    QFETCH(QString, name);
    const std::vector<std::string>& hashes = recordingOf(name.toStdString()).hashes;
    QCOMPARE(std::set<std::string>(hashes.begin(), hashes.end()).size(), hashes.size());
}

QTEST_GUILESS_MAIN(ExactnessTest)
#include "exactness_test.moc"
