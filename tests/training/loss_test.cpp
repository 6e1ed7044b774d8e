// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <cmath>
#include <limits>

#include "report/error.h"
#include "training/loss.h"

using namespace neurarium;

namespace {

constexpr double kInf = std::numeric_limits<double>::infinity();
constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
using Numbers = QList<float>;

/// Classes have one number a position, values one target an output.
std::unique_ptr<Loss> lossOf(const QString& type, std::int64_t outputs, std::int64_t targets,
                             double smoothing = 0) {
    Choice choice{type.toStdString(), {}};
    DatasetDescription data;
    data.targetSize = targets;
    Shape output{outputs};
    if (type == "cross_entropy") {
        choice.options["label_smoothing"] = smoothing;
        data.targetKind = targets > 1 ? TargetKind::Tokens : TargetKind::Classes;
        data.classes = outputs / targets;
        if (targets > 1)
            output = Shape{targets, outputs / targets};
    } else {
        data.targetKind = TargetKind::Values;
    }
    return makeLoss(choice, output, data, "network[0]");
}

} // namespace

class LossTest : public QObject {
    Q_OBJECT
private slots:
    void agreesWithPyTorch_data();
    void agreesWithPyTorch();
    void gradientAgreesWithDifferences_data();
    void gradientAgreesWithDifferences();
    void notANumberIsKept_data();
    void notANumberIsKept();
    void countsRightAnswers_data();
    void countsRightAnswers();
    void makesProbabilities();
    void refusesWhatDoesNotFit_data();
    void refusesWhatDoesNotFit();
};

void LossTest::agreesWithPyTorch_data() {
    QTest::addColumn<QString>("type");
    QTest::addColumn<Numbers>("outputs");
    QTest::addColumn<Numbers>("target");
    QTest::addColumn<double>("smoothing");
    QTest::addColumn<double>("expected");
    const auto row = [](const char* name, const char* type, const Numbers& outputs, const Numbers& target,
                        double smoothing, double expected) {
        QTest::addRow("%s, %s", type, name) << QString(type) << outputs << target << smoothing << expected;
    };
    const auto ce = "cross_entropy", bce = "binary_cross_entropy";
    row("plain", ce, {1, 2, 3}, {2}, 0, 0.40760596444438);
    row("wrong class", ce, {1, 2, 3}, {0}, 0, 2.40760596444438);
    row("smoothed", ce, {1, 2, 3}, {2}, 0.1, 0.50760596444438);
    row("all smoothing", ce, {1, 2, 3}, {2}, 1, 1.40760596444438);
    row("two positions", ce, {1, 2, 3, 3, 2, 1}, {2, 2}, 0, 1.40760596444438);
    row("equal", ce, {7, 7, 7, 7}, {1}, 0, std::log(4.0));
    row("large and right", ce, {1000, 0}, {0}, 0, 0);
    row("large and wrong", ce, {1000, 0}, {1}, 0, 1000);
    row("both very small", ce, {-1e30F, -1e30F}, {1}, 0, std::log(2.0));
    row("an impossible class", ce, {-static_cast<float>(kInf), 0}, {1}, 0, 0);
    row("the impossible class", ce, {-static_cast<float>(kInf), 0}, {0}, 0, kInf);
    row("half", bce, {0}, {1}, 0, std::log(2.0));
    row("right", bce, {2}, {1}, 0, 0.12692801104297);
    row("wrong", bce, {-2}, {1}, 0, 2.12692801104297);
    row("mean", bce, {2, -2}, {1, 1}, 0, 1.12692801104297);
    row("large and wrong", bce, {1000}, {0}, 0, 1000);
    row("small and wrong", bce, {-1000}, {1}, 0, 1000);
    row("large and right", bce, {1000}, {1}, 0, 0);
    row("plain", "mse", {1, 2}, {0, 4}, 0, 2.5);
    row("large", "mse", {1e15F}, {-1e15F}, 0, 4e30);
    row("plain", "mae", {1, 2}, {0, 4}, 0, 1.5);
    row("equal", "mae", {3}, {3}, 0, 0);
}

void LossTest::agreesWithPyTorch() {
    QFETCH(QString, type);
    QFETCH(Numbers, outputs);
    QFETCH(Numbers, target);
    QFETCH(double, smoothing);
    QFETCH(double, expected);
    const auto loss = lossOf(type, outputs.size(), target.size(), smoothing);
    const double found = loss->sample(outputs.constData(), target.constData(), nullptr, 1);
    QVERIFY2(found == expected || std::abs(found - expected) <= 1e-7 * std::max(1.0, std::abs(expected)),
             qPrintable(QString::number(found, 'g', 15)));
    Numbers gradient(outputs.size());
    QCOMPARE(loss->sample(outputs.constData(), target.constData(), gradient.data(), 1), found);
}

void LossTest::gradientAgreesWithDifferences_data() {
    QTest::addColumn<QString>("type");
    QTest::addColumn<qint64>("targets");
    QTest::addColumn<double>("smoothing");
    QTest::newRow("cross_entropy") << QString("cross_entropy") << qint64(1) << 0.0;
    QTest::newRow("smoothed") << QString("cross_entropy") << qint64(1) << 0.2;
    QTest::newRow("tokens") << QString("cross_entropy") << qint64(3) << 0.1;
    QTest::newRow("binary") << QString("binary_cross_entropy") << qint64(6) << 0.0;
    QTest::newRow("mse") << QString("mse") << qint64(6) << 0.0;
    QTest::newRow("mae") << QString("mae") << qint64(6) << 0.0;
}

void LossTest::gradientAgreesWithDifferences() {
    QFETCH(QString, type);
    QFETCH(qint64, targets);
    QFETCH(double, smoothing);
    constexpr float kScale = 0.25F, kDifference = 1.0F / 128;
    Numbers outputs{0.5F, -1.25F, 2.0F, 0.75F, -0.5F, 1.5F}, target{1, 0, 1, 1, 0, 0}, gradient(6);
    const auto loss = lossOf(type, outputs.size(), targets, smoothing);
    loss->sample(outputs.constData(), target.constData(), gradient.data(), kScale);
    for (qsizetype i = 0; i < outputs.size(); ++i) {
        const auto lossAt = [&](float value) {
            Numbers moved = outputs;
            moved[i] = value;
            return loss->sample(moved.constData(), target.constData(), nullptr, 1);
        };
        const double slope = (lossAt(outputs[i] + kDifference) - lossAt(outputs[i] - kDifference)) /
                             (2.0 * kDifference) * kScale;
        QVERIFY2(std::abs(slope - gradient[i]) < 1e-5,
                 qPrintable(QString("output %1: slope %2, gradient %3").arg(i).arg(slope).arg(gradient[i])));
    }
}

void LossTest::notANumberIsKept_data() {
    QTest::addColumn<QString>("type");
    for (const char* type : {"cross_entropy", "binary_cross_entropy", "mse", "mae"})
        QTest::newRow(type) << QString(type);
}

void LossTest::notANumberIsKept() {
    QFETCH(QString, type);
    const auto loss = lossOf(type, 3, type == "cross_entropy" ? 1 : 3);
    const Numbers target{0, 1, 0};
    for (int place = 0; place < 3; ++place) {
        Numbers outputs{1, 2, 3}, gradient(3);
        outputs[place] = kNan;
        QVERIFY(std::isnan(loss->sample(outputs.constData(), target.constData(), gradient.data(), 1)));
        QVERIFY(std::isnan(gradient[place]));
    }
}

void LossTest::countsRightAnswers_data() {
    QTest::addColumn<QString>("type");
    QTest::addColumn<Numbers>("outputs");
    QTest::addColumn<Numbers>("target");
    QTest::addColumn<qint64>("right");
    QTest::addColumn<qint64>("answers");
    const QString ce = "cross_entropy", bce = "binary_cross_entropy";
    QTest::newRow("class right") << ce << Numbers{1, 3, 2} << Numbers{1} << qint64(1) << qint64(1);
    QTest::newRow("class wrong") << ce << Numbers{1, 3, 2} << Numbers{2} << qint64(0) << qint64(1);
    QTest::newRow("first of equals") << ce << Numbers{3, 3, 2} << Numbers{1} << qint64(0) << qint64(1);
    QTest::newRow("tokens") << ce << Numbers{1, 3, 3, 1, 5, 6} << Numbers{1, 1, 1} << qint64(2) << qint64(3);
    const float nan = std::numeric_limits<float>::quiet_NaN();
    QTest::newRow("beside NaN") << ce << Numbers{1, nan, 0} << Numbers{0} << qint64(0) << qint64(1);
    QTest::newRow("is NaN") << ce << Numbers{nan, 1, 0} << Numbers{0} << qint64(0) << qint64(1);
    for (const int at : {0, 63, 64, 130, 299}) {
        Numbers many(300, -1);
        many[at] = 2;
        const auto row = [&](const char* name, const Numbers& outputs, qint64 right) {
            QTest::addRow("%s %d of 300", name, at)
                << ce << outputs << Numbers{float(at)} << right << qint64(1);
        };
        row("class", many, 1);
        Numbers later = many, earlier = many;
        later[299] = 2; // the last of equals is not said
        row("no later than", later, 1);
        earlier[0] = 2;
        row("first before", earlier, at == 0 ? 1 : 0);
        later[299] = 3;
        row("larger after", later, at == 299 ? 1 : 0);
    }
    QTest::newRow("binary") << bce << Numbers{2, -2, 2, -2} << Numbers{1, 0, 0, 1} << qint64(2) << qint64(4);
    QTest::newRow("regression") << QString("mse") << Numbers{2} << Numbers{2} << qint64(0) << qint64(0);
}

void LossTest::countsRightAnswers() {
    QFETCH(QString, type);
    QFETCH(Numbers, outputs);
    QFETCH(Numbers, target);
    QFETCH(qint64, right);
    QFETCH(qint64, answers);
    const auto loss = lossOf(type, outputs.size(), target.size());
    QCOMPARE(static_cast<qint64>(loss->rightAnswers(outputs.constData(), target.constData())), right);
    QCOMPARE(static_cast<qint64>(loss->answers()), answers);
}

void LossTest::makesProbabilities() {
    Numbers classes{1, 2, 3}, binary{0, std::log(3.0F)}, values{1, 2};
    lossOf("cross_entropy", 3, 1)->toProbabilities(classes.data());
    QVERIFY(std::abs(classes[2] - 0.66524096F) < 1e-6F);
    QVERIFY(std::abs(classes[0] + classes[1] + classes[2] - 1) < 1e-6F);
    lossOf("binary_cross_entropy", 2, 2)->toProbabilities(binary.data());
    QCOMPARE(binary[0], 0.5F);
    QVERIFY(std::abs(binary[1] - 0.75F) < 1e-6F);
    lossOf("mse", 2, 2)->toProbabilities(values.data());
    QCOMPARE(values, (Numbers{1, 2}));
}

void LossTest::refusesWhatDoesNotFit_data() {
    QTest::addColumn<QString>("type");
    QTest::addColumn<QList<qint64>>("output");
    QTest::addColumn<int>("kind");
    QTest::addColumn<qint64>("targetSize");
    QTest::addColumn<qint64>("classes");
    QTest::addColumn<QString>("place");
    const auto row = [](const char* name, const char* type, const QList<qint64>& output, TargetKind kind,
                        qint64 targetSize, qint64 classes, const char* place) {
        QTest::newRow(name) << QString(type) << output << static_cast<int>(kind) << targetSize << classes
                            << QString(place);
    };
    const auto ce = "cross_entropy", bce = "binary_cross_entropy", outputs = "network[2].out_features";
    row("classes of values", ce, {3}, TargetKind::Values, 1, 0, "training.loss");
    row("too few outputs", ce, {2}, TargetKind::Classes, 1, 3, outputs);
    row("an image for classes", ce, {3, 2, 2}, TargetKind::Classes, 1, 3, "network[2]");
    row("classes for tokens", ce, {3}, TargetKind::Tokens, 4, 3, "network[2]");
    row("other positions", ce, {5, 3}, TargetKind::Tokens, 4, 3, "network[2]");
    row("three classes in one number", bce, {1}, TargetKind::Classes, 1, 3, "training.loss");
    row("two numbers for two classes", bce, {2}, TargetKind::Classes, 1, 2, outputs);
    row("other numbers", "mse", {2}, TargetKind::Values, 3, 0, outputs);
    row("other numbers", "mae", {4}, TargetKind::Values, 3, 0, outputs);
}

void LossTest::refusesWhatDoesNotFit() {
    QFETCH(QString, type);
    QFETCH(QList<qint64>, output);
    QFETCH(int, kind);
    QFETCH(qint64, targetSize);
    QFETCH(qint64, classes);
    QFETCH(QString, place);
    DatasetDescription data;
    data.targetKind = static_cast<TargetKind>(kind);
    data.targetSize = targetSize;
    data.classes = classes;
    try {
        makeLoss({type.toStdString(), {}}, Shape(std::vector<std::int64_t>(output.begin(), output.end())),
                 data, "network[2]");
        QFAIL("was accepted");
    } catch (const Error& error) {
        QCOMPARE(QString::fromStdString(error.problem().where), place);
        QCOMPARE(error.kind(), ProblemKind::Refused);
    }
}

QTEST_GUILESS_MAIN(LossTest)
#include "loss_test.moc"
