// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include <QDir>
#include <QRegularExpression>
#include <QTest>

#include "app/builtin_experiments.h"
#include "app/lesson_catalogue.h"
#include "app/lesson_reader.h"
#include "app/panel_catalogue.h"
#include "datasets/catalogue.h"
#include "report/error.h"
#include "resources/resources.h"
#include "training/trainer.h"

using namespace neurarium;

namespace {

constexpr int kMostWords = 60;
constexpr QChar kWordJoiner(0x2060);

qsizetype words(const QString& text) {
    return text.split(QRegularExpression("\\s+"), Qt::SkipEmptyParts).size();
}

bool hasHangul(const QString& text) {
    return std::any_of(text.begin(), text.end(),
                       [](QChar letter) { return letter.script() == QChar::Script_Hangul; });
}

void addLessons() {
    QTest::addColumn<QString>("id");
    for (const LessonKind& kind : lessonCatalogue())
        QTest::newRow(kind.id.c_str()) << QString::fromStdString(kind.id);
}

} // namespace

class LessonCatalogueTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { loadNeurariumResources(); }
    void holdsTheFirstLessons();
    void languagesSayTheSame_data() { addLessons(); }
    void languagesSayTheSame();
    void stepsAreShort_data() { addLessons(); }
    void stepsAreShort();
    void koreanWordsStayWhole_data() { addLessons(); }
    void koreanWordsStayWhole();
    void experimentsCanBeTrained_data() { addLessons(); }
    void experimentsCanBeTrained();
    void everyTextHasItsRow();
    void missingLessonIsNamed();

private:
    static Lesson lesson(const char* language) {
        QFETCH(QString, id);
        return readLesson(*lessonKind(id.toStdString()), language);
    }
};

void LessonCatalogueTest::holdsTheFirstLessons() {
    const auto summaries = lessonSummaries("en");
    QVERIFY(summaries.size() >= 4);
    QCOMPARE(summaries[0].id, "teach-it-cats");
    QCOMPARE(summaries[0].title, "Teach it cats");
    QCOMPARE(summaries[1].title, "Learning by heart");
    QCOMPARE(summaries[2].title, "Saved games");
    std::set<QString> ids;
    for (std::size_t i = 0; i < summaries.size(); ++i) {
        QCOMPARE(summaries[i].number, static_cast<int>(i) + 1);
        QVERIFY(ids.insert(summaries[i].id).second);
        QVERIFY(summaries[i].minutes >= 10 && summaries[i].minutes <= 45);
    }
    QCOMPARE(lessonSummaries("ko")[0].title, QString::fromUtf8("고양이를 가르쳐 봅시다"));
}

void LessonCatalogueTest::languagesSayTheSame() {
    const Lesson english = lesson("en"), korean = lesson("ko");
    QVERIFY(english.conditions == korean.conditions);
    QCOMPARE(english.steps.size(), korean.steps.size());
    for (std::size_t i = 0; i < english.steps.size(); ++i) {
        const LessonStep &one = english.steps[i], &other = korean.steps[i];
        QCOMPARE(one.tasks.size(), other.tasks.size());
        for (std::size_t task = 0; task < one.tasks.size(); ++task)
            QCOMPARE(one.tasks[task].target, other.tasks[task].target);
        QCOMPARE(one.question.has_value(), other.question.has_value());
        if (one.question) {
            QCOMPARE(one.question->right, other.question->right);
            QCOMPARE(one.question->answers.size(), other.question->answers.size());
        }
        QCOMPARE(one.word.has_value(), other.word.has_value());
        if (one.word) {
            QCOMPARE(one.word->term, other.word->otherLanguage);
            QCOMPARE(one.word->otherLanguage, other.word->term);
        }
        QVERIFY(!hasHangul(one.title + one.text) && hasHangul(other.title) && hasHangul(other.text));
    }
}

void LessonCatalogueTest::stepsAreShort() {
    const Lesson english = lesson("en");
    QVERIFY(english.steps.size() >= 4 && english.steps.size() <= 7);
    int questions = 0;
    for (const LessonStep& step : english.steps) {
        QVERIFY2(words(step.text) <= kMostWords, qPrintable(step.title));
        QVERIFY2(step.tasks.size() <= 3, qPrintable(step.title));
        QVERIFY2(step.word, qPrintable(step.title));
        questions += step.question ? 1 : 0;
    }
    QVERIFY(questions >= 2);
}

void LessonCatalogueTest::koreanWordsStayWhole() {
    const Lesson korean = lesson("ko");
    for (const LessonStep& step : korean.steps)
        for (qsizetype i = 1; i < step.text.size(); ++i)
            QVERIFY(!(hasHangul(step.text.mid(i - 1, 1)) && hasHangul(step.text.mid(i, 1))));
    QVERIFY(korean.steps[0].tasks[0].text.contains(kWordJoiner));
    QVERIFY(!korean.summary.title.contains(kWordJoiner));
}

void LessonCatalogueTest::experimentsCanBeTrained() {
    QFETCH(QString, id);
    const LessonKind& kind = *lessonKind(id.toStdString());
    const std::string document = builtinExperiment(kind.experiment);
    QVERIFY(!document.empty());
    Experiment experiment = parseExperiment(document);
    QCOMPARE(experiment.name, kind.experiment);
    QVERIFY(!kind.panels.empty() && kind.panels.size() <= 3);
    for (const std::string& panel : kind.panels)
        QVERIFY2(panelKind(panel) != nullptr, panel.c_str());
    experiment.data.options["samples"] = std::int64_t{100}; // the same kind of data, sooner
    const DataSplit split = readData(experiment);
    const RecipeCheck check = checkRecipe(experiment, split.training->description());
    QVERIFY2(!check.problem, check.problem ? check.problem->english().c_str() : "");
    for (const LayerCheck& layer : check.layers)
        QVERIFY2(!layer.problem, layer.problem ? layer.problem->english().c_str() : "");
    Trainer trainer(experiment, split, {.threads = 1});
    QVERIFY(trainer.step().finite);
}

void LessonCatalogueTest::everyTextHasItsRow() {
    QStringList expected;
    for (const LessonKind& kind : lessonCatalogue())
        for (const char* language : {".en.md", ".ko.md"})
            expected << QString::fromStdString(kind.id + language);
    expected.sort();
    QCOMPARE(QDir(":/lessons").entryList(QDir::Files, QDir::Name), expected);
}

void LessonCatalogueTest::missingLessonIsNamed() {
    QCOMPARE(lessonKind("no-such-lesson"), nullptr);
    try {
        LessonKind kind;
        kind.id = "no-such-lesson";
        readLesson(kind, "en");
        QFAIL("a lesson that does not exist was read");
    } catch (const Error& error) {
        QVERIFY(QString(error.what()).contains("no-such-lesson.en.md"));
    }
}

QTEST_GUILESS_MAIN(LessonCatalogueTest)
#include "lesson_catalogue_test.moc"
