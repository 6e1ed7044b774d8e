// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <filesystem>
#include <fstream>

#include "every_option.h"
#include "report/error.h"

using namespace neurarium;

class RoundTripTest : public QObject {
    Q_OBJECT
private slots:
    void builtInExperimentsComeBack_data();
    void builtInExperimentsComeBack();
    void everyOptionComesBack();
    void defaultsAreLeftOut();
    void shortFormsMeanTheSame_data();
    void shortFormsMeanTheSame();
    void tokenizersHaveAnObjectOfTheirOwn();
    void filesMakePathsAbsolute();
};

void RoundTripTest::builtInExperimentsComeBack_data() {
    QTest::addColumn<QString>("path");
    for (const auto& entry : std::filesystem::directory_iterator(BUILT_IN_EXPERIMENTS))
        if (entry.path().extension() == ".json")
            QTest::newRow(entry.path().stem().c_str()) << QString::fromStdString(entry.path());
}

void RoundTripTest::builtInExperimentsComeBack() {
    QFETCH(QString, path);
    const Experiment first = readExperiment(path.toStdString());
    const std::string text = experimentJson(first);
    const Experiment second = parseExperiment(text);
    QVERIFY(first == second);
    QCOMPARE(experimentJson(second), text);
    QCOMPARE(experimentHash(second), experimentHash(first));
}

void RoundTripTest::everyOptionComesBack() {
    for (const Experiment& experiment : everyOption()) {
        const std::string text = experimentJson(experiment);
        try {
            QVERIFY2(parseExperiment(text) == experiment, text.c_str());
        } catch (const Error& error) {
            QFAIL(error.what());
        }
    }
}

void RoundTripTest::defaultsAreLeftOut() {
    const Experiment written = parseExperiment(R"({"neurarium":1,"name":"","seed":42,
        "data":{"source":"toy","shape":"spiral","samples":500,"noise":0.05,"wrong_labels":0,"validation":0.2,"shuffle":true,
        "augment":{"flip":false,"shift":0,"rotate":0,"zoom":0,"brightness":0}},"network":[
        {"type":"linear","out_features":16,"bias":true,"name":""},{"type":"dropout","rate":0.5}],
        "training":{"loss":{"type":"cross_entropy","label_smoothing":0},"optimizer":{"type":"sgd","lr":0.001,
        "momentum":0,"nesterov":false,"weight_decay":0},"schedule":{"type":"constant","warmup_steps":0},"batch_size":32,
        "epochs":20,"gradient_clip":0}})");
    const Experiment shorter = parseExperiment(R"({"neurarium":1,"data":{"source":"toy"},"network":[
        {"type":"linear","out_features":16},{"type":"dropout"}],"training":{"optimizer":"sgd"}})");
    QVERIFY(written == shorter);
    QCOMPARE(experimentHash(written), experimentHash(shorter));
    QCOMPARE(experimentJson(written).find("rate"), std::string::npos);
}

void RoundTripTest::shortFormsMeanTheSame_data() {
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::newRow("loss") << R"("loss":"mse")"
                          << R"("loss":{"type":"mse"})";
    QTest::newRow("whole numbers") << R"("gradient_clip":2)"
                                   << R"("gradient_clip":2.0)";
    QTest::newRow("patience") << R"("early_stopping":{})"
                              << R"("early_stopping":{"patience":5})";
}

void RoundTripTest::shortFormsMeanTheSame() {
    QFETCH(QString, one);
    QFETCH(QString, other);
    const auto parsed = [](const QString& training) {
        return parseExperiment(
            R"({"neurarium":1,"data":{"source":"toy"},"network":[{"type":"relu"}],"training":{)" +
            training.toStdString() + "}}");
    };
    QVERIFY(parsed(one) == parsed(other));
    QVERIFY(parsed(one) != parsed(""));
}

void RoundTripTest::tokenizersHaveAnObjectOfTheirOwn() {
    const auto parsed = [](const std::string& tokenizer) {
        return parseExperiment(R"({"neurarium":1,"data":{"source":"stories")" + tokenizer +
                               R"(},"network":[{"type":"relu"}]})");
    };
    const Experiment bpe = parsed(R"(,"tokenizer":"bpe")");
    QVERIFY(bpe == parsed(R"(,"tokenizer":{"type":"bpe"})") && bpe != parsed(""));
    QVERIFY(bpe == parsed(R"(,"tokenizer":{"vocab":2000,"type":"bpe"})"));
    QVERIFY(parsed("") == parsed(R"(,"tokenizer":{"type":"words"})"));
    const Experiment small = parsed(R"(,"tokenizer":{"vocab":300})");
    QCOMPARE(std::get<std::int64_t>(small.data.options.at("vocab")), std::int64_t{300});
    QVERIFY(!small.data.options.contains("tokenizer"));
    QVERIFY(parseExperiment(experimentJson(small)) == small && parseExperiment(experimentJson(bpe)) == bpe);
}

void RoundTripTest::filesMakePathsAbsolute() {
    const QTemporaryDir folder;
    const std::filesystem::path place = folder.path().toStdString();
    const auto write = [&](const std::string& text) {
        std::ofstream(place / "나의 run.json") << text;
        return readExperiment(place / "나의 run.json");
    };
    const Experiment experiment = write(
        R"({"neurarium":1,"data":{"source":"mnist","path":"../digits","validation":{"path":"sub/other"}},
                  "network":[{"type":"relu"}]})");
    QCOMPARE(std::get<std::string>(experiment.data.options.at("path")),
             (place.parent_path() / "digits").string());
    QCOMPARE(experiment.validationPath, (place / "sub/other").string());
    QCOMPARE(experiment.name, std::string("나의 run"));
    QVERIFY_EXCEPTION_THROWN(readExperiment(place / "none.json"), Error);
    QVERIFY_EXCEPTION_THROWN(readExperiment(place), Error);
    QVERIFY_EXCEPTION_THROWN(write(std::string(17U << 20U, ' ')), Error);
}

QTEST_GUILESS_MAIN(RoundTripTest)
#include "round_trip_test.moc"
