// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/lesson_text.h"
#include "report/error.h"

using namespace neurarium;

namespace {

const QString kHead = "---\ntitle: Title\nline: Line\n---\n"; // 4 lines
const QString kStart = kHead + "## Step\n\nText.\n\n";        // 8 lines
const QString kTask = "- [ ] Do it. {running}\n";

} // namespace

class LessonTextTest : public QObject {
    Q_OBJECT

private slots:
    void readsEverything();
    void refuses_data();
    void refuses();
};

void LessonTextTest::readsEverything() {
    const LessonText text = parseLessonText("---\ntitle: Teach it\nline: A line: with a colon\n---\n\n"
                                            "## First: one\n\nOne **bold**\nline.\n\nAnother - line.\n\n"
                                            "- [ ] Press it. {running} {show: train}\n"
                                            "- [ ] Wait. {epoch 5, dropout-on}\n\n"
                                            "? Why?\n- ( ) no\n- (x) yes\n> Because\n> it is.\n\n"
                                            "word: loss | 손실 | How wrong.\n\n"
                                            "## Second\r\nText.\n- [ ] Go. {paused}",
                                            "file");
    QCOMPARE(text.title, "Teach it");
    QCOMPARE(text.line, "A line: with a colon");
    QCOMPARE(text.steps.size(), 2U);
    const LessonStep& step = text.steps.front();
    QCOMPARE(step.title, "First: one");
    QCOMPARE(step.text, "One **bold**\nline.\n\nAnother - line.");
    const std::vector<LessonTask> tasks{{"Press it.", false, "train"}, {"Wait.", false, {}}};
    QVERIFY(step.tasks == tasks);
    const LessonQuestion question{"Why?", {"no", "yes"}, 1, "Because it is."};
    QVERIFY(step.question == question);
    const LessonWord word{"loss", "손실", "How wrong."};
    QVERIFY(step.word == word);
    const std::vector<std::vector<QString>> conditions{{"running", "epoch 5, dropout-on"}, {"paused"}};
    QVERIFY(text.conditions == conditions);
    QVERIFY(!text.steps.back().question);
    QVERIFY(!text.steps.back().word);
}

void LessonTextTest::refuses_data() {
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const QString& markdown, int line, const QString& says) {
        QTest::newRow(name) << markdown << line << says;
    };
    row("no head", "## Step\n", 1, "begins with a line");
    row("unknown key", "---\ntitel: x\n---\n", 2, "\"titel\"");
    row("key twice", "---\ntitle: x\ntitle: y\n---\n", 3, "twice");
    row("no colon", "---\ntitle x\n---\n", 2, "expected");
    row("no line", "---\ntitle: x\n---\n", 3, "title and its line");
    row("text before a step", kHead + "Text.\n", 5, "step begins");
    row("no steps", kHead, 5, "no steps");
    row("step without title", kHead + "## \nText.\n", 5, "step begins");
    row("step without text", kHead + "## A\n" + kTask + "## B\n", 7, "no text");
    row("step without task", kStart + "## B\n", 9, "no task");
    row("last step without task", kStart, 9, "no task");
    row("larger heading", kStart + "# B\n", 9, "neither text");
    row("task without condition", kStart + "- [ ] Do it.\n", 9, "does not say");
    row("task without sentence", kStart + "- [ ] {running}\n", 9, "a task is");
    row("unknown condition", kStart + "- [ ] Do it. {dancing}\n", 9, "\"dancing\"");
    row("number is missing", kStart + "- [ ] Do it. {epoch}\n", 9, "needs one number");
    row("two conditions", kStart + "- [ ] Do it. {running} {paused}\n", 9, "two conditions");
    row("unknown place", kStart + "- [ ] Do it. {running} {show: moon}\n", 9, "\"moon\"");
    row("open brace", kStart + "- [ ] Do it. {running\n", 9, "a task is");
    row("misspelt task", kStart + "-[ ] Do it. {running}\n", 9, "neither text");
    row("ticked task", kStart + "- [x] Do it. {running}\n", 9, "neither text");
    row("text behind a task", kStart + kTask + "More.\n", 10, "neither text");
    row("answer without question", kStart + kTask + "- (x) yes\n", 10, "an answer stands");
    row("explanation without answers", kStart + kTask + "? Why?\n> So.\n", 11, "an explanation stands");
    row("two questions", kStart + kTask + "? Why?\n? How?\n", 11, "one question");
    row("one answer", kStart + kTask + "? Why?\n- (x) yes\n> So.\n", 13, "two answers");
    row("no right answer", kStart + kTask + "? Why?\n- ( ) a\n- ( ) b\n> So.\n", 14, "exactly one");
    row("two right answers", kStart + kTask + "? Why?\n- (x) a\n- (x) b\n> So.\n", 14, "exactly one");
    row("no explanation", kStart + kTask + "? Why?\n- ( ) a\n- (x) b\n\n## B\n", 14, "explanation");
    row("word of two parts", kStart + kTask + "word: loss | wrong\n", 10, "one word");
    row("two words", kStart + kTask + "word: a | b | c\nword: a | b | c\n", 11, "one word");
}

void LessonTextTest::refuses() {
    QFETCH(QString, markdown);
    QFETCH(int, line);
    QFETCH(QString, says);
    try {
        parseLessonText(markdown, "lesson.md");
        QFAIL("nothing was refused");
    } catch (const Error& error) {
        QCOMPARE(QString::fromStdString(error.problem().where), QString("lesson.md:%1").arg(line));
        QVERIFY2(QString(error.what()).contains(says), error.what());
        QCOMPARE(error.kind(), ProblemKind::Failure);
    }
}

QTEST_GUILESS_MAIN(LessonTextTest)
#include "lesson_text_test.moc"
