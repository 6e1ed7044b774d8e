// SPDX-License-Identifier: GPL-3.0-or-later
// The hash stands for what a training state depends on, and for nothing else.
#include <QtTest>

#include <functional>
#include <set>

#include "every_option.h"

using namespace neurarium;

class HashTest : public QObject {
    Q_OBJECT
private slots:
    void namesAndPathsDoNotCount();
    void everythingElseCounts();
    void everyOptionOfTheCatalogueCounts();
};

namespace {

using Change = std::function<void(Experiment&)>;

Experiment changed(const Change& change) {
    Experiment experiment = plainExperiment();
    change(experiment);
    return experiment;
}

} // namespace

void HashTest::namesAndPathsDoNotCount() {
    const std::string plain = experimentHash(plainExperiment());
    QCOMPARE(plain.size(), std::size_t{64});
    const Change neutral[] = {[](Experiment& e) { e.name = "other"; },
                              [](Experiment& e) { e.data.options["path"] = std::string("other"); },
                              [](Experiment& e) { e.epochs = 99; },
                              [](Experiment& e) { e.checkpointEvery = 9; },
                              [](Experiment& e) { e.patience = 9; }};
    for (const Change& change : neutral) {
        QVERIFY(changed(change) != plainExperiment());
        QCOMPARE(experimentHash(changed(change)), plain);
    }
    // Nothing is mislabelled from whatever epoch on: hashes are those of versions that knew no wrong labels.
    QCOMPARE(experimentHash(changed([](Experiment& e) { e.mislabel = {0, 5}; })), plain);
    QVERIFY(experimentJson(plainExperiment()).find("mislabel") == std::string::npos);
    const auto validation = [](const char* path) {
        return experimentHash(changed([&](Experiment& e) { e.validationPath = path; }));
    };
    QCOMPARE(validation("a"), validation("b"));
}

void HashTest::everythingElseCounts() {
    const Change changes[] = {[](Experiment&) {},
                              [](Experiment& e) { e.seed = 1; },
                              [](Experiment& e) { e.data.type = "mnist"; },
                              [](Experiment& e) { e.validation = 0.21; },
                              [](Experiment& e) { e.validationPath = std::string("other"); },
                              [](Experiment& e) { e.shuffle = false; },
                              [](Experiment& e) { e.augment.flip = true; },
                              [](Experiment& e) { e.augment.shift = 0.1; },
                              [](Experiment& e) { e.augment.rotate = 0.1; },
                              [](Experiment& e) { e.augment.zoom = 0.1; },
                              [](Experiment& e) { e.augment.brightness = 0.1; },
                              [](Experiment& e) { e.augment.holeCount = 1; },
                              [](Experiment& e) { e.augment.holeSize = 0.1; },
                              [](Experiment& e) {
                                  e.mislabel = {0.1, 1};
                              },
                              [](Experiment& e) {
                                  e.mislabel = {0.2, 1};
                              },
                              [](Experiment& e) {
                                  e.mislabel = {0.2, 2};
                              },
                              [](Experiment& e) { e.network[0].type = "tanh"; },
                              [](Experiment& e) { e.network[0].name = "first"; },
                              [](Experiment& e) { e.network.push_back(e.network[0]); },
                              [](Experiment& e) { e.network[0] = residualOf(1, 0); },
                              [](Experiment& e) { e.network[0] = residualOf(2, 0); },
                              [](Experiment& e) { e.network[0] = residualOf(1, 1); },
                              [](Experiment& e) { e.loss.type = "mse"; },
                              [](Experiment& e) { e.optimizer.type = "adam"; },
                              [](Experiment& e) { e.schedule.type = "cosine"; },
                              [](Experiment& e) { e.batchSize = 33; },
                              [](Experiment& e) { e.gradientClip = 1; }};
    std::set<std::string> hashes;
    for (const Change& change : changes)
        hashes.insert(experimentHash(changed(change)));
    QCOMPARE(hashes.size(), std::size(changes));
}

void HashTest::everyOptionOfTheCatalogueCounts() {
    const RecipeCatalogue& known = recipeCatalogue();
    const auto check = [](const std::vector<KindDescription>& kinds, const auto& place) {
        for (const KindDescription& kind : kinds)
            for (const OptionDescription& option : kind.options) {
                Experiment before = plainExperiment();
                place(before, kind.type, Options{});
                Experiment after = plainExperiment();
                place(after, kind.type, Options{{option.name, otherValue(option)}});
                const bool counts = option.name != "path";
                QVERIFY2((experimentHash(before) != experimentHash(after)) == counts,
                         (kind.type + " " + option.name).c_str());
            }
    };
    using Type = const std::string&;
    using Given = const Options&;
    check(known.sources, [](Experiment& e, Type type, Given options) { e.data = {type, options}; });
    check(known.losses, [](Experiment& e, Type type, Given options) { e.loss = {type, options}; });
    check(known.optimizers, [](Experiment& e, Type type, Given options) { e.optimizer = {type, options}; });
    check(known.schedules, [](Experiment& e, Type type, Given options) { e.schedule = {type, options}; });
    check(known.layers, [](Experiment& e, Type type, Given options) {
        e.network[0].type = type;
        e.network[0].options = options;
    });
}

QTEST_GUILESS_MAIN(HashTest)
#include "hash_test.moc"
