// SPDX-License-Identifier: GPL-3.0-or-later
// Every mistake in an experiment file is refused, and the message names its place.
#include <QtTest>

#include "every_option.h"
#include "report/error.h"

using namespace neurarium;

class BadInputTest : public QObject {
    Q_OBJECT
private slots:
    void mistakesNameTheirPlace_data();
    void mistakesNameTheirPlace();
    void everyOptionHasItsType();
    void everyBoundHolds();
    void messagesAreWholeText();

private:
    void wholeDocuments();
    void dataParts();
    void layerParts();
    void trainingParts();
};

namespace {

void row(const QString& json, const char* place) {
    const QString name = json.size() < 60 ? json : json.left(50) + " ... " + QString::number(qHash(json));
    QTest::newRow(qPrintable(name)) << json << QString(place);
}

/// A document with one part of it given.
QString withData(const QString& data) {
    return R"({"neurarium":1,"network":[{"type":"relu"}],"data":)" + data + "}";
}

QString withLayers(const QString& layers) {
    return R"({"neurarium":1,"data":{"source":"toy"},"network":)" + layers + "}";
}

QString withTraining(const QString& training) {
    return R"({"neurarium":1,"data":{"source":"toy"},"network":[{"type":"relu"}],"training":)" + training +
           "}";
}

QString withTop(const QString& more) {
    return R"({"neurarium":1,"data":{"source":"toy"},"network":[{"type":"relu"}],)" + more + "}";
}

/// Where the mistake is said to be; empty when there is none.
QString placeOf(const std::string& json) {
    try {
        parseExperiment(json);
        return {};
    } catch (const Error& error) {
        if (error.kind() != ProblemKind::Refused || error.problem().what.empty())
            return "(not refused)";
        return QString::fromStdString(error.problem().where);
    }
}

} // namespace

void BadInputTest::mistakesNameTheirPlace_data() {
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("place");
    wholeDocuments();
    dataParts();
    layerParts();
    trainingParts();
}

void BadInputTest::wholeDocuments() {
    row("", "experiment:1:1");
    row("{", "experiment:1:2");
    row("{\n  \"neurarium\": 1\n  \"name\": 2 }", "experiment:3:8");
    row("{\"neurarium\":1,}", "experiment:1:16");
    row("{'neurarium':1}", "experiment:1:2");
    row("{} {}", "experiment:1:4");
    row("{\"neurarium\": 01}", "experiment:1:16");
    row("// words\n{}", "experiment:1:1");
    row("{\"neurarium\": NaN}", "experiment:1:15");
    row("[]", "");
    row("17", "");
    row("null", "");
    row("{}", "neurarium");
    row(R"({"neurarium":2})", "neurarium");
    row(R"({"neurarium":"1"})", "neurarium");
    row(R"({"neurarium":1.0})", "neurarium");
    row(R"({"neurarium":1})", "data");
    row(R"({"neurarium":1,"data":{"source":"toy"}})", "network");
    row(R"({"neurarium":1,"neurarium":1})", "experiment");
    row(withTop(R"("colour":"red")"), "colour");
    row(withTop(R"("Name":"x")"), "Name");
    row(withTop(R"("name":7)"), "name");
    row(withTop(R"("name":null)"), "name");
    row(withTop(R"("seed":-1)"), "seed");
    row(withTop(R"("seed":1.5)"), "seed");
    row(withTop(R"("seed":"1")"), "seed");
    row(withTop(R"("seed":18446744073709551616)"), "seed");
    row(withTop(R"("seed":1e999)"), "experiment");
    row(withTop(R"("training":{"batch_size":1,"epochs":1,"batch_size":2})"), "experiment");
    row(withTop("\"name\":" + QString(64, '[') + QString(64, ']')), "experiment");
    row(QString(100000, '['), "experiment");
}

void BadInputTest::dataParts() {
    row(withData("[]"), "data");
    row(withData("{}"), "data.source");
    row(withData(R"({"source":"internet"})"), "data.source");
    row(withData(R"({"source":["toy"]})"), "data.source");
    row(withData(R"({"source":"toy","path":"x"})"), "data.path");
    row(withData(R"({"source":"mnist"})"), "data.path");
    row(withData(R"({"source":"csv","path":"x"})"), "data.target");
    row(withData(R"({"source":"csv","path":"x","target":"y","columns":["a",1]})"), "data.columns");
    row(withData(R"({"source":"csv","path":"x","target":"y","columns":"a"})"), "data.columns");
    row(withData(R"({"source":"toy","shape":"square"})"), "data.shape");
    row(withData(R"({"source":"toy","shape":3})"), "data.shape");
    row(withData(R"({"source":"toy","samples":3})"), "data.samples");
    row(withData(R"({"source":"toy","samples":10.5})"), "data.samples");
    row(withData(R"({"source":"toy","samples":1000001})"), "data.samples");
    row(withData(R"({"source":"toy","noise":-0.01})"), "data.noise");
    row(withData(R"({"source":"toy","noise":"much"})"), "data.noise");
    row(withData(R"({"source":"image-folder","path":"x","image_size":64})"), "data.image_size");
    row(withData(R"({"source":"stories","tokenizer":"syllables"})"), "data.tokenizer");
    row(withData(R"({"source":"stories","tokenizer":7})"), "data.tokenizer");
    row(withData(R"({"source":"stories","tokenizer":{"type":"syllables"}})"), "data.tokenizer.type");
    row(withData(R"({"source":"stories","tokenizer":{"type":"bpe","vocab":255}})"), "data.tokenizer.vocab");
    row(withData(R"({"source":"stories","tokenizer":{"type":"bpe","size":300}})"), "data.tokenizer.size");
    row(withData(R"({"source":"stories","vocab":300})"), "data.vocab");
    row(withData(R"({"source":"image-folder","path":"x","image_size":[64]})"), "data.image_size");
    row(withData(R"({"source":"image-folder","path":"x","image_size":[64,3]})"), "data.image_size[1]");
    row(withData(R"({"source":"image-folder","path":"x","image_size":[64,64.5]})"), "data.image_size[1]");
    row(withData(R"({"source":"image-folder","path":"x","image_size":[2000,64]})"), "data.image_size[0]");
    row(withData(R"({"source":"cat-sketches","classes":5})"), "data.classes");
    row(withData(R"({"source":"toy","validation":1})"), "data.validation");
    row(withData(R"({"source":"toy","validation":-0.1})"), "data.validation");
    row(withData(R"({"source":"toy","validation":"some"})"), "data.validation");
    row(withData(R"({"source":"toy","validation":{}})"), "data.validation.path");
    row(withData(R"({"source":"toy","validation":{"path":""}})"), "data.validation.path");
    row(withData(R"({"source":"toy","validation":{"path":"x","part":1}})"), "data.validation.part");
    row(withData(R"({"source":"toy","shuffle":1})"), "data.shuffle");
    row(withData(R"({"source":"toy","augment":true})"), "data.augment");
    row(withData(R"({"source":"toy","augment":{"blur":1}})"), "data.augment.blur");
    row(withData(R"({"source":"toy","augment":{"flip":0.5}})"), "data.augment.flip");
    row(withData(R"({"source":"toy","augment":{"shift":0.51}})"), "data.augment.shift");
    row(withData(R"({"source":"toy","augment":{"rotate":181}})"), "data.augment.rotate");
    row(withData(R"({"source":"toy","augment":{"zoom":0.91}})"), "data.augment.zoom");
    row(withData(R"({"source":"toy","augment":{"brightness":-1}})"), "data.augment.brightness");
    row(withData(R"({"source":"toy","augment":{"holes":2}})"), "data.augment.holes");
    row(withData(R"({"source":"toy","augment":{"holes":{"count":65}}})"), "data.augment.holes.count");
    row(withData(R"({"source":"toy","augment":{"holes":{"size":0}}})"), "data.augment.holes.size");
    row(withData(R"({"source":"toy","augment":{"holes":{"colour":0}}})"), "data.augment.holes.colour");
    row(withData(R"({"source":"toy","mislabel":0.4})"), "data.mislabel");
    row(withData(R"({"source":"toy","mislabel":{}})"), "data.mislabel.fraction");
    row(withData(R"({"source":"toy","mislabel":{"fraction":0}})"), "data.mislabel.fraction");
    row(withData(R"({"source":"toy","mislabel":{"fraction":1.01}})"), "data.mislabel.fraction");
    row(withData(R"({"source":"toy","mislabel":{"fraction":"half"}})"), "data.mislabel.fraction");
    row(withData(R"({"source":"toy","mislabel":{"fraction":0.5,"from_epoch":0}})"),
        "data.mislabel.from_epoch");
    row(withData(R"({"source":"toy","mislabel":{"fraction":0.5,"from_epoch":1.5}})"),
        "data.mislabel.from_epoch");
    row(withData(R"({"source":"toy","mislabel":{"fraction":0.5,"until":9}})"), "data.mislabel.until");
}

void BadInputTest::layerParts() {
    row(withLayers("{}"), "network");
    row(withLayers("[]"), "network");
    row(withLayers("[7]"), "network[0]");
    row(withLayers("[{}]"), "network[0].type");
    row(withLayers(R"(["relu"])"), "network[0]");
    row(withLayers(R"([{"type":"relu"},{"type":"magic"}])"), "network[1].type");
    row(withLayers(R"([{"type":"relu","slope":1}])"), "network[0].slope");
    row(withLayers(R"([{"type":"linear"}])"), "network[0].out_features");
    row(withLayers(R"([{"type":"linear","out_features":0}])"), "network[0].out_features");
    row(withLayers(R"([{"type":"linear","out_features":1000001}])"), "network[0].out_features");
    row(withLayers(R"([{"type":"linear","out_features":"tokens"}])"), "network[0].out_features");
    row(withLayers(R"([{"type":"linear","out_features":"Classes"}])"), "network[0].out_features");
    row(withLayers(R"([{"type":"linear","out_features":2.0}])"), "network[0].out_features");
    row(withLayers(R"([{"type":"linear","out_features":2,"bias":"no"}])"), "network[0].bias");
    row(withLayers(R"([{"type":"conv2d","out_channels":"classes","kernel":3}])"), "network[0].out_channels");
    row(withLayers(R"([{"type":"conv2d","out_channels":4}])"), "network[0].kernel");
    row(withLayers(R"([{"type":"conv2d","out_channels":4,"kernel":[3,3]}])"), "network[0].kernel");
    row(withLayers(R"([{"type":"conv2d","out_channels":4,"kernel":3,"stride":0}])"), "network[0].stride");
    row(withLayers(R"([{"type":"conv2d","out_channels":4,"kernel":3,"padding":-1}])"), "network[0].padding");
    row(withLayers(R"([{"type":"max_pool2d","kernel":2,"stride":"kernal"}])"), "network[0].stride");
    row(withLayers(R"([{"type":"dropout","rate":1.01}])"), "network[0].rate");
    row(withLayers(R"([{"type":"dropout","rate":-0.01}])"), "network[0].rate");
    row(withLayers(R"([{"type":"dropout","rate":"half"}])"), "network[0].rate");
    row(withLayers(R"([{"type":"batch_norm","eps":0}])"), "network[0].eps");
    row(withLayers(R"([{"type":"batch_norm","momentum":2}])"), "network[0].momentum");
    row(withLayers(R"([{"type":"layer_norm","eps":1e-400}])"), "network[0].eps");
    row(withLayers(R"([{"type":"residual"}])"), "network[0].layers");
    row(withLayers(R"([{"type":"residual","layers":[]}])"), "network[0].layers");
    row(withLayers(R"([{"type":"residual","layers":{"type":"relu"}}])"), "network[0].layers");
    row(withLayers(R"([{"type":"relu","layers":[]}])"), "network[0].layers");
    row(withLayers(R"([{"type":"residual","layers":[{"type":"relu"},{"type":"dropout","rate":2}]}])"),
        "network[0].layers[1].rate");
    row(withLayers(R"([{"type":"residual","layers":[{"type":"relu"}],"shortcut":[{"type":"none"}]}])"),
        "network[0].shortcut[0].type");
    row(withLayers(R"([{"type":"relu","name":"a"},{"type":"relu","name":"a"}])"), "network[1].name");
    row(withLayers(R"([{"type":"relu","name":"1"},{"type":"relu"}])"), "network[1].name");
    row(withLayers(R"([{"type":"relu","name":"a.b"}])"), "network[0].name");
    row(withLayers(R"([{"type":"relu","name":"a/b"}])"), "network[0].name");
    row(withLayers(R"([{"type":"relu","name":"a b"}])"), "network[0].name");
    row(withLayers(R"([{"type":"relu","name":"이름"}])"), "network[0].name");
    row(withLayers(R"([{"type":"relu","name":["a"]}])"), "network[0].name");
}

void BadInputTest::trainingParts() {
    row(withTraining("[]"), "training");
    row(withTraining(R"({"speed":1})"), "training.speed");
    row(withTraining(R"({"loss":"hinge"})"), "training.loss");
    row(withTraining(R"({"loss":3})"), "training.loss");
    row(withTraining(R"({"loss":{}})"), "training.loss.type");
    row(withTraining(R"({"loss":{"type":"mse","label_smoothing":0.1}})"), "training.loss.label_smoothing");
    row(withTraining(R"({"loss":{"type":"cross_entropy","label_smoothing":1.1}})"),
        "training.loss.label_smoothing");
    row(withTraining(R"({"optimizer":{"type":"rmsprop"}})"), "training.optimizer.type");
    row(withTraining(R"({"optimizer":{"lr":0.1}})"), "training.optimizer.type");
    row(withTraining(R"({"optimizer":{"type":"sgd","lr":-1}})"), "training.optimizer.lr");
    row(withTraining(R"({"optimizer":{"type":"sgd","lr":"fast"}})"), "training.optimizer.lr");
    row(withTraining(R"({"optimizer":{"type":"sgd","lr":1e999}})"), "experiment");
    row(withTraining(R"({"optimizer":{"type":"sgd","lr":1e300}})"), "training.optimizer.lr");
    row(withTraining(R"({"optimizer":{"type":"sgd","momentum":1}})"), "training.optimizer.momentum");
    row(withTraining(R"({"optimizer":{"type":"adam","momentum":0.9}})"), "training.optimizer.momentum");
    row(withTraining(R"({"optimizer":{"type":"adam","betas":[0.9]}})"), "training.optimizer.betas");
    row(withTraining(R"({"optimizer":{"type":"adam","betas":[0.9,0.9,0.9]}})"), "training.optimizer.betas");
    row(withTraining(R"({"optimizer":{"type":"adam","betas":[0.9,1]}})"), "training.optimizer.betas[1]");
    row(withTraining(R"({"optimizer":{"type":"adam","betas":[-0.1,0.9]}})"), "training.optimizer.betas[0]");
    row(withTraining(R"({"optimizer":{"type":"adam","betas":[0.9,"x"]}})"), "training.optimizer.betas");
    row(withTraining(R"({"schedule":"linear"})"), "training.schedule");
    row(withTraining(R"({"schedule":{"type":"step","factor":0}})"), "training.schedule.factor");
    row(withTraining(R"({"schedule":{"type":"step","every":0}})"), "training.schedule.every");
    row(withTraining(R"({"schedule":{"type":"cosine","every":1}})"), "training.schedule.every");
    row(withTraining(R"({"schedule":{"type":"plateau","patience":-1}})"), "training.schedule.patience");
    row(withTraining(R"({"schedule":{"type":"constant","warmup_steps":1.5}})"),
        "training.schedule.warmup_steps");
    row(withTraining(R"({"batch_size":0})"), "training.batch_size");
    row(withTraining(R"({"batch_size":1000001})"), "training.batch_size");
    row(withTraining(R"({"batch_size":null})"), "training.batch_size");
    row(withTraining(R"({"epochs":0})"), "training.epochs");
    row(withTraining(R"({"epochs":1e3})"), "training.epochs");
    row(withTraining(R"({"epochs":18446744073709551615})"), "training.epochs");
    row(withTraining(R"({"gradient_clip":-1})"), "training.gradient_clip");
    row(withTraining(R"({"gradient_clip":1e31})"), "training.gradient_clip");
    row(withTraining(R"({"early_stopping":true})"), "training.early_stopping");
    row(withTraining(R"({"early_stopping":{"patience":0}})"), "training.early_stopping.patience");
    row(withTraining(R"({"early_stopping":{"delta":0}})"), "training.early_stopping.delta");
    row(withTraining(R"({"checkpoint_every":0})"), "training.checkpoint_every");
    row(withTraining(R"({"checkpoint_every":"epoch"})"), "training.checkpoint_every");
}

void BadInputTest::mistakesNameTheirPlace() {
    QFETCH(QString, json);
    QFETCH(QString, place);
    try {
        parseExperiment(json.toStdString());
        QFAIL("was accepted");
    } catch (const Error& error) {
        QCOMPARE(QString::fromStdString(error.problem().where), place);
        QCOMPARE(error.kind(), ProblemKind::Refused);
        QVERIFY(!error.problem().what.empty());
        QVERIFY2(error.problem().english().find('%') == std::string::npos, "an argument is missing");
    }
}

namespace {

/// A layer that has all required options of its kind, and one more written as it stands.
std::string layerWith(const KindDescription& kind, const std::string& option, const std::string& value) {
    std::string layer = R"({"type":")" + kind.type + "\"";
    for (const OptionDescription& each : kind.options)
        if (each.required && each.name != option)
            layer += ",\"" + each.name + "\":" + std::to_string(std::get<std::int64_t>(each.defaultValue));
    return layer + ",\"" + option + "\":" + value + "}";
}

std::string documentWith(const std::string& layer) {
    return withLayers("[" + QString::fromStdString(layer) + "]").toStdString();
}

} // namespace

void BadInputTest::everyOptionHasItsType() {
    for (const KindDescription& kind : recipeCatalogue().layers)
        for (const OptionDescription& option : kind.options)
            for (const char* value : {"null", "{}", "[]", "[1]", R"("?")", R"(["?"])"}) {
                const QString place = placeOf(documentWith(layerWith(kind, option.name, value)));
                QCOMPARE(place, "network[0]." + QString::fromStdString(option.name));
            }
}

void BadInputTest::everyBoundHolds() {
    for (const KindDescription& kind : recipeCatalogue().layers)
        for (const OptionDescription& option : kind.options) {
            if (option.kind != OptionKind::Integer && option.kind != OptionKind::Number)
                continue;
            const bool whole = option.kind == OptionKind::Integer;
            const auto accepted = [&](double number) {
                const QString text =
                    whole ? QString::number(static_cast<qint64>(number)) : QString::number(number, 'g', 17);
                return placeOf(documentWith(layerWith(kind, option.name, text.toStdString()))).isEmpty();
            };
            const double step = whole ? 1 : 1e-3;
            QCOMPARE(accepted(option.minimum), !option.exclusiveMinimum);
            QCOMPARE(accepted(option.maximum), !option.exclusiveMaximum);
            QVERIFY(accepted(option.minimum + step) && accepted(option.maximum - step));
            QVERIFY(!accepted(option.minimum - step) && !accepted(option.maximum + step));
        }
}

void BadInputTest::messagesAreWholeText() {
    const QString korean = QString::fromUtf8("고양이").repeated(20);
    try {
        parseExperiment(withTraining("{\"epochs\":\"" + korean + "\"}").toStdString());
        QFAIL("was accepted");
    } catch (const Error& error) {
        const QString told = QString::fromStdString(error.problem().english());
        QVERIFY(told.contains(QString::fromUtf8("고양이")));
        QVERIFY2(!told.contains(QChar::ReplacementCharacter), "a character was cut");
    }
}

QTEST_GUILESS_MAIN(BadInputTest)
#include "bad_input_test.moc"
