// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "app/builtin_experiments.h"
#include "app/data_text.h"
#include "datasets/catalogue.h"
#include "text/tokenizer.h"
#include "training/trainer.h"

using namespace neurarium;

/// A text file that is dropped on the window.
class DataTextTest : public QObject {
    Q_OBJECT
private slots:
    void aTextFileBecomesAnExperiment();
    void storiesOfferAShortSentence();
    void whatCannotBeReadIsRefused();
};

void DataTextTest::aTextFileBecomesAnExperiment() {
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("동시.TXT")));
    QVERIFY(file.open(QFile::WriteOnly));
    for (int i = 0; i < 400; ++i)
        file.write(QStringLiteral("고양이가 상자에서 잔다. 그것은 아주 따뜻하다. %1\n").arg(i).toUtf8());
    file.close();
    const Experiment experiment = experimentOnText(file.fileName().toStdString());
    QCOMPARE(experiment.name, std::string("동시"));
    const DataSplit split = readData(experiment);
    QVERIFY(split.training->size() > 0 && split.validation->size() > 0);
    QVERIFY(!checkRecipe(experiment, split.training->description()).problem);
    QVERIFY(
        QString::fromStdString(dataText(experiment, split)).contains(QStringLiteral("고양이가 상자에서")));
    QVERIFY(!unseenSentence(experiment, split).empty());
}

/// It has a pronoun in it, and the one whom it stands for.
void DataTextTest::storiesOfferAShortSentence() {
    for (const char* name : {"stories", "stories-ko"}) {
        const Experiment experiment = parseExperiment(builtinExperiment(name));
        const DataSplit split = readData(experiment);
        const std::string sentence = unseenSentence(experiment, split);
        const auto tokens = split.training->description().tokenizer->encode(sentence);
        QVERIFY2(tokens.size() >= 5 && tokens.size() <= 24, sentence.c_str());
        QVERIFY2(sentence.back() == '.', sentence.c_str());
    }
}

void DataTextTest::whatCannotBeReadIsRefused() {
    QVERIFY_EXCEPTION_THROWN(readData(experimentOnText("no such file.txt")), Error);
    QTemporaryDir folder;
    QFile file(folder.filePath("empty.txt"));
    QVERIFY(file.open(QFile::WriteOnly));
    file.close();
    QVERIFY_EXCEPTION_THROWN(readData(experimentOnText(file.fileName().toStdString())), Error);
}

QTEST_GUILESS_MAIN(DataTextTest)
#include "data_text_test.moc"
