// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/twin_options.h"
#include "experiment/experiment.h"
#include "session/branch_recipe.h"
#include "session/live_changes.h"

using namespace neurarium;

namespace {

TwinStart startOf(const std::string& network) {
    TwinStart start;
    start.network =
        parseExperiment(R"({"neurarium":1,"name":"n","data":{"source":"toy","shape":"moons"},"network":)" +
                        network + R"(,"training":{"loss":"cross_entropy","epochs":1}})")
            .network;
    start.settings.learningRate = 0.01;
    return start;
}

const std::string kNetwork = R"([{"type":"linear","out_features":8},{"type":"batch_norm"},{"type":"relu"},
    {"type":"residual","layers":[{"type":"linear","out_features":8},{"type":"leaky_relu","slope":0.2}]},
    {"type":"dropout","rate":0.2},{"type":"linear","out_features":"classes"}])";

/// A value that is allowed and is another.
OptionValue otherThan(const TwinOption& thing) {
    if (const auto* on = std::get_if<bool>(&thing.before))
        return !*on;
    if (const auto* number = std::get_if<double>(&thing.before))
        return *number * 0.5 + 0.01;
    if (const auto* count = std::get_if<std::int64_t>(&thing.before))
        return *count + 1;
    return std::string(thing.before == OptionValue(std::string("tanh")) ? "relu" : "tanh");
}

QStringList namesOf(const std::vector<TwinOption>& things) {
    QStringList names;
    for (const TwinOption& thing : things)
        names << thing.name;
    return names;
}

} // namespace

/// What can be tried as one change is one change.
class TwinOptionsTest : public QObject {
    Q_OBJECT
private slots:
    void eachIsExactlyOneChange_data();
    void eachIsExactlyOneChange();
    void whatHasNoEffectIsNotOffered();
    void dropoutIsSwitchedOffWithZero();
};

void TwinOptionsTest::eachIsExactlyOneChange_data() {
    QTest::addColumn<bool>("pictures");
    QTest::addColumn<bool>("knobsMoved");
    QTest::addColumn<int>("count");
    QTest::newRow("points") << false << false << 8;
    QTest::newRow("pictures") << true << false << 15;
    QTest::newRow("knobs moved") << true << true << 15;
}

void TwinOptionsTest::eachIsExactlyOneChange() {
    QFETCH(const bool, pictures);
    QFETCH(const bool, knobsMoved);
    QFETCH(const int, count);
    TwinStart start = startOf(kNetwork);
    Recipe recipe;
    recipe.data.type = pictures ? "cat-sketches" : "toy";
    recipe.mislabel.fraction = pictures ? 0.4 : 0;
    if (knobsMoved) {
        start.settings.dropout = 0.3;
        start.settings.augment = {.flip = true, .shift = 0.2, .rotate = 12, .holeCount = 2};
        start.settings.wrongLabels = 0.0;
    }
    const std::vector<TwinOption> things = twinOptions(start, recipe);
    QCOMPARE(static_cast<int>(things.size()), count);
    QStringList names = namesOf(things);
    QCOMPARE(names.removeDuplicates(), 0);
    for (const TwinOption& thing : things) {
        const OptionValue after = otherThan(thing);
        const TwinChange change = twinChange(start, thing, after);
        if (const auto* settings = std::get_if<LiveSettings>(&change)) {
            QVERIFY(thing.layer.empty());
            const std::vector<Change> changes = describeChanges(start.settings, *settings);
            QVERIFY2(changes.size() == 1, qPrintable(thing.name));
        } else {
            const auto& network = std::get<std::vector<LayerRecipe>>(change);
            const Change made = layerChange(start.network, network); // throws for any other number
            QVERIFY2(made.knob.starts_with(thing.layer), qPrintable(thing.name));
        }
    }
}

void TwinOptionsTest::whatHasNoEffectIsNotOffered() {
    TwinStart start = startOf(kNetwork);
    const auto offered = [&start] { return namesOf(twinOptions(start, {})); };
    const QString rate = "Layer 5, Dropout 20 %: Rate";
    QVERIFY(offered().contains(rate));
    QVERIFY(offered().contains("Layer 4.2, Leaky ReLU: Slope below 0"));
    QVERIFY(!offered().contains("Flip") && !offered().contains("Correct the labels"));
    start.settings.dropout = 0.4; // of all layers
    QVERIFY(!offered().contains(rate));
    start.settings.dropout.reset();
    start.settings.dropoutOn = false;
    QVERIFY(!offered().contains(rate));
    start = startOf(R"([{"type":"linear","out_features":"classes"}])");
    QCOMPARE(offered(), QStringList{"Learning rate"});
}

void TwinOptionsTest::dropoutIsSwitchedOffWithZero() {
    TwinStart start = startOf(kNetwork);
    const auto dropout = [&start] { return twinOptions(start, {}).front(); };
    QVERIFY(dropout().before == OptionValue(0.2)); // the layers' own
    auto settings = std::get<LiveSettings>(twinChange(start, dropout(), 0.0));
    QVERIFY(!settings.dropoutOn);
    start.settings = settings;
    QVERIFY(dropout().before == OptionValue(0.0));
    settings = std::get<LiveSettings>(twinChange(start, dropout(), 0.5));
    QVERIFY(settings.dropoutOn && settings.dropout == 0.5);
}

QTEST_GUILESS_MAIN(TwinOptionsTest)
#include "twin_options_test.moc"
