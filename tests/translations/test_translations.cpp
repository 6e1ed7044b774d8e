// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#include "resources/translations.h"
#include "ts_file.h"

using namespace neurarium;

namespace {

const QStringList kFiles{"neurarium_ko.ts", "neurarium_en.ts"};

QString tsFile(const QString& name) {
    return projectFile("resources/translations/" + name);
}

/// What must be the same in a sentence and its translation: %1, %n (%Ln has commas), tags and line ends, in
/// any order.
QStringList marksOf(const QString& text) {
    static const QRegularExpression mark("%(?:[0-9]|L?n)|</?[a-z][^>]*>|\n");
    QStringList marks;
    for (const auto& found : mark.globalMatch(text))
        marks << found.captured().remove('L');
    marks.sort();
    return marks;
}

/// The text of C++ string literals that stand side by side.
QString literalText(const QString& literals) {
    static const QRegularExpression literal("\"((?:[^\"\\\\]|\\\\.)*)\"");
    QString text;
    for (const auto& found : literal.globalMatch(literals))
        text += found.captured(1);
    return text.replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\");
}

/// Everything in the sources that stands in a call for translation.
struct SourceWords {
    QSet<QString> texts;
    QSet<QString> contexts; ///< those that are named in the call
};

void addWords(const QString& code, SourceWords& words) {
    static const QString literals = "((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*)+)";
    static const QRegularExpression alone("\\b(?:tr|QT_TR_NOOP)\\(\\s*" + literals);
    static const QRegularExpression named(
        "\\b(?:translate|explain|QT_TRANSLATE_NOOP)\\(\\s*\"([\\w:]+)\",\\s*" + literals);
    for (const auto& found : alone.globalMatch(code))
        words.texts << literalText(found.captured(1));
    for (const auto& found : named.globalMatch(code)) {
        words.contexts << found.captured(1);
        words.texts << literalText(found.captured(2));
    }
}

SourceWords sourceWords() {
    SourceWords words;
    for (const char* folder : {"engine", "datasets", "widgets", "app"}) {
        QDirIterator files(projectFile(folder), {"*.h", "*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            addWords(readText(files.next()), words);
    }
    return words;
}

} // namespace

class TestTranslations : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void everySentenceOfTheSourcesIsTranslated();
    void noSentenceIsHiddenFromTheTool();
    void contextsAreThoseOfTheProgram();
    void placeholdersAndTagsAgree();
    void theProgramFindsEveryTranslation_data();
    void theProgramFindsEveryTranslation();

private:
    std::vector<TsMessage> m_korean;
};

void TestTranslations::initTestCase() {
    m_korean = readTsFile(tsFile("neurarium_ko.ts"));
    QVERIFY(m_korean.size() > 500);
}

void TestTranslations::everySentenceOfTheSourcesIsTranslated() {
    const QTemporaryDir folder;
    for (const QString& name : kFiles)
        QVERIFY(QFile::copy(tsFile(name), folder.filePath(name)));
    QProcess update;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("LUPDATE", LUPDATE_PROGRAM);
    update.setProcessEnvironment(environment);
    update.start(projectFile("packaging/translate"), {folder.path()});
    QVERIFY(update.waitForFinished());
    QVERIFY2(update.exitStatus() == QProcess::NormalExit && update.exitCode() == 0,
             update.readAllStandardError().constData());

    QStringList toDo;
    for (const QString& name : kFiles) {
        QSet<QString> gone;
        for (const TsMessage& message : readTsFile(tsFile(name)))
            gone << message.name();
        for (const TsMessage& message : readTsFile(folder.filePath(name))) {
            gone.remove(message.name());
            if (!message.finished || message.translations.isEmpty() ||
                message.translations.contains(QString()))
                toDo << name + ": " + message.name();
        }
        for (const QString& old : gone)
            toDo << name + ", not in the sources any more: " + old;
    }
    QVERIFY2(toDo.isEmpty(), qPrintable("run packaging/translate and translate:\n" + toDo.join('\n')));
}

void TestTranslations::noSentenceIsHiddenFromTheTool() {
    QSet<QString> hidden = sourceWords().texts;
    QVERIFY(hidden.size() > 500);
    for (const TsMessage& message : m_korean)
        hidden.remove(message.source);
    hidden.remove(QString());
    QVERIFY2(hidden.isEmpty(), qPrintable(QStringList(hidden.values()).join('\n')));
}

/// A class is looked up as "neurarium::Name": the tool writes another context when it does not find its
/// header.
void TestTranslations::contextsAreThoseOfTheProgram() {
    const QSet<QString> named = sourceWords().contexts;
    QVERIFY(named.contains("Problem"));
    for (const TsMessage& message : m_korean)
        QVERIFY2(message.context.startsWith("neurarium::") || named.contains(message.context),
                 qPrintable(message.context));
}

void TestTranslations::placeholdersAndTagsAgree() {
    for (const QString& name : kFiles)
        for (const TsMessage& message : readTsFile(tsFile(name)))
            for (const QString& translation : message.translations)
                QVERIFY2(marksOf(message.source) == marksOf(translation),
                         qPrintable(message.name() + " -> " + translation));
}

void TestTranslations::theProgramFindsEveryTranslation_data() {
    QTest::addColumn<QString>("language");
    QTest::newRow("Korean") << "ko";
    QTest::newRow("English") << "en";
}

void TestTranslations::theProgramFindsEveryTranslation() {
    QFETCH(const QString, language);
    QTranslator words;
    QVERIFY(loadWords(words, language));
    for (const TsMessage& message : readTsFile(tsFile("neurarium_" + language + ".ts"))) {
        const auto found = [&](int n) {
            return words.translate(message.context.toUtf8().constData(), message.source.toUtf8().constData(),
                                   message.comment.toUtf8().constData(), n);
        };
        QVERIFY2(found(message.plural ? 1 : -1) == message.translations.front(), qPrintable(message.name()));
        QVERIFY2(found(message.plural ? 2 : -1) == message.translations.back(), qPrintable(message.name()));
    }
    QVERIFY(!loadWords(words, "xx"));
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "test_translations.moc"
