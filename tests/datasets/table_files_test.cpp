// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <limits>

#include "checkpoint/safetensors.h"
#include "datasets/catalogue.h"
#include "report/error.h"

using namespace neurarium;

namespace {

Experiment experimentOn(const std::string& source, const QString& path) {
    Experiment experiment;
    experiment.data.type = source;
    experiment.data.options["path"] = path.toStdString();
    experiment.loss.type = "cross_entropy";
    experiment.validation = 0;
    return experiment;
}

void write(const QString& path, const QByteArray& content) {
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

struct Sample {
    std::vector<float> input;
    std::vector<float> target;
};

Sample sampleOf(const Dataset& dataset, std::int64_t index) {
    Sample sample;
    sample.input.resize(static_cast<std::size_t>(dataset.description().inputShape.elements()));
    sample.target.resize(static_cast<std::size_t>(dataset.description().targetSize));
    dataset.sample(index, sample.input, sample.target);
    return sample;
}

/// What readData says; empty when it does not refuse.
QString refusal(const Experiment& experiment) {
    try {
        readData(experiment);
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

QByteArray bigNumber(std::uint32_t value) {
    QByteArray bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes += static_cast<char>(value >> shift & 0xFFU);
    return bytes;
}

QByteArray idxImages(std::uint32_t count, char first) {
    QByteArray file = bigNumber(0x803) + bigNumber(count) + bigNumber(2) + bigNumber(3);
    for (std::uint32_t i = 0; i < count * 6; ++i)
        file += static_cast<char>(first + static_cast<char>(i));
    return file;
}

QByteArray idxLabels(const QByteArray& labels) {
    return bigNumber(0x801) + bigNumber(static_cast<std::uint32_t>(labels.size())) + labels;
}

QByteArray cifarRecords(int count) {
    QByteArray file;
    for (int i = 0; i < count; ++i)
        file += static_cast<char>(i % 10) + QByteArray(3072, static_cast<char>(i));
    return file;
}

} // namespace

class TableFilesTest : public QObject {
    Q_OBJECT
private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void csvClasses();
    void csvNumbers();
    void csvQuotesAndMarks();
    void csvValidationByPath();
    void brokenCsv_data();
    void brokenCsv();
    void mnist();
    void brokenMnist_data();
    void brokenMnist();
    void cifar();
    void brokenCifar_data();
    void brokenCifar();
    void tensors_data();
    void tensors();
    void brokenTensors_data();
    void brokenTensors();
    void everyExampleOfTheCatalogue();

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }
    Experiment csv(const QByteArray& content, const std::string& target = "kind") const {
        write(path("table.csv"), content);
        Experiment experiment = experimentOn("csv", path("table.csv"));
        experiment.data.options["target"] = target;
        return experiment;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TableFilesTest::csvClasses() {
    const DataSplit named = readData(csv("a,b,kind\n1,2,dog\n3,4.5,cat\n-1e2, +.5 ,dog\n"));
    QCOMPARE(named.training->description().classNames, (std::vector<std::string>{"cat", "dog"}));
    QCOMPARE(sampleOf(*named.training, 2).input, (std::vector<float>{-100, 0.5F}));
    QCOMPARE(sampleOf(*named.training, 0).target, std::vector<float>{1});
    QCOMPARE(named.report.classes, (std::vector<ClassCount>{{"cat", 1, 0}, {"dog", 2, 0}}));

    const DataSplit numbered = readData(csv("kind,a\n2,10\n0,20\n"));
    QCOMPARE(numbered.training->description().classes, 3);
    QCOMPARE(sampleOf(*numbered.training, 0).target, std::vector<float>{2});
    QCOMPARE(sampleOf(*numbered.training, 1).input, std::vector<float>{20});
}

void TableFilesTest::csvNumbers() {
    Experiment experiment = csv("a;b;name;y\n1;2;x;0.25\n3;4;y;-7\n", "y");
    experiment.loss.type = "mse";
    experiment.data.options["delimiter"] = std::string(";");
    experiment.data.options["columns"] = std::vector<std::string>{"b", "a"};
    const DataSplit split = readData(experiment);
    QCOMPARE(split.training->description().targetKind, TargetKind::Values);
    QCOMPARE(split.training->description().classes, 0);
    QCOMPARE(sampleOf(*split.training, 1).input, (std::vector<float>{4, 3}));
    QCOMPARE(sampleOf(*split.training, 1).target, std::vector<float>{-7});
}

void TableFilesTest::csvQuotesAndMarks() {
    const DataSplit split = readData(
        csv("\xEF\xBB\xBF\"a\",\"the \"\"kind\"\"\",c\r\n1,\"x,\ny\",2\r\n\r\n3,z,4", "the \"kind\""));
    QCOMPARE(split.training->size(), 2);
    QCOMPARE(split.training->description().classNames, (std::vector<std::string>{"x,\ny", "z"}));
    QCOMPARE(sampleOf(*split.training, 1).input, (std::vector<float>{3, 4}));
}

void TableFilesTest::csvValidationByPath() {
    Experiment experiment = csv("a,kind\n1,dog\n2,cat\n3,owl\n");
    write(path("check.csv"), "a,kind\n5,owl\n");
    experiment.validationPath = path("check.csv").toStdString();
    const DataSplit split = readData(experiment);
    QCOMPARE(split.validation->size(), 1);
    QCOMPARE(sampleOf(*split.validation, 0).target, std::vector<float>{2});
    QCOMPARE(split.validation->description(), split.training->description());
    write(path("check.csv"), "a,kind\n5,bat\n");
    QVERIFY(refusal(experiment).contains("\"bat\" is none of the classes"));
    write(path("check.csv"), "a,b,kind\n5,6,owl\n");
    QVERIFY(refusal(experiment).contains("have the shape 1 for training and 2 for validation"));
}

void TableFilesTest::brokenCsv_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("loss");
    QTest::addColumn<QString>("part");
    const QString classes = "cross_entropy", numbers = "mse";
    QTest::addRow("empty") << QByteArray() << classes << "the file is empty";
    QTest::addRow("no rows") << QByteArray("a,kind\n") << classes << "there are no rows";
    QTest::addRow("no target") << QByteArray("a,b\n1,2\n") << classes
                               << "there is no column \"kind\"; there are: a, b";
    QTest::addRow("twice") << QByteArray("a,kind,kind\n1,2,3\n") << classes << "several columns \"kind\"";
    QTest::addRow("only target") << QByteArray("kind\n1\n") << classes << "no column is left";
    QTest::addRow("text input") << QByteArray("a,kind\n1,x\n\nfive,y\n") << classes
                                << "csv:4, a: \"five\" is not a number";
    QTest::addRow("no number") << QByteArray("a,kind\nnan,x\n") << classes
                               << "csv:2, a: \"nan\" is not a number";
    QTest::addRow("too large") << QByteArray("a,kind\n1e99,x\n") << classes
                               << "csv:2, a: \"1e99\" is not a number";
    QTest::addRow("short row") << QByteArray("a,kind\n1\n") << classes << "csv:2: there are 1 fields";
    QTest::addRow("long row") << QByteArray("a,kind\n1,x\n1,x,3\n") << classes << "csv:3: there are 3 fields";
    QTest::addRow("open quote") << QByteArray("a,kind\n1,\"x\n2,y\n") << classes
                                << "csv:2: a quote is opened";
    QTest::addRow("after quote") << QByteArray("a,kind\n1,\"x\"y\n") << classes << "csv:2: something follows";
    QTest::addRow("no answer") << QByteArray("a,kind\n1,\n") << classes
                               << "csv:2, kind: the right answer is missing";
    QTest::addRow("negative class") << QByteArray("a,kind\n1,-1\n") << classes
                                    << "csv:2, kind: the class is -1";
    QTest::addRow("half class") << QByteArray("a,kind\n1,0.5\n") << classes
                                << "csv:2, kind: the class is 0.5";
    QTest::addRow("text value") << QByteArray("a,kind\n1,red\n") << numbers
                                << "csv:2, kind: \"red\" is not a number";
}

void TableFilesTest::brokenCsv() {
    QFETCH(QByteArray, content);
    QFETCH(QString, loss);
    QFETCH(QString, part);
    Experiment experiment = csv(content);
    experiment.loss.type = loss.toStdString();
    const QString said = refusal(experiment);
    QVERIFY2(said.contains(part), qPrintable(said));
}

void TableFilesTest::mnist() {
    write(path("m/train-images-idx3-ubyte"), idxImages(4, 0));
    const Experiment experiment = experimentOn("mnist", path("m"));
    QVERIFY(refusal(experiment).contains("the file train-labels-idx1-ubyte is missing"));
    write(path("m/train-labels-idx1-ubyte"), idxLabels(QByteArray::fromHex("00010902")));
    QVERIFY(readData(experiment).validation == nullptr);
    write(path("m/t10k-images.idx3-ubyte"), idxImages(2, 100));
    write(path("m/t10k-labels.idx1-ubyte"), idxLabels(QByteArray::fromHex("0305")));
    const DataSplit split = readData(experiment);
    QCOMPARE(split.training->size(), 4);
    QCOMPARE(split.validation->size(), 2);
    QCOMPARE(split.training->description().inputShape, (Shape{1, 2, 3}));
    QCOMPARE(split.training->description().classes, 10);
    QCOMPARE(sampleOf(*split.training, 2).target, std::vector<float>{9});
    QCOMPARE(sampleOf(*split.training, 1).input[2], (8.0F / 255.0F - 0.5F) / 0.5F);
}

void TableFilesTest::brokenMnist_data() {
    QTest::addColumn<QByteArray>("images");
    QTest::addColumn<QByteArray>("labels");
    QTest::addColumn<QString>("part");
    const QByteArray images = idxImages(2, 0), labels = idxLabels(QByteArray(2, '\1'));
    QTest::addRow("cut") << images.chopped(1) << labels << "has 27 bytes; its header asks for 28";
    QTest::addRow("longer") << images + 'x' << labels << "has 29 bytes";
    QTest::addRow("magic") << labels << labels << "begins with the number 2049";
    QTest::addRow("short") << images.left(7) << labels << "has the length";
    QTest::addRow("huge") << bigNumber(0x803) + QByteArray(12, '\xFF') << labels
                          << "has the length 4294967295";
    QTest::addRow("counts") << images << idxLabels(QByteArray(3, '\1')) << "has 3 labels, but there are 2";
    QTest::addRow("empty") << QByteArray() << labels << "the file is empty";
}

void TableFilesTest::brokenMnist() {
    QFETCH(QByteArray, images);
    QFETCH(QByteArray, labels);
    QFETCH(QString, part);
    write(path("m/train-images-idx3-ubyte"), images);
    write(path("m/train-labels-idx1-ubyte"), labels);
    const QString said = refusal(experimentOn("mnist", path("m")));
    QVERIFY2(said.contains(part), qPrintable(said));
}

void TableFilesTest::cifar() {
    write(path("c/data_batch_1.bin"), cifarRecords(20));
    write(path("c/data_batch_2.bin"), cifarRecords(10));
    write(path("c/test_batch.bin"), cifarRecords(5));
    const DataSplit split = readData(experimentOn("cifar10", path("c")));
    QCOMPARE(split.training->size(), 30);
    QCOMPARE(split.validation->size(), 5);
    QCOMPARE(split.training->description().inputShape, (Shape{3, 32, 32}));
    QCOMPARE(split.training->description().classNames[3], std::string("cat"));
    QCOMPARE(sampleOf(*split.training, 23).target, std::vector<float>{3});
    QCOMPARE(sampleOf(*split.training, 23).input[3071], (3.0F / 255.0F - 0.5F) / 0.5F);
}

void TableFilesTest::brokenCifar_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("part");
    QTest::addRow("cut") << cifarRecords(2).chopped(1) << "whole records of 3073 bytes";
    QTest::addRow("class") << '\x0A' + QByteArray(3072, '\0') << "record 0 has the class 10";
    QTest::addRow("empty") << QByteArray() << "the file is empty";
}

void TableFilesTest::brokenCifar() {
    QFETCH(QByteArray, content);
    QFETCH(QString, part);
    QDir().mkpath(path("c"));
    QVERIFY(refusal(experimentOn("cifar10", path("c"))).contains("there are no files data_batch_1.bin"));
    write(path("c/data_batch_1.bin"), content);
    const QString said = refusal(experimentOn("cifar10", path("c")));
    QVERIFY2(said.contains(part), qPrintable(said));
}

void TableFilesTest::tensors_data() {
    QTest::addColumn<QList<int>>("inputs");
    QTest::addColumn<QList<int>>("targets");
    QTest::addColumn<bool>("tokens");
    QTest::addColumn<bool>("answersAreClasses");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("targetSize");
    QTest::addColumn<int>("classes");
    QTest::addRow("classes") << QList{4, 3, 2, 2} << QList{4} << false << true << int(TargetKind::Classes)
                             << 1 << 4;
    QTest::addRow("values") << QList{4, 3} << QList{4, 2} << false << false << int(TargetKind::Values) << 2
                            << 0;
    QTest::addRow("one value") << QList{4, 3} << QList{4} << false << false << int(TargetKind::Values) << 1
                               << 0;
    QTest::addRow("tokens") << QList{4, 3} << QList{4, 3} << true << true << int(TargetKind::Tokens) << 3
                            << 12;
    QTest::addRow("text classes") << QList{4, 3} << QList{4} << true << true << int(TargetKind::Classes) << 1
                                  << 4;
}

namespace {

StoredTensor counted(const QList<int>& lengths, bool integers) {
    const Shape shape(std::vector<std::int64_t>(lengths.begin(), lengths.end()));
    std::vector<float> floats;
    std::vector<std::int64_t> numbers;
    for (std::int64_t i = 0; i < shape.elements(); ++i) {
        numbers.push_back(i);
        floats.push_back(static_cast<float>(i));
    }
    return integers ? StoredTensor::fromIntegers(shape, numbers.data())
                    : StoredTensor::fromFloats(shape, floats.data());
}

} // namespace

void TableFilesTest::tensors() {
    QFETCH(QList<int>, inputs);
    QFETCH(QList<int>, targets);
    QFETCH(bool, tokens);
    QFETCH(bool, answersAreClasses);
    TrainingState state;
    state.tensors["inputs"] = counted(inputs, tokens);
    state.tensors["targets"] = counted(targets, answersAreClasses);
    writeSafetensors(path("data.safetensors").toStdString(), state);
    const DataSplit split = readData(experimentOn("tensors", path("data.safetensors")));
    const DatasetDescription& description = split.training->description();
    QCOMPARE(split.training->size(), 4);
    QTEST(int(description.targetKind), "kind");
    QTEST(int(description.targetSize), "targetSize");
    QTEST(int(description.classes), "classes");
    QCOMPARE(description.tokenInputs, tokens);
    const Sample sample = sampleOf(*split.training, 1);
    QCOMPARE(sample.input.front(), static_cast<float>(description.inputShape.elements()));
    QCOMPARE(sample.target.front(), static_cast<float>(description.targetSize));
}

void TableFilesTest::brokenTensors_data() {
    QTest::addColumn<QList<int>>("inputs");
    QTest::addColumn<QList<int>>("targets");
    QTest::addColumn<qint64>("answer");
    QTest::addColumn<float>("input");
    QTest::addColumn<QString>("part");
    QTest::addRow("counts") << QList{4, 3} << QList{5} << qint64(0) << 0.0F
                            << "has 5 answers, but there are 4 samples";
    QTest::addRow("rank") << QList{4} << QList{4} << qint64(0) << 0.0F << "must be N×... numbers";
    QTest::addRow("tokens") << QList{4, 3} << QList{4, 2} << qint64(0) << 0.0F << "must be N class numbers";
    QTest::addRow("empty") << QList{0, 3} << QList{0} << qint64(0) << 0.0F << "must hold at least one number";
    QTest::addRow("negative") << QList{4, 3} << QList{4} << qint64(-1) << 0.0F << "element 0 is -1";
    QTest::addRow("huge") << QList{4, 3} << QList{4} << (qint64(1) << 40) << 0.0F
                          << "count from 0 to 16777215";
    QTest::addRow("nan") << QList{4, 3} << QList{4} << qint64(0) << std::numeric_limits<float>::quiet_NaN()
                         << "element 0 is not a finite number";
}

void TableFilesTest::brokenTensors() {
    QFETCH(QList<int>, inputs);
    QFETCH(QList<int>, targets);
    QFETCH(qint64, answer);
    QFETCH(float, input);
    QFETCH(QString, part);
    TrainingState state;
    state.tensors["inputs"] = counted(inputs, false);
    state.tensors["targets"] = counted(targets, true);
    if (!state.tensors["inputs"].bytes.empty()) {
        std::memcpy(state.tensors["inputs"].bytes.data(), &input, sizeof input);
        std::memcpy(state.tensors["targets"].bytes.data(), &answer, sizeof answer);
    }
    writeSafetensors(path("data.safetensors").toStdString(), state);
    const QString said = refusal(experimentOn("tensors", path("data.safetensors")));
    QVERIFY2(said.contains(part), qPrintable(said));
    state.tensors.erase("targets");
    writeSafetensors(path("other.safetensors").toStdString(), state);
    QVERIFY(refusal(experimentOn("tensors", path("other.safetensors"))).contains("no tensor \"targets\"") ||
            part.contains("at least one"));
}

void TableFilesTest::everyExampleOfTheCatalogue() {
    for (const DatasetKind& kind : datasetCatalogue()) {
        if (kind.example.empty())
            continue;
        const std::string document =
            R"({ "neurarium": 1, "data": )" + kind.example + R"(, "network": [ { "type": "flatten" } ] })";
        const DataSplit split = readData(parseExperiment(document));
        QVERIFY2(split.training->size() > 0 && split.validation != nullptr, kind.type.c_str());
        QCOMPARE(split.hash.size(), 64U);
        QCOMPARE(readData(parseExperiment(document)).hash, split.hash);
    }
}

QTEST_GUILESS_MAIN(TableFilesTest)
#include "table_files_test.moc"
